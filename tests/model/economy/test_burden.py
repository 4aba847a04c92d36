"""Military shares: two theories that start together and part, debt that binds, windows, adversaries that adapt."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import JIT, plain
from kaname.model.economy import burden as room
from kaname.model.economy.burden import AUTONOMY, EXPLOITATION, JOINT_PRODUCTS, MECHANISM
from kaname.model.economy.competition import MECHANISM as COMPETITION
from kaname.model.economy.debt import MECHANISM as DEBT
from kaname.model.economy.growth import MECHANISM as GROWTH
from kaname.model.economy.sea_lanes import MECHANISM as SEA_LANES
from kaname.model.economy.trade import MECHANISM as TRADE
from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of
from kaname.words.axes import ALLY_SIDE
from kaname.words.levers import LEVER
from tests.laws.shown import Shown
from tests.model.economy.worlds import ALLY, PROLIFERATOR, PROTECTOR, RIVAL, equal_rows, play, still

SHOWN = Shown("regional_capacity")

DEFENCE_SHARE = LEVER["defence_share"]
ECONOMY = (GROWTH, DEBT, TRADE, COMPETITION, MECHANISM, SEA_LANES)


def quiet(theory: int = EXPLOITATION) -> tuple[Any, Any]:
    """A still world without luck, without the protector's debt above its limit."""
    w, p = still()
    p.burden_spread, p.burden_theory = 0.0, theory
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
