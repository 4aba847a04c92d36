"""Figures driven to their ends, in planted models: what can be turned is turned, and what cannot is built in."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kaname.study.claims.corner_draws import HIGH, LOW, Corner
from kaname.study.claims.corners import drive
from kaname.study.claims.told import ends_words
from tests.study.claims.planted import Model, Planted, audit

Figures = Mapping[str, np.ndarray]


def _driven(model: Model, **words: object):
    found = audit(model, **words)
    (made,) = drive([found], lambda *_: Planted(model))
    return found, made


def _fixed(done: float, figures: Figures, chance: np.ndarray) -> np.ndarray:
    return done * (0.1 + figures["u.figure_1"]) + chance[:, 0]


def _turns_at_an_end(done: float, figures: Figures, chance: np.ndarray) -> np.ndarray:
    """As claimed but where one figure stands in its last fiftieth, which hardly a world does."""
    return done * np.where(figures["u.figure_2"] > 0.985, -1.0, figures["u.figure_2"] + 0.2) + chance[:, 0]


def _turns_in_a_corner(done: float, figures: Figures, chance: np.ndarray) -> np.ndarray:
    """Against the claim only where four figures stand at their high ends together."""
    ends = [figures[f"u.figure_{n}"] > 0.9 for n in range(4)]
    return done * np.where(np.logical_and.reduce(ends), -2.0, 1.0 + 0.1 * figures["u.figure_5"]) + chance[:, 0]


def test_what_nothing_can_turn_is_built_in() -> None:
    before, after = _driven(_fixed)
    assert before.verdict in ("built in", "holds")
    assert after.verdict == "built in"
    assert after.lines[0].driven is not None
    assert "in the worst of them it stands" in ends_words(after.lines[0].driven)


def test_an_end_of_one_figure_that_turns_it_takes_the_word_away_and_is_named() -> None:
    before, after = _driven(_turns_at_an_end, built_in="The file says that its sign is fixed.")
    assert before.verdict == "built in"
    assert after.verdict == "holds"
    driven = after.lines[0].driven
    assert driven is not None
    assert (driven.found, driven.where, driven.end) == ("turns", "figure_2", HIGH)
    assert "with figure 2 at its high end" in ends_words(driven)


def test_a_corner_of_several_figures_is_found_by_lot() -> None:
    before, after = _driven(_turns_in_a_corner, built_in="The file says that its sign is fixed.")
    assert before.verdict == "built in"
    assert after.verdict == "holds"
    driven = after.lines[0].driven
    assert driven is not None
    assert (driven.found, driven.where) == ("turns", "")


def test_what_does_not_hold_is_not_driven() -> None:
    _, after = _driven(_fixed, expect="lower")
    assert after.verdict == "fails"
    assert after.lines[0].driven is None


def test_corners_stand_at_the_two_ends_alone() -> None:
    drawn = Corner(3).quantiles("resolve", 0, 200)
    assert drawn is not None
    assert set(drawn.tolist()) == {LOW, HIGH}
    assert 60 < (drawn == LOW).sum() < 140
    fixed = Corner(3, world=7).quantiles("resolve", 50, 4)
    assert fixed is not None
    assert fixed.tolist() == [drawn[7]] * 4
    assert Corner(3, "trust", LOW).quantiles("resolve", 0, 4) is None
