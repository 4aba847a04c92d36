"""Told: five crises of a place, as stories, under a setting and in the same futures as things are.

Idea: the futures are the first in which the place comes to a crisis on either side, in their order. Each is played
again with its log, bit for bit the one of the picture, and what is shown is the first quarter whose crisis goes
otherwise, or the first crisis where none does. Shocks are the same on both sides, so what differs follows from the
levers. Clock: quarters, moves, days. Reads: a session. Writes: nothing. Errors: Cancelled where nobody waits any more.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kaname.lab.crisis_words import ACTOR_AT, KIND_AT, PLACE_AT, Line, lines
from kaname.study.growing import SIZES, Cancelled
from kaname.words.catalogue import Catalogue
from kaname.words.events import KIND, KINDS

if TYPE_CHECKING:
    from kaname.compile.compiled import Compiled
    from kaname.study.session import Session

STORIES = 5
OUTCOME = "challenges"
OF_PLACES = [number for number, kind in enumerate(KINDS) if kind.terms[0] == "contingency"]


@dataclass(frozen=True)
class Crisis:
    """A crisis of a place in a future: calendar year and quarter, and its lines."""

    year: int
    season: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Story:
    """A quarter of a future in which a place comes to a crisis: under the setting, and as things are (None: no crisis).

    differs: whether the two go otherwise; mine, now: how many crises there are in the whole future, on either side.
    """

    future: int
    here: Crisis | None
    there: Crisis | None
    differs: bool
    mine: int
    now: int


def stories(
    say: Catalogue, session: Session, levers: Mapping[str, float], place: str, stop: threading.Event
) -> Iterator[Story]:  # fmt: skip
    """Yield up to STORIES stories of a place, found among the futures of the first picture."""
    from kaname.compile.moved_levers import MOVED, with_levers

    answer = session.run(levers, SIZES[0], stop)
    column = answer.columns.index(f"{OUTCOME}.{place}")
    having = np.flatnonzero(answer.alive & ((answer.rows[:, column] > 0.0) | (answer.reference[:, column] > 0.0)))
    moved = with_levers(session.compiled, session.bargain, levers)
    for future in map(int, having[:STORIES]):
        mine = crises(say, session, moved, MOVED, place, future)
        now = crises(say, session, session.compiled, session.bargain, place, future)
        if stop.is_set():
            raise Cancelled
        yield told_apart(future, mine, now)


def told_apart(future: int, mine: Sequence[Crisis], now: Sequence[Crisis]) -> Story:
    """Return the first quarter whose crisis goes otherwise on the two sides, or the first crisis where none does."""
    here, there = ({(one.year, one.season): one for one in side} for side in (mine, now))
    quarters = sorted({*here, *there})
    other = [quarter for quarter in quarters if here.get(quarter) != there.get(quarter)]
    quarter = (other or quarters)[0]
    return Story(future, here.get(quarter), there.get(quarter), bool(other), len(mine), len(now))


def crises(
    say: Catalogue, session: Session, compiled: Compiled, bargain: str, place: str, future: int
) -> list[Crisis]:  # fmt: skip
    """Return the crises of a place in one future under a bargain, in order."""
    from kaname.study.replay import quarters_of

    number = list(compiled.axes["contingency"]).index(place)
    made = []
    for quarter in quarters_of(compiled, session.design, bargain, future):
        events = _at(quarter.events, number)
        begun = [row for row in events if int(row[KIND_AT]) == KIND["challenge"]]
        if begun:
            told = lines(say, compiled, events, int(begun[0][ACTOR_AT]), None)
            made.append(Crisis(*quarter.when(compiled.scenario), tuple(told)))
    return made


def _at(events: np.ndarray, place: int) -> np.ndarray:
    """Return the events that belong to a place, from the challenge on."""
    of_places = np.isin(events[:, KIND_AT].astype(int), OF_PLACES)
    there = events[of_places & (events[:, PLACE_AT] == place)]
    begun = np.flatnonzero(there[:, KIND_AT] == KIND["challenge"])
    return there[begun[0] :] if begun.size else there[:0]
