"""The measurement equation of a poll: a house's level is its own, and only the movement of the view is carried."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.study.polls import answers, logit

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
