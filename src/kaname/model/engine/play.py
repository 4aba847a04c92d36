"""Play one quarter with people in some seats: run, ask, restore, append the answer, run again.

A question reaches the caller as `Asked`; the saved game is the quarter's first record and the log of answers. Named
draws make each repetition exact, so a quarter without people in it is the ensemble's quarter, bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kaname.model.engine.quarter import quarter
from kaname.model.engine.run import turn_at
from kaname.model.world.room import empty_room
from kaname.model.world.seats import ANSWERS, LOG_ROWS, QUESTIONS, Waiting
from kaname.model.world.turn import Tables

LOG_LINES = 512


@dataclass(frozen=True)
class Asked:
    """A question to a person: the seat (place on the actor axis), what is asked, how many choices there are."""

    seat: int
    question: str
    choices: int


@dataclass(frozen=True)
class Played:
    """A quarter that was played to its end: the events, and the answers that were used."""

    events: np.ndarray
    answers: tuple[int, ...]


@dataclass(frozen=True)
class Table:
    """What a game needs beside the world: parameters (length 1), tables, seed, future, seats (1 a person, 0 a bot)."""

    params: np.ndarray
    tables: Tables
    seed: int
    future: int
    seats: np.ndarray


def attempt(table: Table, world: np.ndarray, now: int, answers: tuple[int, ...]) -> Played | Asked:
    """Run quarter `now` on `world` (length 1) with these answers; on a question the world is restored."""
    before = world.copy()
    _, log, used, scratch, board = empty_room(LOG_LINES)
    recorded = np.array(answers, np.int64)
    turn = turn_at(table.seed, table.future, now, table.tables, table.seats, recorded, log, used, scratch, board)
    w = world.view(np.recarray)[0]
    try:
        quarter(w, table.params.view(np.recarray)[0], turn)
    except Waiting:
        question = Asked(int(w.asked_seat), QUESTIONS[int(w.asked_question)], int(w.asked_count))
        world[:] = before
        return question
    return Played(log[: used[LOG_ROWS]].copy(), answers[: int(used[ANSWERS])])


def play_quarter(table: Table, world: np.ndarray, now: int, answer: Callable[[Asked], int]) -> Played:
    """Play quarter `now` to its end, asking `answer` for each question in its turn."""
    answers: tuple[int, ...] = ()
    while True:
        result = attempt(table, world, now, answers)
        if isinstance(result, Played):
            return result
        choice = answer(result)
        if not 0 <= choice < result.choices:
            raise ValueError(f"{choice} is outside 0..{result.choices - 1}")
        answers = (*answers, choice)
