"""Regret by state under weights: what a bargain gives away against the best one, future by future.

Formula: steps s(b, f, e) = good_e (x(b, f, e) - x(reference, f, e)) / sd_e, sd_e the spread of the end over futures
under the reference (over all bargains where the reference has none); u(b, f) = sum_e w_e s(b, f, e) with weights that
sum to 1; regret(b, f) = max over all bargains of u - u(b, f). Mean with 95 % interval, the mean of its worst twentieth,
and the number of futures without regret, over all stored futures. A page that weighs anew is given the steps in whole
parts of each end's own largest step (`packed`), which is exact to one part in 32,767.
Weights are the reader's: without them there is no best bargain. Units: steps (standard deviations of an end).
Reads: rows of ends. Writes: nothing. Source: Savage 1951; Lempert, Popper and Bankes 2003 on regret over futures.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import Difference, difference_of
from kaname.core.intervals import NORMAL_95

MOST = np.iinfo(np.int16).max
WORST = 0.05


@dataclass(frozen=True)
class Steps:
    """Ends that move, their size of a step in own units, and steps, float64[bargain, future, end].

    bargains: all of them, the reference first; its row is zero.
    """

    bargains: tuple[str, ...]
    ends: tuple[str, ...]
    sizes: tuple[float, ...]
    values: np.ndarray


@dataclass(frozen=True)
class Packed:
    """Steps of the first futures in whole parts: int16[bargain, future, end], each times the scale of its end."""

    steps: Steps
    parts: np.ndarray
    scales: tuple[float, ...]


@dataclass(frozen=True)
class Regret:
    """A bargain's regret in steps. free: futures without regret, of `futures`."""

    mean: float
    low: float
    high: float
    worst: float
    free: int
    futures: int


def steps_of(run: RunFolder, ends: Sequence[str], good: Mapping[str, int]) -> Steps:
    """Return steps of some ends in all futures that ran to their end under every bargain."""
    rows = {bargain: run.columns(bargain, list(ends)) for bargain in run.bargains}
    alive = np.logical_and.reduce([run.alive[b] for b in run.bargains])
    first = rows[run.reference]
    kept, sizes, columns = [], [], []
    for end in ends:
        values = np.stack([rows[b][end][alive] for b in run.bargains])
        size = float(first[end][alive].std()) or float(values.std())
        if values.size and size > 0 and (values != values[:1]).any():
            kept.append(end)
            sizes.append(size)
            columns.append(good[end] * (values - values[:1]) / size)
    shape = (len(run.bargains), int(alive.sum()), 0)
    return Steps(run.bargains, tuple(kept), tuple(sizes), np.stack(columns, axis=2) if columns else np.zeros(shape))


def packed(steps: Steps, numbers: int) -> Packed:
    """Return the steps of the first futures in whole parts, no more than `numbers` of them."""
    bargains, futures, ends = steps.values.shape
    kept = steps.values[:, : max(1, min(futures, numbers // (bargains * max(1, ends))))]
    scales = np.abs(kept).max(axis=(0, 1)) / MOST if kept.size else np.ones(ends)
    scales = np.where(scales > 0.0, scales, 1.0)
    parts = np.round(kept / scales).astype(np.int16)
    return Packed(replace(steps, values=parts * scales), parts, tuple(map(float, scales)))


def lost(steps: Steps, weights: Sequence[float]) -> np.ndarray:
    """Regret in steps [bargains, futures]; weights need not sum to 1 but to more than 0."""
    gained = np.zeros(steps.values.shape[:2])
    # In written order, as the page's script adds it up: equal bargains stay equal to the bit.
    for place, weight in enumerate(weights):
        gained += steps.values[:, :, place] * (weight / sum(weights))
    return np.asarray(gained.max(axis=0) - gained)


def regrets(steps: Steps, weights: Sequence[float]) -> dict[str, Regret]:
    """By bargain."""
    return {bargain: _regret(row) for bargain, row in zip(steps.bargains, lost(steps, weights), strict=True)}


def lead(steps: Steps, weights: Sequence[float]) -> tuple[str, str, Difference]:
    """Return the bargain of least mean regret, the next one, and how much more the next one loses, paired."""
    rows = lost(steps, weights)
    order = np.argsort(rows.mean(axis=1), kind="stable")
    least, after = int(order[0]), int(order[1])
    return steps.bargains[least], steps.bargains[after], difference_of(rows[after] - rows[least])


def _regret(row: np.ndarray) -> Regret:
    mean = float(row.mean())
    half = NORMAL_95 * float(row.std(ddof=1)) / math.sqrt(row.size) if row.size > 1 else 0.0
    tail = max(1, math.ceil(WORST * row.size))
    return Regret(mean, mean - half, mean + half, float(np.sort(row)[-tail:].mean()), int((row <= 0).sum()), row.size)
