"""Crises played from their eve to their end, and what is read of them run by run.

Ending and rung are those of the contingency asked about; a move is the first one that a side made there. Losses of
people are those of the whole quarter, other fronts included. Trust afterwards is that of the quarter after, less that of
the same world in which no opportunity arose.

Clock: moves and days, behind the engine's doors. Units: places on axes, days, thousand people, shares. Reads: Eve.
Writes: nothing. Source: this project's definition of injected crises.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kaname.model.crisis.aftermath import aftermath
from kaname.model.crisis.deterrence import CLASSES
from kaname.model.crisis.ladder import ARMED_RUNG, PLIES
from kaname.model.engine.doors import open_crises
from kaname.model.engine.quarter import quarter
from kaname.model.world.axes import (
    END_CONCESSION,
    END_FAIT_ACCOMPLI,
    END_LIMITED_WAR,
    ENDINGS,
)
from kaname.model.world.events import KIND
from kaname.study.injected.case import Case, Eve, Room

PLY_OF = {KIND["challenge"]: 0, KIND["no_challenge"]: 0, KIND["guarantor"]: 2, KIND["host"]: 3}
RESPONSE = KIND["response"]
TARGET_PLY, AGAIN_PLY = PLIES.index("target"), PLIES.index("challenger_again")
NOT_MADE = -1


@dataclass(frozen=True)
class Played:
    """What became of each run: arrays over runs.

    moves: int[run, ply] codes of the ladder, -1 where a side did not move. acting, arms: places in CLASSES.
    """

    ending: np.ndarray
    rung: np.ndarray
    supported: np.ndarray
    tremble: np.ndarray
    moves: np.ndarray
    acting: np.ndarray
    arms: np.ndarray
    days: np.ndarray
    casualties: np.ndarray
    worlds: np.recarray

    @property
    def challenged(self) -> np.ndarray:
        return self.rung > 0

    @property
    def armed(self) -> np.ndarray:
        return self.rung >= ARMED_RUNG

    @property
    def yielded(self) -> np.ndarray:
        """The challenger got its way without a fight."""
        return np.isin(self.ending, (END_CONCESSION, END_FAIT_ACCOMPLI))

    @property
    def war(self) -> np.ndarray:
        return self.ending >= END_LIMITED_WAR

    def ending_words(self) -> list[str]:
        return [ENDINGS[place] for place in self.ending]


def play(case: Case, eve: Eve) -> Played:
    """Play every run's crisis; the eve is left as it was."""
    k, room = case.contingency, Room(case)
    worlds, params = eve.worlds.copy(), eve.params
    moves = np.full((case.runs, len(PLIES)), NOT_MADE)
    for run in range(case.runs):
        w, p = worlds[run], params[run]
        open_crises(w, p, room.turn(run, case.quarter, case.tables))
        moves[run] = _moves(room, k, p)
        aftermath(w, p, room.turn(run, case.quarter, case.tables))
    return Played(
        ending=worlds.ending[:, k].copy(), rung=worlds.rung[:, k].copy(),
        supported=worlds.total_supported[:, k] > 0, tremble=worlds.tremble > 0, moves=moves,
        acting=_class_of(worlds.deterrence_count[:, k]), arms=_class_of(worlds.deterrence_arms[:, k]),
        days=worlds.decision_days[:, k].copy(), casualties=worlds.casualties.copy(), worlds=worlds,
    )  # fmt: skip


def _moves(room: Room, k: int, p: np.record) -> np.ndarray:
    """The first move of each ply, from the log."""
    found = np.full(len(PLIES), NOT_MADE)
    for row in room.log[: room.used[0]]:
        kind = int(row[2])
        if int(row[4]) != k or not (kind in PLY_OF or kind == RESPONSE):
            continue
        ply = PLY_OF.get(kind, AGAIN_PLY if int(row[3]) == int(p.challenger[k]) else TARGET_PLY)
        if found[ply] == NOT_MADE:
            found[ply] = int(row[5])
    return found


def _class_of(counts: np.ndarray) -> np.ndarray:
    """The class counted first, by run; the engine counts each opportunity once."""
    return np.argmax(counts[:, : len(CLASSES)] > 0, axis=1)


def events_of(case: Case, eve: Eve, run: int) -> np.ndarray:
    """The log of one run's crisis: float64[event, column]."""
    room = Room(case)
    world = eve.worlds[run : run + 1].copy()
    open_crises(world[0], eve.params[run], room.turn(run, case.quarter, case.tables))
    return room.log[: room.used[0]].copy()


def trust_afterwards(case: Case, eve: Eve, played: Played) -> np.ndarray:
    """float64[run, side]: trust in the quarter after, less that of the same world without an opportunity."""
    found = np.zeros((case.runs, played.worlds.trust.shape[1]))
    room, now = Room(case), case.quarter + 1
    for run in range(case.runs):
        pair = np.concatenate([played.worlds[run : run + 1], eve.worlds[run : run + 1]]).view(np.recarray)
        pair.opportunity[:] = 0
        p = eve.params[run]
        aftermath(pair[1], p, room.turn(run, case.quarter, case.tables))
        for w in pair:
            quarter(w, p, room.turn(run, now, case.calm))
        found[run] = pair.trust[0] - pair.trust[1]
    return found
