"""Words of a crisis: moves, endings and what happened in a game, in the words of one language.

Idea: while a game goes on, a move of another is shown as the person's side saw it, and only what a government would
know is shown; at its end all of it is.
Reads: events of a game. Writes: nothing. Units: days, shares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kaname.words.axes import ENDINGS
from kaname.words.catalogue import Catalogue
from kaname.words.events import KINDS
from kaname.words.moves import ANSWERS, BACKINGS, CHALLENGES, GUARANTEES, PLIES, PLY_MOVES, RESPONSES, SECONDS

if TYPE_CHECKING:
    from kaname.compile.compiled import Compiled

KIND_AT, ACTOR_AT, PLACE_AT, TERM_AT = 2, 3, 4, 5
MOVES: Mapping[str, tuple[str, ...]] = {
    "challenge": CHALLENGES, "no_challenge": CHALLENGES, "response": RESPONSES, "guarantor": GUARANTEES,
    "host": ANSWERS, "supporter": BACKINGS,
}  # fmt: skip
"""Moves of an event's kind; the challenger's second move is a response of SECONDS."""


@dataclass(frozen=True)
class Line:
    """A line of a game: its kind (move, misread, round, battle, end) and its sentence."""

    kind: str
    sentence: str


def move_name(say: Catalogue, move: str) -> str:
    """Return the name of a move or of a choice in a battle."""
    return say(f"move-{move}")


def ending_name(say: Catalogue, ending: str) -> str:
    """Return the name of an ending."""
    return say(f"ending-{ending}")


def lines(say: Catalogue, compiled: Compiled, events: np.ndarray, challenger: int, seat: int | None) -> list[Line]:
    """Return what happened. seat: the actor who reads it while the game is played, None for all of it at its end."""
    made: list[Line] = []
    for place, row in enumerate(events):
        kind = KINDS[int(row[KIND_AT])].name
        actor = say.named("actor", _actor(compiled, row), compiled.names["actor"][_actor(compiled, row)])
        if kind in MOVES:
            name = _move(kind, int(row[ACTOR_AT]) == challenger, int(row[TERM_AT]))
            seen = _seen(events[place + 1 :], seat)
            made.append(Line("move", say("crisis-line-move", actor=actor, move=move_name(say, seen or name))))
        elif kind == "misread" and seat is None:
            moves = PLY_MOVES[PLIES[int(row[TERM_AT])]]
            made.append(Line("misread", say("crisis-line-misread", actor=actor,
                                            move=move_name(say, moves[int(row[TERM_AT + 1])]),
                                            seen=move_name(say, moves[int(row[TERM_AT + 2])]))))  # fmt: skip
        elif kind in ("round", "battle", "settled", "ending"):
            made.append(_clock_line(say, kind, row))
    return made


def _clock_line(say: Catalogue, kind: str, row: np.ndarray) -> Line:
    first, second, third = (float(value) for value in row[TERM_AT : TERM_AT + 3])
    if kind == "round":
        return Line("round", say("crisis-line-round", round=say.number(first), days=say.number(third)))
    if kind == "battle":
        return Line("battle", say("crisis-line-battle", day=say.number(first), control=say.number(100 * second)))
    if kind == "settled":
        return Line("end", say("crisis-line-settled", ending=ending_name(say, ENDINGS[int(first)])))
    return Line("end", say("crisis-line-ending", ending=ending_name(say, ENDINGS[int(first)]), days=say.number(second)))


def _seen(later: Sequence[np.ndarray] | np.ndarray, seat: int | None) -> str:
    """Return the move as the seat saw it, where it misread it: from the misreadings that follow a move at once."""
    for row in later:
        if KINDS[int(row[KIND_AT])].name in MOVES:
            return ""
        if KINDS[int(row[KIND_AT])].name == "misread" and seat is not None and int(row[ACTOR_AT]) == seat:
            return PLY_MOVES[PLIES[int(row[TERM_AT])]][int(row[TERM_AT + 2])]
    return ""


def _move(kind: str, by_challenger: bool, code: int) -> str:
    return SECONDS[code] if kind == "response" and by_challenger else MOVES[kind][code]


def _actor(compiled: Compiled, row: np.ndarray) -> str:
    return str(list(compiled.axes["actor"])[int(row[ACTOR_AT])])
