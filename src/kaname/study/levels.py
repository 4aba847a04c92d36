"""Counts by place in futures whose levels are multiplied: what a fit of base rates asks of the model.

Idea: every number of the figures that are fitted gets a factor of its own; many points are run at once, each in a few
futures, and future n of the whole design is future n of chance. All other doubts are sampled as always, so that a
count is a mean over them. Reads: Compiled, the compiled kernels. Writes: nothing. Units: factors, events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.study.in_memory import rows_of


@dataclass(frozen=True)
class Level:
    """One number that is fitted: its figure, its place on the figure's axis, and the value judged before any fit."""

    figure: str
    cell: str
    value: float


def levels_of(figures: Mapping[str, Mapping[str, float]]) -> tuple[Level, ...]:
    """Return the numbers of figures by contingency, figure by figure."""
    return tuple(Level(name, cell, value) for name, values in figures.items() for cell, value in values.items())


def counted(
    compiled: Compiled, seed: int, levels: Sequence[Level], factors: np.ndarray, each: int, columns: Sequence[str],
    workers: int = 1,
) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """Return events float64[point, column] and futures counted int64[point], at factors float64[point, level].

    each: futures of a point; futures that left a range are not counted.
    """
    bargain = next(iter(compiled.params))
    count = len(factors) * each
    start, params, _ = compiled.futures(bargain, seed, 0, count)
    known = list(compiled.axes["contingency"])
    for n, level in enumerate(levels):
        place = known.index(level.cell)
        now = float(compiled.evidence.figures[level.figure].value[level.cell])  # type: ignore[index]
        params[level.figure][:, place] *= np.repeat(factors[:, n] * (level.value / now), each)
    with ThreadPoolExecutor(workers) as pool:
        rows = rows_of(compiled, seed, start, params, pool, workers)
    places = [compiled.columns.index(column) for column in columns]
    alive = (rows.failed < 0).reshape(len(factors), each)
    outcomes = rows.outcomes[:, places].reshape(len(factors), each, len(places))
    return np.where(alive[..., np.newaxis], outcomes, 0.0).sum(axis=1), alive.sum(axis=1)
