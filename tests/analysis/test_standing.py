"""Whether a difference stands in a check is read from intervals, and never from the sign of a mean."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.standing import Standing, standing, turned


def entry(mean: float, shift: float, half: float) -> dict[str, Any]:
    """A check that shifts a difference of this mean, with the same half-width for the shift and for what is left."""
    left = mean + shift
    return {
        "mean": left, "low": left - half, "high": left + half,
        "shift": {"mean": shift, "low": shift - half, "high": shift + half},
        "left": {"mean": left, "low": left - half, "high": left + half},
    }  # fmt: skip


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_three_words_from_the_interval_on_the_shift(sign: float) -> None:
    assert standing(4.0 * sign, entry(4.0 * sign, -1.0 * sign, 1.0)) is Standing.HOLDS
    assert standing(4.0 * sign, entry(4.0 * sign, -1.0 * sign, 3.5)) is Standing.OPEN
    assert standing(4.0 * sign, entry(4.0 * sign, -4.0 * sign, 1.0)) is Standing.FAILS
    assert standing(4.0 * sign, entry(4.0 * sign, -6.0 * sign, 1.0)) is Standing.FAILS
    assert turned(4.0 * sign, entry(4.0 * sign, -6.0 * sign, 1.0))
    assert not turned(4.0 * sign, entry(4.0 * sign, -4.0 * sign, 1.0))


def test_a_mean_of_the_other_sign_with_a_wide_interval_does_not_fail() -> None:
    assert standing(4.0, entry(4.0, -5.0, 6.0)) is Standing.OPEN


def test_an_older_run_without_a_shift_is_judged_by_the_checks_own_interval() -> None:
    older = {"mean": 3.0, "low": 1.0, "high": 5.0}
    assert standing(4.0, older) is Standing.HOLDS
    assert standing(4.0, {"mean": 1.0, "low": -1.0, "high": 3.0}) is Standing.OPEN
    assert standing(4.0, {"mean": 0.0, "low": -1.0, "high": 1.0}) is Standing.FAILS
    assert standing(4.0, {"mean": None, "low": None, "high": None}) is Standing.OPEN


@given(st.floats(0.1, 50), st.sampled_from([-1.0, 1.0]), st.floats(-100, 100), st.floats(0, 100))
def test_what_holds_keeps_its_sign_and_what_fails_has_lost_half_all_over_the_interval(
    size: float, sign: float, shift: float, half: float
) -> None:
    there = entry(size * sign, shift, half)
    said = standing(size * sign, there)
    ends = [there["left"][end] * sign for end in ("low", "high")]
    if said is Standing.HOLDS:
        assert min(ends) > 0
    if said is Standing.FAILS:
        assert max(ends) < size / 2
    if turned(size * sign, there):
        assert said is Standing.FAILS


def test_when_nothing_changes_luck_hardly_ever_says_that_it_fails() -> None:
    import numpy as np

    from kaname.study.left import left_of

    chance, said = np.random.default_rng(5), []
    for _ in range(400):
        whole = chance.normal(0.25, 2.0, 500)
        there = chance.permutation(whole[:200]) * 0.3 + whole[:200] * 0.9
        gap = float(whole.mean())
        if abs(gap) > 1.96 * whole.std(ddof=1) / np.sqrt(500):
            said.append(standing(gap, {"mean": float(there.mean()), **left_of(whole, whole[:200], there)}))
    assert len(said) > 200
    assert said.count(Standing.FAILS) <= 2
