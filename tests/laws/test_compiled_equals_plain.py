"""Compiled and uncompiled, the same future: the same discrete outcomes, and numbers that agree to 1e-9.

Covered: quarters with elections and levers, a crisis forced in every contingency, a campaign, every value of every
switch between rival theories, and every mechanism.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.engine.quarter import quarter
from kaname.model.engine.run import turn_at
from kaname.model.world.room import empty_room
from kaname.words.fields import FIELDS
from kaname.words.params import PARAMS
from tests.laws.arms import study

BARGAIN = "unequal_by_design"
YEARS = 5
AGREEMENT = 1e-9
OFTEN = 4.0
WAR = {"opportunity_rate": OFTEN, "temptation": 10.0, "escalation_cost": 0.0, "loss_cost": 0.0}


@lru_cache(maxsize=1)
def switches() -> tuple[tuple[str, int], ...]:
    """Every value of every switch that futures draw."""
    found = []
    for item in study(YEARS, False, (BARGAIN,)).sampled:
        if item.declared.kind != "real" and not item.starts:
            declared = next(param for param in PARAMS if param.name == item.name)
            found += [(item.name, value) for value in range(int(declared.low), int(declared.high) + 1)]
    return tuple(found)


def played(run: Any, future: int, quarters: int, first: int = 0, **changed: float) -> np.ndarray:
    """The world after some quarters, by a compiled or an uncompiled quarter."""
    compiled = study(YEARS, False, (BARGAIN,))
    world, params, _ = compiled.futures(BARGAIN, 1, future, 1)
    for name, value in changed.items():
        params[name][...] = value
    w, p = world.view(np.recarray)[0], params.view(np.recarray)[0]
    room = empty_room()
    for now in range(first, first + quarters):
        room[2][:] = 0
        turn = turn_at(1, future, now, compiled.tables, compiled.bots, *room)
        with np.errstate(all="ignore"):
            run(w, p, turn)
    return world


def assert_agree(left: np.ndarray, right: np.ndarray) -> None:
    for field in FIELDS:
        one, other = left[field.name][0], right[field.name][0]
        if field.kind == "real":
            assert other == pytest.approx(one, rel=AGREEMENT, abs=AGREEMENT), field.name
        else:
            assert np.array_equal(one, other), field.name


def both(future: int, quarters: int, **changed: float) -> np.ndarray:
    """Play it both ways, compare, and hand back the compiled world."""
    compiled = played(quarter, future, quarters, **changed)
    assert_agree(compiled, played(plain(quarter), future, quarters, **changed))
    return compiled


@pytest.mark.parametrize("future", range(3))
def test_a_year_with_offers_and_elections(future: int) -> None:
    world = both(future, 4, opportunity_rate=0.0)
    assert world["total_opportunities"].sum() == 0


@pytest.mark.parametrize("future", range(3))
def test_a_crisis_in_every_contingency(future: int) -> None:
    world = both(future, 1, opportunity_rate=OFTEN)
    assert (world["total_opportunities"] > 0).sum() >= 6
    assert world["total_challenges"].sum() > 0


def test_campaigns_and_their_aftermath() -> None:
    fought, days = 0, 0.0
    for future in range(3):
        world = both(future, 2, **WAR)
        days += float(world["camp_day"][0])
        fought += int(world["total_endings"][0][:, 5:8].sum())
    assert fought >= 3
    assert days > 0.0


@pytest.mark.parametrize(("switch", "value"), switches(), ids=lambda word: str(word))
def test_every_value_of_every_switch(switch: str, value: int) -> None:
    world = both(1, 2, **{switch: value, **WAR})
    assert world["total_challenges"].sum() > 0


@pytest.mark.parametrize("switch", sorted({name for name, _ in switches()}))
def test_every_switch_moves_the_compiled_world(switch: str) -> None:
    values = [value for name, value in switches() if name == switch]
    assert len(values) >= 2
    for value in values[1:]:
        assert any(
            played(quarter, future, 8, **{switch: values[0], **WAR}).tobytes()
            != played(quarter, future, 8, **{switch: value, **WAR}).tobytes()
            for future in range(6)
        )


def test_several_rival_theories_are_covered() -> None:
    assert len({name for name, _ in switches()}) >= 5
