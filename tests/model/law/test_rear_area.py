"""Rear areas in war: the rule of areas loses days when the front moves, that of the scene what attack has closed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.model.law.rear_area import MECHANISM
from kaname.words.axes import END_LIMITED_WAR
from kaname.words.moves import GUARANTOR
from tests.laws.shown import NotShown

SHOWN = NotShown("under the rule of 2015 it takes so little, in wars so few, that no other room's number shows it")


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    w.ending[:] = rng.integers(0, 8, w.ending.shape)
    w.camp_released = int(rng.integers(0, 2))


PREPARE = shape


def war(scene: Any, rule: float, control: float = 0.4, closed: float = 2.0) -> Any:
    s = scene(12)
    w, p = s.w, s.p
    w.ending[:], w.ending[0] = 0, END_LIMITED_WAR
    p.host[:], p.target[:] = p.ally, p.partner
    w.camp_released, w.camp_day, w.camp_arrival = 1, 40.0, 10.0
    w.last_control[:], w.camp_bases_closed[GUARANTOR], w.camp_bases_open[GUARANTOR] = control, closed, 18.0
    w.support_days, w.support_lost = 0.0, 0.0
    p.front_usual, p.front_step, p.rear_pause = 0.0, 0.05, 7.0
    s.lever("rear_area_rule", rule)
    return s


@pytest.mark.system("S02")
@pytest.mark.system("S42")
def test_the_rule_of_areas_loses_most_days_of_support_when_the_front_moves(scene: Any) -> None:
    area, where_combat_is = (war(scene, rule).run(MECHANISM) for rule in (0.0, 1.0))
    assert area.support_days == where_combat_is.support_days == 30.0
    assert area.support_lost > 20.0
    assert where_combat_is.support_lost == pytest.approx(3.0)


@pytest.mark.system("S02")
def test_a_front_that_stands_still_takes_nothing_under_either_rule(scene: Any) -> None:
    for rule in (0.0, 1.0):
        assert war(scene, rule, control=0.0).run(MECHANISM).support_lost == 0.0


def test_no_rule_of_rear_areas_holds_in_the_allys_own_war_nor_before_help_has_come(scene: Any) -> None:
    s = war(scene, 0.0)
    s.p.target[:] = s.p.ally
    assert s.run(MECHANISM).support_days == 0.0
    s = war(scene, 0.0)
    s.w.camp_released = 0
    assert s.run(MECHANISM).support_days == 0.0


def test_a_quarter_without_war_leaves_no_shortfall(scene: Any) -> None:
    s = war(scene, 0.0)
    assert s.run(MECHANISM).support_shortfall > 0.5
    s.w.ending[:] = 0
    assert s.run(MECHANISM).support_shortfall == 0.0
