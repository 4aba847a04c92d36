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
from kaname.study.comparison import check_workers, compiled_of, design_of_names, with_guarantee
from kaname.study.design import Design
from kaname.study.draws import Draws
from kaname.study.guarantee import check_guarantee
from kaname.study.in_memory import WORKERS, rows_of
from kaname.study.ready import make_ready
from kaname.study.summary import difference
from kaname.words import fields, params
from kaname.words.declare import ALIASES, Field, Param
from kaname.words.levers import LEVER

ALL = "*"
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
        """Place of each outcome among the columns."""
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
    arms = {arm: _Arm(compiled, design, change, reference) for arm, change in changes.items()}
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


class _Arm:
    """One arm, checked and ready to run."""

    def __init__(self, compiled: Compiled, design: Design, change: Change, reference: str) -> None:
        self._design, self._change = design, change
        self._bargain = change.bargain or reference
        check_guarantee(change.guarantee, (*design.frozen, *change.frozen))
        compiled = with_guarantee(compiled, change.guarantee)
        active = active_switches(design.preset, (*design.frozen, *change.frozen))
        self._compiled = replace(compiled, tables=compiled.tables._replace(active=active))
        levers = {**_times(compiled, self._bargain, change.lever_times), **change.levers}
        self._moved = with_levers(compiled, self._bargain, levers) if levers else None
        paths = (*change.parameters, *change.start, *change.times)
        self._places = {path: place_of(compiled, path) for path in paths}
        for path, value in (*change.parameters.items(), *change.start.items()):
            _check_value(path, self._places[path].declared, value)
        for path in change.parameters:
            self._must_be(path, Param, "a parameter")
        for path in change.start:
            self._must_be(path, Field, "a starting value")

    def _must_be(self, path: str, kind: type, words: str) -> None:
        if not isinstance(self._places[path].declared, kind):
            raise InputError(f"{path} is not {words}", path=path)

    def rows(self, draws: Draws, pool: ThreadPoolExecutor, workers: int) -> Rows:
        design, compiled, change = self._design, self._compiled, self._change
        drawn = draws.of(compiled, design.seed, 0, design.futures)
        start, parameters = compiled.laid_out(self._bargain, drawn, design.futures)
        if self._moved is not None:
            both = {**drawn, **draws.of(self._moved, design.seed, 0, design.futures)}
            put_levers(self._moved, both, parameters)
        for path, value in (*change.parameters.items(), *change.start.items()):
            self._places[path].of(start, parameters)[...] = value
        for path, factor in change.times.items():
            place = self._places[path]
            part = place.of(start, parameters)
            part[...] = np.clip(part * factor, place.declared.low, place.declared.high)
        return rows_of(compiled, design.seed, start, parameters, pool, workers)


def _times(compiled: Compiled, bargain: str, factors: Mapping[str, float]) -> dict[str, float]:
    """Values of levers as multiples of where they stand at the start."""
    stand = compiled.params[bargain]["lever_start"][0]
    for name in factors:
        if name not in LEVER:
            raise unknown_name("a lever", name, list(LEVER), path="lever_times")
    return {name: float(stand[LEVER[name]]) * factor for name, factor in factors.items()}


@dataclass(frozen=True)
class Place:
    """Where a path leads: the declared field or parameter, and an index on its axes."""

    declared: Field | Param
    index: tuple[int | slice, ...]

    def of(self, start: np.ndarray, parameters: np.ndarray) -> np.ndarray:
        """Return the part of all futures' first worlds or parameters that the path names, as a view."""
        record = start if isinstance(self.declared, Field) else parameters
        whole: np.ndarray = record[self.declared.name]
        return whole[(slice(None), *(_kept(number) for number in self.index))]


def _kept(number: int | slice) -> slice:
    """A slice in place of a number, so that what is taken stays a view."""
    return number if isinstance(number, slice) else slice(number, number + 1)


def place_of(compiled: Compiled, path: str) -> Place:
    """Return where a path `name.member.member` leads; InputError with the nearest name for what does not exist."""
    name, *members = path.split(".")
    declared = fields.BY_NAME.get(name) or params.BY_NAME.get(name)
    if declared is None:
        raise unknown_name("a field or a parameter", name, [*fields.BY_NAME, *params.BY_NAME], path=path)
    if len(members) > len(declared.dims):
        raise InputError(f"{name} has {len(declared.dims)} axes", path=path, found=len(members))
    index: list[int | slice] = []
    for dim, member in zip(declared.dims, members, strict=False):
        known = list(compiled.axes[ALIASES.get(dim, dim)])
        if member != ALL and member not in known:
            raise unknown_name(f"a member of {dim}", member, known, path=path)
        index.append(slice(None) if member == ALL else known.index(member))
    return Place(declared, tuple(index))


def _check_value(path: str, declared: Field | Param, value: float) -> None:
    if not declared.low <= value <= declared.high:
        raise InputError(f"{value:g} is outside {declared.low:g}..{declared.high:g} (unit: {declared.unit})",
                         path=path, found=value)  # fmt: skip
