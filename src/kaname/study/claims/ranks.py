"""Figures that an effect goes with: rank correlation over worlds, and the effect where a figure is low and high.

Formula: Spearman's r on average ranks; a figure is clear where |r| passes the normal bound for all figures together
(Bonferroni). Units of r: -1..1. Reads, writes: nothing. Source: Spearman 1904.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from scipy.stats import rankdata

LEVEL = 0.05
FEWEST_WORLDS = 30


@dataclass(frozen=True)
class Leaning:
    """A figure that an effect goes with: r, and the mean effect in the lower and in the upper third of its worlds;
    low_third, high_third: where those thirds end and begin."""

    column: str
    r: float
    low: float
    high: float
    low_third: float
    high_third: float


def correlations(figures: Mapping[str, np.ndarray], effect: np.ndarray) -> dict[str, float]:
    """Return the rank correlation of an effect with every figure over worlds; 0 where one of the two never changes."""
    names = list(figures)
    if not names:
        return {}
    left, right = _ranked(np.column_stack([figures[name] for name in names])), _ranked(effect)
    sizes = np.sqrt((left**2).sum(axis=0) * float(right @ right))
    found = np.divide(right @ left, sizes, out=np.zeros(len(names)), where=sizes > 0.0)
    return dict(zip(names, found.tolist(), strict=True))


def _ranked(values: np.ndarray) -> np.ndarray:
    """Ranks along the first axis, less their mean."""
    ranks: np.ndarray = rankdata(values, axis=0)
    return ranks - ranks.mean(axis=0)


def leanings(figures: Mapping[str, np.ndarray], effect: np.ndarray, most: int = 3) -> tuple[Leaning, ...]:
    """Return the figures that the effect clearly goes with, the strongest first."""
    worlds = len(effect)
    if worlds < FEWEST_WORLDS or not figures:
        return ()
    bound = NormalDist().inv_cdf(1.0 - LEVEL / (2.0 * len(figures))) / math.sqrt(worlds - 1)
    found = correlations(figures, effect)
    clear = sorted((name for name in found if abs(found[name]) > bound), key=lambda name: -abs(found[name]))
    return tuple(_leaning(name, found[name], figures[name], effect) for name in clear[:most])


def thirds(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, float, float]:
    """Return bool[world] of the lower and of the upper third, and where they end and begin; of two values, each."""
    low, high = float(np.quantile(values, 1.0 / 3.0)), float(np.quantile(values, 2.0 / 3.0))
    if low == high:
        low, high = float(values.min()), float(values.max())
    return values <= low, values >= high, low, high


def _leaning(name: str, r: float, values: np.ndarray, effect: np.ndarray) -> Leaning:
    low, high, end, begin = thirds(values)
    return Leaning(name, r, float(effect[low].mean()), float(effect[high].mean()), end, begin)
