"""Base rates: the exact interval of a count, verdicts by list, what is far off first."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.rates import (
    Count,
    compared,
    far_first,
    poisson_interval,
    share_interval_exact,
    wars_per_challenge,
)


def _at_most(n: int, mean: float) -> float:
    return math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(n + 1))


@given(st.integers(1, 60), st.floats(0.1, 20.0))
def test_the_ends_leave_a_twentieth_on_either_side(events: int, exposure: float) -> None:
    low, high = poisson_interval(events, exposure)
    assert 1.0 - _at_most(events - 1, low * exposure) == pytest.approx(0.05, abs=1e-9)
    assert _at_most(events, high * exposure) == pytest.approx(0.05, abs=1e-9)


def test_nothing_counted_in_a_decade_allows_three_a_decade_at_most() -> None:
    assert poisson_interval(0, 1.0) == pytest.approx((0.0, -math.log(0.05)))


@pytest.mark.parametrize(
    ("rate", "verdict"), [(0.01, "below"), (0.5, "inside"), (2.0, "between"), (5.0, "inside"), (30.0, "above")]
)
def test_between_a_narrow_and_a_wide_list_is_its_own_verdict(rate: float, verdict: str) -> None:
    counts = [Count("narrow", 2, 4.0), Count("wide", 30, 5.0)]
    said = compared(np.full(10, rate), counts)
    assert said["verdict"] == verdict
    assert [one["rate"] for one in said["lists"]] == [0.5, 6.0]


def test_a_band_of_futures_holds_nine_in_ten_of_them() -> None:
    said = compared(np.arange(101) / 10, [Count("one", 10, 2.0)])
    assert (said["model"], said["model_low"], said["model_high"]) == pytest.approx((5.0, 0.5, 9.5))


def test_what_lies_outside_every_list_stands_first() -> None:
    verdicts = ["inside", "above", "between", "below"]
    assert [one["verdict"] for one in far_first([{"verdict": name} for name in verdicts])] == [
        "above", "below", "inside", "between",
    ]  # fmt: skip


def test_no_war_in_eight_challenges_allows_a_third_at_most() -> None:
    assert share_interval_exact(0, 8) == pytest.approx((0.0, 1.0 - 0.05 ** (1 / 8)))
    assert share_interval_exact(8, 8)[1] == 1.0


def test_wars_are_counted_over_challenges_of_the_same_futures() -> None:
    share = wars_per_challenge(np.array([0.0, 2.0]), np.array([3.0, 1.0]), [Count("a", 8, 1.0), Count("b", 0, 1.0)], 0)
    assert share["model"] == 0.5
    assert [(row["list"], row["verdict"]) for row in share["lists"]] == [("a", "above")]
