"""Present value: what a stream of yearly amounts is worth at its start, in constant money.

Formula: sum over years y = 0, 1, ... of amount[y] / (1 + rate)^(y + 1/2): an amount falls in the middle of its year.
Units: those of the amounts; rate per year, real (without inflation). Reads and writes: nothing. Source: bookkeeping.
"""

from __future__ import annotations

import numpy as np

MIDDLE = 1 / 2


def weights(years: int, rate: float) -> np.ndarray:
    """Return float64[years]: what one unit of money in each year is worth at the start of the first."""
    return np.asarray((1.0 + rate) ** -(np.arange(years) + MIDDLE))


def annuity(years: int, rate: float) -> float:
    """Return what one unit a year over all years is worth at the start."""
    return float(weights(years, rate).sum())


def present_value(totals: np.ndarray, rate: float) -> np.ndarray:
    """Present value by row of running totals [rows, years] at the ends of the years, which begin from nothing."""
    amounts = np.diff(totals, axis=1, prepend=0.0)
    return np.asarray((amounts * weights(totals.shape[1], rate)).sum(axis=1))
