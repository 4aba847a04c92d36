"""Elections on the axis of years, from the run's own calendar.

Fans move where leaders change; a tick says when voters are asked, not how they answer. The two sides have ticks of
different lines. Clock: years, months as parts. Reads: manifest. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaname.analysis.folder import RunFolder
from kaname.core.units import QUARTERS_A_YEAR
from kaname.words.axes import SIDES

MONTHS = 12
DRAWN = tuple(reversed(SIDES))
"""The sides in the order of their lines: the ally's full, the protector's broken."""


@dataclass(frozen=True)
class Votes:
    """Times at which a side votes within the horizon, in years with parts."""

    side: str
    when: tuple[float, ...]


def votes_of(run: RunFolder) -> tuple[Votes, ...]:
    """Return the elections of each side within the run's years; none where the run holds no calendar."""
    rules = run.manifest.get("scenario", {}).get("calendar", {}).values()
    first = int(run.summary.get("start", 0))
    years = range(first, first + int(run.summary.get("quarters", 0)) // QUARTERS_A_YEAR)
    dates = {side: {at for rule in rules if rule["side"] == side for at in _held(rule, years)} for side in DRAWN}
    return tuple(Votes(side, tuple(sorted(when))) for side, when in dates.items() if when)


def _held(rule: Mapping[str, Any], years: Sequence[int]) -> list[float]:
    every, first, part = int(rule["every_years"]), int(rule["first"]), (int(rule["month"]) - 1) / MONTHS
    return [year + part for year in years if (year - first) % every == 0]
