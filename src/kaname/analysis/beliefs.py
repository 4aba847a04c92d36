"""Beliefs against the model: who believes that the protector will fight, where, and how often it came to help.

Formula: belief = mean over futures of the belief at the ends of the years; model = crises in which the protector
supported or fought over the opportunities that were used, a ratio of sums with its interval by the delta method.
A belief is asked of every quarter, help only of crises that happen, and support short of fighting counts as help: the
two are neighbours, not the same quantity, and the page says so. An observer is the ally everywhere, and in each
contingency its challenger. Clock: years. Units: probability per crisis. Reads: rows, yearly rows of futures 0-1999.
Writes: nothing. Source: this project's own comparison; Cochran (1977) for the ratio.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import difference_of
from kaname.core.intervals import NORMAL_95

OF_ALLY, OF_CHALLENGER = "belief_of_ally", "belief_of_challenger"


def beliefs(run: RunFolder) -> dict[str, Any]:
    """By bargain, observer and contingency: belief and model; empty where beliefs are not stored yearly."""
    contingencies = run.manifest.get("scenario", {}).get("contingencies", {})
    roles = run.manifest.get("scenario", {}).get("roles", {})
    ally = next((actor for actor, role in roles.items() if role == "ally"), None)
    stored = set(run.stored_yearly())
    if ally is None or not {f"{OF_ALLY}.{k}" for k in contingencies} <= stored or not contingencies:
        return {}
    return {bargain: _under(run, bargain, ally, contingencies) for bargain in run.bargains}


def _under(run: RunFolder, bargain: str, ally: str, contingencies: dict[str, Any]) -> dict[str, Any]:
    columns = [f"{name}.{k}" for name in (OF_ALLY, OF_CHALLENGER) for k in contingencies]
    _, seen = run.yearly(bargain, columns)
    counted = run.columns(bargain, [f"{name}.{k}" for name in ("supported", "challenges") for k in contingencies])
    alive = run.alive[bargain]
    under: dict[str, Any] = {}
    for k, roles in contingencies.items():
        model = share(counted[f"supported.{k}"][alive], counted[f"challenges.{k}"][alive])
        for name, observer in ((OF_ALLY, ally), (OF_CHALLENGER, roles["challenger"])):
            mean = difference_of(seen[f"{name}.{k}"].mean(axis=1))
            belief = {"mean": mean.mean, "low": mean.low, "high": mean.high}
            under.setdefault(observer, {})[k] = {"belief": belief, "model": model}
    return under


def share(helped: np.ndarray, challenged: np.ndarray) -> dict[str, Any]:
    """Sum of one over the sum of the other, with its interval, and the latter as a count; None where it is 0."""
    total = float(challenged.sum())
    if not total:
        return {"mean": None, "low": None, "high": None, "count": 0}
    ratio = float(helped.sum()) / total
    left = helped - ratio * challenged
    half = NORMAL_95 * math.sqrt(float((left**2).sum())) / total
    return {"mean": ratio, "low": max(0.0, ratio - half), "high": min(1.0, ratio + half), "count": int(total)}
