"""Map of where active denial does better than forward defence: the same campaigns over days of release and relative
force.

Idea: for each day of the guarantor's release and each factor on the target's ships, aircraft, submarines and
batteries, the same runs are fought forward and by denial. A cell belongs to the doctrine that leaves the challenger
less control at the end, where the paired difference exceeds its 95 % interval; else to neither. Reads: scenario,
evidence. Writes: nothing. Units: days, factors, shares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from kaname.compile.baseline import Baseline
from kaname.core.errors import InputError
from kaname.core.intervals import NORMAL_95
from kaname.study.campaigns import ARRIVAL, CampaignResult, CampaignSpec, fight, lay_out
from kaname.words.axes import FIGHTING_FORCES

FORWARD, DENIAL = 0.0, 1.0
DAYS = (2.0, 6.0, 10.0, 15.0, 20.0, 30.0, 45.0)
FACTORS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)


def region(
    baseline: Baseline, spec: CampaignSpec, days: Sequence[float] = DAYS, factors: Sequence[float] = FACTORS
) -> list[dict[str, Any]]:
    """Return a row for each day of release and factor: what either doctrine leaves, and which does better.

    `better`: forward, denial or neither; differences are denial less forward, with half of their 95 % interval.
    Raises InputError where the target is not the ally: no lever sets another's doctrine.
    """
    p = baseline.params.view(np.recarray)[0]
    if p.target[spec.contingency] != p.ally:
        raise InputError("doctrine is the ally's: here another defends itself", path="--region",
                         hint="Choose a contingency in which the ally is the target.")  # fmt: skip
    return list(_cells(baseline, spec, days, factors))


def _cells(
    baseline: Baseline, spec: CampaignSpec, days: Sequence[float], factors: Sequence[float]
) -> Iterator[dict[str, Any]]:
    for factor in factors:
        for day in days:
            forward, denial = (_fought(baseline, spec, day, factor, doctrine) for doctrine in (FORWARD, DENIAL))
            control, half = _difference(denial.control[:, -1], forward.control[:, -1])
            force, force_half = _difference(denial.worlds.last_force_in_being, forward.worlds.last_force_in_being)
            lost, lost_half = _difference(denial.days_lost, forward.days_lost)
            yield {
                "day": day, "factor": factor, "held_forward": float(forward.held.mean()),
                "held_denial": float(denial.held.mean()), "control": control, "control_half": half,
                "days_lost": lost, "days_lost_half": lost_half, "force_in_being": force,
                "force_in_being_half": force_half,
                "better": "neither" if abs(control) <= half else "denial" if control < 0 else "forward",
            }  # fmt: skip


def _fought(baseline: Baseline, spec: CampaignSpec, day: float, factor: float, doctrine: float) -> CampaignResult:
    asked = replace(spec, settings={**spec.settings, ARRIVAL: day, "doctrine": doctrine})
    worlds, params = lay_out(baseline, asked)
    target = int(baseline.params["target"][0][spec.contingency])
    worlds["stock"][:, target, list(FIGHTING_FORCES)] *= factor
    return fight(baseline, asked, worlds, params)


def _difference(a: np.ndarray, b: np.ndarray) -> tuple[float, float]:
    """Return the mean of a paired difference and the half width of its 95 % interval."""
    difference = np.asarray(a, float) - np.asarray(b, float)
    return float(difference.mean()), NORMAL_95 * float(difference.std(ddof=1)) / len(difference) ** (1 / 2)
