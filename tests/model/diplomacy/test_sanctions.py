"""Sanctions: each member's best response, the ally's part in it, and who counts."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.model.diplomacy.sanctions import MECHANISM
from tests.laws.shown import MORE, Shown

SHOWN = Shown("missiles.medium", MORE)


def coalition(scene, precision=100.0):
    s = scene(9)
    p, w = s.p, s.w
    p.choice_precision = precision
    p.sanctions_threat, p.sanctions_spill, p.sanctions_recruit, p.sanctions_stance = 0.4, 0.0, 0.3, 0.2
    p.sanctions_rivalry, p.sanctions_thaw, p.sanctions_relief, p.sanctions_speed = 0.3, 0.2, 0.4, 0.3
    p.sanctions_cost[:], p.sanctions_weight[:] = 0.25, 0.2
    p.sanctions_weight[p.proliferator] = 0.0
    w.threat[:], w.enforcement[:], w.sanctions_pressure = 0.5, 0.5, 0.5
    w.tension[:], w.thaw, w.deal, w.trilateral_level, w.framework_depth = 0.2, 0.0, 0, 0.2, 0.2
    s.lever("deal_stance", 0.0)
    return s


@pytest.mark.system("S51")
def test_who_sees_the_threat_enforces_and_who_pays_dearly_does_not(scene):
    s = coalition(scene)
    rival, ally = int(s.p.rival), int(s.p.ally)
    s.p.sanctions_cost[rival] = 0.9
    after = s.run(MECHANISM, 20).enforcement
    assert after[ally] > 0.95
    assert after[rival] < 0.55


@pytest.mark.system("S51")
def test_an_ally_that_enforces_and_works_with_others_brings_them_in(scene):
    alone, idle, together = coalition(scene), coalition(scene), coalition(scene)
    for s in (alone, idle, together):
        s.p.sanctions_threat, s.p.sanctions_stance = 0.1, 0.0
        s.w.threat[s.p.ally] = 1.0
        s.p.sanctions_cost[s.p.ally] = 2.0 if s is idle else 0.01
        s.w.trilateral_level = s.w.framework_depth = 0.2 if s is alone else 1.0
    partner = int(alone.p.partner)
    brought_in = together.run(MECHANISM, 20).enforcement[partner]
    assert brought_in > alone.run(MECHANISM, 20).enforcement[partner] + 0.3
    assert brought_in > idle.run(MECHANISM, 20).enforcement[partner] + 0.3


@pytest.mark.system("S52")
def test_a_thaw_loosens_the_partners_and_the_rivals_enforcement(scene):
    cold, warm = coalition(scene), coalition(scene)
    warm.w.thaw = 1.0
    for s in (cold, warm):
        s.p.sanctions_cost[:] = 0.3
        s.p.sanctions_stance = 0.0
    after_cold, after_warm = cold.run(MECHANISM, 20).enforcement, warm.run(MECHANISM, 20).enforcement
    for role in ("partner", "rival"):
        assert after_warm[cold.p[role]] < after_cold[cold.p[role]] - 0.3


@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_others_enforcement_invites_or_replaces_ones_own_as_the_free_sign_says(scene, sign):
    s = coalition(scene)
    s.p.sanctions_spill = 0.5 * sign
    s.p.sanctions_cost[:] = 0.35
    base = coalition(scene)
    base.p.sanctions_cost[:] = 0.35
    difference = s.run(MECHANISM, 20).sanctions_pressure - base.run(MECHANISM, 20).sanctions_pressure
    assert sign * difference > 0.0


def test_a_deal_ends_much_of_the_reason_to_enforce(scene):
    none, deal = coalition(scene), coalition(scene)
    deal.w.deal = 2
    assert deal.run(MECHANISM, 20).sanctions_pressure < none.run(MECHANISM, 20).sanctions_pressure - 0.2


def test_all_members_are_asked_before_any_has_changed(scene):
    """Had the ally's new enforcement been seen in the same quarter, the first answer of the others would differ."""
    low, high = coalition(scene), coalition(scene)
    low.p.sanctions_cost[low.p.ally] = 1.9
    after_low, after_high = low.run(MECHANISM).enforcement, high.run(MECHANISM).enforcement
    ally = int(low.p.ally)
    assert after_low[ally] != after_high[ally]
    np.testing.assert_array_equal(np.delete(after_low, ally), np.delete(after_high, ally))


def test_pressure_is_the_trade_weighted_mean(scene):
    s = coalition(scene)
    s.p.sanctions_weight[:] = 0.0
    s.p.sanctions_weight[s.p.rival] = 0.9
    assert s.run(MECHANISM, 5).sanctions_pressure == pytest.approx(s.w.enforcement[s.p.rival])
