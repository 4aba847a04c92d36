"""The law laid out for a scenario: its contingencies asked of the law room on the first day of each quarter.

A contingency of the law room's own list keeps that list's facts; the scenario's `law` entries add to them. Others take
the ally's role from the scenario and their facts from it alone.

A scenario that gives `law_hours` has no law book: the book speaks of one ally's law and would be wrong for another's.
Then what is permitted, covered and open is what the scenario's starting values say, at every date and stage, hours are
that figure's (low, middle and high of its spread), and no lever is asked about.
"""

from __future__ import annotations

import datetime as dt

import numpy as np

from kaname.compile.layout import quarter_of
from kaname.compile.values import array_of
from kaname.core.errors import InputError
from kaname.core.units import MONTHS_A_QUARTER
from kaname.evidence.figures import Figure
from kaname.law.book import load_book
from kaname.law.delays import PARAMETERS
from kaname.law.levers import tabulate_levers
from kaname.law.tabulate import ROLES, ContingencyFacts, LawTables, shipped_contingencies, tabulate
from kaname.scenarios.check import LAW_HOURS
from kaname.scenarios.records import Contingency, Scenario
from kaname.words.axes import FIXED_AXES, LEGAL_MOVES, STAGES
from kaname.words.fields import BY_NAME
from kaname.words.levers import LEVER, LEVERS

NOT_ASKED = 2


def law_tables(scenario: Scenario, quarters: int) -> LawTables:
    """Return the law's tables by quarter (axis `date`) and contingency, in the scenario's order."""
    if scenario.law_hours is not None:
        return _without_book(scenario, scenario.law_hours, quarters)
    facts = [_facts(scenario, item) for item in scenario.contingencies.values()]
    return tabulate(facts, _first_days(scenario, quarters))


def law_stands_at(scenario: Scenario) -> str | None:
    """Return the ISO day to which the scenario's law was followed; None where it has no law book."""
    return None if scenario.law_hours is not None else str(load_book().data["stands_at"])


def lever_gates(scenario: Scenario, quarters: int) -> np.ndarray:
    """Return int8[quarter, lever]: 0 where law forbids every use of the lever, 1 allows, 2 undetermined or not
    asked.
    """
    gates = np.full((quarters, len(LEVERS)), NOT_ASKED, np.int8)
    if scenario.law_hours is not None:
        return gates
    law = tabulate_levers(_first_days(scenario, quarters))
    for place, name in enumerate(law.levers):
        gates[:, LEVER[name]] = law.gate[:, place]
    return gates


def _without_book(scenario: Scenario, hours: Figure, quarters: int) -> LawTables:
    axes: dict[str, tuple[str, ...]] = {**FIXED_AXES, "contingency": tuple(scenario.contingencies)}
    permit, covered, undetermined = (_initial(scenario, name, axes) for name in ("permit", "covered", "undetermined"))
    middle = array_of(hours, hours.value or hours.central, LAW_HOURS, axes)
    takes = middle[:, np.newaxis, :, np.newaxis] * _spread(hours)
    shape = (quarters, len(axes["contingency"]), len(STAGES))
    return LawTables(
        permit=_everywhere(permit[:, np.newaxis, np.newaxis, :], (*shape, len(ROLES), len(LEGAL_MOVES)), np.int8),
        delay=_everywhere(takes, (*shape, *takes.shape[2:]), np.float64),
        undetermined=_everywhere(undetermined, shape[:2], np.float64),
        treaty_covers=_everywhere(covered, shape[:2], np.int8),
        dates=tuple(day.isoformat() for day in _first_days(scenario, quarters)),
        contingencies=tuple(
            ContingencyFacts(item.id, _ally_role(scenario, item)) for item in scenario.contingencies.values()
        ),
    )


def _everywhere(values: np.ndarray, shape: tuple[int, ...], kind: type) -> np.ndarray:
    """Return the same values along every new axis, laid out in rows as the law room's own tables are."""
    return np.ascontiguousarray(np.broadcast_to(values, shape), dtype=kind)


def _initial(scenario: Scenario, name: str, axes: dict[str, tuple[str, ...]]) -> np.ndarray:
    figure = scenario.initial.get(name)
    if figure is None:
        place = scenario.document.place(("law_hours",))
        raise InputError(
            f"a scenario with law_hours needs {name} among its starting values", file=place.file, line=place.line,
            path=f"initial.{name}", hint="Without a law book it says what law permits.",
        )  # fmt: skip
    return array_of(figure, figure.central, BY_NAME[name], axes)


def _spread(hours: Figure) -> np.ndarray:
    """Return the factors of the low, the middle and the high hours."""
    if hours.spread is None:
        return np.ones(len(PARAMETERS))
    low, high = hours.spread.support
    return np.array([low, hours.spread.median, high])


def _first_days(scenario: Scenario, quarters: int) -> list[dt.date]:
    days = []
    for now in range(quarters):
        year, quarter = quarter_of(scenario, now)
        days.append(dt.date(year, (quarter - 1) * MONTHS_A_QUARTER + 1, 1))
    return days


def _facts(scenario: Scenario, contingency: Contingency) -> ContingencyFacts:
    shipped = {item.name: item for item in shipped_contingencies()}.get(contingency.id)
    if shipped is None:
        return ContingencyFacts(contingency.id, _ally_role(scenario, contingency), "guarantor", dict(contingency.law))
    return ContingencyFacts(
        shipped.name, shipped.role_of_ally, shipped.role_of_protector, {**shipped.facts, **contingency.law}
    )


def _ally_role(scenario: Scenario, contingency: Contingency) -> str:
    ally = scenario.of_role("ally")[0]
    if contingency.target == ally:
        return "target"
    if contingency.host == ally:
        return "host"
    return "supporter" if ally in contingency.supporters else "bystander"
