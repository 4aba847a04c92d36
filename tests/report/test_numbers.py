"""Numbers as people read them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.report.numbers import about, decimals, estimate, measure, percent, plain, signed, size, tidy

FINITE = st.floats(-1e6, 1e6, allow_nan=False)


@pytest.mark.parametrize(
    ("given_", "told"),
    [
        ((0.1234, 0.0934, 0.1534), "+0.12 (0.09 to 0.15)"),
        ((-12.34, -16.0, -8.7), "\u221212 (\u221216 to \u22129)"),
        ((1234.5, 1100.0, 1369.0), "+1,234 (1,100 to 1,369)"),
        ((0.0, 0.0, 0.0), "0.00 (0.00 to 0.00)"),
        ((0.5, 0.0004, 0.9996), "+0.5 (just above 0 to 1.0)"),
        ((-0.5, -0.9996, -0.0004), "\u22120.5 (\u22121.0 to just below 0)"),
    ],
)
def test_an_estimate_is_rounded_to_what_its_interval_allows(given_: tuple[float, float, float], told: str) -> None:
    assert estimate(*given_) == told


@given(FINITE, st.floats(0, 1e5), st.floats(0, 1e5))
def test_no_rounding_makes_an_interval_touch_zero_that_does_not(mean: float, down: float, up: float) -> None:
    low, high = mean - down, mean + up
    said = estimate(mean, low, high)
    first, last = re.fullmatch(r".*\((.*) to (.*)\)", said).groups()  # type: ignore[union-attr]
    for end, told in ((low, first), (high, last)):
        zero = not any(digit in "123456789" for digit in told)
        assert (end == 0) == (zero and "just" not in told)
        assert (end < 0) == (told.startswith("\u2212") or told == "just below 0")


@given(FINITE)
def test_a_shown_number_keeps_its_sign_or_is_zero(value: float) -> None:
    for places in (0, 1, 3):
        shown = signed(value, places)
        digits = any(digit in "123456789" for digit in shown)
        assert shown.startswith("+") == (value > 0 and digits)
        assert shown.startswith("\u2212") == (value < 0 and digits)
        assert plain(value, places).lstrip("\u2212") == plain(-value, places).lstrip("\u2212")


def test_sizes_have_no_sign_and_run_from_near_to_far() -> None:
    assert size(-2.0, -2.5, -1.5) == "2.0 (1.5 to 2.5)"
    assert size(0.02, 0.015, 0.025, 100) == "2.0 (1.5 to 2.5)"


def test_units_are_told_in_words() -> None:
    assert (measure("share").factor, measure("share").difference) == (100, "percentage points")
    assert measure("probability per crisis").level == "% per crisis"
    assert measure("crises").difference == "crises per future"
    assert measure("bn USD 2023").difference == "bn USD 2023"


def test_counts_of_futures_are_rounded_up_and_shares_never_to_none_or_all() -> None:
    assert [about(n) for n in (2, 99, 101, 9523, 1_000_000)] == ["2", "99", "110", "9,600", "1,000,000"]
    assert [percent(p).replace("\u00a0", " ") for p in (0.0, 0.001, 0.5, 0.999, 1.0)] == [
        "0 %",
        "under 1 %",
        "50 %",
        "over 99 %",
        "100 %",
    ]
    assert [tidy(v) for v in (0.0, -0.25, 1234567.0, 1e9)] == ["0", "\u22120.25", "1,234,567", "1.00e+09"]
    assert decimals(float("inf")) == 2
