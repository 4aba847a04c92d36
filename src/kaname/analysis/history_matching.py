"""History matching: which factors on a model's levels can have made the counts that were observed.

    events of point i ~ Poisson(exposure * exp(b . features(z_i))),  z = log factor;  features: 1, z, z**2, z_a z_b
    I**2 = 2 (m - n + n log(n / m)),  m = exposure of the record * rate
A log-linear emulator learns the mean counts of some hundred points; points that no list can have come from are ruled
out (I > 3 at the rate that the emulator cannot exclude), and the next wave is drawn from what is left. In the end
every draw from the prior is weighted by exp(-sum I**2 / 2), which is its likelihood. A level is identified where its
interval is clearly narrower than the prior's; where it is not, the record says nothing about it.

Where a narrow and a wide list count the same thing, a rate between them has I = 0.

Units: log factors; rates in events per decade. Reads: plain arrays. Writes: nothing.
Source: craig_1997 (implausibility), pukelsheim_1994 (three standard deviations), mccullagh_nelder_1989 (the emulator).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from kaname.analysis.rates import Count

CUTOFF = 3.0
STEPS = 60
SMALL = 1e-9
LARGEST = 30.0
"""Logs of rates are kept within this many of nought."""
RIDGE = 1e-3
"""Prior precision of the emulator's coefficients: keeps it defined where an event never came."""
IDENTIFIED = 0.7
"""Width of the interval over the prior's, in logs, below which a level is called identified."""
BAND = (0.05, 0.5, 0.95)


@dataclass(frozen=True)
class Emulator:
    """Log-linear mean counts of every output: coefficients float[feature, output], covariances by output."""

    pairs: tuple[tuple[int, int], ...]
    coefficients: np.ndarray
    covariances: np.ndarray

    def rates(self, z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return log rates and their deviations, float64[point, output], at log factors float64[point, level]."""
        x = features(z, self.pairs)
        spread = np.sqrt(np.einsum("pi,oij,pj->po", x, self.covariances, x))
        return np.clip(x @ self.coefficients, -LARGEST, LARGEST), np.minimum(spread, LARGEST)


def latin(points: int, levels: int, rng: np.random.Generator) -> np.ndarray:
    """Return a Latin hypercube in (0, 1): float64[point, level], one point in every row of every level."""
    rows = np.array([rng.permutation(points) for _ in range(levels)]).T
    return (rows + rng.random((points, levels))) / points


def features(z: np.ndarray, pairs: Sequence[tuple[int, int]]) -> np.ndarray:
    """Return 1, z, z squared and the products of pairs: float64[point, feature]."""
    products = [z[:, a] * z[:, b] for a, b in pairs]
    return np.column_stack([np.ones(len(z)), z, z**2, *products])


def fitted(z: np.ndarray, events: np.ndarray, exposure: float, pairs: Sequence[tuple[int, int]]) -> Emulator:
    """Return the emulator of counts float64[point, output] seen over `exposure` decades at each point.

    Poisson regression with a log link by Newton's steps; the dispersion beyond Poisson widens the doubt.
    """
    x = features(z, pairs)
    found = [_regressed(x, events[:, n], exposure) for n in range(events.shape[1])]
    return Emulator(tuple(pairs), np.column_stack([b for b, _ in found]), np.array([cov for _, cov in found]))


def _regressed(x: np.ndarray, n: np.ndarray, exposure: float) -> tuple[np.ndarray, np.ndarray]:
    b = np.zeros(x.shape[1])
    b[0] = np.log((n.sum() + 1.0 / 2.0) / (len(n) * exposure))
    ridge = RIDGE * np.eye(len(b))
    ridge[0, 0] = 0.0
    for _ in range(STEPS):
        mean = np.maximum(exposure * np.exp(np.clip(x @ b, -STEPS, STEPS)), SMALL)
        step = np.linalg.solve((x.T * mean) @ x + ridge, x.T @ (n - mean) - ridge @ b)
        b = b + step / max(1.0, float(np.abs(step).max()))
    mean = np.maximum(exposure * np.exp(x @ b), SMALL)
    dispersion = max(1.0, float(np.sum((n - mean) ** 2 / np.maximum(mean, 1.0)) / max(1, len(n) - len(b))))
    return b, dispersion * np.linalg.inv((x.T * mean) @ x + ridge)


def implausibility(rates: np.ndarray, counts: Sequence[Count]) -> np.ndarray:
    """Return I of rates float64[...] (events per decade) beside one or more lists of the same thing."""
    by_list = [_deviance(rates * count.decades, count.events) for count in counts]
    nearest = np.minimum.reduce(by_list)
    ends = sorted(count.events / count.decades for count in counts)
    between = np.zeros(rates.shape, bool)
    for low, high in pairwise(ends):
        between |= (low <= rates) & (rates <= high)
    return np.where(between, 0.0, np.sqrt(nearest))


def _deviance(mean: np.ndarray, n: int) -> np.ndarray:
    mean = np.maximum(mean, SMALL)
    return np.maximum(2.0 * (mean - n + (n * np.log(n / mean) if n else 0.0)), 0.0)


def possible(emulator: Emulator, z: np.ndarray, counts: Sequence[Sequence[Count]]) -> np.ndarray:
    """Return bool[point]: whether rates within three deviations of the emulator can have made every count."""
    log_rates, spread = emulator.rates(z)
    keep = np.ones(len(z), bool)
    for n, lists in enumerate(counts):
        ends = [one.events / one.decades for one in lists]
        low, high = (np.exp(log_rates[:, n] + side * CUTOFF * spread[:, n]) for side in (-1.0, 1.0))
        near = np.clip((min(ends) + max(ends)) / 2.0, low, high)
        keep &= implausibility(near, lists) <= CUTOFF
    return keep


def weighted(emulator: Emulator, z: np.ndarray, counts: Sequence[Sequence[Count]]) -> np.ndarray:
    """Return the weights of draws from the prior, float64[point], which sum to one."""
    log_rates, _ = emulator.rates(z)
    total = sum(implausibility(np.exp(log_rates[:, n]), lists) ** 2 for n, lists in enumerate(counts))
    weights = np.exp(-(total - np.min(total)) / 2.0)
    return np.asarray(weights / weights.sum())


def interval(values: np.ndarray, weights: np.ndarray | None = None) -> tuple[float, float, float]:
    """Return the 5th, 50th and 95th percentile of weighted values, float64[point]."""
    order = np.argsort(values)
    share = np.ones(len(values)) / len(values) if weights is None else weights
    reached = np.cumsum(share[order])
    low, middle, high = (float(values[order][min(int(np.searchsorted(reached, at)), len(values) - 1)]) for at in BAND)
    return low, middle, high


def summary(z: np.ndarray, weights: np.ndarray) -> list[dict[str, Any]]:
    """Return, for every level, the factor's interval before and after, and whether the record identified it."""
    found = []
    for level in range(z.shape[1]):
        before, after = interval(z[:, level]), interval(z[:, level], weights)
        narrower = (after[2] - after[0]) / (before[2] - before[0])
        found.append({
            "prior": [float(np.exp(end)) for end in before], "posterior": [float(np.exp(end)) for end in after],
            "width": float(narrower), "identified": bool(narrower < IDENTIFIED),
        })  # fmt: skip
    return found
