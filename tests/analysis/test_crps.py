"""The continuous ranked probability score: closed forms, draws and a sum over whole numbers say the same."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import nbinom, norm

from kaname.analysis.crps import (
    crps_negative_binomial,
    crps_normal,
    crps_probabilities,
    crps_sample,
    skill,
)
from kaname.core.errors import InputError

NUMBERS = st.floats(-1e3, 1e3)


@given(st.lists(NUMBERS, min_size=1, max_size=12), NUMBERS)
def test_the_score_of_draws_is_that_of_its_definition(draws: list[float], observed: float) -> None:
    x = np.array(draws)
    slow = np.abs(x - observed).mean() - np.abs(x[:, None] - x[None, :]).mean() / 2
    assert crps_sample(x, observed) == pytest.approx(slow, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("mean", "deviation", "observed"), [(0, 1, 0), (2, 3, -1), (5, 0.5, 9)])
def test_the_normal_form_is_the_integral(mean: float, deviation: float, observed: float) -> None:
    low, high = mean - 30 * deviation, mean + 30 * deviation
    below = quad(lambda x: norm.cdf(x, mean, deviation) ** 2, low, observed)[0]
    above = quad(lambda x: norm.sf(x, mean, deviation) ** 2, observed, high)[0]
    assert crps_normal(mean, deviation, observed) == pytest.approx(below + above, abs=1e-6)


def test_the_standard_normal_at_its_mean_has_its_known_score() -> None:
    assert crps_normal(0.0, 1.0, 0.0) == pytest.approx((math.sqrt(2) - 1) / math.sqrt(math.pi), abs=1e-12)


def test_a_forecast_of_one_number_scores_its_absolute_error() -> None:
    assert crps_sample(np.array([7.0]), 4.5) == crps_normal(7.0, 0.0, 4.5) == 2.5
    assert crps_probabilities(np.eye(10)[7], 4) == 3.0
    assert crps_probabilities(np.eye(10)[7], 12) == 5.0


@pytest.mark.parametrize(("mean", "size", "observed"), [(700.0, 30.0, 1100), (4.0, 1.5, 0), (1200.0, 1e6, 1190)])
def test_whole_numbers_and_draws_agree_on_the_negative_binomial(mean: float, size: float, observed: int) -> None:
    draws = nbinom.rvs(size, size / (size + mean), size=200_000, random_state=1).astype(float)
    assert crps_negative_binomial(mean, size, observed) == pytest.approx(crps_sample(draws, observed), rel=0.02)


@given(NUMBERS, st.floats(0.1, 100), NUMBERS, st.floats(0.1, 100))
def test_the_truth_is_the_best_forecast_on_average(mean: float, deviation: float, other: float, wide: float) -> None:
    grid = norm.ppf((np.arange(400) + 0.5) / 400, mean, deviation)
    own = np.mean([crps_normal(mean, deviation, y) for y in grid])
    wrong = np.mean([crps_normal(other, wide, y) for y in grid])
    assert own <= wrong + 1e-3 * deviation


def test_skill_is_the_part_saved() -> None:
    assert skill(5.0, 20.0) == 0.75
    assert skill(30.0, 20.0) == -0.5
    assert skill(0.0, 0.0) == 0.0


@pytest.mark.parametrize(
    "call",
    [
        lambda: crps_sample(np.array([]), 1.0),
        lambda: crps_sample(np.array([math.nan]), 1.0),
        lambda: crps_normal(0.0, -1.0, 0.0),
        lambda: crps_probabilities(np.array([0.5, 0.6]), 1),
        lambda: crps_probabilities(np.array([0.5, 0.5]), -1),
        lambda: crps_negative_binomial(-1.0, 1.0, 1),
    ],
)
def test_what_is_no_forecast_is_refused(call) -> None:
    with pytest.raises(InputError):
        call()
