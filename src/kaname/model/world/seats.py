"""The seat seam: every choice of a government is asked here, and bots and people answer alike.

A bot answers by quantal response: choice i with probability proportional to exp(precision * value[i]), drawn by name.
A person's seat takes the next recorded answer; when there is none, the question is written into the record and
`Waiting` is raised. The driver restores the quarter's first record, appends the answer and runs the quarter again:
named draws make the replay exact. Choices made at the same time are all asked before any is applied.
"""

from __future__ import annotations

import numpy as np

from kaname.core.kernel import kernel
from kaname.core.maths import exp
from kaname.core.slots import SLOT
from kaname.model.world.turn import Turn, uniform
from kaname.words.declare import Field

SEAT_CHOICE = SLOT["seat_choice"]
LOG_ROWS, ANSWERS = 0, 1
QUESTIONS = (
    "crisis_move", "host_access", "battle", "lever_consent", "budget", "signal", "sanctions", "deal", "thaw",
    "framework", "revision", "plan", "nuclear", "tempo",
)  # fmt: skip
QUESTION = {name: place for place, name in enumerate(QUESTIONS)}


class Waiting(Exception):
    """A person's seat has been asked and has not answered; the question stands in the record."""


@kernel
def choose(w, p, turn: Turn, actor: int, question: int, values: np.ndarray, count: int, index: int) -> int:
    """The choice 0..count-1 of `actor`'s seat among `values[:count]` (any scale; higher is better to the seat).

    question: a code of the catalogue of questions; index: keeps two choices of one moment apart (0..65535).
    """
    if turn.seats[actor] == 1:
        return _answer_of_person(w, turn, actor, question, count)
    return quantal(values, count, p.choice_precision, uniform(turn, SEAT_CHOICE, index))


@kernel
def choose_by_chance(
    w, turn: Turn, actor: int, question: int, probabilities: np.ndarray, count: int, slot: int, index: int
) -> int:
    """As `choose`, for a bot whose rule already gives probabilities (they sum to 1 over `count`)."""
    if turn.seats[actor] == 1:
        return _answer_of_person(w, turn, actor, question, count)
    u = uniform(turn, slot, index)
    reach = 0.0
    for i in range(count - 1):
        reach += probabilities[i]
        if u < reach:
            return i
    return count - 1


@kernel
def _answer_of_person(w, turn: Turn, actor: int, question: int, count: int) -> int:
    answered = turn.used[ANSWERS]
    if answered >= turn.answers.shape[0]:
        w.asked_seat = actor
        w.asked_question = question
        w.asked_count = count
        raise Waiting
    turn.used[ANSWERS] = answered + 1
    answer = turn.answers[answered]
    return min(max(answer, 0), count - 1)


@kernel
def quantal(values: np.ndarray, count: int, precision: float, u: float) -> int:
    """Logit choice by inversion: the first i whose cumulative probability exceeds u."""
    best = values[0]
    for i in range(1, count):
        best = max(best, values[i])
    total = 0.0
    for i in range(count):
        total += exp(precision * (values[i] - best))
    reach = 0.0
    for i in range(count - 1):
        reach += exp(precision * (values[i] - best)) / total
        if u < reach:
            return i
    return count - 1


@kernel
def probability(values: np.ndarray, count: int, precision: float, choice: int) -> float:
    """The logit probability of `choice` among `values[:count]`."""
    best = values[0]
    for i in range(1, count):
        best = max(best, values[i])
    total = 0.0
    for i in range(count):
        total += exp(precision * (values[i] - best))
    return exp(precision * (values[choice] - best)) / total


FIELDS = (
    Field("asked_seat", (), "code", -1, 1000, "hidden", "Seat that was asked when a person was awaited.", "code"),
    Field("asked_question", (), "code", 0, 1000, "hidden", "Question that was asked.", "code"),
    Field("asked_count", (), "count", 0, 1000, "hidden", "Number of choices offered.", "count"),
)  # fmt: skip
