"""Regret under weights: by hand, and its laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.regret import Steps, lead, lost, packed, regrets

HAND = np.array([[[0.0, 0.0], [0.0, 0.0]], [[1.0, -2.0], [0.5, 0.0]]])
"""Two bargains, two futures, two ends, in steps."""


def steps(values: np.ndarray) -> Steps:
    names = tuple(f"b{n}" for n in range(values.shape[0]))
    ends = tuple(f"e{n}" for n in range(values.shape[2]))
    return Steps(names, ends, (1.0,) * len(ends), values)


def test_regret_is_what_is_given_away_against_the_best_in_the_same_future() -> None:
    rows = lost(steps(HAND), [1.0, 1.0])
    # Future 0: 0 against (1 - 2) / 2 = -0.5; future 1: 0 against 0.5 / 2 = 0.25.
    assert rows.tolist() == [[0.0, 0.25], [0.5, 0.0]]
    found = regrets(steps(HAND), [1.0, 1.0])
    assert (found["b0"].mean, found["b0"].free, found["b0"].worst) == (0.125, 1, 0.25)
    assert lead(steps(HAND), [1.0, 1.0])[:2] == ("b0", "b1")


def test_weight_on_one_end_alone_asks_that_end_alone() -> None:
    assert lost(steps(HAND), [3.0, 0.0]).tolist() == [[1.0, 0.5], [0.0, 0.0]]
    assert lead(steps(HAND), [1.0, 0.0])[0] == "b1"


VALUES = st.integers(0, 2**32 - 1).map(lambda seed: np.random.default_rng(seed).normal(0.0, 2.0, (4, 30, 3)))
WEIGHTS = st.lists(st.integers(0, 10), min_size=3, max_size=3).filter(any)


@given(VALUES, WEIGHTS)
def test_regret_is_never_negative_and_somebody_has_none_in_every_future(values: np.ndarray, weights: list[int]) -> None:
    rows = lost(steps(values), weights)
    assert (rows >= 0).all()
    assert (rows.min(axis=0) == 0).all()


@given(VALUES, WEIGHTS, st.integers(1, 9))
def test_only_the_proportions_of_weights_matter(values: np.ndarray, weights: list[int], factor: int) -> None:
    scaled = lost(steps(values), [factor * weight for weight in weights])
    assert scaled == pytest.approx(lost(steps(values), weights), abs=1e-12)


def test_two_equal_bargains_have_equal_regret_to_the_bit() -> None:
    values = np.random.default_rng(1).normal(0.0, 2.0, (3, 50, 7))
    values[2] = values[1]
    rows = lost(steps(values), [3, 1, 4, 1, 5, 9, 2])
    assert (rows[1] == rows[2]).all()


@given(VALUES, WEIGHTS)
def test_packed_steps_give_the_same_regret_to_three_digits(values: np.ndarray, weights: list[int]) -> None:
    given_to_page = packed(steps(values), 10**6)
    assert given_to_page.parts.dtype == np.int16
    assert lost(given_to_page.steps, weights) == pytest.approx(lost(steps(values), weights), abs=5e-4)


def test_more_steps_than_the_page_carries_are_those_of_the_first_futures() -> None:
    values = np.random.default_rng(2).normal(0.0, 2.0, (4, 30, 3))
    assert packed(steps(values), 4 * 3 * 10).parts.shape == (4, 10, 3)
    assert packed(steps(np.zeros((2, 5, 1))), 100).steps.values.tolist() == np.zeros((2, 5, 1)).tolist()
