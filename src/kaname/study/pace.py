"""Pace and spread of a yearly share: those and spread of an error correction, fitted to a panel of states.

    log x' = log x + pace (log goal - log x) + spread[a] normal        each quarter; a year is the mean of four
    var_h  = spread**2 A_h(pace) + doubt**2 B_h(pace)**2               change of log x over h years
A is what luck leaves after h years, B how much of an unknown goal (`doubt`, in logs) is reached by then. A forecast
starts where the share stands and takes that for its goal, so that luck has to cover all that shares were found to move
by, a return from where they stood included. Pace and the
panel's spread are those whose var_h lie nearest to the mean squares of the observed changes over one to six years, in
relative least squares, pace within what is held possible. A state's own spread is the panel's times its yearly changes
over the panel's, drawn towards the others by the method of moments (limma's): as many years of its own are mixed with
as many years of a common value as the differences between states are worth.

Units: logs; pace per quarter. Reads: plain values by year. Writes: nothing. Errors: InputError for fewer than two
series or five years. Source: engle_granger_1987 (error correction), smyth_2004 (moments).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kaname.core.errors import InputError
from kaname.core.units import QUARTERS_A_YEAR

LONGEST = 6
LEAST_YEARS = 5
LEAST_SERIES = 2
PACES = 241
FREE, POOLED = 1e-3, 1e4


@dataclass(frozen=True)
class Pace:
    """Part of the way to the goal gone in a quarter, spread of a quarter's luck of the panel and of each series."""

    pace: float
    pooled: float
    spread: dict[str, float]


def fitted(panel: Mapping[str, Sequence[float]], doubt: float, slowest: float, fastest: float) -> Pace:
    """Return pace and spreads of a panel of positive yearly values, oldest first; doubt: of the goal, in logs."""
    shortest = min((len(values) for values in panel.values()), default=0)
    if len(panel) < LEAST_SERIES or shortest < LEAST_YEARS:
        raise InputError(f"a pace needs {LEAST_SERIES} series of {LEAST_YEARS} years", path="panel",
                         found=f"{len(panel)} series, the shortest of {shortest} years")  # fmt: skip
    logs = {name: np.log(np.asarray(values, np.float64)) for name, values in panel.items()}
    longest = min(LONGEST, shortest - 2)
    squares = [
        np.concatenate([(row[years:] - row[:-years]) ** 2 for row in logs.values()]) for years in range(1, longest + 1)
    ]
    observed = np.array([row.mean() for row in squares])
    weight = np.array([row.size / years for years, row in enumerate(squares, 1)])
    best = min(
        (_misfit(pace, observed, weight, doubt) for pace in np.linspace(slowest, fastest, PACES)),
        key=lambda row: row[0],
    )
    _, pace, pooled = best
    own = {name: float(np.mean(np.diff(row) ** 2)) for name, row in logs.items()}
    return Pace(pace, pooled, {name: pooled * factor for name, factor in _shrunk(own, shortest - 1).items()})


def _misfit(pace: float, observed: np.ndarray, weight: np.ndarray, doubt: float) -> tuple[float, float, float]:
    """Return the sum of weighted relative squares at a pace, the pace, and the spread that makes it least."""
    luck, reached = left_after(pace, len(observed))
    known = (doubt * reached) ** 2
    variance = np.sum(weight * luck * (observed - known) / observed**2) / np.sum(weight * luck**2 / observed**2)
    variance = max(float(variance), 0.0)
    misfit = float(np.sum(weight * ((variance * luck + known) / observed - 1.0) ** 2))
    return misfit, float(pace), float(np.sqrt(variance))


def left_after(pace: float, years: int) -> tuple[np.ndarray, np.ndarray]:
    """Return, year by year, the variance of a year's mean for a spread of one, and the part of the way gone."""
    quarters = np.arange(years * QUARTERS_A_YEAR)
    back = quarters[:, np.newaxis] - quarters
    moved = np.where(back >= 0, (1.0 - pace) ** np.maximum(back, 0), 0.0)
    of_year = moved.reshape(years, QUARTERS_A_YEAR, -1).mean(axis=1)
    gone = 1.0 - (1.0 - pace) ** (quarters + 1.0)
    return np.sum(of_year**2, axis=1), gone.reshape(years, QUARTERS_A_YEAR).mean(axis=1)


def _shrunk(own: Mapping[str, float], years: int) -> dict[str, float]:
    """Return each series' spread over the panel's, from mean squares of yearly changes, by Smyth's moments."""
    from scipy.optimize import brentq
    from scipy.special import digamma, polygamma

    squares = np.maximum(np.array(list(own.values())), np.finfo(float).tiny)
    half = years / 2.0
    centred = np.log(squares) - digamma(half) + np.log(half)
    apart = float(np.var(centred, ddof=1) - polygamma(1, half))
    common = POOLED if apart <= polygamma(1, POOLED) else brentq(lambda x: polygamma(1, x) - apart, FREE, POOLED)
    middle = float(np.exp(centred.mean() + digamma(common) - np.log(common)))
    mixed = (half * squares + common * middle) / (half + common)
    return dict(zip(own, np.sqrt(mixed / squares.mean()).tolist(), strict=True))
