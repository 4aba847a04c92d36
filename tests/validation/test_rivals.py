"""Rivals of a short series: chances that add up, a planted slope that is found, forecasts that see no later count."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from validation.gray_zone.rivals import (
    Candidate,
    Series,
    aicc,
    chances,
    chosen,
    effective,
    forecast,
    log_evidence,
    log_likelihood,
    made,
    told_apart,
)

DRAWS = 3000


def series(years: int, bounded: bool = True, exposure: float = 365.0) -> Series:
    return Series(2000 + np.arange(years), np.full(years, 200.0), np.full(years, exposure), bounded)


def rivals(years: int, bounded: bool = True) -> dict[str, Candidate]:
    """A trend, no change and persistence, on the log-odds (or log) scale."""
    rng = np.random.default_rng(3)
    level, slope = rng.normal(0.0, 1.0, DRAWS), rng.normal(0.0, 0.3, DRAWS)
    when = np.arange(years) - years / 2
    spread = np.exp(rng.normal(3.5, 0.7, DRAWS))

    def of(scale: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-scale)) if bounded else np.exp(scale)

    flat = of(np.repeat(level[:, None], years, 1))
    return {
        "trend": Candidate("trend", of(level[:, None] + slope[:, None] * when), spread, 3),
        "level": Candidate("level", flat, spread, 2),
        "persistence": Candidate("persistence", flat, spread, 2, True),
    }


@pytest.mark.parametrize("bounded", [True, False])
def test_the_chances_of_all_counts_of_a_year_add_up_to_one(bounded: bool) -> None:
    one = Candidate("", np.array([[0.6]]), np.array([9.0]), 1)
    last = 31 if bounded else 400
    counts = [replace(series(1, bounded, 30.0), counts=np.array([float(n)])) for n in range(last)]
    total = sum(np.exp(log_likelihood(each, one, 1))[0] for each in counts)
    assert total == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize("bounded", [True, False])
def test_drawn_counts_have_the_mean_and_spread_that_are_said(bounded: bool) -> None:
    one = Candidate("", np.full((1, 1), 0.6), np.array([9.0]), 1)
    counts = made(series(1, bounded), one, np.zeros(40_000, int), range(1), np.random.default_rng(1))[:, 0]
    mean = 0.6 * 365
    variance = 365 * 0.24 * (365 + 9) / (9 + 1) if bounded else mean + mean**2 / 9
    assert counts.mean() == pytest.approx(mean, rel=0.01)
    assert counts.var() == pytest.approx(variance, rel=0.05)


@pytest.mark.parametrize("slope", [-0.2, 0.25])
@pytest.mark.parametrize("bounded", [True, False])
def test_a_planted_slope_is_found(slope: float, bounded: bool) -> None:
    years = 25
    all_of_them = rivals(years, bounded)
    when = np.arange(years) - years / 2
    scale = 0.3 + slope * when
    expected = 1 / (1 + np.exp(-scale)) if bounded else np.exp(scale)
    truth = Candidate("truth", expected[None, :], np.array([80.0]), 0)
    counts = made(series(years, bounded), truth, np.zeros(1, int), range(years), np.random.default_rng(2))[0]
    seen = replace(series(years, bounded), counts=counts)
    likelihood = log_likelihood(seen, all_of_them["trend"], years)
    found = np.log(all_of_them["trend"].expected)
    if bounded:
        found = found - np.log1p(-all_of_them["trend"].expected)
    slopes = (found[:, -1] - found[:, 0])[chosen(likelihood, np.random.default_rng(4))] / (years - 1)
    assert np.quantile(slopes, 0.5) == pytest.approx(slope, abs=0.05)
    assert effective(likelihood) >= 1
    evidence = [log_evidence(log_likelihood(seen, one, years)) for one in all_of_them.values()]
    assert chances(evidence)[0] > 0.9


def test_many_years_tell_apart_what_three_cannot() -> None:
    def own(years: int) -> float:
        found = told_apart(series(years), list(rivals(years).values()), years, 12, np.random.default_rng(5))
        assert found.sum(axis=1) == pytest.approx(1.0)
        return float(found.diagonal().mean())

    assert own(3) < 0.55
    assert own(30) > own(3) + 0.15


@pytest.mark.parametrize("name", ["trend", "level", "persistence"])
def test_a_forecast_sees_no_later_count(name: str) -> None:
    now = series(10)
    later = replace(now, counts=np.where(np.arange(10) >= 6, 20.0, now.counts))
    first, second = (forecast(one, rivals(10)[name], 6, 4, np.random.default_rng(6)) for one in (now, later))
    assert (first == second).all()


def test_persistence_foretells_the_last_count_and_grows_unsure() -> None:
    told = forecast(series(10), rivals(10)["persistence"], 6, 4, np.random.default_rng(7))
    assert np.median(told[:, 0]) == pytest.approx(200, abs=8)
    assert told[:, 3].std() > told[:, 0].std()


def test_the_criterion_is_that_of_hurvich_and_tsai_or_none() -> None:
    assert aicc(-10.0, 2, 7) == pytest.approx(4 + 20 + 12 / 4)
    assert aicc(-10.0, 6, 7) is None
    assert aicc(-10.0, 0, 7) is None
