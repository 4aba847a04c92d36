"""A resident session: a scenario compiled once, a lever moved, its futures run and compared with things as they are.

Idea: what a page or a notebook asks again and again is one lever more or less. Worlds, parameters and draws of the
futures are laid out once and kept; a moved lever rewrites the `lever_*` parameters alone, so that an answer costs its
futures and their comparison. The rows are those that `compare` gives for a bargain of these levers, bit for bit.
Reads: scenario, evidence, the compiled kernels. Writes: nothing.
Units: a lever's own; outcomes as of the catalogue. Errors: InputError for a lever, value or number outside its list or
range; Cancelled where the asker no longer wants the answer.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.compile.moved_levers import put_levers, with_levers
from kaname.core.errors import InputError, unknown_name
from kaname.model.engine.ranges import Rows
from kaname.study.comparison import check_workers, compiled_of, design_of_names
from kaname.study.design import MOST_FUTURES, Design
from kaname.study.draws import Draws
from kaname.study.growing import PIECES, SIZES
from kaname.study.in_memory import WORKERS, rows_of
from kaname.study.ready import make_ready
from kaname.study.summary import difference, statistic
from kaname.words.levers import LEVERS

FUTURES = 200
KEPT = len(PIECES)
"""Stretches of futures that are held laid out; those of PIECES, or the last few that were asked for."""
REMEMBERED = 32_000
"""Futures of earlier answers that are held, so that a setting that is asked again, or by a whole class, is run once."""


Asked = tuple[tuple[tuple[str, float], ...], int, int]
"""Levers by name, the first future, how many."""


@dataclass(frozen=True)
class Range:
    """A lever as it can be set: unit, least and most, where it stands, what it is."""

    unit: str
    low: float
    high: float
    now: float
    sentence: str


@dataclass(frozen=True)
class Answer:
    """Futures under moved levers beside the same futures under the session's bargain.

    levers: what was set; columns: the outcomes; rows, reference: float64[future, column]; alive: bool[future], which
    futures stayed within their ranges in both.
    """

    levers: Mapping[str, float]
    columns: tuple[str, ...]
    rows: np.ndarray
    reference: np.ndarray
    alive: np.ndarray

    @property
    def futures(self) -> int:
        """Return the number of futures that were asked for."""
        return len(self.alive)

    def column(self, outcome: str) -> np.ndarray:
        """Return an outcome under the moved levers, float64[pair], of the futures that stayed within their ranges."""
        return self.rows[self.alive, self._place(outcome)]

    @cached_property
    def pairs(self) -> dict[str, dict[str, Any]]:
        """Paired differences to the reference by outcome: mean, low, high, sd, differing, needed (see the dataset)."""
        mine, other = self.rows[self.alive], self.reference[self.alive]
        return {name: difference(mine[:, place], other[:, place]) for place, name in enumerate(self.columns)}

    def mean(self, outcome: str) -> dict[str, float | None]:
        """Return mean, 95 % interval, spread and quantiles of an outcome under the moved levers."""
        return statistic(self.column(outcome))

    def and_then(self, later: Answer) -> Answer:
        """Return this answer with the futures of a later one after its own."""
        rows, reference = np.concatenate((self.rows, later.rows)), np.concatenate((self.reference, later.reference))
        return Answer(self.levers, self.columns, rows, reference, np.concatenate((self.alive, later.alive)))

    def _place(self, outcome: str) -> int:
        if outcome not in self.columns:
            raise unknown_name("an outcome", outcome, self.columns, path="outcome")
        return self.columns.index(outcome)


@dataclass(frozen=True)
class _Laid:
    """Data that a span of futures shares under all levers: first worlds, parameters, draws, rows to compare."""

    start: np.ndarray
    params: np.ndarray
    drawn: Mapping[str, np.ndarray]
    reference: Rows


class Session:
    """A scenario and a bargain compiled once, with workers that wait for the next question.

    Close it, or use it in a `with` block, to let the workers go.
    """

    def __init__(self, compiled: Compiled, design: Design, workers: int = WORKERS) -> None:
        check_workers(workers)
        self.compiled, self.design = compiled, design
        self._workers, self._pool = workers, ThreadPoolExecutor(workers)
        self._draws, self._lock, self._remembering = Draws(), threading.Lock(), threading.Lock()
        self._laid: dict[tuple[int, int], _Laid] = {}
        self._answers: OrderedDict[Asked, Answer] = OrderedDict()

    @property
    def bargain(self) -> str:
        """Return the id of the bargain with which every answer is compared, and whose levers stand where none is
        moved.
        """
        return self.design.bargains[0]

    @cached_property
    def levers(self) -> Mapping[str, Range]:
        """Return the levers by name, as they can be set; `now` is where the session's bargain puts them."""
        target = self.compiled.params[self.bargain]["lever_target"][0]
        return {
            lever.name: Range(lever.unit, lever.low, lever.high, float(target[place]), lever.sentence)
            for place, lever in enumerate(LEVERS)
        }

    def run(
        self, levers: Mapping[str, float], futures: int = FUTURES, cancel: threading.Event | None = None
    ) -> Answer:  # fmt: skip
        """Return futures 0..futures-1 with some levers moved, beside the same futures without.

        levers: name -> what is asked of it, in its unit; cancel: set by another thread to cancel the answer, which
        raises Cancelled within the time of a few futures.
        """
        if not 1 <= futures <= MOST_FUTURES:
            raise InputError(f"{futures} is outside 1..{MOST_FUTURES}", path="futures")
        return self._piece(levers, 0, futures, cancel or threading.Event())

    def refine(
        self, levers: Mapping[str, float], sizes: Sequence[int] = SIZES, cancel: threading.Event | None = None
    ) -> Iterator[Answer]:  # fmt: skip
        """Yield an answer of futures 0..size-1 for each size, growing; futures that are there are not run again.

        sizes: rising numbers of futures; levers, cancel: as for `run`. The last answer has the rows that `run` gives.
        """
        if not sizes or list(sizes) != sorted(set(sizes)) or not sizes[0] >= 1 or sizes[-1] > MOST_FUTURES:
            raise InputError(f"sizes must rise within 1..{MOST_FUTURES}", path="sizes", found=list(sizes))
        stop, whole = cancel or threading.Event(), None
        for first, size in zip((0, *sizes[:-1]), sizes, strict=True):
            piece = self._piece(levers, first, size - first, stop)
            whole = piece if whole is None else whole.and_then(piece)
            yield whole

    def lay_out(self, sizes: Sequence[int] = PIECES, cancel: threading.Event | None = None) -> None:
        """Lay out the stretches of futures between sizes beforehand, with their rows under the session's bargain."""
        for first, size in zip((0, *sizes[:-1]), sizes, strict=True):
            self._laid_out(first, size - first, cancel or threading.Event())

    def close(self) -> None:
        """Let the workers go."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, trouble: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()

    def _piece(self, levers: Mapping[str, float], first: int, count: int, stop: threading.Event) -> Answer:
        """Return futures first..first+count-1 with some levers moved, beside the same futures without."""
        asked: Asked = (tuple(sorted(levers.items())), first, count)
        with self._remembering:
            if asked in self._answers:
                self._answers.move_to_end(asked)
                return self._answers[asked]
        answer = self._ran(levers, first, count, stop)
        with self._remembering:
            self._answers[asked] = answer
            while sum(len(kept.alive) for kept in self._answers.values()) > REMEMBERED:
                self._answers.popitem(last=False)
        return answer

    def _ran(self, levers: Mapping[str, float], first: int, count: int, stop: threading.Event) -> Answer:
        moved = with_levers(self.compiled, self.bargain, levers)
        laid = self._laid_out(first, count, stop)
        params = laid.params.copy()
        put_levers(moved, {**laid.drawn, **self._draws.of(moved, self.design.seed, first, count)}, params)
        rows = self._run(laid.start, params, stop, first)
        alive = (rows.failed < 0) & (laid.reference.failed < 0)
        return Answer(dict(levers), self.compiled.columns, rows.outcomes, laid.reference.outcomes, alive)

    def _laid_out(self, first: int, count: int, stop: threading.Event) -> _Laid:
        with self._lock:
            if (first, count) not in self._laid:
                drawn = self._draws.of(self.compiled, self.design.seed, first, count)
                start, params = self.compiled.laid_out(self.bargain, drawn, count)
                self._laid[first, count] = _Laid(start, params, drawn, self._run(start, params, stop, first))
                while len(self._laid) > KEPT:
                    del self._laid[next(iter(self._laid))]
            return self._laid[first, count]

    def _run(self, start: np.ndarray, params: np.ndarray, stop: threading.Event, first: int) -> Rows:
        return rows_of(self.compiled, self.design.seed, start, params, self._pool, self._workers, stop, first)


def session(
    scenario: str | Path, bargain: str | Path = "as_is", *, workers: int = WORKERS, **options: Any
) -> Session:  # fmt: skip
    """Return a session of a scenario: compiled, its model ready, waiting for levers.

    scenario: id or file; bargain: id or file of what answers are compared with and moved from; workers: threads, 1 to
    256; options: those fields of a design on which a single future depends, such as seed, years, preset, adoption,
    reaction, views, frozen. Raises InputError for a name that is not known or a value outside its range.

    >>> with session("us-japan", years=1) as asked:
    ...     answer = asked.run({"defence_share": 0.03}, futures=4)
    >>> answer.futures, answer.pairs["spending.us"]["differing"]
    (4, 4)
    """
    design, names = design_of_names(str(scenario), [str(bargain)], robustness=0, **options)
    compiled = compiled_of(design, names)
    make_ready(design.scenario)
    return Session(compiled, design, workers)
