"""Military shares: two theories that start together and part, debt that binds, windows, adversaries that adapt."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import JIT, plain
from kaname.core.units import QUARTERS_A_YEAR
from kaname.model.economy import burden as room
from kaname.model.economy.burden import AUTONOMY, EXPLOITATION, JOINT_PRODUCTS, MECHANISM
from kaname.model.economy.competition import MECHANISM as COMPETITION
from kaname.model.economy.debt import MECHANISM as DEBT
from kaname.model.economy.growth import MECHANISM as GROWTH
from kaname.model.economy.sea_lanes import MECHANISM as SEA_LANES
from kaname.model.economy.trade import MECHANISM as TRADE
from kaname.model.forces.buildup import procurement
from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of
from kaname.words.axes import ALLY_SIDE, PROTECTOR_SIDE
from kaname.words.levers import AGREED, IN_FORCE, LEVER
from tests.laws.shown import Shown
from tests.model.economy.worlds import ALLY, PROLIFERATOR, PROTECTOR, RIVAL, equal_rows, play, still

SHOWN = Shown("regional_capacity")

DEFENCE_SHARE = LEVER["defence_share"]
QUARTERS = 40
ECONOMY = (GROWTH, DEBT, TRADE, COMPETITION, MECHANISM, SEA_LANES)


def quiet(theory: int = EXPLOITATION) -> tuple[Any, Any]:
    """A still world without luck, without the protector's debt above its limit."""
    w, p = still()
    p.burden_spread[:], p.burden_theory = 0.0, theory
    w.debt[:] = np.minimum(w.debt, p.debt_limit)
    return w, p


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    if rng.random() < 0.4:
        w.lever[DEFENCE_SHARE] = 0.0
    w.hedge = int(rng.integers(0, 5))


PREPARE = shape


@pytest.mark.parametrize("theory", [EXPLOITATION, JOINT_PRODUCTS])
def test_both_theories_start_at_the_normal_share(theory: int) -> None:
    w, p = quiet(theory)
    wanted = plain(room.demand)
    members = (ALLY, 4, 7, 8)
    for a in members:
        assert wanted(w, p, a, p.burden_normal[a]) == pytest.approx(p.burden_normal[a], rel=2e-3)


def share_after(theory: int, belief: float, complement: float = 0.0) -> float:
    """The ally's share after ten years at a belief in the protector."""
    w, p = quiet(theory)
    p.burden_joint, w.belief[:] = complement, belief
    return float(play(MECHANISM, w, p, quarters=40).defence_share[ALLY])


def armed(**stocks: float) -> tuple[Any, Any]:
    """A still world with forces at 1 bn a unit, in which the ally fears the rival."""
    w, p = quiet(JOINT_PRODUCTS)
    p.burden_joint, p.burden_answer, p.burden_imbalance_spill = 0.0, 0.2, 0.2
    p.buildup_cost[:], p.enmity[:], w.picture_capability[:] = 1.0, 0.0, 1.0
    p.enmity[ALLY, RIVAL] = 0.6
    for actor, units in {"rival": 1000.0, "ally": 200.0, "protector": 900.0, **stocks}.items():
        w.stock[getattr(p, actor), 0] = units
    p.burden_normal_imbalance[ALLY] = plain(room.imbalance)(*quiet_forces(p, w))
    return w, p


def quiet_forces(p: Any, w: Any) -> tuple[Any, Any, int]:
    """The ally's imbalance with the forces at the start, before a test has changed any."""
    start = w.copy()
    start.stock[[RIVAL, ALLY, PROTECTOR], 0] = [1000.0, 200.0, 900.0]
    return start, p, ALLY


def armed_share(answer: float = 0.2, belief: float | None = None, **stocks: float) -> float:
    w, p = armed(**stocks)
    p.burden_answer = answer
    if belief is not None:
        w.belief[:] = belief
    return float(play(MECHANISM, w, p, quarters=40).defence_share[ALLY])


@pytest.mark.system("S31")
def test_a_rival_that_trebles_its_forces_and_a_guarantee_that_goes_each_raise_the_allys_share() -> None:
    usual = armed_share()
    assert armed_share(rival=3000.0) > 1.1 * usual
    assert armed_share(belief=0.01) > 1.02 * usual
    assert armed_share(ally=600.0) < usual
    assert armed_share(answer=0.0, rival=3000.0) == pytest.approx(armed_share(answer=0.0))


@pytest.mark.system("S31")
def test_a_doubted_protector_makes_the_ally_pay_more_only_where_forces_replace_each_other() -> None:
    assert share_after(EXPLOITATION, 0.1) > share_after(EXPLOITATION, 0.9)
    assert share_after(JOINT_PRODUCTS, 0.1, 0.5) < share_after(JOINT_PRODUCTS, 0.9, 0.5)
    assert share_after(JOINT_PRODUCTS, 0.1, -0.3) > share_after(JOINT_PRODUCTS, 0.9, -0.3)


@pytest.mark.system("S32")
def test_autonomy_wants_three_times_the_budget_and_debt_keeps_an_adopted_goal_from_being_reached() -> None:
    w, p = quiet()
    plain_world, _ = quiet()
    w.hedge = AUTONOMY
    play(MECHANISM, w, p, quarters=80)
    play(MECHANISM, plain_world, p, quarters=80)
    assert w.defence_share[ALLY] > 2.4 * plain_world.defence_share[ALLY]
    reached = []
    for debt in (0.5, 6.0):
        indebted, q = quiet()
        q.burden_debt, indebted.debt[ALLY], indebted.lever[DEFENCE_SHARE] = 0.0, debt, 0.05
        reached.append(play(MECHANISM, indebted, q, quarters=80).defence_share[ALLY])
    assert reached[0] == pytest.approx(0.05, rel=0.02)
    assert reached[1] < 0.7 * reached[0]


def test_an_adopted_goal_still_answers_threat() -> None:
    calm, p = quiet()
    alarmed, _ = quiet()
    for w in (calm, alarmed):
        w.lever[DEFENCE_SHARE] = 0.02
    alarmed.threat[ALLY, RIVAL] = 0.95
    play(MECHANISM, alarmed, p, quarters=20)
    play(MECHANISM, calm, p, quarters=20)
    assert alarmed.defence_share[ALLY] > calm.defence_share[ALLY]


def test_a_goal_below_the_wish_is_followed_whatever_the_debt() -> None:
    w, p = quiet()
    w.lever[DEFENCE_SHARE], w.debt[ALLY], p.burden_debt = 0.01, 6.0, 0.0
    assert play(MECHANISM, w, p, quarters=80).defence_share[ALLY] == pytest.approx(0.01, rel=0.05)


@pytest.mark.system("S09")
def test_an_election_window_slows_the_budget() -> None:
    free, p = quiet()
    waiting, _ = quiet()
    waiting.window[ALLY_SIDE] = 1.0
    for w in (free, waiting):
        w.lever[DEFENCE_SHARE] = 0.03
    start = free.defence_share[ALLY]
    moved = play(MECHANISM, free, p).defence_share[ALLY] - start
    held = play(MECHANISM, waiting, p).defence_share[ALLY] - start
    assert held == pytest.approx((1 - p.burden_freeze) * moved)


@pytest.mark.system("S31")
def test_adversaries_answer_the_alliances_spending_by_the_strength_of_reaction() -> None:
    def of_rival(reaction: float) -> float:
        w, p = quiet()
        p.reaction, w.spending[ALLY] = reaction, 400.0
        before = w.defence_share.copy()
        play(MECHANISM, w, p)
        assert w.defence_share[PROLIFERATOR] >= before[PROLIFERATOR]
        return float(w.defence_share[RIVAL])

    assert of_rival(1.0) > of_rival(0.0)


@pytest.mark.system("S30")
def test_debt_and_a_retrenching_leadership_lower_the_protectors_share() -> None:
    free, p = quiet()
    indebted, _ = quiet()
    away, _ = quiet()
    indebted.debt[PROTECTOR], away.administration = p.debt_limit[PROTECTOR] + 1.0, 3
    usual = play(MECHANISM, free, p, quarters=20).defence_share[PROTECTOR]
    assert play(MECHANISM, indebted, p, quarters=20).defence_share[PROTECTOR] < usual
    assert play(MECHANISM, away, p, quarters=20).defence_share[PROTECTOR] < usual


def test_the_share_times_output_is_the_spending() -> None:
    w, p = quiet()
    play(MECHANISM, w, p)
    assert w.spending == pytest.approx(w.defence_share * w.gdp)


@pytest.mark.skipif(not JIT, reason="nothing is compiled with KANAME_JIT=0")
def test_compiled_and_plain_economies_are_the_same() -> None:
    def world(seed: int) -> tuple[Any, Any, Any]:
        rng = np.random.default_rng(seed)
        w, p, tables = random_world(rng), random_params(rng), empty_tables()
        shape(rng, w, p, tables)
        return w, p, turn_of(seed, tables, quarter=seed)

    assert equal_rows(ECONOMY, world) == []


def test_what_levels_costs_is_spent_and_never_below_nothing() -> None:
    w, p = quiet()
    same, q = quiet()
    q.levelled_spending[ALLY], q.levelled_spending[PROTECTOR] = 5.0, -1e6
    play(MECHANISM, w, p)
    play(MECHANISM, same, q)
    assert same.spending[ALLY] == pytest.approx(w.spending[ALLY] + 5.0)
    assert same.spending[PROTECTOR] == 0.0
    assert (same.defence_share == w.defence_share).all()


def dearer(cost: float = 10.0) -> tuple[Any, Any]:
    """A quiet world in which one lever in force costs the ally so much a year, and nothing else costs anything."""
    w, p = quiet()
    p.lever_cost_ally[:] = p.lever_cost_protector[:] = 0.0
    w.lever_state[:], w.deal_payment[:] = AGREED, 0.0
    w.lever_state[4], p.lever_cost_ally[4] = IN_FORCE, cost
    return w, p


def test_only_levers_in_force_and_payments_under_a_deal_cost() -> None:
    w, p = dearer()
    p.lever_cost_ally[5] = p.lever_cost_protector[5] = 99.0
    w.deal_payment[ALLY_SIDE], w.deal_payment[PROTECTOR_SIDE] = 2.0, 8.0
    play(MECHANISM, w, p)
    assert w.bargain_cost[ALLY] == pytest.approx(12.0)
    assert w.bargain_cost[PROTECTOR] == pytest.approx(8.0)
    assert w.bargain_cost[RIVAL] == 0.0


@pytest.mark.parametrize("cost", [10.0, -10.0])
def test_what_a_lever_costs_moves_spending_share_and_debt_the_same_way(cost: float) -> None:
    cheap, dear = dearer(0.0), dearer(cost)
    for _ in range(QUARTERS):
        for w, p in (cheap, dear):
            play(DEBT, w, p)
            play(MECHANISM, w, p)
    moved = {name: dear[0][name][ALLY] - cheap[0][name][ALLY] for name in ("spending", "defence_share", "debt")}
    assert all(change * cost > 0.0 for change in moved.values()), moved


def test_the_budget_grows_to_what_a_lever_costs_at_the_speed_of_budgets() -> None:
    cheap, dear = dearer(0.0), dearer()
    rises = []
    for _ in range(QUARTERS):
        for w, p in (cheap, dear):
            w.threat[:] = 0.5
            play(MECHANISM, w, p)
        rises.append(float(dear[0].spending[ALLY] - cheap[0].spending[ALLY]))
    assert 0.0 < rises[0] < 0.5 * 10.0
    assert rises[-1] == pytest.approx(10.0, rel=0.1)


def test_what_a_bargain_costs_buys_no_forces() -> None:
    w, p = dearer()
    play(MECHANISM, w, p)
    with_cost = float(plain(procurement)(w, p, ALLY))
    w.bargain_cost[ALLY] = 0.0
    paid = float(plain(procurement)(w, p, ALLY)) - with_cost
    assert paid == pytest.approx(p.buildup_force_share[ALLY] * 10.0 / QUARTERS_A_YEAR)
