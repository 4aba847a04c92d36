"""The continuous ranked probability score: draws score by the definition, and as the closed form says."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from kaname.analysis.crps import (
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


def normal_score(mean: float, deviation: float, observed: float) -> float:
    """The score of a normal forecast by its closed form (Gneiting and Raftery 2007, equation 21)."""
    z = (observed - mean) / deviation
    return deviation * (z * (2 * norm.cdf(z) - 1) + 2 * norm.pdf(z) - 1 / math.sqrt(math.pi))


@pytest.mark.parametrize(("mean", "deviation", "observed"), [(0, 1, 0), (2, 3, -1), (5, 0.5, 9)])
def test_draws_of_a_normal_score_as_its_closed_form(mean: float, deviation: float, observed: float) -> None:
    draws = norm.ppf((np.arange(20_000) + 0.5) / 20_000, mean, deviation)
    assert crps_sample(draws, observed) == pytest.approx(normal_score(mean, deviation, observed), rel=1e-3)


def test_a_forecast_of_one_number_scores_its_absolute_error() -> None:
    assert crps_sample(np.array([7.0]), 4.5) == 2.5


@given(NUMBERS, st.floats(0.1, 100), NUMBERS, st.floats(0.1, 100))
def test_the_truth_is_the_best_forecast_on_average(mean: float, deviation: float, other: float, wide: float) -> None:
    points = (np.arange(60) + 0.5) / 60
    came = norm.ppf(points, mean, deviation)
    own = np.mean([crps_sample(came, y) for y in came])
    wrong = np.mean([crps_sample(norm.ppf(points, other, wide), y) for y in came])
    assert own <= wrong + 1e-9 * (abs(mean) + abs(other) + deviation + wide)


def test_skill_is_the_part_saved() -> None:
    assert skill(5.0, 20.0) == 0.75
    assert skill(30.0, 20.0) == -0.5
    assert skill(0.0, 0.0) == 0.0


@pytest.mark.parametrize(
    "call",
    [
        lambda: crps_sample(np.array([]), 1.0),
        lambda: crps_sample(np.array([math.nan]), 1.0),
    ],
)
def test_what_is_no_forecast_is_refused(call) -> None:
    with pytest.raises(InputError):
        call()
