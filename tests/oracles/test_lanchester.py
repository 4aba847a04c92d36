"""Lanchester's laws: ends of the table, steps against an adaptive integrator (1e-6), what each law keeps."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from kaname.core.kernel import plain
from kaname.model.campaign.lanchester import linear_end, linear_step, square_end, square_step

FORCE = st.floats(1, 1000)
RATE = st.floats(0.001, 0.2)
DAYS = st.floats(0.01, 5)


@pytest.fixture(scope="module")
def oracles(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "validation" / "data" / "oracles.json").read_text())


def winner(a: float, b: float) -> str:
    return "A" if a > 1e-9 else "B" if b > 1e-9 else "draw"


def test_the_square_law_ends_as_in_the_table(oracles: dict[str, Any]) -> None:
    for row in oracles["lanchester_square"]:
        given_, said = row["inp"], row["out"]
        a, b, days = square_end(float(given_["A0"]), float(given_["B0"]), given_["alpha"], given_["beta"])
        assert winner(a, b) == said["winner"]
        assert max(a, b) == pytest.approx(said["survivors"], rel=1e-9)
        assert days == pytest.approx(said["T_end"], rel=1e-9) or (math.isinf(days) and math.isinf(said["T_end"]))


def test_the_linear_law_ends_as_in_the_table(oracles: dict[str, Any]) -> None:
    for row in oracles["lanchester_linear"]:
        given_, said = row["inp"], row["out"]
        a, b = linear_end(float(given_["A0"]), float(given_["B0"]), given_["alpha"], given_["beta"])
        assert winner(a, b) == said["winner"]
        assert max(a, b) == pytest.approx(said["survivors"], abs=1e-9)


@pytest.mark.parametrize(
    "case", [(100.0, 80.0, 0.02, 0.03, 7.0), (40.0, 90.0, 0.05, 0.01, 3.0), (10.0, 10.0, 0.1, 0.1, 9.0)]
)
def test_a_square_step_is_what_an_integrator_finds(case: tuple[float, ...]) -> None:
    a, b, kill_a, kill_b, days = case
    path = solve_ivp(lambda _, x: (-kill_b * x[1], -kill_a * x[0]), (0, days), (a, b), rtol=1e-11, atol=1e-11)
    assert square_step(a, b, kill_a, kill_b, days) == pytest.approx(tuple(path.y[:, -1]), abs=1e-6)


@pytest.mark.parametrize(
    "case", [(100.0, 80.0, 0.001, 0.002, 7.0), (40.0, 90.0, 0.002, 0.001, 3.0), (50.0, 50.0, 0.01, 0.01, 2.0)]
)
def test_a_linear_step_is_what_an_integrator_finds(case: tuple[float, ...]) -> None:
    a, b, kill_a, kill_b, days = case
    path = solve_ivp(
        lambda _, x: (-kill_b * x[0] * x[1], -kill_a * x[0] * x[1]), (0, days), (a, b), rtol=1e-11, atol=1e-11
    )
    assert linear_step(a, b, kill_a, kill_b, days) == pytest.approx(tuple(path.y[:, -1]), abs=1e-6)


@given(FORCE, FORCE, RATE, RATE, DAYS)
def test_a_step_keeps_what_its_law_keeps_and_never_leaves_zero_to_the_force(
    a: float, b: float, kill_a: float, kill_b: float, days: float
) -> None:
    left_a, left_b = plain(square_step)(a, b, kill_a, kill_b, days)
    assert 0 <= left_a <= a + 1e-9
    assert 0 <= left_b <= b + 1e-9
    assume(left_a > 0 and left_b > 0)
    scale = kill_a * a * a + kill_b * b * b
    kept = kill_a * (left_a**2 - a * a) - kill_b * (left_b**2 - b * b)
    assert abs(kept) < 1e-8 * scale


@given(FORCE, FORCE, st.floats(1e-5, 1e-3), st.floats(1e-5, 1e-3), DAYS)
def test_a_linear_step_keeps_the_weighted_difference(
    a: float, b: float, kill_a: float, kill_b: float, days: float
) -> None:
    left_a, left_b = plain(linear_step)(a, b, kill_a, kill_b, days)
    assert kill_a * left_a - kill_b * left_b == pytest.approx(kill_a * a - kill_b * b, abs=1e-9)


@given(FORCE, FORCE, RATE, RATE, DAYS)
def test_two_short_steps_are_one_long_one(a: float, b: float, kill_a: float, kill_b: float, days: float) -> None:
    step = plain(square_step)
    half = step(*step(a, b, kill_a, kill_b, days / 2), kill_a, kill_b, days / 2)
    assert half == pytest.approx(step(a, b, kill_a, kill_b, days), rel=1e-6, abs=1e-6)
