"""Play: an empty table is the ensemble; a person is asked, waited for, and repeated bit for bit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.engine.play import LOG_LINES, Asked, Played, Table, attempt, play_quarter
from kaname.model.engine.quarter import quarter
from kaname.model.engine.run import turn_at
from kaname.model.world import seats
from kaname.model.world.room import empty_room
from kaname.study.design import Design
from kaname.study.replay import quarters_of
from tests.laws.arms import study

BARGAIN = "unequal_by_design"
YEARS = 3
FUTURES = 4
SEED = 1
QUESTIONS_OF_A_GAME = 12


def compiled() -> Any:
    return study(YEARS, False, (BARGAIN,))


def table(future: int, *people: int) -> tuple[Table, np.ndarray]:
    """A game of one future with people in these seats, and its first world."""
    start, params, _ = compiled().futures(BARGAIN, SEED, future, 1)
    taken = np.zeros(len(compiled().axes["actor"]), np.int8)
    taken[list(people)] = 1
    return Table(params, compiled().tables, SEED, future, taken), start.copy()


def ally() -> int:
    return int(compiled().params[BARGAIN]["ally"][0])


def same_bits(left: np.ndarray, right: np.ndarray) -> bool:
    return left.tobytes() == right.tobytes()


def asked_quarters(future: int) -> Iterator[tuple[int, np.ndarray]]:
    """Quarters in which a person in the ally's seat is asked, with the world before, in a game that bots go on with."""
    game, _ = table(future, ally())
    bots, world = table(future)
    for now in range(compiled().quarters):
        before = world.copy()
        if isinstance(attempt(game, before.copy(), now, ()), Asked):
            yield now, before
        attempt(bots, world, now, ())


@pytest.mark.parametrize("future", range(FUTURES))
def test_without_people_a_played_quarter_is_the_ensembles_bit_for_bit(future: int) -> None:
    game, world = table(future)
    for replayed in quarters_of(compiled(), Design("us-japan", (BARGAIN,), 1, seed=SEED), BARGAIN, future):
        played = attempt(game, world, replayed.number, ())
        assert isinstance(played, Played)
        assert played.answers == ()
        assert same_bits(world, replayed.world)
        assert same_bits(played.events, replayed.events)


def test_a_person_in_the_allys_seat_is_asked_and_the_world_waits() -> None:
    game, _ = table(0, ally())
    now, before = next(asked_quarters(0))
    world = before.copy()
    asked = attempt(game, world, now, ())
    assert isinstance(asked, Asked)
    assert asked.seat == ally()
    assert asked.question in seats.QUESTIONS
    assert asked.choices >= 2
    assert same_bits(world, before)


def test_a_scripted_person_plays_whole_years_and_the_recorded_answers_repeat_them_bit_for_bit() -> None:
    game, world = table(1, ally())
    rng = np.random.default_rng(7)
    asked: list[Asked] = []
    log: list[tuple[int, ...]] = []

    def person(question: Asked) -> int:
        asked.append(question)
        return int(rng.integers(question.choices))

    for now in range(compiled().quarters):
        log.append(play_quarter(game, world, now, person).answers)
    assert len(asked) == sum(len(answers) for answers in log) >= QUESTIONS_OF_A_GAME
    assert {question.seat for question in asked} == {ally()}

    _, again = table(1)
    for now, answers in enumerate(log):
        played = attempt(game, again, now, answers)
        assert isinstance(played, Played)
        assert played.answers == answers
    assert same_bits(again, world)


def test_answers_change_what_happens() -> None:
    game, _ = table(0, ally())
    now, before = next(asked_quarters(0))
    ends = set()
    for script in (_first, _last):
        world = before.copy()
        play_quarter(game, world, now, script)
        ends.add(world.tobytes())
    assert len(ends) == 2


def test_an_answer_outside_the_choices_is_refused_and_the_world_waits() -> None:
    game, _ = table(0, ally())
    now, before = next(asked_quarters(0))
    world = before.copy()
    with pytest.raises(ValueError, match="outside"):
        play_quarter(game, world, now, lambda asked: asked.choices)
    assert same_bits(world, before)


def test_bot_answers_given_by_hand_reproduce_the_bots_world_bit_for_bit() -> None:
    told = 0
    for future in range(FUTURES):
        bots, world = table(future)
        hand, _ = table(future, ally())
        for now in range(compiled().quarters):
            before = world.copy()
            assert isinstance(attempt(bots, world, now, ()), Played)
            if isinstance(attempt(hand, before.copy(), now, ()), Asked):
                answers = _answers_of_bot(bots, before.copy(), now)
                by_hand = before.copy()
                played = attempt(hand, by_hand, now, answers)
                assert isinstance(played, Played)
                assert played.answers == answers
                assert same_bits(by_hand, world)
                told += len(answers)
    assert told >= QUESTIONS_OF_A_GAME


def _first(asked: Asked) -> int:
    return 0


def _last(asked: Asked) -> int:
    return asked.choices - 1


def _answers_of_bot(game: Table, world: np.ndarray, now: int) -> tuple[int, ...]:
    """What the ally's bot answers in a quarter, overheard at the seat in an uncompiled run."""
    heard: list[int] = []
    done: dict[int, Any] = {}
    for seam in (seats.choose, seats.choose_by_chance):
        done[id(getattr(seam, "py_func", seam))] = _overheard(plain(seam), heard)
    turn = turn_at(
        game.seed, game.future, now, game.tables, game.seats, *empty_room(LOG_LINES),
    )  # fmt: skip
    with np.errstate(all="ignore"):
        plain(quarter, done)(world.view(np.recarray)[0], game.params.view(np.recarray)[0], turn)
    return tuple(heard)


def _overheard(seam: Callable[..., int], heard: list[int]) -> Callable[..., int]:
    def listening(*words: Any) -> int:
        answer = int(seam(*words))
        if next(word for word in words if isinstance(word, int | np.integer)) == ally():
            heard.append(answer)
        return answer

    return listening
