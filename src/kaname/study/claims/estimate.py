"""Estimate from a line's paired effects: mean, interval, error rate, and in which worlds the sign holds.

Idea: a world is one draw of all uncertain figures; each world is run in REPEATS futures that differ in chance alone.
The mean over worlds and its spread give the interval, so that futures of one world are not counted as independent.
What worlds themselves differ by is what the futures of a world have in common: the covariance of their effects.
Formulas: between^2 = cov(effect of a world's first future, of its second); reliability = between^2 / variance of a
world's mean. Share of worlds with a positive effect: counted where reliability is at least COUNTED, else
Phi(mean / between), as if effects of worlds were normal. Its interval: 5th to 95th percentile of resampled worlds.
Where fewer than FEW pairs differ the normal approximation is not trusted: the chance of no effect is then at least that
of the sign test (binomial, exact). Units: the outcome's. Reads, writes: nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

REPEATS = 2
"""Futures of a world: the least with which chance can be separated from figures."""
COUNTED = 0.8
RESAMPLED = 200
FEW = 100
NORMAL = NormalDist()


@dataclass(frozen=True)
class Estimate:
    """A paired effect. worlds, pairs: how many; mean, error: with its standard error; p: two-sided, of no difference;
    between: spread of effects between worlds; reliability: part of what worlds' means differ by that is not chance;
    share, share_low, share_high: worlds in which the effect is positive; above, below: pairs in which it is."""

    worlds: int
    pairs: int
    mean: float
    error: float
    p: float
    between: float
    reliability: float
    share: float
    share_low: float
    share_high: float
    above: int
    below: int

    def interval(self, confidence: float) -> tuple[float, float]:
        """Return the interval of the mean at a confidence in 0..1."""
        half = NORMAL.inv_cdf(0.5 + confidence / 2.0) * self.error
        return self.mean - half, self.mean + half


def estimate(effects: np.ndarray) -> Estimate:
    """Return the estimate from float64[world, repeat]; worlds with a future that failed (nan) are left out."""
    effects = effects[~np.isnan(effects).any(axis=1)]
    if len(effects) < 2:
        return Estimate(len(effects), effects.size, 0.0, math.inf, 1.0, 0.0, 0.0, 0.5, 0.0, 1.0, 0, 0)
    means = effects.mean(axis=1)
    mean, error = float(means.mean()), float(means.std(ddof=1)) / math.sqrt(len(means))
    above, below = int((effects > 0.0).sum()), int((effects < 0.0).sum())
    p = p_value(mean, error)
    if 0 < above + below < FEW:
        p = max(p, sign_test(above, below))
    share, between, reliability = _share(effects)
    low, high = _share_interval(effects)
    return Estimate(
        len(effects), effects.size, mean, error, p, between, reliability, share, min(low, share), max(high, share),
        above, below,
    )  # fmt: skip


def interval_of(effects: np.ndarray, confidence: float = 0.95) -> tuple[float, float]:
    """Return the interval of the mean of float64[world, repeat] alone, without worlds in which a future failed."""
    means = effects[~np.isnan(effects).any(axis=1)].mean(axis=1)
    if len(means) < 2:
        return -math.inf, math.inf
    half = NORMAL.inv_cdf(0.5 + confidence / 2.0) * float(means.std(ddof=1)) / math.sqrt(len(means))
    return float(means.mean()) - half, float(means.mean()) + half


def p_value(mean: float, error: float) -> float:
    """Return the two-sided chance of a mean as far from zero as this where there is no effect."""
    if error == 0.0:
        return 1.0 if mean == 0.0 else 0.0
    return 2.0 * (1.0 - NORMAL.cdf(abs(mean) / error))


def sign_test(above: int, below: int) -> float:
    """Return the two-sided chance of so uneven a split of pairs where either sign is as likely.

    >>> sign_test(9, 1) == 22 / 1024
    True
    """
    pairs = above + below
    tail = sum(math.comb(pairs, hits) for hits in range(min(above, below) + 1)) / 2**pairs
    return min(1.0, 2.0 * tail)


def _share(effects: np.ndarray) -> tuple[float, float, float]:
    """Return the share of worlds with a positive effect, spread between worlds, reliability of a world's mean."""
    means = effects.mean(axis=1)
    variance = float(means.var(ddof=1))
    common = float(np.cov(effects[:, 0], effects[:, -1])[0, 1]) if effects.shape[1] > 1 else variance
    between = math.sqrt(max(0.0, common))
    reliability = min(1.0, max(0.0, common) / variance) if variance > 0.0 else 1.0
    if reliability >= COUNTED:
        tied = float((means == 0.0).mean())
        return float((means > 0.0).mean()) + tied / 2.0, between, reliability
    mean = float(means.mean())
    if between == 0.0:
        return (1.0 if mean > 0.0 else 0.0 if mean < 0.0 else 0.5), 0.0, reliability
    return NORMAL.cdf(mean / between), between, reliability


def _share_interval(effects: np.ndarray) -> tuple[float, float]:
    rng = np.random.default_rng(len(effects))
    picked = rng.integers(0, len(effects), (RESAMPLED, len(effects)))
    shares = [_share(effects[rows])[0] for rows in picked]
    low, high = np.quantile(shares, [0.05, 0.95])
    return float(low), float(high)
