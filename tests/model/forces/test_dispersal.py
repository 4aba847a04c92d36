"""Dispersal: how slowly civil airfields open, and what holds them back."""

from __future__ import annotations

import pytest

from kaname.model.forces.dispersal import MECHANISM
from kaname.words.axes import ALLY_SIDE, CIVIL_FACILITIES
from tests.laws.shown import MORE, Shown

SHOWN = Shown("unmet.protector", MORE)


def agreed(scene):
    s = scene(7)
    s.p.dispersal_speed, s.p.dispersal_opposition, s.p.dispersal_habit, s.p.dispersal_lapse = 0.1, 0.6, 0.5, 0.15
    s.w.dispersal, s.w.base_opposition = 0.1, 0.3
    s.w.implemented[CIVIL_FACILITIES] = 0.5
    s.w.window[:] = 0.0
    s.lever("dispersal_civil", 0.8)
    return s


@pytest.mark.system("S08")
@pytest.mark.parametrize("hindrance", ["opposition", "guidelines", "election"])
def test_opposition_unfinished_guidelines_and_elections_slow_the_opening(scene, hindrance):
    free, held = agreed(scene), agreed(scene)
    if hindrance == "opposition":
        held.w.base_opposition = 0.9
    elif hindrance == "guidelines":
        held.w.implemented[CIVIL_FACILITIES] = 0.0
    else:
        held.w.window[ALLY_SIDE] = 1.0
    assert held.run(MECHANISM, 8).dispersal < free.run(MECHANISM, 8).dispersal - 0.03


@pytest.mark.system("S43")
def test_an_agreed_share_of_airfields_becomes_usable_over_years_not_at_once(scene):
    s = agreed(scene)
    after_one = s.run(MECHANISM, 1).dispersal
    assert 0.1 < after_one < 0.15
    assert s.run(MECHANISM, 40).dispersal > 0.6


def test_arrangements_lapse_when_the_goal_is_lowered(scene):
    s = agreed(scene)
    s.w.dispersal = 0.8
    s.lever("dispersal_civil", 0.2)
    assert s.run(MECHANISM, 20).dispersal == pytest.approx(0.2, abs=0.05)
