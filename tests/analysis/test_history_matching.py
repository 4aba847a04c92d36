"""History matching on truths that are known: what many counts identify, what few or none leave as it was."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.history_matching import (
    fitted,
    implausibility,
    interval,
    latin,
    possible,
    summary,
    weighted,
)
from kaname.analysis.rates import Count

SLOPES, BASE, DECADES = np.array([1.0, -0.5]), 2.0, 20.0


def _emulated(points: int = 400, seed: int = 3):  # type: ignore[no-untyped-def]
    rng = np.random.default_rng(seed)
    z = rng.normal(0.0, 0.5, (points, 2))
    rates = np.column_stack([BASE * np.exp(z @ SLOPES), np.full(points, 0.3)])
    return fitted(z, rng.poisson(DECADES * rates).astype(float), DECADES, [(1, 0)]), rng


def test_the_emulator_learns_a_log_linear_truth_and_says_how_sure_it_is() -> None:
    emulator, rng = _emulated()
    z = rng.normal(0.0, 0.4, (50, 2))
    rates, spread = emulator.rates(z)
    gap = (rates[:, 0] - np.log(BASE) - z @ SLOPES) / spread[:, 0]
    assert np.abs(gap).max() < 4.5
    assert np.exp(rates[:, 1]) == pytest.approx(np.full(50, 0.3), rel=0.25)


def test_an_output_that_never_came_has_a_rate_near_nought_and_no_failure() -> None:
    z = np.random.default_rng(1).normal(0.0, 0.5, (100, 2))
    emulator = fitted(z, np.zeros((100, 1)), DECADES, [])
    assert np.exp(emulator.rates(z)[0]).max() < 0.1


def test_a_long_record_identifies_the_level_that_makes_it_and_no_other() -> None:
    emulator, _ = _emulated()
    z = np.log(np.random.default_rng(5).lognormal(0.0, 0.4, (20000, 2)))
    said = summary(z, weighted(emulator, z, [[Count("long", 300, 100.0)], [Count("none", 30, 100.0)]]))
    assert said[0]["identified"]
    assert said[0]["posterior"][0] < 3.0 / BASE < said[0]["posterior"][2]
    assert not said[1]["identified"]


def test_a_short_record_leaves_the_prior_as_it_was() -> None:
    emulator, _ = _emulated()
    z = np.log(np.random.default_rng(5).lognormal(0.0, 0.4, (20000, 2)))
    said = summary(z, weighted(emulator, z, [[Count("short", 1, 0.5)], [Count("none", 0, 0.1)]]))
    assert not any(one["identified"] for one in said)
    assert [one["width"] for one in said] == pytest.approx([1.0, 1.0], abs=0.1)


def test_what_cannot_have_made_the_counts_is_ruled_out() -> None:
    emulator, _ = _emulated()
    z = np.array([[0.0, 0.0], [1.2, -1.0]])
    assert possible(emulator, z, [[Count("long", 200, 100.0)], [Count("rare", 30, 100.0)]]).tolist() == [True, False]


@given(st.floats(0.5, 6.0))
def test_a_rate_between_a_narrow_and_a_wide_list_is_as_likely_as_any_other(rate: float) -> None:
    lists = [Count("narrow", 1, 2.0), Count("wide", 30, 5.0)]
    assert implausibility(np.array([rate]), lists)[0] == 0.0
    assert implausibility(np.array([0.01]), lists)[0] > 0.0
    assert implausibility(np.array([12.0]), lists)[0] > 3.0


def test_a_latin_design_has_one_point_in_every_row_of_every_level() -> None:
    design = latin(50, 3, np.random.default_rng(0))
    assert np.array_equal(np.sort((design * 50).astype(int), axis=0), np.tile(np.arange(50)[:, np.newaxis], 3))


def test_a_weighted_interval_is_that_of_the_draws_which_have_weight() -> None:
    values = np.arange(100.0)
    assert interval(values) == pytest.approx((5.0, 50.0, 95.0), abs=1.0)
    weights = np.where(values < 10, 0.1, 0.0)
    assert interval(values, weights) == pytest.approx((0.0, 4.0, 9.0), abs=1.0)
