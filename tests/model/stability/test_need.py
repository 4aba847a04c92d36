"""The protector's need of the treaty: tied to the ally by a shield that stands on it, loosened by one that does not."""

from __future__ import annotations

import pytest

from kaname.model.stability.need import MECHANISM
from tests.laws.shown import MORE, Shown

SHOWN = Shown("support_alliance.protector", MORE)


def shielded(scene, architecture: float, part: float):
    s = scene(9)
    s.p.need_inside, s.p.need_outside, s.p.need_common, s.p.need_speed = 0.3, 0.4, 0.5, 0.2
    s.p.opinion_protector_threat_normal = 0.5
    s.w.threat[:], s.w.treaty_need = 0.5, 0.0
    s.lever("defence_architecture", architecture, 0.0)
    s.lever("shield_part", part, 0.5)
    return s


@pytest.mark.system("S62")
def test_need_rises_with_an_ally_inside_the_shield_and_falls_with_one_outside(scene):
    inside, outside = (shielded(scene, 1.0, part).run(MECHANISM, 60).treaty_need for part in (1.0, 0.0))
    assert (inside, outside) == pytest.approx((0.3, -0.4), abs=1e-3)
    assert shielded(scene, 0.0, 0.0).run(MECHANISM, 60).treaty_need == pytest.approx(0.0)


@pytest.mark.system("S62")
def test_the_order_can_be_the_other_way_round(scene):
    s = shielded(scene, 1.0, 0.0)
    s.p.need_outside = -0.2
    assert s.run(MECHANISM, 60).treaty_need == pytest.approx(0.2, abs=1e-3)


def test_a_common_threat_adds_to_it(scene):
    s = shielded(scene, 0.0, 0.5)
    s.w.threat[:] = 0.7
    assert s.run(MECHANISM, 60).treaty_need == pytest.approx(0.1, abs=1e-3)
