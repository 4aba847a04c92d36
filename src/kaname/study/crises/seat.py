"""A seat in one crisis: a person makes the moves of one side, the model all others; the game is its answers.

Idea: a game is the eve and the answers given so far; it is played again from the eve with each answer, and named draws
make that exact. What is offered at a question is what the side's own picture holds: each move with the chance that the
model would take it, what it is worth to the side, and whether the law lets it. Moves of others are shown as the side
sees them, until the game is over.

Clock: moves and days. Units: probabilities, stakes. Reads: Case, Eve. Writes: nothing; the eve is left as it was.
Errors: InputError for an answer that is no choice, or closed by law.
Source: model.world.seats; docs/explanation/the-crisis.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kaname.core.errors import InputError
from kaname.model.crisis.battle import CLOSED
from kaname.model.crisis.thinking import actor_in
from kaname.model.engine.doors import open_crises
from kaname.model.engine.run import turn_at
from kaname.model.world.board import BARRED
from kaname.model.world.room import empty_room
from kaname.model.world.seats import LOG_ROWS, QUESTION, Waiting
from kaname.study.crises.case import Case, Eve
from kaname.words.events import KIND
from kaname.words.moves import NEVER, PLIES, PLY_MOVES, ROLES

LOG_LINES = 1024
KIND_AT = 2
CHALLENGER_CHOICES = ("settle", "go_on", "widen", "commit")
TARGET_CHOICES = ("settle", "go_on", "recapture")
IN_FIGHT_CHOICES = ("settle", "go_on", "send")
OUT_OF_FIGHT_CHOICES = ("stay_out", "join")
HOST_CHOICES = ("keep", "open", "fire")


@dataclass(frozen=True)
class Choice:
    """One choice: its name, whether it is open, the chance that the model would take it, what it is worth."""

    name: str
    open: bool
    chance: float
    value: float


@dataclass(frozen=True)
class Question:
    """Question to the player: in which role, in which round (from 0), whether there is fighting, the choices."""

    role: str
    round: int
    fighting: bool
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Game:
    """A game so far: its events (float64[event, column]), the question that waits, or the world at its end."""

    events: np.ndarray
    question: Question | None
    world: np.record | None


def play_in_seat(case: Case, eve: Eve, role: str, answers: Sequence[int]) -> Game:
    """Return the game of run 0 with a person in a role, after the answers given so far.

    Raises InputError where an answer is outside its choices, is closed, or follows the end of the game.
    """
    for count in range(len(answers)):
        question = _after(case, eve, role, answers[:count]).question
        _check(question, answers[count])
    return _after(case, eve, role, answers)


def _check(question: Question | None, answer: int) -> None:
    if question is None:
        raise InputError("the game was over before this move", path="moves", found=answer, hint="Take moves away.")
    names = [choice.name for choice in question.choices]
    if not 0 <= answer < len(names):
        raise InputError(f"{answer} is outside 0..{len(names) - 1}", path="moves", found=answer, allowed=names)
    if not question.choices[answer].open:
        raise InputError(f"{names[answer]} is closed here", path="moves", found=answer,
                         allowed=[choice.name for choice in question.choices if choice.open])  # fmt: skip


def _after(case: Case, eve: Eve, role: str, answers: Sequence[int]) -> Game:
    world, params = eve.worlds[:1].copy(), eve.params[0]
    seats = case.compiled.bots.copy()
    seats[actor_in(params, case.contingency, ROLES.index(role))] = 1
    _, log, used, scratch, board = empty_room(LOG_LINES)
    given = np.array(answers, np.int64)
    turn = turn_at(case.seed, 0, case.quarter, case.tables, seats, given, log, used, scratch, board)
    try:
        open_crises(world[0], params, turn)
    except Waiting:
        events = log[: used[LOG_ROWS]].copy()
        return Game(events, _question(case, params, world[0], board[0], events), None)
    return Game(log[: used[LOG_ROWS]].copy(), None, world[0])


def _question(case: Case, params: np.record, world: np.record, board: np.record, events: np.ndarray) -> Question:
    count, seat = int(world.asked_count), int(world.asked_seat)
    if any(int(kind) == KIND["battle"] for kind in events[:, KIND_AT]):
        return _in_battle(case, params, world, board, seat, count)
    form = case.form
    for role in range(case.roles):
        node = int(board.seen_node[role])
        asked = actor_in(params, case.contingency, role) == seat
        if asked and form.children[node] == count and form.owner[node] == role:
            first = int(form.first[node])
            moves = PLY_MOVES[PLIES[form.ply[first]]]
            choices = tuple(
                Choice(moves[form.move[n]], i == 0 or bool(board.own_legality[n] != BARRED),
                       float(board.own_odds[role, n]), float(board.own_value[role, n]))
                for i, n in enumerate(range(first, first + count)))  # fmt: skip
            return Question(ROLES[role], int(board.rounds_before), False, choices)
    raise RuntimeError("the seat was asked at no node of its own")


def _in_battle(
    case: Case, params: np.record, world: np.record, board: np.record, seat: int, count: int
) -> Question:  # fmt: skip
    role, names = _battle_role(case, params, world, seat, count)
    values = [float(value) for value in board.chances[:count]]
    weights = np.exp(float(params.choice_precision) * (np.array(values) - max(values)))
    chances = weights / weights.sum()
    return Question(role, int(board.rounds_before), True, tuple(
        Choice(name, value > CLOSED, float(chance), value)
        for name, value, chance in zip(names, values, chances, strict=False)))  # fmt: skip


def _battle_role(
    case: Case, params: np.record, world: np.record, seat: int, count: int
) -> tuple[str, tuple[str, ...]]:  # fmt: skip
    """Return the role in which a seat is asked during a battle, and the names of its choices."""
    k, host = case.contingency, int(world.asked_question) == QUESTION["host_access"]
    fighting = IN_FIGHT_CHOICES if float(world.camp_arrival) < NEVER else OUT_OF_FIGHT_CHOICES
    offered = {"challenger": CHALLENGER_CHOICES, "target": TARGET_CHOICES, "guarantor": fighting, "host": HOST_CHOICES}
    for place, role in enumerate(ROLES[: case.roles]):
        if actor_in(params, k, place) == seat and (role == "host") == host:
            return role, offered[role][:count]
    raise RuntimeError("the seat has no role in this battle")
