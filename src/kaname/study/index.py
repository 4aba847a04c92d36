"""A count read off a quantity that should move with it: level from the last year, error from past changes.

    count = last count x field / field at the start x exp(sd z)
    sd    = root mean square of the changes of log(count + 1) from year to year before the start, over sqrt(2)
Where the field stands still the count is what it was, give or take what single years have differed by. A field of
nought at the start says nothing about the ratio, which is then 1.

Units: those of the count. Reads, writes: nothing. Chance: a generator that the caller seeds.
Source: the measurement error of two readings of one level, textbook form.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

LARGEST_RATIO = 10.0
BOTH_YEARS = 2.0


def index(
    field: np.ndarray, at_start: np.ndarray, observed: Mapping[int, float], first: int, rng: np.random.Generator
) -> np.ndarray:
    """Return what is counted, float64[future, year], where the field is float64[future, year].

    at_start: the field in the first year, float64[future]; observed: counts by year; first: the first year asked for.
    """
    before = sorted(year for year in observed if year < first)
    ratio = np.divide(field, at_start[:, np.newaxis], out=np.ones_like(field), where=at_start[:, np.newaxis] > 0.0)
    noise = np.exp(error_of([observed[year] for year in before]) * rng.standard_normal(field.shape))
    return np.asarray(observed[before[-1]] * np.clip(ratio, 0.0, LARGEST_RATIO) * noise)


def error_of(counts: list[float]) -> float:
    """Return the spread of one year's count around its level, in logs, from the changes between years."""
    changes = np.diff(np.log1p(np.asarray(counts, np.float64)))
    return float(np.sqrt(np.mean(changes**2) / BOTH_YEARS)) if changes.size else 0.0
