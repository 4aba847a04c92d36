"""Regret under weights: by hand, and its laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.regret import PARTS, Steps, lead, lost, regrets

HAND = np.array([[[0, 0], [0, 0]], [[256, -512], [128, 0]]], np.int16)
"""Two bargains, two futures, two ends, in 256ths of a step."""


def steps(parts: np.ndarray) -> Steps:
    names = tuple(f"b{n}" for n in range(parts.shape[0]))
    ends = tuple(f"e{n}" for n in range(parts.shape[2]))
    return Steps(names, ends, (1.0,) * len(ends), parts)


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


PARTS_OF = st.integers(0, 2**32 - 1).map(
    lambda seed: np.random.default_rng(seed).integers(-3 * PARTS, 3 * PARTS, (4, 30, 3)).astype(np.int16)
)
WEIGHTS = st.lists(st.integers(0, 10), min_size=3, max_size=3).filter(any)


@given(PARTS_OF, WEIGHTS)
def test_regret_is_never_negative_and_somebody_has_none_in_every_future(parts: np.ndarray, weights: list[int]) -> None:
    rows = lost(steps(parts), weights)
    assert (rows >= 0).all()
    assert (rows.min(axis=0) == 0).all()


@given(PARTS_OF, WEIGHTS, st.integers(1, 9))
def test_only_the_proportions_of_weights_matter(parts: np.ndarray, weights: list[int], factor: int) -> None:
    scaled = lost(steps(parts), [factor * weight for weight in weights])
    assert scaled == pytest.approx(lost(steps(parts), weights), abs=1e-12)


def test_two_equal_bargains_have_equal_regret_to_the_bit() -> None:
    parts = np.random.default_rng(1).integers(-500, 500, (3, 50, 7)).astype(np.int16)
    parts[2] = parts[1]
    rows = lost(steps(parts), [3, 1, 4, 1, 5, 9, 2])
    assert (rows[1] == rows[2]).all()
