"""Crises played from their eve to their end, and what is read of them run by run.

Ending and rung are those of the contingency asked about; a move is the first one that a side made there. Losses of
people are those of the whole quarter, other fronts included. Trust afterwards is that of the quarter after, less that
of the same world in which no opportunity arose. Classes of deterrence are those of an eve seen three ways.

Clock: moves and days, behind the engine's doors. Units: places on axes, days, thousand people, shares. Reads: Eve.
Writes: nothing. Source: docs/explanation/the-crisis.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kaname.model.engine.doors import open_crises
from kaname.model.engine.inject import NOT_MADE, leave_in_peace, play_crises, run_quarters
from kaname.study.crises.case import Case, Eve
from kaname.words.axes import (
    DETERRENCE_CLASSES,
    END_CONCESSION,
    END_FAIT_ACCOMPLI,
    END_LIMITED_WAR,
)
from kaname.words.moves import ARMED_RUNG, PLIES


@dataclass(frozen=True)
class Played:
    """Outcome of each run: arrays over runs.

    moves: int[run, ply] codes of the ladder, -1 where a side did not move. acting, arms: places in DETERRENCE_CLASSES.
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
        """Return the challenger got its way without a fight."""
        return np.isin(self.ending, (END_CONCESSION, END_FAIT_ACCOMPLI))

    @property
    def war(self) -> np.ndarray:
        return self.ending >= END_LIMITED_WAR


def play(case: Case, eve: Eve) -> Played:
    """Play every run's crisis; the eve is left as it was."""
    k, worlds = case.contingency, eve.worlds.copy()
    moves = np.full((case.runs, len(PLIES)), NOT_MADE)
    play_crises(worlds, eve.params, case.turn(case.tables), k, moves)
    return Played(
        ending=worlds.ending[:, k].copy(), rung=worlds.rung[:, k].copy(),
        supported=worlds.total_supported[:, k] > 0, tremble=worlds.tremble > 0, moves=moves,
        acting=_class_of(worlds.deterrence_count[:, k]), arms=_class_of(worlds.deterrence_arms[:, k]),
        days=worlds.decision_days[:, k].copy(), casualties=worlds.casualties.copy(), worlds=worlds,
    )  # fmt: skip


def _class_of(counts: np.ndarray) -> np.ndarray:
    """Return the class counted first, by run; the engine counts each opportunity once."""
    return np.argmax(counts[:, : len(DETERRENCE_CLASSES)] > 0, axis=1)


def events_of(case: Case, eve: Eve, run: int) -> np.ndarray:
    """Return the log of one run's crisis: float64[event, column]."""
    world, turn = eve.worlds[run : run + 1].copy(), case.turn(case.tables, run=run)
    open_crises(world[0], eve.params[run], turn)
    return turn.log[: turn.used[0]].copy()


def trust_afterwards(case: Case, eve: Eve, played: Played) -> np.ndarray:
    """Return float64[run, side]: trust in the quarter after, less that of the same world without an opportunity."""
    now, calm = case.quarter + 1, case.turn(case.calm)
    with_crisis, without = played.worlds.copy(), eve.worlds.copy()
    leave_in_peace(without, eve.params, case.turn(case.tables))
    for worlds in (with_crisis, without):
        run_quarters(worlds, eve.params, calm, now, now + 1)
    return np.asarray(with_crisis.trust - without.trust)
