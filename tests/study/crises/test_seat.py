"""A person in a seat of one crisis: asked what the side can do, answered, replayed exactly, refused where closed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.study.crises.case import Case, Eve, eve_of
from kaname.study.crises.play import events_of
from kaname.study.crises.seat import (
    CHALLENGER_CHOICES,
    HOST_CHOICES,
    IN_FIGHT_CHOICES,
    OUT_OF_FIGHT_CHOICES,
    TARGET_CHOICES,
    Game,
    Question,
    play_in_seat,
)
from kaname.words.moves import PLY_MOVES

GAMES = 12
PLACES = {"senkaku": ("challenger", "target", "guarantor"), "taiwan": ("challenger", "target", "guarantor", "host")}
SEATS = [(place, role) for place, roles in PLACES.items() for role in roles]
IN_BATTLE = {"challenger": (CHALLENGER_CHOICES,), "target": (TARGET_CHOICES,), "host": (HOST_CHOICES,),
             "guarantor": (IN_FIGHT_CHOICES, OUT_OF_FIGHT_CHOICES)}  # fmt: skip
MOVES = {move for moves in PLY_MOVES.values() for move in moves}


def world(flagship: Compiled, place: str, seed: int) -> tuple[Case, Eve]:
    case = Case(flagship, "as_is", list(flagship.axes["contingency"]).index(place), runs=1, seed=seed)
    return case, eve_of(case)


def played(
    case: Case, eve: Eve, role: str, choose: Callable[[Question], int]
) -> tuple[Game, list[int], list[Question]]:  # fmt: skip
    """A game to its end, its answers and its questions."""
    answers: list[int] = []
    asked: list[Question] = []
    while True:
        game = play_in_seat(case, eve, role, answers)
        if game.question is None:
            return game, answers, asked
        asked.append(game.question)
        answers.append(choose(game.question))


def at_random(seed: int) -> Callable[[Question], int]:
    luck = random.Random(seed)
    return lambda asked: luck.choice([n for n, choice in enumerate(asked.choices) if choice.open])


@pytest.mark.parametrize(("place", "role"), SEATS)
def test_a_seat_is_asked_what_its_side_can_do_and_the_game_comes_to_an_end(
    flagship: Compiled, place: str, role: str
) -> None:
    questions: list[Question] = []
    for seed in range(GAMES):
        case, eve = world(flagship, place, seed)
        before = eve.worlds.tobytes()
        game, answers, asked = played(case, eve, role, at_random(seed))
        questions += asked
        assert eve.worlds.tobytes() == before
        assert game.world is not None
        again = play_in_seat(case, eve, role, answers)
        assert np.array_equal(again.events, game.events)
    assert questions
    for question in questions:
        names = tuple(choice.name for choice in question.choices)
        assert question.role == role
        assert any(choice.open for choice in question.choices)
        assert sum(choice.chance for choice in question.choices) == pytest.approx(1.0)
        if question.fighting:
            assert any(names == all_[: len(names)] for all_ in IN_BATTLE[role])
        else:
            assert set(names) <= MOVES


def test_a_seat_that_is_never_asked_leaves_the_crisis_as_it_is(flagship: Compiled) -> None:
    seen = 0
    for seed in range(GAMES):
        case, eve = world(flagship, "senkaku", seed)
        game = play_in_seat(case, eve, "guarantor", [])
        if game.question is None:
            seen += 1
            assert np.array_equal(game.events, events_of(case, eve, 0))
    assert seen


def test_the_models_own_choices_given_by_hand_lead_to_the_models_own_crisis(flagship: Compiled) -> None:
    for seed in range(GAMES):
        case, eve = world(flagship, "taiwan", seed)
        alone = events_of(case, eve, 0)
        first = play_in_seat(case, eve, "challenger", []).question
        assert first is not None
        made = [
            play_in_seat(case, eve, "challenger", [n]).events for n, choice in enumerate(first.choices) if choice.open
        ]
        assert any(np.array_equal(events[0], alone[0]) for events in made if len(events))


def test_an_answer_that_is_no_choice_or_comes_after_the_end_is_refused(flagship: Compiled) -> None:
    case, eve = world(flagship, "senkaku", 1)
    with pytest.raises(InputError, match="outside 0.."):
        play_in_seat(case, eve, "challenger", [9])
    with pytest.raises(InputError, match="was over"):
        play_in_seat(case, eve, "challenger", [0, 0, 0, 0, 0, 0, 0, 0, 0])


def test_a_move_that_is_closed_is_offered_as_closed_and_refused(flagship: Compiled) -> None:
    for seed in range(3 * GAMES):
        case, eve = world(flagship, "taiwan", seed)
        answers: list[int] = []
        question = play_in_seat(case, eve, "challenger", answers).question
        while question is not None:
            closed = [n for n, choice in enumerate(question.choices) if not choice.open]
            if closed:
                with pytest.raises(InputError, match="is closed here"):
                    play_in_seat(case, eve, "challenger", [*answers, closed[0]])
                return
            answers.append(min(2, len(question.choices) - 1))
            question = play_in_seat(case, eve, "challenger", answers).question
    raise AssertionError("no closed choice was met")


def test_another_world_is_another_game(flagship: Compiled) -> None:
    case, eve = world(flagship, "taiwan", 1)
    other = replace(case, seed=2)
    first, second = (play_in_seat(c, e, "challenger", []).question for c, e in ((case, eve), (other, eve_of(other))))
    assert first is not None
    assert second is not None
    assert [choice.value for choice in first.choices] != [choice.value for choice in second.choices]
