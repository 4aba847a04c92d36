"""Reasons of deterrence: opportunities by class, summed over the futures whose opportunities were judged
(crisis.deterrence).

Counts, not rates: a bare rate of challenges would count opportunities that tempted nobody. Units: opportunities.
Reads: rows. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from kaname.analysis.folder import GROUP, RunFolder

VIEWED = "deterrence_viewed"
RUNGS = {"deterrence": "any", "deterrence_arms": "arms"}
"""Outcome: the rung of which it tells, acting at all or using arms."""


def deterred(run: RunFolder) -> dict[str, Any]:
    """futures judged, and counts by bargain, contingency, rung and class; empty where nothing was judged."""
    columns = run.manifest.get("columns", {})
    names = [name for name in columns if name.split(".")[0] in RUNGS]
    if VIEWED not in columns or not names:
        return {}
    bargains, judged = {}, 0
    for bargain in run.bargains:
        mask = (run.columns(bargain, [VIEWED])[VIEWED] > 0) & run.alive[bargain]
        judged = max(judged, int(mask.sum()))
        bargains[bargain] = _counted(_sums(run, bargain, names, mask))
    return {"futures": judged, "bargains": bargains} if judged else {}


def _sums(run: RunFolder, bargain: str, names: Sequence[str], mask: np.ndarray) -> dict[str, int]:
    """Sums over the judged futures, which are the first ones: no more rows and columns at once than that takes."""
    most = int(np.flatnonzero(mask)[-1]) + 1 if mask.any() else 0
    sums = dict.fromkeys(names, 0)
    for first in range(0, len(names) if most else 0, GROUP):
        rows = run.columns(bargain, names[first : first + GROUP], most)
        sums |= {name: int(values[mask[:most]].sum()) for name, values in rows.items()}
    return sums


def _counted(sums: Mapping[str, int]) -> dict[str, dict[str, dict[str, int]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for name, number in sums.items():
        outcome, contingency, kind = name.split(".")
        found.setdefault(contingency, {}).setdefault(RUNGS[outcome], {})[kind] = number
    return found
