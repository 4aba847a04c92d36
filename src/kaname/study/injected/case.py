"""One case: identical worlds on the eve of a crisis, N runs of them, each with its own chance and sampled figures.

Run n is future n of the scenario under the bargain. Quarters before the date run in full; in the quarter of the date
everything runs that comes before crises, and then the opportunity is there, where the ensemble would draw one. Two
cases that differ in one thing meet the same chance, so that their crises are pairs.

Clock: quarters up to the date. Reads: a compiled scenario. Writes: nothing. Source: this project's definition of
injected, identical crises (crises that happen are self-selected).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.model.crisis.ladder import ARMED_RUNG
from kaname.model.engine.order import PLACE
from kaname.model.engine.quarter import quarter
from kaname.model.engine.run import turn_at
from kaname.model.world.events import LOG_WIDTH
from kaname.model.world.turn import Tables, Turn
from kaname.study.injected.settings import FROM_START, ON_THE_EVE, Setting

MOST_RUNS = 10_000
LOG_ROWS = 512
SCRATCH = (64, 512)
NOT_ON_THE_EVE = (
    "crisis.opportunity", "crisis.response", "crisis.aftermath", "politics.proliferation", "engine.score",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """What is injected where.

    quarter: counted from the start. frozen: mechanisms held at their start. fronts: other contingencies in which an
    opportunity arises in the same quarter. conduct: (contingency, conduct of the guarantor) in an armed crisis of the
    quarter before. central: every figure at its central value in place of sampled ones.
    """

    compiled: Compiled
    bargain: str
    contingency: int
    quarter: int = 0
    runs: int = 1000
    seed: int = 1
    settings: tuple[Setting, ...] = ()
    frozen: tuple[str, ...] = ()
    fronts: tuple[int, ...] = ()
    conduct: tuple[int, float] | None = None
    central: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.runs <= MOST_RUNS:
            raise InputError(f"{self.runs} is outside 1..{MOST_RUNS}", path="--runs", found=self.runs)

    @cached_property
    def tree(self) -> np.ndarray:
        """int64[node, column]: the game form of the contingency."""
        return np.ascontiguousarray(self.compiled.tables.tree[self.contingency])

    @cached_property
    def tables(self) -> Tables:
        """The tables in which the crisis is played: everything runs but what is frozen."""
        return self._without(self.frozen)

    @cached_property
    def calm(self) -> Tables:
        """The tables of a quarter without crises."""
        return self._without((*self.frozen, *NOT_ON_THE_EVE))

    def _without(self, names: tuple[str, ...]) -> Tables:
        active = self.compiled.tables.active.copy()
        for name in names:
            active[PLACE[name]] = 0
        return self.compiled.tables._replace(active=active)


class Room:
    """The buffers that turns of one case share; one thread at a time."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.used = np.zeros(2, np.int64)
        self.scratch = np.zeros(SCRATCH)
        self.log = np.zeros((LOG_ROWS, LOG_WIDTH))
        self.nobody = np.zeros(0, np.int64)

    def turn(self, run: int, now: int, tables: Tables) -> Turn:
        """A fresh turn of a run in a quarter."""
        self.used[:] = 0
        bots = self.case.compiled.bots
        return turn_at(self.case.seed, run, now, tables, bots, self.nobody, self.log, self.used, self.scratch)


@dataclass(frozen=True)
class Eve:
    """worlds[run] and params[run] on the eve of the crisis, the opportunity there and nothing decided."""

    worlds: np.recarray
    params: np.recarray

    def copy(self) -> Eve:
        return Eve(self.worlds.copy(), self.params.copy())


def eve_of(case: Case) -> Eve:
    """The worlds of all runs on the eve of the crisis."""
    worlds, params = _first(case)
    room = Room(case)
    for run in range(case.runs):
        w, p = worlds[run], params[run]
        for now in range(case.quarter):
            quarter(w, p, room.turn(run, now, case.tables))
        if case.conduct is not None:
            _happened_elsewhere(w, *case.conduct)
        quarter(w, p, room.turn(run, case.quarter, case.calm))
    for setting in case.settings:
        if setting.when == ON_THE_EVE:
            setting.lay(worlds, params)
    _inject(case, worlds, params)
    return Eve(worlds, params)


def _first(case: Case) -> tuple[np.recarray, np.recarray]:
    """The first worlds and parameters of the runs, sampled, with what holds from the start."""
    compiled = case.compiled
    if case.central:
        worlds = np.repeat(compiled.start, case.runs)
        params = np.repeat(compiled.params[case.bargain], case.runs)
    else:
        worlds, params, _ = compiled.futures(case.bargain, case.seed, 0, case.runs)
    for setting in case.settings:
        if setting.when == FROM_START:
            setting.lay(worlds, params)
    params["deterrence_views"] = 0
    return worlds.view(np.recarray), params.view(np.recarray)


def _happened_elsewhere(w: np.record, contingency: int, conduct: float) -> None:
    """Leave last quarter's record as if an armed crisis had been there, and nothing else."""
    w.conduct[:] = 0.0
    w.rung[:] = 0
    w.conduct[contingency] = conduct
    w.rung[contingency] = ARMED_RUNG


def _inject(case: Case, worlds: np.recarray, params: np.recarray) -> None:
    """One opportunity here, one on every other front, and counters at zero."""
    worlds.opportunity[:] = 0
    for k in (case.contingency, *case.fronts):
        worlds.opportunity[:, k] = 1
    for name in ("deterrence_count", "deterrence_arms", "total_supported", "tremble", "chain_length"):
        worlds[name][...] = 0
    params.deterrence_views[:] = 1
