"""A count read off a quantity that should move with it: level from the last year, error from past changes.

    count = last count x field / field at the start x exp(walk);   walk' = walk + error sqrt(years) normal
    error = root mean square of the changes of log(count + 1) over the root of the years between, before the start
Where the field stands still the count wanders from where it was as far as it has wandered. A field of nought at the
start says nothing about the ratio, which is then 1.

Units: those of the count. Reads, writes: nothing. Chance: a generator that the caller seeds.
Source: a random walk, textbook form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

LARGEST_RATIO = 10.0


def index(
    field: np.ndarray, at_start: np.ndarray, observed: Mapping[int, float], first: int, years: Sequence[int],
    rng: np.random.Generator,
) -> np.ndarray:  # fmt: skip
    """Return what is counted, float64[future, year], where the field is float64[future, year].

    at_start: the field in the first year, float64[future]; observed: counts by year; first: the year of the start;
    years: those asked for.
    """
    before = sorted(year for year in observed if year < first)
    ratio = np.divide(field, at_start[:, np.newaxis], out=np.ones_like(field), where=at_start[:, np.newaxis] > 0.0)
    steps = np.sqrt(np.diff([before[-1], *years]).astype(np.float64)) * rng.standard_normal(field.shape)
    walk = error_of({year: observed[year] for year in before}) * np.cumsum(steps, axis=1)
    return np.asarray(observed[before[-1]] * np.clip(ratio, 0.0, LARGEST_RATIO) * np.exp(walk))


def error_of(counts: Mapping[int, float]) -> float:
    """Return how far a count wanders in a year, in logs, from the changes between the years that were counted."""
    years = sorted(counts)
    changes = np.diff(np.log1p([counts[year] for year in years]))
    return float(np.sqrt(np.mean(changes**2 / np.diff(years)))) if changes.size else 0.0
