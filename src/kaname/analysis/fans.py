"""Fans: how an outcome spreads over the years, as quantiles over futures.

Formula: the 5, 25, 50, 75 and 95 % quantiles of the stored futures, year by year (linear interpolation). A fan is the
spread of futures, not the error of a mean. Clock: years. Units: those of the outcome.
Reads: yearly rows of futures 0-1999 that did not fail. Writes: nothing. Source: fan charts as central banks draw them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import Difference, difference_of

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True)
class Fan:
    """years [years]; bands [levels, years] in the order of LEVELS; futures: how many it is made of."""

    years: np.ndarray
    bands: np.ndarray
    futures: int

    @property
    def median(self) -> np.ndarray:
        return self.bands[LEVELS.index(0.5)]


def fans(run: RunFolder, bargain: str, columns: Sequence[str]) -> dict[str, Fan]:
    """Return a fan for each column under one bargain; empty when nothing is stored yearly or no future ran to its
    end.
    """
    years, values = run.yearly(bargain, columns)
    return {
        name: Fan(years, np.quantile(rows, LEVELS, axis=0), len(rows)) for name, rows in values.items() if len(rows)
    }


def yearly_differences(run: RunFolder, bargain: str, columns: Sequence[str]) -> dict[str, list[Difference]]:
    """By column: the paired difference of a bargain to the reference in each year, with its interval."""
    _, mine, usual = run.yearly_pair(bargain, run.reference, columns)
    return {name: [difference_of(gaps) for gaps in (mine[name] - usual[name]).T] for name in mine}
