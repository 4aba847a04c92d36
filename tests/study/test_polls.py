"""The measurement equation of a poll: a house's level is its own, and only the movement of the view is carried."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.study.polls import answers, logit, wander_of

VIEWS = np.tile([0.6, 0.7, 0.8], (4000, 1))


def _heard(before: dict[str, float], houses: list[str], excess: float = 0.0) -> np.ndarray:
    return answers(VIEWS, 0.6, houses, before, 0.4, 1000, excess, np.random.default_rng(1))


def test_a_house_that_asked_before_hears_what_it_heard_where_the_view_stands_still() -> None:
    assert _heard({"face": 0.3}, ["face"] * 3)[:, 0] == pytest.approx(0.3)


def test_a_view_that_moves_moves_the_answer_by_as_many_logits() -> None:
    heard = _heard({"face": 0.3}, ["face"] * 3)
    assert logit(heard[0, 2]) - logit(heard[0, 0]) == pytest.approx(logit(0.8) - logit(0.6))


def test_a_house_that_never_asked_has_the_effect_of_the_other_give_or_take_its_spread() -> None:
    effect = logit(_heard({"face": 0.3}, ["face", "mail", "mail"])[:, 1]) - logit(0.7)
    assert effect.mean() == pytest.approx(float(logit(0.3) - logit(0.6)), abs=0.03)
    assert effect.std() == pytest.approx(0.4, abs=0.03)


def test_one_house_has_one_effect_in_a_future_and_error_is_a_multiple_of_chance() -> None:
    heard = _heard({}, ["mail"] * 3)
    moves = logit(heard[:, 2]) - logit(heard[:, 1])
    assert moves == pytest.approx(np.full(4000, float(logit(0.8) - logit(0.7))))
    noisy = _heard({"face": 0.3}, ["face"] * 3, excess=2.0)[:, 0]
    assert noisy.std() == pytest.approx(2.0 * np.sqrt(0.3 * 0.7 / 1000), rel=0.05)


def test_a_question_wanders_from_its_last_poll_on_as_questions_did() -> None:
    views = np.full((6000, 2), 0.5)
    asked = answers(views, 0.5, ["a", "a"], {"a": 0.5}, 0.4, 10**9, 1.0, np.random.default_rng(2), 0.2, [1, 5])
    assert logit(asked).std(axis=0) == pytest.approx([0.2, 0.2 * np.sqrt(5.0)], rel=0.04)


def test_how_far_questions_wander_is_the_middle_of_their_changes_and_not_one_jump() -> None:
    rng = np.random.default_rng(4)
    walk = np.cumsum(0.2 * rng.standard_normal(4000))
    steady = {year: float(1.0 / (1.0 + np.exp(-x))) for year, x in enumerate(np.clip(walk, -5.0, 5.0))}
    assert wander_of([{year: steady[year] for year in range(200)}]) == pytest.approx(0.2, rel=0.25)
    calm = {2000: 0.5, 2001: 0.55, 2002: 0.5, 2003: 0.55}
    assert wander_of([calm, {2000: 0.1, 2001: 0.9}]) == pytest.approx(wander_of([calm]))
    assert wander_of([{2000: 0.5}]) == 0.0
