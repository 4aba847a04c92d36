"""Summaries: paired differences, intervals, pairs needed, and that chunks do not matter."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from kaname.core.intervals import NORMAL_95, pairs_needed
from kaname.store.tables import write_table
from kaname.study.summary import difference, statistic, summarise

NUMBERS = arrays(np.float64, st.integers(2, 40), elements=st.floats(-1e6, 1e6))


@given(NUMBERS)
def test_the_interval_is_the_normal_interval_of_scipy(values):
    found = statistic(values)
    low, high = stats.norm.interval(0.95, values.mean(), values.std(ddof=1) / math.sqrt(len(values)) or 1e-300)
    assert found["mean"] == pytest.approx(values.mean(), rel=1e-9, abs=1e-6)
    assert found["low"] == pytest.approx(low, rel=1e-9, abs=1e-5)
    assert found["high"] == pytest.approx(high, rel=1e-9, abs=1e-5)


@given(NUMBERS)
def test_equal_arms_differ_by_exactly_zero(values):
    found = difference(values, values)
    assert (found["mean"], found["low"], found["high"], found["differing"], found["needed"]) == (0.0, 0.0, 0.0, 0, None)


def test_as_many_pairs_as_needed_just_exclude_zero():
    mean, sd = 0.3, 2.0
    n = pairs_needed(mean, sd)
    assert NORMAL_95 * sd / math.sqrt(n) <= mean < NORMAL_95 * sd / math.sqrt(n - 1)


def test_no_futures_give_no_numbers():
    assert statistic(np.zeros(0))["mean"] is None
    assert difference(np.zeros(0), np.zeros(0))["mean"] is None


def test_a_failed_future_is_dropped_from_both_arms_and_counted(tmp_path):
    a = {"failed_quarter": np.array([-1, 3, -1]), "x": np.array([1.0, 99.0, 3.0])}
    b = {"failed_quarter": np.array([-1, -1, -1]), "x": np.array([2.0, 5.0, 7.0])}
    for name, columns in (("a", a), ("b", b)):
        write_table(tmp_path / name, columns, {})
    found = summarise({"a": [tmp_path / "a"], "b": [tmp_path / "b"]}, ["x"], "a", {})
    assert found["bargains"]["a"]["failed"] == 1
    pair = found["pairs"]["b-minus-a"]
    assert (pair["pairs"], pair["dropped"]) == (2, 1)
    assert pair["outcomes"]["x"]["mean"] == 2.5
    assert found["bargains"]["b"]["outcomes"]["x"]["mean"] == pytest.approx(14 / 3)


def test_the_summary_does_not_depend_on_how_rows_were_cut(tmp_path):
    rng = np.random.default_rng(1)
    values, whole = rng.normal(size=50), np.full(50, -1)
    write_table(tmp_path / "one", {"failed_quarter": whole, "x": values}, {})
    write_table(tmp_path / "left", {"failed_quarter": whole[:17], "x": values[:17]}, {})
    write_table(tmp_path / "right", {"failed_quarter": whole[17:], "x": values[17:]}, {})
    one = summarise({"a": [tmp_path / "one"]}, ["x"], "a", {})
    two = summarise({"a": [tmp_path / "left", tmp_path / "right"]}, ["x"], "a", {})
    assert one == two


def test_no_number_of_pairs_would_show_a_mean_that_is_next_to_nothing():
    assert pairs_needed(1e-200, 7.0) is None
    assert pairs_needed(1e-9, 7.0) > 10**18
