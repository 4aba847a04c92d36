"""The day of the campaign: what it touches, what it conserves, its limits, and that compiled and plain agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.campaign.day import MECHANISM, fight_days
from kaname.model.campaign.doors import close_campaign, open_campaign
from kaname.model.campaign.opening import actor_of, takes_part
from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of
from kaname.words.axes import AIR, BASE, COASTAL_STRIKE, GROUND, PARTIES, STRIKE, SUBMARINE, SURFACE
from kaname.words.moves import CHALLENGER, HOST, TARGET
from tests.laws.shown import Shown

SHOWN = Shown("gdp.cn")

NEVER = 1000.0
FIGHTERS = (AIR, SURFACE, SUBMARINE, COASTAL_STRIKE, STRIKE, GROUND)


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    """Make a random world one in which every turn of a campaign comes up."""
    p.campaign_horizon = float(1 + rng.integers(0, 8))
    if rng.random() < 0.5:
        p.target[:] = p.ally
    for name, share in (("missile_case", 0.25), ("cyber_case", 0.25), ("blockade_case", 0.2)):
        p[name][:] = rng.random(p[name].shape) < share
    w.access[:] = rng.integers(0, 3, w.access.shape)
    w.rung[:] = rng.integers(0, 6, w.rung.shape)
    w.camp_arrival = float(rng.choice([0, 2, 4, NEVER]))
    w.camp_ceiling[:], w.camp_standing = rng.integers(0, 3, w.camp_ceiling.shape), int(rng.integers(0, 2))
    w.camp_host_fire, w.camp_host_answers, w.camp_recapture = (int(n) for n in rng.integers(0, 2, 3))
    if (p.host < 0).any():
        w.camp_host_fire = w.camp_host_answers = 0  # only a host that there is ever decides to fight
    p.phase_days[:], p.phase_pause, p.stores_days = rng.integers(0, 3), float(rng.integers(0, 3)), 2.0
    w.camp_plan = int(rng.integers(0, 3))
    w.missiles[:] = rng.integers(0, 200, 3)
    w.stock[:] = rng.integers(0, 120, w.stock.shape)
    w.committed_quarter = int(rng.integers(0, 60))
    p.transit_first[:], p.transit_second[:] = rng.integers(0, 3), rng.integers(0, 4)
    p.magazine_days = float(rng.choice([1, 20]))
    p.hold_control, p.hold_days = rng.random() * 0.4, float(1 + rng.integers(0, 3))


def case(seed: int) -> tuple[Any, Any]:
    rng = np.random.default_rng(seed)
    w, p = random_world(rng), random_params(rng)
    shape(rng, w, p, None)
    return w, p


def parties(p: Any, k: int) -> tuple[list[int], list[int]]:
    """Places and actors of the parties of contingency k."""
    places = [party for party in range(len(PARTIES)) if plain(takes_part)(p, k, party)]
    return places, [int(plain(actor_of)(p, k, party)) for party in places]


WORLDS = 200
PREPARE = shape


@pytest.mark.parametrize("seed", range(25))
def test_units_bases_and_munitions_are_conserved_day_by_day(seed: int) -> None:
    w, p = case(seed)
    turn, k = turn_of(seed, empty_tables()), seed % 3
    p.campaign_horizon = 20.0
    stock = w.stock.copy()
    plain(open_campaign)(w, p, turn, k)
    before = w.camp_units + w.camp_reserve
    places, actors = parties(p, k)
    assert (w.camp_start[places, :BASE] <= stock[actors][:, :BASE] + 400 * (np.arange(BASE) == STRIKE)).all()
    assert w.camp_start.sum() == w.camp_start[places].sum()
    for day in range(1, 16):
        sites = w.camp_bases_open + w.camp_bases_closed
        plain(fight_days)(w, p, turn, k, float(day))
        now = w.camp_units + w.camp_reserve
        ashore = np.zeros_like(now)
        ashore[CHALLENGER, GROUND], ashore[TARGET, GROUND] = w.camp_lodgement, w.camp_garrison
        assert (w.camp_units >= 0).all()
        assert (w.camp_reserve >= 0).all()
        assert (now + ashore <= w.camp_start + 1e-9).all()
        assert (now <= before + 1e-9).all()
        assert (w.camp_bases_open + w.camp_bases_closed >= sites).all()
        own = [CHALLENGER, TARGET, HOST]
        assert (w.camp_bases_open[own] + w.camp_bases_closed[own] == sites[own]).all()
        assert (w.camp_tanker_short <= w.camp_bases_open).all()
        assert 0 <= w.camp_control <= 1
        before = now


@pytest.mark.parametrize("seed", range(12))
def test_losses_leave_stocks_once_and_survivors_are_tied(seed: int) -> None:
    w, p = case(seed)
    turn, k = turn_of(seed, empty_tables()), seed % 3
    w.losses[:], w.committed_quarter = 0, 0
    stock = w.stock.copy()
    plain(MECHANISM.run)(w, p, turn, k)
    if p.challenger[k] != p.proliferator:
        assert w.stock == pytest.approx(stock - w.losses)
    places, actors = parties(p, k)
    assert w.committed[actors] + w.losses[actors] == pytest.approx(w.camp_start[places])
    plain(open_campaign)(w, p, turn, k)
    free = np.maximum(0, stock[actors] - w.losses[actors] - w.committed[actors])
    others = [f for f in FIGHTERS if f != STRIKE]
    assert (w.camp_start[places][:, others] <= free[:, others] + 1e-9).all()


@pytest.mark.parametrize("seed", range(8))
def test_compiled_and_plain_campaigns_are_the_same(seed: int) -> None:
    (w, p), (v, _) = case(seed), case(seed)
    turn, k = turn_of(seed, empty_tables()), seed % 3
    for run_open, run_fight, run_close, world in (
        (open_campaign, fight_days, close_campaign, w),
        (plain(open_campaign), plain(fight_days), plain(close_campaign), v),
    ):
        run_open(world, p, turn, k)
        run_fight(world, p, turn, k, 12.0)
        run_close(world, p, turn, k)
    for name in w.dtype.names:
        assert w[name] == pytest.approx(v[name], rel=1e-9, abs=1e-9), name


def test_a_challenger_with_nothing_takes_and_destroys_nothing(theatre: Any) -> None:
    theatre.worlds["stock"][:, 2] = 0.0
    after = theatre.fight("senkaku", 0, NEVER)
    assert after.camp_control.max() == 0.0
    assert after.losses[:, 1, [AIR, SURFACE, SUBMARINE, COASTAL_STRIKE, GROUND]].max() == 0.0


def test_nobody_dies_where_nobody_defends(theatre: Any) -> None:
    theatre.worlds["stock"][:, [0, 1]] = 0.0
    after = theatre.fight("senkaku", 0, NEVER)
    assert after.losses[:, 2, [AIR, SURFACE, SUBMARINE, COASTAL_STRIKE]].max() == 0.0
    assert after.camp_control.min() > 0.5
    assert (after.camp_over == 1).mean() > 0.5


def test_a_network_contest_costs_no_unit(theatre: Any) -> None:
    after = theatre.fight("cyber", 0, NEVER)
    assert after.losses.max() == 0.0
    assert after.camp_control.min() > 0.0


def test_missile_coercion_presses_by_what_gets_through(theatre: Any) -> None:
    after = theatre.fight("korea_missile", 1, NEVER)
    press = after.camp_leakers / (after.camp_leakers + theatre.params["coercion_leakers"])
    assert np.corrcoef(press, after.camp_control)[0, 1] > 0.8
    assert after.losses[:, 3, SURFACE].max() == 0.0


def test_in_expectation_earlier_help_never_lowers_the_chance_to_hold(theatre: Any, more: Callable[..., bool]) -> None:
    control = [theatre.copy().fight("senkaku", 0, arrival, 45.0).camp_control for arrival in (0.0, 10.0, 30.0, NEVER)]
    for sooner, later in zip(control, control[1:], strict=False):
        assert not more(sooner, later)
    assert more(control[-1], control[0])
