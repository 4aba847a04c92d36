"""Build-up: one budget, many claims on it; lead times, wear, losses; adversaries that answer or do not."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.model.forces.buildup import MECHANISM
from kaname.words.axes import (
    AIR,
    COAST_GUARD,
    COASTAL_STRIKE,
    ICBM,
    INTERCONTINENTAL,
    MEDIUM,
    SHORT,
    STRIKE,
    SURFACE,
    WARHEAD,
)
from tests.laws.shown import Shown

SHOWN = Shown("exposure.korea_missile")

ALLOCATIONS = ("denial", "strike", "interceptors", "bases", "cyber", "regional")


def forces(scene, number=11, **shares):
    """A scene in which a budget of 40 bn a year meets small upkeep, and allocation is as told."""
    s = scene(number)
    p, w = s.p, s.w
    p.buildup_cost[:], p.buildup_price_level[:], p.buildup_upkeep[:] = 0.1, 1.0, 0.001
    p.buildup_life[:], p.buildup_lead[:], p.buildup_force_share[:] = 120.0, 12.0, 0.5
    p.buildup_mix[:] = 1.0 / p.buildup_cost.shape[0]
    p.buildup_denial_split[:] = 0.0
    p.buildup_denial_split[[AIR, SURFACE, COASTAL_STRIKE]] = [0.3, 0.3, 0.4]
    p.buildup_upper_share, p.regional_decay = 0.5, 0.02
    p.reaction, p.reaction_strike, p.reaction_interceptors, p.reaction_presence = 1.0, 0.2, 0.1, 0.1
    p.reaction_lag, p.reaction_limit = 8.0, 0.5
    p.reaction_mix[:] = 0.0
    p.reaction_mix[STRIKE] = 1.0
    w.stock[:], w.pipeline[:], w.losses[:], w.spending[:] = 100.0, 10.0, 0.0, 40.0
    w.missiles[:], w.bargain_cost[:] = 50.0, 0.0
    w.regional_capacity, w.presence = 1.0, 0.5
    for name in ALLOCATIONS:
        s.lever(f"allocation_{name}", shares.get(name, 0.0))
    return s


@pytest.mark.system("S31")
def test_spending_above_upkeep_becomes_forces_after_the_lead_time(scene):
    poor, rich = forces(scene), forces(scene)
    rich.w.spending[:] = 80.0
    a = int(poor.p.ally)
    early = rich.run(MECHANISM, 1).stock[a, AIR] - poor.run(MECHANISM, 1).stock[a, AIR]
    late = rich.run(MECHANISM, 39, 2).stock[a, AIR] - poor.run(MECHANISM, 39, 2).stock[a, AIR]
    assert early == 0.0
    assert late > 10.0


def test_money_below_upkeep_buys_nothing(scene):
    s = forces(scene)
    s.w.spending[:] = 0.0
    s.w.pipeline[:] = 0.0
    s.run(MECHANISM)
    a = int(s.p.ally)
    assert s.w.pipeline[a, AIR] == 0.0
    assert s.w.stock[a, AIR] == pytest.approx(100.0 * (1.0 - 1.0 / 120.0))


@pytest.mark.system("S35")
def test_what_goes_to_the_region_is_missing_at_home(scene):
    home, region = forces(scene, denial=0.9), forces(scene, denial=0.4, regional=0.5)
    a = int(home.p.ally)
    at_home, abroad = home.run(MECHANISM, 40), region.run(MECHANISM, 40)
    assert at_home.stock[a, COASTAL_STRIKE] > abroad.stock[a, COASTAL_STRIKE] + 10.0
    assert abroad.regional_capacity > at_home.regional_capacity + 10.0


def test_levers_that_ask_for_more_than_the_budget_are_scaled_down(scene):
    asked_much, asked_all = forces(scene, denial=1.0, strike=1.0), forces(scene, denial=0.5, strike=0.5)
    a = int(asked_all.p.ally)
    np.testing.assert_allclose(asked_much.run(MECHANISM, 8).stock[a], asked_all.run(MECHANISM, 8).stock[a])


def test_every_bn_is_spent_once(scene):
    s = forces(scene, denial=0.4, strike=0.2, interceptors=0.1, bases=0.05, cyber=0.05, regional=0.1)
    a = int(s.p.ally)
    s.w.pipeline[:] = 0.0
    s.p.regional_decay = 0.0
    upkeep = (s.p.buildup_upkeep * s.p.buildup_cost * s.w.stock[a]).sum()
    s.run(MECHANISM)
    spent = (s.w.pipeline[a] * s.p.buildup_cost).sum() + s.w.regional_capacity - 1.0
    assert spent == pytest.approx(40.0 * 0.5 / 4.0 - upkeep)


@pytest.mark.parametrize("strength", [0.0, 1.0])
def test_adversaries_answer_the_alliances_strike_only_where_reaction_says_so(scene, strength):
    calm, armed = forces(scene, denial=1.0), forces(scene, strike=1.0)
    calm.p.reaction = armed.p.reaction = strength
    armed.p.buildup_cost[STRIKE] = calm.p.buildup_cost[STRIKE] = 0.01
    difference = []
    for s in (calm, armed):
        s.run(MECHANISM, 40, first=0)
        difference.append(s.w.stock[s.p.rival, STRIKE])
    if strength == 0.0:
        assert difference[0] == difference[1]
        assert armed.w.reaction_effort == 0.0
    else:
        assert armed.w.reaction_effort > 0.05
        assert difference[1] > difference[0] + 1.0


def test_an_answering_adversary_orders_more_in_all(scene):
    calm, armed = forces(scene), forces(scene)
    for s in (calm, armed):
        s.w.reaction_seen = 1.0
    orders = []
    for s in (calm, armed):
        s.p.reaction_lag = 80.0
        s.w.reaction_start = -1.0 if s is armed else 1.0
        s.run(MECHANISM)
        orders.append((s.w.pipeline[s.p.proliferator] * s.p.buildup_cost).sum())
    assert orders[1] > orders[0] + 1.0


def test_the_answer_may_also_be_to_do_less(scene):
    s = forces(scene, strike=1.0)
    s.p.reaction_strike = s.p.reaction_interceptors = s.p.reaction_presence = -0.2
    assert s.run(MECHANISM, 40, first=0).reaction_effort < 0.0


def test_losses_of_last_quarter_leave_the_stock(scene):
    s, hit = forces(scene), forces(scene)
    a = int(s.p.ally)
    hit.w.losses[a, AIR] = 30.0
    lost = s.run(MECHANISM).stock[a, AIR] - hit.run(MECHANISM).stock[a, AIR]
    assert lost == pytest.approx(30.0 * (1.0 - 1.0 / 120.0))


def test_the_rivals_warheads_and_the_proliferators_missiles_belong_to_others(scene):
    s = forces(scene)
    s.w.losses[s.p.proliferator, STRIKE] = 20.0
    s.run(MECHANISM)
    assert s.w.stock[s.p.rival, WARHEAD] == 100.0
    assert s.w.stock[s.p.proliferator, STRIKE] == s.w.missiles[SHORT] + s.w.missiles[MEDIUM] - 20.0
    assert s.w.stock[s.p.proliferator, ICBM] == s.w.missiles[INTERCONTINENTAL]


def test_what_no_lever_asks_for_keeps_its_present_share(scene):
    s = forces(scene)
    a = int(s.p.ally)
    s.run(MECHANISM, 20)
    assert s.w.stock[a, COAST_GUARD] == pytest.approx(s.w.stock[a, AIR])
