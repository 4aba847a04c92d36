"""Layered missile defence: Kw, shots, common mode, shoot-look-shoot (1e-9), leakers drawn (4 standard errors)."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kaname.core.kernel import kernel, plain
from kaname.model.campaign.draws import chance_of
from kaname.model.campaign.interception import (
    barrage,
    kill_chance,
    look_interceptors,
    no_leak_chance,
    required_kill,
    required_shots,
    shoot_look_shoot,
    whole_shots,
)
from kaname.model.world.samples import empty_tables, turn_of

DRAWS = 100_000
ERRORS = 4.0
KILL, TRACK = st.floats(0.05, 0.95), st.floats(0.3, 1.0)


@pytest.fixture(scope="module")
def oracles(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "validation" / "data" / "oracles.json").read_text())


@kernel
def drawn_leakers(turn, missiles: int, stock: int, wanted: int, track: float, kill: float, look: int, out) -> None:
    for n in range(out.shape[0]):
        chance = chance_of(turn, 0, n)
        if look == 0:
            out[n, 0], out[n, 1] = barrage(chance, 42, 0, missiles, stock, wanted, track, kill)
        else:
            out[n, 0], out[n, 1] = shoot_look_shoot(chance, 42, 0, missiles, stock, wanted, track, kill)


def draw(missiles: int, stock: int, wanted: int, track: float, kill: float, look: int) -> np.ndarray:
    out = np.zeros((DRAWS, 2), np.int64)
    drawn_leakers(turn_of(5, empty_tables()), missiles, stock, wanted, track, kill, look, out)
    return out


def test_required_kill_shots_and_what_they_achieve_are_those_of_the_grid(oracles: dict[str, Any]) -> None:
    grid = oracles["wilkening_barrage"]
    assert len(grid) == 168
    for row in grid:
        goal, missiles, kill = row["P_zero_leak"], float(row["warheads"]), row["sspk"]
        shots = required_shots(goal, missiles, kill, 1.0)
        whole = whole_shots(shots)
        assert required_kill(goal, missiles) == pytest.approx(row["req_Kw"], rel=1e-9)
        assert shots == pytest.approx(row["shots_real"], rel=1e-9)
        assert (whole, whole * missiles) == (row["shots_int"], row["interceptors"])
        achieved = no_leak_chance(kill_chance(1.0, kill, whole), missiles)
        assert achieved == pytest.approx(row["achieved_P0"], rel=1e-9)


def test_two_shots_of_seven_tenths_stop_ninety_one_hundredths() -> None:
    assert kill_chance(1.0, 0.7, 2.0) == pytest.approx(0.91, abs=1e-12)


def test_common_mode_caps_what_shots_can_do(oracles: dict[str, Any]) -> None:
    for row in oracles["common_mode"]:
        assert kill_chance(row["ptrack"], row["sspk"], float(row["n"])) == pytest.approx(row["Kw"], rel=1e-9)
    assert math.isinf(required_shots(0.9, 20.0, 0.7, 0.95))
    assert math.isinf(whole_shots(math.inf))


def test_shoot_look_shoot_stops_as_much_with_fewer(oracles: dict[str, Any]) -> None:
    for row in oracles["shoot_look_shoot"]:
        first, second, kill = float(row["m1"]), float(row["m2"]), row["sspk"]
        assert kill_chance(1.0, kill, first + second) == pytest.approx(row["Kw"], rel=1e-9)
        assert look_interceptors(kill, first, second) == pytest.approx(row["expected_interceptors"], rel=1e-9)


def test_the_distribution_of_leakers_is_binomial(oracles: dict[str, Any]) -> None:
    for row in oracles["leak_distribution"]:
        missiles, kill = row["W"], row["Kw"]
        leakers = draw(missiles, missiles, 1, 1.0, kill, 0)[:, 0]
        for share, said in ((leakers == 0, row["P0"]), (leakers <= 1, row["P_le1"])):
            assert abs(share.mean() - said) < ERRORS * math.sqrt(said * (1 - said) / DRAWS)
        assert abs(leakers.mean() - row["E_leak"]) < ERRORS * math.sqrt(missiles * kill * (1 - kill) / DRAWS)


def test_a_short_stock_is_spread_evenly_and_no_interceptor_is_fired_twice() -> None:
    drawn = draw(20, 27, 2, 0.9, 0.6, 0)
    assert (drawn[:, 1] == 27).all()
    once, twice = 1 - 0.9 * 0.6, 1 - 0.9 * 0.84
    mean, variance = 13 * once + 7 * twice, 13 * once * (1 - once) + 7 * twice * (1 - twice)
    assert abs(drawn[:, 0].mean() - mean) < ERRORS * math.sqrt(variance / DRAWS)


def test_looking_saves_interceptors_and_lets_the_same_number_through() -> None:
    drawn = draw(30, 1000, 4, 0.9, 0.7, 1)
    leak = 1 - kill_chance(0.9, 0.7, 2.0 + 2.0)
    assert abs(drawn[:, 0].mean() - 30 * leak) < ERRORS * math.sqrt(30 * leak * (1 - leak) / DRAWS)
    assert drawn[:, 1].mean() == pytest.approx(30 * 0.9 * look_interceptors(0.7, 2.0, 2.0), rel=0.005)
    assert stats.binom.cdf(2, 30, leak) == pytest.approx((drawn[:, 0] <= 2).mean(), abs=0.007)


@given(st.integers(0, 60), st.integers(0, 200), st.integers(1, 4), TRACK, KILL, st.integers(0, 40))
def test_more_interceptors_never_raise_expected_leakers(
    missiles: int, stock: int, wanted: int, track: float, kill: float, more: int
) -> None:
    assert (
        expected(missiles, stock + more, wanted, track, kill) <= expected(missiles, stock, wanted, track, kill) + 1e-9
    )


def expected(missiles: int, stock: int, wanted: int, track: float, kill: float) -> float:
    """Expected leakers of a barrage, from the formula."""
    fired = min(stock, wanted * missiles)
    if missiles == 0 or fired == 0:
        return float(missiles)
    each, richer = divmod(fired, missiles)
    leak = [1 - plain(kill_chance)(track, kill, float(n)) for n in (each, each + 1)]
    return (missiles - richer) * leak[0] + richer * leak[1]


@given(st.integers(0, 60), st.integers(0, 200), st.integers(1, 4), TRACK, KILL, st.integers(0, 1))
def test_leakers_and_interceptors_are_conserved(
    missiles: int, stock: int, wanted: int, track: float, kill: float, look: int
) -> None:
    turn = turn_of(missiles, empty_tables())
    run = plain(shoot_look_shoot if look else barrage)
    leakers, fired = run(plain(chance_of)(turn, 0, stock), 42, 0, missiles, stock, wanted, track, kill)
    assert 0 <= leakers <= missiles
    assert 0 <= fired <= min(stock, wanted * missiles)
