"""What a check leaves of a difference: exact at both ends, and an interval that covers as often as it says."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.study.left import left_of


def test_a_check_that_changes_nothing_shifts_by_nothing_and_leaves_the_whole() -> None:
    gaps = np.random.default_rng(1).normal(2.0, 5.0, 900)
    told = left_of(gaps, gaps[:200], gaps[:200])
    assert told["shift"] == {"mean": 0.0, "low": 0.0, "high": 0.0}
    assert told["left"]["mean"] == pytest.approx(gaps.mean())
    half = 1.96 * gaps.std(ddof=1) / 30.0
    assert told["left"]["low"] == pytest.approx(gaps.mean() - half, rel=1e-4)


def test_a_check_that_ends_the_difference_leaves_exactly_nothing() -> None:
    gaps = np.random.default_rng(2).normal(2.0, 5.0, 900)
    told = left_of(gaps, gaps[:200], np.zeros(200))
    assert told["left"] == {"mean": 0.0, "low": 0.0, "high": 0.0}
    assert told["shift"]["mean"] == pytest.approx(-gaps.mean())


def test_one_future_tells_nothing() -> None:
    none = dict.fromkeys(("mean", "low", "high"))
    assert left_of(np.ones(1), np.ones(1), np.ones(1)) == {"shift": none, "left": none}


@pytest.mark.parametrize(("kept", "own"), [(1.0, 0.3), (0.5, 2.0), (0.0, 3.0), (-0.7, 1.0)])
def test_the_intervals_cover_what_is_so_about_as_often_as_they_say(kept: float, own: float) -> None:
    chance, covered = np.random.default_rng(3), np.zeros(2)
    trials, truth = 400, 1.5
    for _ in range(trials):
        whole = chance.normal(truth, 4.0, 500)
        there = kept * whole[:120] + chance.normal(0.2, own, 120)
        told = left_of(whole, whole[:120], there)
        left, shift = kept * truth + 0.2, (kept - 1.0) * truth + 0.2
        covered += [told[name]["low"] <= at <= told[name]["high"] for name, at in (("left", left), ("shift", shift))]
    assert (covered / trials > 0.92).all(), covered / trials


def test_the_whole_run_makes_the_interval_narrower_than_the_check_alone() -> None:
    chance = np.random.default_rng(4)
    whole = chance.normal(1.0, 5.0, 2000)
    there = whole[:200] + chance.normal(0.0, 0.5, 200)
    told = left_of(whole, whole[:200], there)["left"]
    alone = 2 * 1.96 * there.std(ddof=1) / np.sqrt(200)
    assert (told["high"] - told["low"]) < 0.5 * alone
