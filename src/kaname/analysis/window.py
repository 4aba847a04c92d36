"""The window of weakness: years in which a bargain leaves a side weaker than the reference would.

Idea: a bargain that ends well may pass through years in which old means are given up and new ones have not come. Each
year's paired difference of ready forces and of territory held is shown; the weakest year is the one in which a clear
difference to the worse is largest, as a share of the reference's mean in that year; below a thousandth there is none.
Clock: years. Units: those of the outcomes. Reads: yearly rows of futures 0-1999. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import Difference, difference_of, verdict

OF_SIDES = ("ready_forces", "territory")
OF_TARGETS = ("territory",)
STRONGER = 1
SMALLEST = 0.001
"""Differences below a thousandth of the reference's mean open no window."""


def windows(run: RunFolder, sides: Sequence[str], targets: Sequence[str]) -> dict[str, Any]:
    """By bargain: years, series by column, and the weakest year (None where no clear difference is to the worse)."""
    wanted = [f"{name}.{state}" for name in OF_SIDES for state in sides]
    wanted += [f"{name}.{state}" for name in OF_TARGETS for state in targets if state not in sides]
    columns = [name for name in wanted if name in run.stored_yearly()]
    return {bargain: _window(run, bargain, columns) for bargain in run.others} if columns else {}


def _window(run: RunFolder, bargain: str, columns: Sequence[str]) -> dict[str, Any]:
    years, mine, standard = run.yearly_pair(bargain, run.reference, columns)
    gaps = {
        name: [difference_of(mine[name][:, n] - standard[name][:, n]) for n in range(years.size)] for name in columns
    }
    series = {name: [{"mean": g.mean, "low": g.low, "high": g.high} for g in row] for name, row in gaps.items()}
    return {"years": years.tolist(), "series": series, "weakest": _weakest(years, gaps, standard)}


def _weakest(
    years: np.ndarray, gaps: Mapping[str, Sequence[Difference]], standard: Mapping[str, np.ndarray]
) -> dict[str, Any] | None:
    worst, weakest = -SMALLEST, None
    for name, row in gaps.items():
        for n, gap in enumerate(row):
            if gap.mean is None or gap.mean >= 0 or not verdict(gap, STRONGER).clear:
                continue
            level = abs(float(standard[name][:, n].mean()))
            part = gap.mean / level if level > 0 else 0.0
            if part < worst:
                worst, weakest = part, {"year": int(years[n]), "column": name, "part": part}
    return weakest
