"""What drives a difference."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kaname.analysis.drivers import drivers, expand, ranks, standard_ranks, turn_of


def columns_of(n: int, number: int, seed: int = 1) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(seed)
    return {f"u.{k}": chance.normal(size=n) for k in range(number)}


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=50))
def test_ranks_are_average_ranks(values: list[int]) -> None:
    assert ranks(np.array(values)).tolist() == stats.rankdata(values).tolist()


def test_the_correlation_is_spearmans() -> None:
    columns = columns_of(300, 3)
    gaps = np.round(columns["u.1"] + np.random.default_rng(2).normal(size=300), 1)
    [first, *_] = drivers(gaps, standard_ranks(expand(columns, [])))
    assert first.column == "u.1"
    assert first.r == pytest.approx(stats.spearmanr(columns["u.1"], gaps).statistic)
    assert first.low < first.r < first.high


def test_among_idle_figures_none_looks_busy() -> None:
    busy = 0
    for seed in range(40):
        columns = columns_of(200, 100, seed)
        found = drivers(np.random.default_rng(1000 + seed).normal(size=200), standard_ranks(expand(columns, [])))
        busy += any(one.clear for one in found)
    assert busy <= 6


def test_more_questions_make_wider_intervals() -> None:
    columns = standard_ranks(expand(columns_of(200, 5), []))
    gaps = np.random.default_rng(3).normal(size=200)
    one, many = drivers(gaps, columns)[0], drivers(gaps, columns, outcomes=50)[0]
    assert many.low < one.low < one.high < many.high


def test_a_switch_is_told_by_its_theories_and_a_constant_is_left_out() -> None:
    switch = np.array([0.0, 1.0, 2.0] * 30)
    found = expand(
        {"u.two": switch % 2, "u.three": switch, "u.constant": np.ones(90), "u.plain": switch}, ["u.two", "u.three"]
    )
    assert list(found) == [("u.two", 1), ("u.three", 0), ("u.three", 1), ("u.three", 2), ("u.plain", None)]


def test_a_difference_that_changes_its_sign_with_a_theory_turns_on_it() -> None:
    chance = np.random.default_rng(4)
    theory = chance.integers(0, 2, 600) * 1.0
    gaps = np.where(theory > 0, 0.5, -0.5) + chance.normal(size=600)
    columns = expand({"u.theory": theory}, ["u.theory"])
    [driver] = drivers(gaps, standard_ranks(columns))
    turn = turn_of(gaps, driver, columns["u.theory", 1], 100)
    assert turn is not None
    assert turn.below.high is not None
    assert turn.above.low is not None
    assert turn.below.high < 0 < turn.above.low


def test_a_difference_that_only_grows_does_not_turn() -> None:
    chance = np.random.default_rng(5)
    figure = chance.uniform(size=600)
    gaps = 2.0 + figure + chance.normal(size=600) / 10
    columns = expand({"u.figure": figure}, [])
    [driver] = drivers(gaps, standard_ranks(columns))
    assert driver.clear
    assert turn_of(gaps, driver, figure, 1) is None


def test_too_few_futures_or_no_difference_drive_nothing() -> None:
    columns = standard_ranks(expand(columns_of(49, 2), []))
    assert drivers(np.arange(49.0), columns) == []
    assert drivers(np.zeros(200), standard_ranks(expand(columns_of(200, 2), []))) == []
