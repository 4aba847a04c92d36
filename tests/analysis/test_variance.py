"""How much of the variance figures of a grade explain, against truths that are known."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.analysis.variance import by_grade, share, squared


def test_the_share_of_a_group_is_the_known_one() -> None:
    chance = np.random.default_rng(1)
    columns = {name: chance.normal(size=4000) for name in ("a", "b", "c")}
    outcome = 2.0 * columns["a"] + 1.0 * columns["b"] + chance.normal(size=4000) * np.sqrt(5.0)
    found = by_grade(squared(outcome, columns), {"a": "D", "b": "B", "c": "D"}, 4000)
    assert found["D"].value == pytest.approx(0.4, abs=0.04)
    assert found["B"].value == pytest.approx(0.1, abs=0.03)
    assert found["D"].low < 0.4 < found["D"].high


def test_many_idle_figures_explain_nothing_on_average() -> None:
    raw = []
    for seed in range(30):
        chance = np.random.default_rng(seed)
        columns = {str(k): chance.normal(size=300) for k in range(60)}
        squares = squared(chance.normal(size=300), columns)
        raw.append(sum(squares.values()) - sum((1 - r2) / 298 for r2 in squares.values()))
        assert share(squares, 300).low == 0.0
    assert np.mean(raw) == pytest.approx(0.0, abs=0.02)


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    held = 0
    for seed in range(120):
        chance = np.random.default_rng(seed)
        columns = {str(k): chance.normal(size=400) for k in range(20)}
        outcome = columns["0"] + columns["1"] + chance.normal(size=400) * np.sqrt(2.0)
        found = share(squared(outcome, columns), 400)
        held += found.low <= 0.5 <= found.high
    assert held >= 106


def test_an_outcome_that_never_varies_has_no_shares() -> None:
    assert squared(np.ones(200), {"a": np.arange(200.0)}) == {}
    assert squared(np.arange(200.0), {"a": np.ones(200)}) == {"a": 0.0}
