"""Estimates of paired effects: what is chance, what is worlds, and how sure."""

from __future__ import annotations

import math

import numpy as np
import pytest

from kaname.study.claims.estimate import estimate, sign_test
from kaname.study.claims.rule import FIRST, confidence_of, looks_of
from kaname.study.claims.verdict import adjust

RNG = np.random.default_rng(3)
WORLDS = 4000


def _effects(mean: float, between: float, chance: float) -> np.ndarray:
    worlds = RNG.normal(mean, between, (WORLDS, 1))
    return worlds + RNG.normal(0.0, chance, (WORLDS, 2)) if chance else np.repeat(worlds, 2, axis=1)


@pytest.mark.parametrize(("between", "chance"), [(1.0, 0.0), (1.0, 1.0), (1.0, 4.0), (0.2, 1.0)])
def test_the_spread_of_worlds_is_told_from_chance_and_gives_the_share(between: float, chance: float) -> None:
    found = estimate(_effects(0.5 * between, between, chance))
    assert found.between == pytest.approx(between, rel=0.3)
    assert found.share == pytest.approx(0.691, abs=0.06)
    assert found.share_low <= found.share <= found.share_high
    assert found.error == pytest.approx(math.sqrt((between**2 + chance**2 / 2.0) / WORLDS), rel=0.1)


def test_futures_of_one_world_are_not_counted_as_independent() -> None:
    effects = _effects(0.0, 1.0, 0.0)
    alone = effects[:, 0].std(ddof=1) / math.sqrt(effects.size)
    assert estimate(effects).error == pytest.approx(alone * math.sqrt(2.0), rel=0.01)


def test_worlds_in_which_a_future_failed_are_left_out() -> None:
    effects = _effects(1.0, 0.1, 0.1)
    effects[0, 1] = np.nan
    assert estimate(effects).worlds == WORLDS - 1
    assert estimate(np.full((5, 2), np.nan)).p == 1.0


def test_where_few_pairs_differ_the_sign_test_has_a_word() -> None:
    effects = np.zeros((200, 2))
    effects[:9, 0] = -1.0
    effects[9:15, 0] = 0.1
    assert estimate(effects).p == pytest.approx(sign_test(6, 9)) == pytest.approx(0.607, abs=1e-3)
    assert estimate(np.zeros((200, 2))).p == 1.0


def test_looks_double_up_to_the_budget_and_share_the_error() -> None:
    assert looks_of(2000) == (250, 500, 1000, 2000)
    assert looks_of(300) == (300,)
    assert looks_of(21) == (20,)
    assert min(looks_of(100_000)) >= FIRST
    assert confidence_of((250, 500)) == pytest.approx(0.975)


def test_false_discoveries_are_adjusted_as_benjamini_and_hochberg_do() -> None:
    assert adjust([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.02, 0.04, 0.04, 0.02])
    assert adjust([1.0, 0.5]) == [1.0, 1.0]
    assert adjust([]) == []
