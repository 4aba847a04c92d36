"""Drivers of a difference: the rank correlation of each sampled figure with the paired difference, with intervals.

Formula: Spearman's r on average ranks; interval by Fisher's z with standard error sqrt((1 + r^2/2) / (n - 3)), wide
enough to hold for all figures and all differences that are asked at once (Bonferroni), since among a hundred idle
figures five would otherwise look busy.
A switch between rival theories becomes one row a theory (of two theories, one row): r of "this theory holds".

The turn: the paired difference in the lower and in the upper half of a figure's range (or with a theory off and on).
A difference turns on a figure when its sign differs between the halves, each half's interval excludes zero, and the
halves differ by more than chance over all figures together. Units of r: -1..1. Clock: none.
Reads: arrays over paired futures. Writes: nothing. Source: Bonett and Wright (2000) for the standard error.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kaname.analysis.paired import Difference, difference_of, verdict
from kaname.core.intervals import simultaneous

FEWEST = 50


@dataclass(frozen=True)
class Driver:
    """One figure, or one theory of a switch (member: its place; None for a figure), and its r with an interval."""

    column: str
    member: int | None
    r: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Turn:
    """A driver and the difference below and above its middle (for a theory: without it, and with it)."""

    driver: Driver
    below: Difference
    above: Difference


def ranks(values: np.ndarray) -> np.ndarray:
    """Average ranks along the first axis of a one-dimensional array, from 1; ties share the mean of their places."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return ((last - count + 1 + last) / 2.0)[place]


def expand(sampled: Mapping[str, np.ndarray], switches: Sequence[str]) -> dict[tuple[str, int | None], np.ndarray]:
    """Return columns as they enter: figures as they are, switches as indicators of their theories; constants are left
    out.
    """
    found: dict[tuple[str, int | None], np.ndarray] = {}
    for name, values in sampled.items():
        members = np.unique(values)
        if members.size < 2:
            continue
        if name not in switches:
            found[name, None] = values
            continue
        for member in members[1:] if members.size == 2 else members:
            found[name, int(member)] = (values == member).astype(np.float64)
    return found


def drivers(gaps: np.ndarray, ranked: Mapping[tuple[str, int | None], np.ndarray], outcomes: int = 1) -> list[Driver]:
    """Return all drivers of a paired difference [futures], strongest first; none below 50 futures.

    ranked: the columns as `standard_ranks` makes them. outcomes: how many differences are asked in all; the intervals
    hold for all columns and all of them at once.
    """
    n = gaps.size
    if n < FEWEST or not ranked or np.ptp(gaps) == 0:
        return []
    z = simultaneous(len(ranked) * outcomes)
    wanted = _standard(ranks(gaps))
    found = [_driver(name, member, float(values @ wanted) / n, n, z) for (name, member), values in ranked.items()]
    return sorted(found, key=lambda one: (-abs(one.r), one.column, one.member or 0))


def standard_ranks(columns: Mapping[tuple[str, int | None], np.ndarray]) -> dict[tuple[str, int | None], np.ndarray]:
    """Ranks of each column with mean 0 and variance 1."""
    return {key: _standard(ranks(values)) for key, values in columns.items()}


def turn_of(gaps: np.ndarray, driver: Driver, values: np.ndarray, count: int) -> Turn | None:
    """Return the turn of a difference on a driver, one of `count` that were tried; None where it does not turn."""
    above = values > 0.5 if driver.member is not None else values > np.median(values)
    one, two = difference_of(gaps[~above]), difference_of(gaps[above])
    if not (verdict(one, 0).clear and verdict(two, 0).clear):
        return None
    if one.mean is None or two.mean is None:
        return None
    error = math.hypot(*(float(np.std(part, ddof=1)) / math.sqrt(part.size) for part in (gaps[~above], gaps[above])))
    turns = one.mean * two.mean < 0 and abs(two.mean - one.mean) > simultaneous(count) * error
    return Turn(driver, one, two) if turns else None


def _driver(name: str, member: int | None, r: float, n: int, z: float) -> Driver:
    r = min(1.0, max(-1.0, r))
    if abs(r) == 1.0:
        return Driver(name, member, r, r, r)
    half = z * math.sqrt((1 + r * r / 2) / (n - 3))
    centre = math.atanh(r)
    return Driver(name, member, r, math.tanh(centre - half), math.tanh(centre + half))


def _standard(values: np.ndarray) -> np.ndarray:
    centred = values - values.mean()
    spread = math.sqrt(float(np.mean(centred**2)))
    return centred / spread if spread > 0 else centred
