"""Names laid out on axes: the first world and the parameters of a scenario, the calendar.

Everything that is a figure goes through `values.array_of`; roles become places on the actor axis.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaname.compile.bargains import lever_start
from kaname.compile.sampling import Sampled, sampled_of
from kaname.compile.values import Axes, array_of
from kaname.core.errors import InputError
from kaname.core.units import QUARTERS_A_YEAR
from kaname.evidence.figures import Figure
from kaname.evidence.load import Evidence
from kaname.scenarios.records import Scenario
from kaname.words.axes import PROTECTOR_SIDE, SIDES
from kaname.words.fields import FIELDS, world_type
from kaname.words.levers import LEVERS
from kaname.words.params import BACKED, params_type

FIRST_OF_ALLY, OTHERS_OF_ALLY, OF_PROTECTOR = range(3)
CASES = {"homeland": "homeland_case", "cyber": "cyber_case", "missile": "missile_case"}


def start_world(scenario: Scenario, axes: Axes) -> tuple[np.ndarray, list[Sampled]]:
    """Return a record array of length 1 with the scenario's starting values, and those that futures sample."""
    world = np.zeros(1, world_type({name: len(members) for name, members in axes.items()}))
    sampled = []
    for field in FIELDS:
        figure = scenario.initial.get(field.name)
        if figure is None:
            continue
        world[field.name][0] = _inside(array_of(figure, figure.central, field, axes), field, figure)
        if figure.uncertain:
            sampled.append(sampled_of(figure, field, True, axes))
    for place, lever in enumerate(LEVERS):
        world["lever"][0, place] = lever_start(scenario, lever)
    return world, sampled


def base_params(scenario: Scenario, evidence: Evidence, axes: Axes) -> tuple[np.ndarray, list[Sampled]]:
    """Return a record array of length 1 with structure and central values, and the parameters that futures sample."""
    params = np.zeros(1, params_type({name: len(members) for name, members in axes.items()}))
    _structure(params[0], scenario, axes)
    sampled = []
    for param in BACKED:
        figure = scenario.parameters.get(param.name) or evidence.figures.get(param.name)
        if figure is None:
            raise InputError(
                f"the parameter {param.name} has no figure", path=f"parameters.{param.name}",
                hint="Add a figure of this id to the evidence or to the scenario's parameters.",
            )  # fmt: skip
        params[param.name][0] = _inside(array_of(figure, figure.central, param, axes), param, figure)
        if figure.uncertain:
            sampled.append(sampled_of(figure, param, False, axes))
    return params, sampled


def calendar_of(scenario: Scenario, quarters: int) -> np.ndarray:
    """Return int8[quarters, 3]: 1 where an election is held: by the ally's first rule, its others, the protector's."""
    marks = np.zeros((quarters, OF_PROTECTOR + 1), np.int8)
    row = FIRST_OF_ALLY
    for rule in scenario.calendar.values():
        of_protector = rule.side == SIDES[PROTECTOR_SIDE]
        for now in range(quarters):
            if rule.held_in(*quarter_of(scenario, now)):
                marks[now, OF_PROTECTOR if of_protector else row] = 1
        row = row if of_protector else OTHERS_OF_ALLY
    return marks


def quarter_of(scenario: Scenario, now: int) -> tuple[int, int]:
    """Calendar year and quarter (1-4) of the quarter `now` counted from the start."""
    count = scenario.start.year * QUARTERS_A_YEAR + scenario.start.quarter - 1 + now
    return count // QUARTERS_A_YEAR, count % QUARTERS_A_YEAR + 1


def _structure(p: Any, scenario: Scenario, axes: Axes) -> None:
    actors = list(axes["actor"])
    p["start_year"] = scenario.start.year
    p["reaction"] = 1.0
    for role in ("protector", "ally", "rival", "proliferator", "partner"):
        holders = scenario.of_role(role)
        p[role] = actors.index(holders[0]) if holders else actors.index(scenario.of_role("protector")[0])
    for k, contingency in enumerate(scenario.contingencies.values()):
        for role in ("challenger", "target", "guarantor"):
            p[role][k] = actors.index(getattr(contingency, role))
        p["host"][k] = actors.index(contingency.host) if contingency.host else -1
        for case, name in CASES.items():
            p[name][k] = float(case in contingency.case)


def _inside(values: np.ndarray, declared: Any, figure: Figure) -> np.ndarray:
    if values.size and (values.min() < declared.low or values.max() > declared.high):
        raise InputError(
            f"{values.min():g}..{values.max():g} leaves {declared.low:g}..{declared.high:g} (unit: {declared.unit})",
            file=figure.file, line=figure.line, path=figure.id,
        )  # fmt: skip
    return values


def sizes(axes: Mapping[str, Any]) -> dict[str, int]:
    """Axis sizes by name."""
    return {name: len(members) for name, members in axes.items()}
