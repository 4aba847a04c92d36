"""95 % intervals of a mean and of a share, and the number of pairs at which a mean would be clear.

Formulas: mean +- 1.96 sd / sqrt(n), sums in written order; a share by the score interval of Wilson (1927), which stays
inside 0..1. Units: those of the values. Reads: numbers. Writes: nothing.
"""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np

NORMAL_95 = 1.959963984540054
"""97.5th percentile of the standard normal distribution."""


def mean_interval(values: np.ndarray) -> tuple[float, float, float]:
    """Return mean, standard deviation (n - 1; 0 for one value) and half-width of the interval of float[n], n > 0."""
    mean = math.fsum(values.tolist()) / values.size
    sd = math.sqrt(math.fsum(((values - mean) ** 2).tolist()) / (values.size - 1)) if values.size > 1 else 0.0
    return mean, sd, NORMAL_95 * sd / math.sqrt(values.size)


def simultaneous(count: int, chance: float = 0.05) -> float:
    """Return the half-width, in standard errors, of intervals that all of `count` hold with chance 1 - `chance`.

    Bonferroni: none of the means is expected to seem other than zero by luck. 1.96 for a single one.
    """
    return NormalDist().inv_cdf(1.0 - chance / (2.0 * max(1, count)))


def pairs_needed(mean: float, sd: float) -> int | None:
    """Return the pairs at which the interval around `mean` would just exclude zero; None where no number would do."""
    if mean == 0.0:
        return None
    ratio = NORMAL_95 * sd / abs(mean)
    return max(2, math.ceil(ratio * ratio)) if math.isfinite(ratio * ratio) else None


def share_interval(hits: float, n: int) -> tuple[float, float, float]:
    """Return the share hits / n with the ends of its interval, n > 0."""
    z = NORMAL_95 * NORMAL_95
    middle = (hits + z / 2.0) / (n + z)
    half = NORMAL_95 * math.sqrt(hits * (n - hits) / n + z / (2.0 * 2.0)) / (n + z)
    return hits / n, max(0.0, middle - half), min(1.0, middle + half)
