"""Reach of a scenario's figures, calendar and law, and warnings for a run that goes beyond them.

Idea: a title tells the years of the run and not those that its author had in mind; where a run passes the years of the
scenario or the day to which the law was followed, it says so.
Units: calendar years. Reads: a scenario. Writes: nothing.
"""

from __future__ import annotations

import re

from kaname.scenarios.records import Scenario

YEARS = re.compile(r",?\s*\d{4}\s*[-\u2013\u2014]\s*\d{4}\s*$")
"""Years at the end of a title."""


def titled(title: str, first: int, years: int) -> str:
    """Return a title that ends with the years of a run, in place of any years that it ended with.

    >>> titled("The alliance, 2026-2041", 2026, 3)
    'The alliance, 2026-2029'
    """
    return f"{YEARS.sub('', title)}, {first}-{first + years}"


def beyond(scenario: Scenario, years: int, law_stands_at: str | None) -> dict[str, str]:
    """Return what a run of so many years is not covered by, by what it is about; empty where nothing is missing.

    law_stands_at: the ISO day to which the law was followed; None where the scenario has no law book.
    """
    notes = {}
    if years > scenario.years:
        notes["Years beyond the scenario"] = (
            f"Figures and calendar of this scenario are meant for {scenario.years} years. The last "
            f"{years - scenario.years} of these {years} go on from them without any of their own."
        )
    last = f"{scenario.start.year + years:04d}-01-01"
    if law_stands_at is not None and last > law_stands_at:
        notes["Law"] = f"The law is that of {law_stands_at}; changes of law after that day are not in the run."
    return notes
