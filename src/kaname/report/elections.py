"""Elections on the axis of years: from the run's own calendar, else from the shipped scenario of that name.

Idea: fans move where leaders change; a tick says when voters are asked, not how they answer. The two sides have ticks
of different lines. Clock: years, months as parts. Reads: manifest, data/scenarios. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaname.analysis.folder import RunFolder
from kaname.core.errors import KanameError
from kaname.scenario.load import load_scenario, shipped_scenarios

MONTHS = 12
SIDES = ("ally", "protector")


@dataclass(frozen=True)
class Votes:
    """When a side votes within the horizon, in years with parts."""

    side: str
    when: tuple[float, ...]


def votes_of(run: RunFolder) -> tuple[Votes, ...]:
    """Elections of each side within the run's years; none where no calendar is known."""
    rules = _calendar(run)
    first = int(run.summary.get("start", 0))
    years = range(first, first + int(run.summary.get("quarters", 0)) // 4)
    found = []
    for side in SIDES:
        mine = [rule for name, rule in rules.items() if name.startswith(side)]
        when = sorted({at for rule in mine for at in _held(rule, years)})
        if when:
            found.append(Votes(side, tuple(when)))
    return tuple(found)


def _held(rule: Mapping[str, Any], years: Sequence[int]) -> list[float]:
    every, first, part = int(rule["every_years"]), int(rule["first"]), (int(rule["month"]) - 1) / MONTHS
    return [year + part for year in years if (year - first) % every == 0]


def _calendar(run: RunFolder) -> Mapping[str, Mapping[str, Any]]:
    said = run.manifest.get("scenario", {}).get("calendar")
    if isinstance(said, Mapping):
        return said
    name = str(run.summary.get("scenario", ""))
    if name not in shipped_scenarios():
        return {}
    try:
        scenario = load_scenario(name)
    except KanameError:
        return {}
    return {
        one.id: {"every_years": one.every_years, "month": one.month, "first": one.first}
        for one in scenario.calendar.values()
    }
