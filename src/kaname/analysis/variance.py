"""Share of an outcome's variance that the figures of one grade explain, each by itself and in a straight line.

Formula: figures are drawn independently, so the first-order share of a group is the sum of r_j^2 over its columns,
each freed of its bias, r_j^2 - (1 - r_j^2) / (n - 2). Variance of the sum: sum of 4 r^2 (1 - r^2)^2 / n + 2 (1 -
r^2)^2 / n^2 (delta method). It is a lower bound: bends and joint effects of figures are left in the rest, together
with chance. Units: shares. Reads: arrays over futures. Writes: nothing. Source: the squared correlation as a
first-order index (Saltelli et al. 2008, chapter 1); adjusted as Ezekiel (1930).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kaname.core.intervals import NORMAL_95

FEWEST = 50


@dataclass(frozen=True)
class Share:
    """A share of variance with its 95 % interval, all within 0..1."""

    value: float
    low: float
    high: float


def squared(outcome: np.ndarray, columns: Mapping[str, np.ndarray]) -> dict[str, float]:
    """r^2 of an outcome [futures] with each column [futures]; empty below 50 futures or when nothing varies."""
    n = outcome.size
    spread = float(outcome.std()) if n else 0.0
    if n < FEWEST or spread == 0:
        return {}
    centred = (outcome - outcome.mean()) / spread
    found = {}
    for name, values in columns.items():
        own = float(values.std())
        found[name] = min(1.0, (float(centred @ (values - values.mean())) / (n * own)) ** 2) if own > 0 else 0.0
    return found


def share(squares: Mapping[str, float], n: int) -> Share:
    """Return the share of a group of columns, from the r^2 of its members over n futures."""
    value = sum(r2 - (1 - r2) / (n - 2) for r2 in squares.values())
    variance = sum((1 - r2) ** 2 * (4 * max(0.0, r2) / n + 2 / n**2) for r2 in squares.values())
    half = NORMAL_95 * math.sqrt(variance)
    return Share(_part(value), _part(value - half), _part(value + half))


def by_grade(squares: Mapping[str, float], grades: Mapping[str, str], n: int) -> dict[str, Share]:
    """Return the share by grade, for grades that occur, in the order of the letters; grades: grade by column."""
    members = sorted({grades[name] for name in squares if name in grades})
    return {grade: share({k: v for k, v in squares.items() if grades.get(k) == grade}, n) for grade in members}


def _part(value: float) -> float:
    return min(1.0, max(0.0, value))
