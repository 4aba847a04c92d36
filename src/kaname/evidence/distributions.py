"""Doubt as a distribution: what a figure may be, and the value at a given uniform.

    triangular [low, mode, high]            uniform [low, high]             beta [a, b]   on 0..1
    normal [mean, sd, low, high]            lognormal [median, gsd, low, high]            both cut at low and high
    switch {name: probability, ...}         which of several named theories holds: the value is the place of the name

Formula: ppf(u) = inf{x: F(x) >= u}; of a distribution cut to [low, high], F_cut(x) = (F(x) - F(low)) / (F(high) -
F(low)). ppf never falls when u grows, so that the same uniform gives comparable values when a figure is widened.

Units: those of the figure (the switch: a place, 0, 1, ...). Source: textbook forms (Johnson, Kotz and Balakrishnan
1994-95); special functions from scipy, imported when first used.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

ARGUMENTS: dict[str, tuple[str, ...]] = {
    "triangular": ("low", "mode", "high"),
    "uniform": ("low", "high"),
    "normal": ("mean", "sd", "low", "high"),
    "lognormal": ("median", "gsd", "low", "high"),
    "beta": ("a", "b"),
}
KINDS = (*ARGUMENTS, "switch")
SUM_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Distribution:
    """A kind and its arguments; `names` are those of a switch, whose arguments are their probabilities.

    >>> round(float(Distribution("triangular", (0.0, 1.0, 2.0)).ppf(0.5)), 9)
    1.0
    """

    kind: str
    args: tuple[float, ...]
    names: tuple[str, ...] = ()

    @property
    def support(self) -> tuple[float, float]:
        """Lowest and highest value it can give."""
        if self.kind == "switch":
            return 0.0, float(len(self.names) - 1)
        if self.kind == "beta":
            return 0.0, 1.0
        if self.kind == "triangular":
            return self.args[0], self.args[2]
        return self.args[-2], self.args[-1]

    @property
    def median(self) -> float:
        """Middle value; of a switch, the place of the most probable name (the first of equals)."""
        if self.kind == "switch":
            return float(self.args.index(max(self.args)))
        return float(self.ppf(0.5))

    @property
    def mean(self) -> float:
        """Return expected value; of a switch there is none, so its median is given."""
        return self.median if self.kind == "switch" else _MEANS[self.kind](*self.args)

    def ppf(self, u: Any) -> np.ndarray:
        """Return the value at uniform u, 0 < u < 1 (scalar or array; the result has its shape), within the support."""
        uniform = np.asarray(u, dtype=np.float64)
        if self.kind == "switch":
            return _switch_ppf(uniform, self.args)
        return np.clip(_QUANTILES[self.kind](uniform, *self.args), *self.support)

    def as_data(self) -> dict[str, Any]:
        """Return the mapping as it stands in a file."""
        if self.kind == "switch":
            return {"switch": dict(zip(self.names, self.args, strict=True))}
        return {self.kind: list(self.args)}


def distribution_from(data: Mapping[str, Any]) -> Distribution:
    """Return the distribution that a checked mapping of a file says."""
    [(kind, said)] = data.items()
    if kind == "switch":
        return Distribution("switch", tuple(float(value) for value in said.values()), tuple(said))
    return Distribution(kind, tuple(float(value) for value in said))


def order_problem(distribution: Distribution) -> str | None:
    """Return what is wrong with the arguments' order or sign, or None."""
    kind, args = distribution.kind, distribution.args
    if kind == "switch":
        total = sum(args)
        return None if abs(total - 1) <= SUM_TOLERANCE else f"the probabilities sum to {total:g}, not to 1"
    if kind == "beta":
        return None if min(args) > 0 else "a and b must be above 0"
    low, high = distribution.support
    if not low < high:
        return f"low {low:g} is not below high {high:g}"
    middle = {"triangular": 1, "normal": 0, "lognormal": 0}.get(kind)
    if middle is not None and not low <= args[middle] <= high:
        return f"{ARGUMENTS[kind][middle]} {args[middle]:g} is outside {low:g}..{high:g}"
    if kind == "normal" and not args[1] > 0:
        return "sd must be above 0"
    if kind == "lognormal" and not (args[1] > 1 and args[0] > 0 and low >= 0):
        return "the median must be above 0, gsd (the factor of one standard deviation) above 1, low 0 or more"
    return None


def _triangular_ppf(u: np.ndarray, low: float, mode: float, high: float) -> np.ndarray:
    width, left, right = high - low, mode - low, high - mode
    split = left / width
    rising = low + np.sqrt(u * width * left)
    falling = high - np.sqrt((1 - u) * width * right)
    return np.where(u < split, rising, falling)


def _uniform_ppf(u: np.ndarray, low: float, high: float) -> np.ndarray:
    return low + u * (high - low)


def _normal_ppf(u: np.ndarray, mean: float, sd: float, low: float, high: float) -> np.ndarray:
    from scipy.special import ndtr, ndtri

    below, above = ndtr((low - mean) / sd), ndtr((high - mean) / sd)
    return mean + sd * ndtri(below + u * (above - below))


def _lognormal_ppf(u: np.ndarray, median: float, gsd: float, low: float, high: float) -> np.ndarray:
    return np.exp(_normal_ppf(u, math.log(median), math.log(gsd), _log(low), math.log(high)))


def _beta_ppf(u: np.ndarray, a: float, b: float) -> np.ndarray:
    from scipy.special import betaincinv

    return betaincinv(a, b, u)


def _switch_ppf(u: np.ndarray, probabilities: tuple[float, ...]) -> np.ndarray:
    edges = np.cumsum(probabilities)[:-1]
    return np.searchsorted(edges, u, side="left").astype(np.float64)


def _normal_mean(mean: float, sd: float, low: float, high: float) -> float:
    from scipy.special import ndtr

    a, b = (low - mean) / sd, (high - mean) / sd
    density = math.exp(-a * a / 2) - math.exp(-b * b / 2)
    return mean + sd * density / math.sqrt(2 * math.pi) / float(ndtr(b) - ndtr(a))


def _lognormal_mean(median: float, gsd: float, low: float, high: float) -> float:
    from scipy.special import ndtr

    sigma = math.log(gsd)
    a, b = (_log(low) - math.log(median)) / sigma, (math.log(high) - math.log(median)) / sigma
    part = float(ndtr(b - sigma) - ndtr(a - sigma)) / float(ndtr(b) - ndtr(a))
    return median * math.exp(sigma * sigma / 2) * part


def _log(value: float) -> float:
    return math.log(value) if value > 0 else -math.inf


_QUANTILES: dict[str, Callable[..., np.ndarray]] = {
    "triangular": _triangular_ppf,
    "uniform": _uniform_ppf,
    "normal": _normal_ppf,
    "lognormal": _lognormal_ppf,
    "beta": _beta_ppf,
}
_MEANS: dict[str, Callable[..., float]] = {
    "triangular": lambda low, mode, high: (low + mode + high) / 3,
    "uniform": lambda low, high: (low + high) / 2,
    "normal": _normal_mean,
    "lognormal": _lognormal_mean,
    "beta": lambda a, b: a / (a + b),
}
