"""Paired arms: things as they are, and the same futures with something changed, in memory.

Idea: an argument is a contrast. Each arm changes levers, parameters, starting values or which mechanisms run; all arms
meet the same draws and shocks, so that future n of one arm is a pair with future n of another. A change is named by a
path: `stock.jp.strike`, `belief` for all of it, `belief.*.senkaku` for all observers.
Reads: scenario, evidence, the compiled kernels. Writes: nothing. Units: as declared. Errors: InputError for a name or
a value outside the declared list or range.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.compile.moved_levers import put_levers, with_levers
from kaname.compile.switches import active_switches
from kaname.core.errors import InputError, unknown_name
from kaname.model.engine.ranges import Rows
from kaname.scenarios.contrasts import Change
from kaname.scenarios.injects import Inject
from kaname.study.comparison import check_workers, compiled_of, design_of_names, with_guarantee
from kaname.study.design import Design
from kaname.study.draws import Drawing, Draws
from kaname.study.guarantee import check_guarantee
from kaname.study.in_memory import WORKERS, rows_of
from kaname.study.injected import check_injects, measured, worlds_at_end
from kaname.study.places import multiply, place_of
from kaname.study.ready import make_ready
from kaname.study.summary import difference
from kaname.words.bounds import require_within
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Arms:
    """Rows of paired arms. columns: the outcomes; rows: by arm, float64[future, column]; alive: bool[future], those
    that stayed within their ranges in every arm."""

    columns: tuple[str, ...]
    rows: Mapping[str, np.ndarray]
    failed: Mapping[str, int]
    alive: np.ndarray

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Return the place of each outcome among the columns."""
        return {name: place for place, name in enumerate(self.columns)}

    def column(self, arm: str, outcome: str) -> np.ndarray:
        """Return an outcome in an arm, float64[pair], of the futures that stayed within their ranges in all arms."""
        if arm not in self.rows:
            raise unknown_name("an arm", arm, list(self.rows), path="arm")
        if outcome not in self.places:
            raise unknown_name("an outcome", outcome, self.columns, path="outcome")
        return self.rows[arm][self.alive, self.places[outcome]]

    def difference(self, arm: str, other: str, outcome: str) -> dict[str, Any]:
        """Return the paired difference arm - other of an outcome: mean, low, high, sd, differing, needed."""
        return difference(self.column(arm, outcome), self.column(other, outcome))


def run_arms(
    scenario: str, changes: Mapping[str, Change], *, reference: str = "as_is", futures: int = 300,
    workers: int = WORKERS, wanted: Sequence[str] = (), progress: Progress | None = None, **options: Any,
) -> Arms:  # fmt: skip
    """Return the rows of every arm in futures 0..futures-1.

    changes: arm -> what it changes of the bargain `reference`; wanted: outcomes that will be asked for, which must
    exist; progress: called with (arms done, arms in all); options: fields of a design on which a future depends,
    such as seed, years, adoption, views. Raises InputError before anything is run.
    """
    check_workers(workers)
    names = list(dict.fromkeys([reference, *(change.bargain for change in changes.values() if change.bargain)]))
    design, names = design_of_names(scenario, names, robustness=0, futures=futures, **options)
    compiled = compiled_of(design, names)
    arms = {arm: Arm(compiled, design, change, reference) for arm, change in changes.items()}
    for outcome in wanted:
        if outcome not in compiled.columns:
            raise unknown_name("an outcome", outcome, compiled.columns, path="outcome")
    make_ready(design.scenario)
    draws, done = Draws(), {}
    with ThreadPoolExecutor(workers) as pool:
        for name, arm in arms.items():
            done[name] = arm.rows(draws, pool, workers)
            if progress:
                progress(len(done), len(arms))
    failed = {name: int((rows.failed >= 0).sum()) for name, rows in done.items()}
    alive = np.logical_and.reduce([rows.failed < 0 for rows in done.values()])
    return Arms(compiled.columns, {name: rows.outcomes for name, rows in done.items()}, failed, alive)


class Arm:
    """One arm, checked and ready to run. compiled: with its guarantee and switches; bargain: the one in force."""

    def __init__(self, compiled: Compiled, design: Design, change: Change, reference: str) -> None:
        self._design, self._change = design, change
        self.bargain = change.bargain or reference
        check_guarantee(change.guarantee, (*design.frozen, *change.frozen))
        compiled = with_guarantee(compiled, change.guarantee)
        active = active_switches(design.preset, (*design.frozen, *change.frozen))
        self.compiled = replace(compiled, tables=compiled.tables._replace(active=active))
        levers = {**_times(compiled, self.bargain, change.lever_times), **change.levers}
        self._moved = with_levers(compiled, self.bargain, levers) if levers else None
        paths = (*change.parameters, *change.start, *change.times)
        self._places = {path: place_of(compiled, path) for path in paths}
        for path, value in (*change.parameters.items(), *change.start.items()):
            require_within(self._places[path].declared, value, path)
        check_injects(compiled, change.injects)
        for path in change.parameters:
            self._must_be(path, Param, "a parameter")
        for path in change.start:
            self._must_be(path, Field, "a starting value")

    @property
    def injects(self) -> tuple[Inject, ...]:
        """Return the events put into this arm by date."""
        return self._change.injects

    @property
    def seed(self) -> int:
        """Seed of chance."""
        return self._design.seed

    def _must_be(self, path: str, kind: type, words: str) -> None:
        if not isinstance(self._places[path].declared, kind):
            raise InputError(f"{path} is not {words}", path=path)

    def rows(self, draws: Drawing, pool: ThreadPoolExecutor, workers: int) -> Rows:
        """Return the rows of all futures of the design."""
        if self._change.injects:
            return self.rows_with_injects(draws, self._design.futures)
        return self.rows_of(draws, 0, self._design.futures, pool, workers)

    def rows_of(self, draws: Drawing, first: int, count: int, pool: ThreadPoolExecutor, workers: int,
                repeats: int = 1) -> Rows:  # fmt: skip
        """Return the rows of futures first..first+count-1; repeats: see `laid`."""
        start, parameters = self.laid(draws, first, count, repeats)
        return rows_of(self.compiled, self._design.seed, start, parameters, pool, workers, first=first)

    def rows_with_injects(self, draws: Drawing, count: int) -> Rows:
        """Return the rows of futures 0..count-1 in which the arm's injects happen."""
        return measured(self.compiled, *self.worlds_at_end(draws, 0, count))

    def worlds_at_end(
        self, draws: Drawing, first: int, count: int, repeats: int = 1
    ) -> tuple[np.recarray, np.recarray]:  # fmt: skip
        """Return the last worlds and the parameters of futures first..first+count-1; repeats: see `laid`."""
        laid = self.laid(draws, first, count, repeats)
        return worlds_at_end(self.compiled, self._design.seed, self._change.injects, *laid, first=first)

    def laid(self, draws: Drawing, first: int, count: int, repeats: int = 1) -> tuple[np.ndarray, np.ndarray]:
        """Return first worlds and parameters (record arrays of `count`) of futures first..first+count-1.

        repeats: how many futures in a row share the sampled figures of one (future n has those of n // repeats), and
        differ in chance alone; `first` and `count` are multiples of it.
        """
        drawn = self._drawn(self.compiled, draws, first, count, repeats)
        start, parameters = self.compiled.laid_out(self.bargain, drawn, count)
        if self._moved is not None:
            both = {**drawn, **self._drawn(self._moved, draws, first, count, repeats)}
            put_levers(self._moved, both, parameters)
        for path, value in (*self._change.parameters.items(), *self._change.start.items()):
            self._places[path].of(start, parameters)[...] = value
        for path, factor in self._change.times.items():
            multiply(self._places[path], start, parameters, factor)
        return start, parameters

    def _drawn(self, compiled: Compiled, draws: Drawing, first: int, count: int,
               repeats: int) -> Mapping[str, np.ndarray]:  # fmt: skip
        once = draws.of(compiled, self._design.seed, first // repeats, count // repeats)
        return once if repeats == 1 else {name: np.repeat(values, repeats) for name, values in once.items()}


def _times(compiled: Compiled, bargain: str, factors: Mapping[str, float]) -> dict[str, float]:
    """Return the values of levers as multiples of where they stand at the start."""
    stand = compiled.params[bargain]["lever_start"][0]
    for name in factors:
        if name not in LEVER:
            raise unknown_name("a lever", name, list(LEVER), path="lever_times")
    return {name: float(stand[LEVER[name]]) * factor for name, factor in factors.items()}
