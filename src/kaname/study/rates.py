"""Frequencies of events in a scenario's futures, by place: the model's side of its base rates.

Idea: outcomes by contingency are counts over a run; divided by its length they are rates. Things as they are, no lever
moved. Reads: Compiled, the compiled kernels. Writes: nothing. Units: events per decade.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.units import QUARTERS_A_YEAR
from kaname.evidence.crises import CrisisList
from kaname.study.design import Design
from kaname.study.in_memory import rows_of

YEARS_A_DECADE = 10


def rates_of(
    compiled: Compiled, design: Design, lists: Sequence[CrisisList], workers: int = 1
) -> dict[tuple[str, str], np.ndarray]:
    """Return events per decade, float64[future], of every (measure, place) of the scenario that a list looked for.

    Futures 0..design.futures-1 under the design's first bargain; those that left a range are left out.
    """
    start, params, _ = compiled.futures(design.bargains[0], design.seed, 0, design.futures)
    with ThreadPoolExecutor(workers) as pool:
        rows = rows_of(compiled, design.seed, start, params, pool, workers)
    outcomes = rows.outcomes[rows.failed < 0]
    decades = compiled.quarters / (QUARTERS_A_YEAR * YEARS_A_DECADE)
    places = compiled.axes["contingency"]
    asked = dict.fromkeys((listed.measure, place) for listed in lists for place in places if place in listed.counts)
    return {(what, place): outcomes[:, compiled.columns.index(f"{what}.{place}")] / decades for what, place in asked}
