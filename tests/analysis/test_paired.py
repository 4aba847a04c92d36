"""Paired differences and the verdicts they allow."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.paired import Difference, Verdict, difference_of, verdict
from kaname.study.summary import difference as difference_of_summary


def gap(mean: float, low: float, high: float, pairs: int = 100, differing: int = 100) -> Difference:
    return Difference(mean, low, high, pairs, differing, 0, 400)


@pytest.mark.parametrize(
    ("low", "high", "good", "told"),
    [
        (0.1, 0.3, 1, Verdict.BETTER),
        (0.1, 0.3, -1, Verdict.WORSE),
        (-0.3, -0.1, -1, Verdict.BETTER),
        (-0.3, -0.1, 1, Verdict.WORSE),
        (0.1, 0.3, 0, Verdict.HIGHER),
        (-0.3, -0.1, 0, Verdict.LOWER),
        (-0.1, 0.3, 1, Verdict.UNCLEAR),
        (0.0, 0.3, 1, Verdict.UNCLEAR),
        (-0.3, 0.0, -1, Verdict.UNCLEAR),
    ],
)
def test_the_verdict_follows_the_interval_and_the_good_direction(
    low: float, high: float, good: int, told: Verdict
) -> None:
    assert verdict(gap((low + high) / 2, low, high), good) is told


def test_eight_futures_allow_no_verdict_however_far_apart() -> None:
    assert verdict(difference_of(np.full(8, 5.0) + np.arange(8) / 100), 1) is Verdict.FEW


def test_nine_futures_that_differ_among_thousands_allow_no_verdict_and_ten_do() -> None:
    gaps = np.zeros(3000)
    gaps[:9] = 1.0
    assert difference_of(gaps).excludes_zero
    assert verdict(difference_of(gaps), 1) is Verdict.FEW
    gaps[9] = 1.0
    assert verdict(difference_of(gaps), 1) is Verdict.BETTER


def test_a_tie_in_every_future_is_the_same_and_no_pairs_is_nothing() -> None:
    assert verdict(difference_of(np.zeros(2000)), 1) is Verdict.SAME
    assert verdict(difference_of(np.zeros(0)), 1) is Verdict.NONE


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=60))
def test_a_difference_is_that_of_the_summary(values: list[float]) -> None:
    gaps = np.array(values)
    ours, theirs = difference_of(gaps), difference_of_summary(gaps, np.zeros(gaps.size))
    assert ours.mean == pytest.approx(theirs["mean"], rel=1e-9, abs=1e-9)
    assert ours.low == pytest.approx(theirs["low"], rel=1e-9, abs=1e-6)
    assert ours.differing == theirs["differing"]
    assert ours.higher + ours.lower + ours.same == ours.pairs
