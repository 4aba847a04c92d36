"""Armstrong's stochastic salvo: exact binomial moments (1e-9), the normal approximation, draws (4 standard errors)."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats

from kaname.core.kernel import kernel
from kaname.model.campaign.draws import at_least, binomial, binomial_at, chance_of
from kaname.model.campaign.salvo import binomial_mass, hit_moments, hughes_loss
from kaname.model.world.samples import empty_tables, turn_of

DRAWS = 100_000
ERRORS = 4.0


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, Any]]:
    return json.loads((shared / "validation" / "data" / "oracles.json").read_text())["armstrong_untruncated"]


def counts(given: dict[str, float]) -> tuple[int, float, int, float]:
    return int(given["A"] * given["n"]), given["p"], int(given["B"] * given["y"]), given["q"]


def moments(given: dict[str, float]) -> tuple[float, float]:
    shots, aim, stops, stop = counts(given)
    return hit_moments(shots, aim, stops, stop, np.zeros(shots + 1), np.zeros(stops + 1))


@kernel
def drawn_hits(turn, shots: int, aim: float, stops: int, stop: float, out) -> None:
    for n in range(out.shape[0]):
        chance = chance_of(turn, 0, n)
        out[n] = max(0, binomial(chance, 45, 0, shots, aim) - binomial(chance, 45, 1, stops, stop))


def test_exact_moments_of_hits_and_losses_are_those_of_the_table(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        given, said = row["inp"], row["out"]
        mean, variance = moments(given)
        assert mean == pytest.approx(said["E_pos_exact_binomial"], rel=1e-9)
        assert variance == pytest.approx(said["Var_pos_exact_binomial"], rel=1e-9)


def test_draws_have_the_exact_mean_and_variance_within_four_standard_errors(rows: list[dict[str, Any]]) -> None:
    for number, row in enumerate(rows):
        hits = np.zeros(DRAWS)
        drawn_hits(turn_of(number, empty_tables()), *counts(row["inp"]), hits)
        mean, variance = moments(row["inp"])
        assert abs(hits.mean() - mean) < ERRORS * math.sqrt(variance / DRAWS)
        fourth = float(np.mean((hits - hits.mean()) ** 4))
        assert abs(hits.var() - variance) < ERRORS * math.sqrt((fourth - variance**2) / DRAWS)


def test_near_parity_chance_makes_the_mean_loss_larger_than_the_deterministic_one() -> None:
    hits, _ = hit_moments(20, 0.6, 20, 0.6, np.zeros(21), np.zeros(21))
    assert hits > hughes_loss(20.0, 20.0, 0.6, 0.6, 1.0) == 0.0


@pytest.mark.parametrize(("n", "p"), [(1, 0.5), (7, 0.02), (40, 0.3), (300, 0.5), (300, 0.9), (900, 0.5), (900, 0.999)])
def test_one_uniform_gives_the_binomial_quantile(n: int, p: float) -> None:
    uniforms = (np.arange(2000) + 0.5) / 2000
    found = [binomial_at(n, p, u) for u in uniforms]
    assert np.array_equal(found, stats.binom.ppf(uniforms, n, p))


def test_a_draw_of_many_blocks_has_the_binomial_mean_and_variance() -> None:
    turn = turn_of(3, empty_tables())
    drawn = np.array([binomial(chance_of(turn, 0, n), 45, 0, 2500, 0.3) for n in range(4000)])
    assert abs(drawn.mean() - 750) < ERRORS * math.sqrt(525 / 4000)
    assert drawn.var() == pytest.approx(525, rel=0.12)


def test_tail_and_mass_are_those_of_scipy() -> None:
    mass = np.zeros(51)
    binomial_mass(50, 0.13, mass)
    assert mass == pytest.approx(stats.binom.pmf(np.arange(51), 50, 0.13), rel=1e-10)
    for least in (0, 1, 5, 20):
        assert at_least(50, 0.13, least) == pytest.approx(stats.binom.sf(least - 1, 50, 0.13), abs=1e-12)
