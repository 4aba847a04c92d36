"""The law laid out for a scenario: its contingencies asked of the law room on the first day of each quarter.

A contingency of the law room's own list keeps that list's facts; the scenario's `law` entries add to them. Others take
the ally's role from the scenario and their facts from it alone.
"""

from __future__ import annotations

import datetime as dt

import numpy as np

from kaname.compile.layout import quarter_of
from kaname.law.levers import tabulate_levers
from kaname.law.tabulate import ContingencyFacts, LawTables, shipped_contingencies, tabulate
from kaname.model.world.levers import LEVER, LEVERS
from kaname.scenario.records import Contingency, Scenario

MONTHS_A_QUARTER = 3
NOT_ASKED = 2


def law_tables(scenario: Scenario, quarters: int) -> LawTables:
    """The law's tables by quarter (axis `date`) and contingency, in the scenario's order."""
    facts = [_facts(scenario, item) for item in scenario.contingencies.values()]
    return tabulate(facts, _first_days(scenario, quarters))


def lever_gates(scenario: Scenario, quarters: int) -> np.ndarray:
    """int8[quarter, lever]: 0 where law forbids every use of the lever, 1 allows, 2 undetermined or not asked."""
    gates = np.full((quarters, len(LEVERS)), NOT_ASKED, np.int8)
    law = tabulate_levers(_first_days(scenario, quarters))
    for place, name in enumerate(law.levers):
        gates[:, LEVER[name]] = law.gate[:, place]
    return gates


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
