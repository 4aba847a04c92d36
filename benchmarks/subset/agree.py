"""Whether the two versions of the subset give the same numbers for a future when Mesa is handed the same draws."""

from __future__ import annotations

from functools import partial

import numpy as np

from benchmarks.subset.chance import NamedLuck
from benchmarks.subset.compiled import Ground, run_compiled
from benchmarks.subset.mesa_model import AllianceModel, Start, state_of


def largest_gap(ground: Ground, years: int) -> tuple[float, str]:
    """The largest relative difference of any number of any future of the ground, and where it is."""
    worlds, crises = run_compiled(ground, years)
    worst, place = 0.0, ""
    for future in range(len(worlds)):
        model = AllianceModel(Start(ground, future), partial(_named, seed=ground.seed, future=future))
        for _ in range(4 * years):
            model.step()
        state = state_of(model) | {"crises": np.array(model.crises)}
        for name, found in state.items():
            wanted = crises[future] if name == "crises" else np.asarray(worlds[future][name], dtype=float)
            wanted = wanted[tuple(slice(size) for size in found.shape)]
            gap = float(np.max(np.abs(found - wanted) / np.maximum(1.0, np.abs(wanted))))
            if gap > worst or not np.isfinite(gap):
                worst, place = gap, f"{name} of future {future}"
    return worst, place


def _named(model: object, seed: int, future: int) -> NamedLuck:
    return NamedLuck(seed, future)
