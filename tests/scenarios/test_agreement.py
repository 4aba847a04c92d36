"""Two coders: published values of alpha, and what the summary of two readings says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.scenarios.agreement import agreement_of, interval_alpha

THREE = (
    "*    *    *    *    *    3    4    1    2    1    1    3    3    *    3",
    "1    *    2    1    3    3    4    3    *    *    *    *    *    *    *",
    "*    *    2    1    3    4    4    *    2    1    1    3    3    *    4",
)
"""The example of three coders that is reprinted most often; its interval alpha is 0.811 (recalled, not read)."""
FOUR = (
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
)
"""Krippendorff 2011, four observers and twelve units; its interval alpha is 0.849 (recalled, not read)."""


def cases(rows: tuple[str, ...]) -> list[list[float | None]]:
    said = [[None if word == "*" else float(word) for word in row.split()] for row in rows]
    return [list(case) for case in zip(*said, strict=True)]


@pytest.mark.parametrize(("rows", "alpha"), [(THREE, 0.811), (FOUR, 0.849)])
def test_alpha_is_that_of_published_examples(rows: tuple[str, ...], alpha: float) -> None:
    assert interval_alpha(cases(rows)) == pytest.approx(alpha, abs=5e-4)


def test_alpha_does_not_exist_where_nothing_varies_or_nobody_is_paired() -> None:
    assert interval_alpha([[0.3, 0.3], [0.3, 0.3]]) is None
    assert interval_alpha([[0.3, None], [None, 0.2]]) is None
    assert interval_alpha([]) is None


def test_two_readings_are_summed_up() -> None:
    found = agreement_of(
        {"clarity": 0.2, "triggers": 0.5, "host": 0.1}, {"clarity": 0.3, "triggers": -0.1, "ring": 0.4}
    )
    assert (found.either, found.both, found.same_direction) == (4, 2, 1)
    assert found.share_of_both == 0.5
    assert found.difference_of_both == pytest.approx((0.1 + 0.6) / 2)
    assert found.difference_of_all == pytest.approx((0.1 + 0.6 + 0.1 + 0.4) / 4)
    assert found.alpha is not None
    assert found.alpha < 0.5


def test_readings_that_move_nothing_agree_on_nothing_that_can_be_counted() -> None:
    found = agreement_of({}, {})
    assert (found.either, found.share_of_both, found.difference_of_all, found.alpha) == (0, None, None, None)


LEVERS = st.dictionaries(st.sampled_from("abcdef"), st.floats(-1, 1), max_size=6)


@given(LEVERS, LEVERS)
def test_it_does_not_matter_who_is_called_first_and_nobody_beats_perfect_agreement(one: dict, two: dict) -> None:
    found, turned = agreement_of(one, two), agreement_of(two, one)
    assert (found.both, found.same_direction) == (turned.both, turned.same_direction)
    if found.alpha is not None:
        assert found.alpha <= 1.0
        assert found.alpha == pytest.approx(turned.alpha)
    assert agreement_of(one, one).alpha in (None, 1.0)
