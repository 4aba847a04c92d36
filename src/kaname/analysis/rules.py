"""Simple rules that know no politics: what a forecast from a model must beat to be worth anything.

h years ahead, from up to ten yearly values before the start (z at evenly spaced quantiles, cut at nought):
    persistence   last + sqrt(h) rms(changes) z
    trend         last + h mean(changes) + sqrt(h) sd(changes) z
    damped        last + sum_{i=1..h} 0.85**i mean(changes) + sqrt(h) sd(changes) z
    ar1           mean + rho**h (last - mean) + sd sqrt(sum_{i<h} rho**(2 i)) z      rho, sd by least squares
    panel         as ar1 in logs of 1 + value over its mean, rho and sd pooled over all series of the same quantity
    still         last (1 + 0.08 z)                                                  no error that grows
Units: the series' own. Reads: plain arrays. Writes: nothing. Errors: InputError for a history of fewer than three
years. Source: textbook forecasts; gardner_mckenzie_1985 (the damped trend).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import NormalDist

import numpy as np

from kaname.core.errors import InputError

HISTORY = 10
LEAST_HISTORY = 3
QUANTILES = 199
DAMPED = 0.85
STILL = 0.08
LARGEST_RHO = 0.99
RULES = ("persistence", "trend", "damped", "ar1", "panel", "still")


def forecasts(history: Sequence[float], steps: int, alike: Sequence[Sequence[float]] = ()) -> dict[str, np.ndarray]:
    """Return draws of every rule, float64[step, draw], from the yearly values before the start, oldest first.

    alike: histories of all series of the same quantity, for the panel; the own one where there is no other.
    """
    if len(history) < LEAST_HISTORY:
        raise InputError(f"{len(history)} years before the start are too few for a simple rule", path="history",
                         allowed=f"{LEAST_HISTORY} or more")  # fmt: skip
    z = np.array([NormalDist().inv_cdf((n + 1) / (QUANTILES + 1)) for n in range(QUANTILES)])
    values = np.asarray(history, np.float64)
    last, changes, ahead = values[-1], np.diff(values), np.arange(1, steps + 1)[:, np.newaxis]
    drift, wander = changes.mean(), np.sqrt(ahead) * changes.std(ddof=1)
    faded = np.cumsum(DAMPED ** np.arange(1, steps + 1))[:, np.newaxis]
    rho, sd = _returning([values])
    by_rule = {
        "persistence": last + np.sqrt(ahead) * np.sqrt(np.mean(changes**2)) * z,
        "trend": last + ahead * drift + wander * z,
        "damped": last + faded * drift + wander * z,
        "ar1": values.mean() + rho**ahead * (last - values.mean()) + sd * _spread(rho, ahead) * z,
        "panel": _panel(values, ahead, z, alike or [history]),
        "still": last * (1.0 + STILL * z) + 0.0 * ahead,
    }
    return {name: np.maximum(draws, 0.0) for name, draws in by_rule.items()}


def _panel(values: np.ndarray, ahead: np.ndarray, z: np.ndarray, alike: Sequence[Sequence[float]]) -> np.ndarray:
    """Logs over each series' own mean, so that states of every size share one pace of return."""
    rho, sd = _returning([_logs(np.asarray(history, np.float64)) for history in alike if len(history) >= LEAST_HISTORY])
    logs, scale = _logs(values), _scale(values)
    middle = logs.mean() + rho**ahead * (logs[-1] - logs.mean())
    return np.asarray(np.expm1(middle + sd * _spread(rho, ahead) * z) * scale)


def _scale(values: np.ndarray) -> float:
    return float(values.mean()) or 1.0


def _logs(values: np.ndarray) -> np.ndarray:
    return np.log1p(values / _scale(values))


def _returning(series: Sequence[np.ndarray]) -> tuple[float, float]:
    """Least squares of what is above a series' mean on the year before, over all series: rho and the residuals' sd."""
    before = np.concatenate([history[:-1] - history.mean() for history in series])
    after = np.concatenate([history[1:] - history.mean() for history in series])
    total = float(before @ before)
    rho = min(max(float(before @ after) / total, 0.0), LARGEST_RHO) if total else 0.0
    gaps = after - rho * before
    return rho, float(np.sqrt(gaps @ gaps / max(1, len(gaps) - 1)))


def _spread(rho: float, ahead: np.ndarray) -> np.ndarray:
    return np.asarray(np.sqrt(np.cumsum(rho ** (2.0 * np.arange(len(ahead)))))[:, np.newaxis])


def yearly(observed: Mapping[int, float], start: int) -> list[float]:
    """Return the values of the years before the start, oldest first; years without one between two stand in line."""
    known = sorted(year for year in observed if year < start)
    if not known:
        return []
    years = np.arange(known[0], known[-1] + 1)
    return [float(x) for x in np.interp(years, known, [observed[year] for year in known])][-HISTORY:]
