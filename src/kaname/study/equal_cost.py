"""Equal cost: how much each side's yearly budget must change so that bargains cost it the same present value.

Idea: a bargain that spends more may do better for that reason alone. The difference of a side's mean present value to
that under the budget bargain (the reference, unless another is named) is cut from, or added to, that side's own
military budget, level over the years, and is spent as the rest of that budget is, by its own allocation.
    level' = level - left / annuity,  left = gap + response
gap: mean paired difference of the present value as proposed, over all futures that are stored yearly; response: what
the level of the last step did to it on a small ensemble; at first the level alone, which is its first-order effect. A
step is taken only where what is left is larger than the chance in that ensemble: a few futures in which a war comes or
does not would else be taken for a response. One level holds in all futures: what is equal is the mean, not each
future; what is left of the difference in the futures of the check is reported.
The reference is the standard, and not the mean of all bargains, so that a verdict on two bargains does not depend on
which others were asked. Only the two sides of the alliance are levelled: what others spend is their answer.

Units: bn USD 2023 a year; present values in bn USD 2023 of the start. Reads: yearly rows of the run. Writes: nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.compile.variants import with_spending
from kaname.core.present_value import annuity, present_value
from kaname.core.units import QUARTERS_A_YEAR
from kaname.store.manifest import Manifest
from kaname.store.spans import Span
from kaname.store.tables import read_column
from kaname.study.chunk import compute
from kaname.study.design import FAN_FUTURES, Design
from kaname.study.draws import Draws
from kaname.study.summary import difference
from kaname.words.checks import EQUAL_COST

STEPS = 2
ENSEMBLE = 60
RATE = "discount_rate"
Levels = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Costs:
    """Present value of what a state spends under a bargain, [futures]; alive: which futures ran to their end."""

    values: np.ndarray
    alive: np.ndarray


def discount_rate(compiled: Compiled) -> float:
    """Return the real rate per year at which money at different times is compared."""
    return float(compiled.evidence.figures[RATE].central)  # type: ignore[arg-type]


def parties(compiled: Compiled) -> tuple[str, ...]:
    """Return the two sides of the alliance."""
    return tuple(dict.fromkeys(compiled.scenario.of_role(role)[0] for role in ("protector", "ally")))


def stored_costs(compiled: Compiled, manifest: Manifest, bargain: str, state: str, most: int, arm: str = "") -> Costs:
    """Return costs of the first `most` futures as they are stored (no more than are stored yearly)."""
    most = min(most, FAN_FUTURES)
    totals = read_column(manifest.paths(bargain, "yearly", arm), f"spending.{state}")
    failed = read_column(manifest.paths(bargain, "file", arm), "failed_quarter")[:most]
    by_future = totals.reshape(-1, compiled.quarters // QUARTERS_A_YEAR)[:most]
    return Costs(present_value(by_future, discount_rate(compiled)), failed < 0)


def solve(compiled: Compiled, design: Design, manifest: Manifest, workers: int) -> dict[str, Any]:
    """Return the levels by bargain and state, with what they rest on, for the manifest."""
    budget = design.budget or design.bargains[0]
    others = [bargain for bargain in design.bargains if bargain != budget]
    proposed = {
        (bargain, state): stored_costs(compiled, manifest, bargain, state, design.futures)
        for bargain in design.bargains
        for state in parties(compiled)
    }
    gaps = {
        bargain: {state: _gap(proposed[bargain, state], proposed[budget, state])[0] for state in parties(compiled)}
        for bargain in others
    }
    unit = annuity(compiled.quarters // QUARTERS_A_YEAR, discount_rate(compiled))
    levels: Levels = {bargain: {state: -gap / unit for state, gap in gaps[bargain].items()} for bargain in others}
    for _ in range(STEPS):
        responses = _responses(compiled, design, levels, proposed, workers)
        for bargain, by_state in gaps.items():
            for state, gap in by_state.items():
                response, chance = responses[bargain][state]
                left = gap + response
                levels[bargain][state] -= left / unit if abs(left) > chance else 0.0
    return {"budget": budget, "discount_rate": discount_rate(compiled), "levels": levels}


def _gap(left: Costs, right: Costs) -> tuple[float, float]:
    """Return the mean paired difference, and the half-width of its 95 % interval."""
    both = left.alive & right.alive
    gap = difference(left.values[both], right.values[both])
    return (float(gap["mean"]), float(gap["high"] - gap["mean"])) if both.any() else (0.0, 0.0)


def _responses(
    compiled: Compiled, design: Design, levels: Levels, proposed: Mapping[tuple[str, str], Costs], workers: int
) -> dict[str, dict[str, tuple[float, float]]]:
    """Return what the levels did to each present value on the small ensemble, and how far chance may have moved
    that.
    """
    changed = with_spending(compiled, levels)
    last = min(ENSEMBLE, design.futures) - 1
    stop, draws = threading.Event(), Draws()

    def response(bargain: str) -> dict[str, tuple[float, float]]:
        rows = compute(changed, design, Span(bargain, 0, last, EQUAL_COST), stop, draws)
        response = {}
        for state in levels[bargain]:
            totals = rows.yearly[:, :, changed.columns.index(f"spending.{state}")]
            now = Costs(present_value(totals, discount_rate(compiled)), rows.failed < 0)
            before = proposed[bargain, state]
            response[state] = _gap(now, Costs(before.values[: last + 1], before.alive[: last + 1]))
        return response

    with ThreadPoolExecutor(max_workers=workers) as pool:
        try:
            return dict(zip(levels, pool.map(response, levels), strict=True))
        except BaseException:
            stop.set()
            raise
