"""One case: identical worlds on the eve of a crisis, N runs of them, each with its own chance and sampled figures.

Run n is future n of the scenario under the bargain. Quarters before the date run in full; in the quarter of the date
everything runs that comes before crises, and then the opportunity is there, where the ensemble would draw one. Two
cases that differ in one thing meet the same chance, so that their crises are pairs.

Clock: quarters up to the date. Reads: a compiled scenario. Writes: nothing.
Source: docs/explanation/the-crisis.md; crises that happen are self-selected, injected ones are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.model.coordination.delay import MECHANISM as DELAY
from kaname.model.engine.inject import draw_delays, run_quarters
from kaname.model.engine.order import PLACE
from kaname.model.engine.run import turn_at
from kaname.model.world.room import empty_room
from kaname.model.world.turn import Tables, Turn
from kaname.study.crises.settings import FROM_START, ON_THE_EVE, Setting
from kaname.study.replay import LOG_ROWS
from kaname.words.moves import ARMED_RUNG

MOST_RUNS = 10_000
STRETCHING = frozenset(DELAY.reads) - frozenset(DELAY.writes)
NOT_ON_THE_EVE = (
    "crisis.opportunity", "crisis.response", "crisis.aftermath", "politics.proliferation", "engine.score",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """Crisis to inject and its place.

    quarter: counted from the start. frozen: mechanisms held at their start. fronts: other contingencies in which an
    opportunity arises in the same quarter. conduct: (contingency, conduct of the guarantor) in an armed crisis of the
    quarter before. central: every figure at its central value in place of sampled ones. first: the future whose chance
    the first run meets.
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
    first: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.runs <= MOST_RUNS:
            raise InputError(f"{self.runs} is outside 1..{MOST_RUNS}", path="--runs", found=self.runs)

    @property
    def form(self) -> np.record:
        """Return the contingency's game form (see world.game_form); its arrays go on behind the last node."""
        form: np.record = self.compiled.tables.tree[self.contingency]
        return form

    @property
    def nodes(self) -> int:
        """Return how many nodes the game form has."""
        return int(self.form.nodes)

    @property
    def roles(self) -> int:
        """Return how many roles move: three, or four where a host or a supporter is asked."""
        return int(self.form.roles)

    @cached_property
    def tables(self) -> Tables:
        """Return the tables in which the crisis is played: everything runs but what is frozen."""
        return self._without(self.frozen)

    @cached_property
    def calm(self) -> Tables:
        """Return the tables of a quarter without crises."""
        return self._without((*self.frozen, *NOT_ON_THE_EVE))

    def turn(self, tables: Tables, now: int | None = None, run: int = 0) -> Turn:
        """Return a turn with buffers of its own, in the quarter of the crisis or another."""
        when, bots = self.quarter if now is None else now, self.compiled.bots
        return turn_at(self.seed, self.first + run, when, tables, bots, *empty_room(LOG_ROWS))

    def _without(self, names: tuple[str, ...]) -> Tables:
        active = self.compiled.tables.active.copy()
        for name in names:
            active[PLACE[name]] = 0
        return self.compiled.tables._replace(active=active)


@dataclass(frozen=True)
class Eve:
    """worlds[run] and params[run] on the eve of the crisis, the opportunity there and nothing decided."""

    worlds: np.recarray
    params: np.recarray

    def copy(self) -> Eve:
        return Eve(self.worlds.copy(), self.params.copy())

    def seen_three_ways(self) -> Eve:
        """Return the same eve, with every opportunity judged with and without guarantee and denial when it is
        played.
        """
        params = self.params.copy()
        params.deterrence_views[:] = 1
        return Eve(self.worlds, params)


def eve_of(case: Case) -> Eve:
    """Return the worlds of all runs on the eve of the crisis."""
    return eve_from(case, *first_worlds(case, case.first, case.runs))


def eve_from(case: Case, worlds: np.recarray, params: np.recarray) -> Eve:
    """Return the eve that first worlds of all runs come to; they are run in place."""
    run_quarters(worlds, params, case.turn(case.tables), 0, case.quarter)
    if case.conduct is not None:
        _happened_elsewhere(worlds, *case.conduct)
    run_quarters(worlds, params, case.turn(case.calm), case.quarter, case.quarter + 1)
    _set_states(case, worlds, params)
    _inject(case, worlds)
    return Eve(worlds, params)


def first_worlds(case: Case, first: int, count: int) -> tuple[np.recarray, np.recarray]:
    """Return the first worlds and parameters of runs first..first+count-1, sampled, with what holds from the start."""
    compiled = case.compiled
    if case.central:
        worlds, params = np.repeat(compiled.start, count), np.repeat(compiled.params[case.bargain], count)
    else:
        worlds, params, _ = compiled.futures(case.bargain, case.seed, first, count)
    for setting in case.settings:
        if setting.when == FROM_START:
            setting.lay(worlds, params)
    params["deterrence_views"] = 0
    return worlds.view(np.recarray), params.view(np.recarray)


def _set_states(case: Case, worlds: np.recarray, params: np.recarray) -> None:
    """Write the states that are set; the decision's days are drawn again where one of them stretches or shortens it."""
    states = [setting for setting in case.settings if setting.when == ON_THE_EVE]
    for state in states:
        state.lay(worlds, params)
    if any(state.name in STRETCHING for state in states):
        draw_delays(worlds, params, case.turn(case.tables))
        for state in states:
            state.lay(worlds, params)


def _happened_elsewhere(worlds: np.recarray, contingency: int, conduct: float) -> None:
    """Leave last quarter's record as if an armed crisis had been there, and nothing else."""
    worlds.conduct[...] = 0.0
    worlds.rung[...] = 0
    worlds.conduct[:, contingency] = conduct
    worlds.rung[:, contingency] = ARMED_RUNG


def _inject(case: Case, worlds: np.recarray) -> None:
    """Put one opportunity here, one on every other front, and counters at zero."""
    worlds.opportunity[:] = 0
    for k in (case.contingency, *case.fronts):
        worlds.opportunity[:, k] = 1
    for name in ("deterrence_count", "deterrence_arms", "total_supported", "tremble", "chain_length"):
        worlds[name][...] = 0
