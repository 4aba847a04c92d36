"""The continuous ranked probability score: how far a forecast, given as a distribution, lay from what came.

CRPS(F, y) = integral of (F(x) - 1[x >= y])**2 dx = E|X - y| - E|X - X'| / 2,  in the unit of y; smaller is better.
For a forecast of one number it is the absolute error, so that a distribution and a number can be compared.
  sample              mean |x_i - y| - sum over i, j of |x_i - x_j| / (2 n**2), by sorting
  normal              sd (z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)),  z = (y - mean) / sd
  probabilities       sum over k = 0, 1, ... of (F(k) - 1[k >= y])**2, exact on whole numbers
  negative binomial   the same, with its tail cut where less than 1e-12 is left
Clock: none. Reads, writes: nothing. Errors: InputError for a forecast that is none.
Source: gneiting_raftery_2007 (the score), jordan_2019 (closed forms).
"""

from __future__ import annotations

import math

import numpy as np

from kaname.core.errors import InputError

TAIL = 1e-12
SUM_TOLERANCE = 1e-6


def crps_sample(sample: np.ndarray, observed: float) -> float:
    """Score of the empirical distribution of draws [n], n >= 1.

    >>> crps_sample(np.array([3.0]), 5.0)
    2.0
    """
    draws = np.sort(np.asarray(sample, np.float64).reshape(-1))
    if draws.size == 0 or not np.isfinite(draws).all() or not math.isfinite(observed):
        raise InputError("a forecast by draws needs at least one draw, and finite numbers", path="sample")
    n = draws.size
    ranks = 2.0 * np.arange(1, n + 1) - n - 1.0
    return float(np.abs(draws - observed).mean() - (ranks @ draws) / n**2)


def crps_normal(mean: float, deviation: float, observed: float) -> float:
    """Score of a normal forecast; deviation 0 is a forecast of one number."""
    if not deviation >= 0.0:
        raise InputError(f"the deviation is {deviation}", path="deviation", allowed="0 or more")
    if deviation == 0.0:
        return abs(observed - mean)
    z = (observed - mean) / deviation
    below = (1.0 + math.erf(z / math.sqrt(2.0))) / 2.0
    density = math.exp(-z * z / 2.0) / math.sqrt(2.0 * math.pi)
    return deviation * (z * (2.0 * below - 1.0) + 2.0 * density - 1.0 / math.sqrt(math.pi))


def crps_probabilities(probabilities: np.ndarray, observed: int) -> float:
    """Score of a distribution on 0, 1, 2, ... (float64[n], sums to 1).

    >>> crps_probabilities(np.array([0.5, 0.5]), 1)
    0.25
    """
    chances = np.asarray(probabilities, np.float64)
    if chances.size == 0 or chances.min() < 0.0 or abs(chances.sum() - 1.0) > SUM_TOLERANCE:
        raise InputError("the probabilities do not sum to 1, or one is negative", path="probabilities")
    if observed < 0:
        raise InputError(f"the observation is {observed}", path="observed", allowed="0 or more")
    reached = np.ones(max(chances.size, int(observed) + 1))
    reached[: chances.size] = np.minimum(np.cumsum(chances), 1.0)
    came = np.arange(reached.size) >= observed
    return float(np.sum((reached - came) ** 2))


def crps_negative_binomial(mean: float, size: float, observed: int) -> float:
    """Score of a negative binomial forecast with variance mean + mean**2 / size."""
    if not (mean > 0.0 and size > 0.0):
        raise InputError(f"mean {mean} and size {size}", path="mean, size", allowed="above 0")
    from scipy.stats import nbinom

    chance = size / (size + mean)
    last = int(nbinom.isf(TAIL, size, chance)) + 1
    chances = nbinom.pmf(np.arange(last + 1), size, chance)
    return crps_probabilities(chances / chances.sum(), observed)


def skill(score: float, reference: float) -> float:
    """1 - score / reference: the part of the reference's score that was saved; below 0 where the forecast is worse."""
    if reference == 0.0:
        return 0.0 if score == 0.0 else -math.inf
    return 1.0 - score / reference
