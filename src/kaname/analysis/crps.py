"""The continuous ranked probability score: how far a forecast, given as a distribution, lay from what came.

CRPS(F, y) = integral of (F(x) - 1[x >= y])**2 dx = E|X - y| - E|X - X'| / 2,  in the unit of y; smaller is better.
For a forecast of one number it is the absolute error, so that a distribution and a number can be compared. Of draws:
mean |x_i - y| - sum over i, j of |x_i - x_j| / (2 n**2), by sorting.
Clock: none. Reads, writes: nothing. Errors: InputError for a forecast that is none.
Source: gneiting_raftery_2007 (the score), jordan_2019 (its forms).
"""

from __future__ import annotations

import math

import numpy as np

from kaname.core.errors import InputError


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


def skill(score: float, reference: float) -> float:
    """1 - score / reference: the part of the reference's score that was saved; below 0 where the forecast is worse."""
    if reference == 0.0:
        return 0.0 if score == 0.0 else -math.inf
    return 1.0 - score / reference
