"""Beliefs against the model: who believes that the protector will fight, where, and how often it fought when asked.

Formula: belief = mean over futures of the belief at the ends of the years; model = crises in arms that the protector
answered by fighting over those in which it was asked, a ratio of sums with its interval by the delta method. The event
is the same on both sides; support short of fighting counts in neither, nor does joining a war later. A belief is asked
of every quarter, the model of the crises whose moves the rows keep (the first eight events of a future). An observer is
the ally everywhere, and in each contingency its challenger; where another than the protector is guarantor, the model
says nothing. Clock: years. Units: probability per crisis. Reads: rows and yearly rows of futures
0-1999. Writes: nothing. Source: this project's own comparison; Cochran (1977) for the ratio.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from kaname.analysis.chains import event_rows
from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import difference_of
from kaname.core.intervals import NORMAL_95
from kaname.words.events import CODE_STRIDE

ASKED, FOUGHT = "guarantor", "fight"
NONE = np.zeros(0)
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
    fought = answers(run, bargain, list(contingencies))
    named = run.manifest.get("scenario", {}).get("roles", {})
    protector = next((actor for actor, role in named.items() if role == "protector"), None)
    under: dict[str, Any] = {}
    for k, roles in contingencies.items():
        model = share(*(fought[k] if roles.get("guarantor", protector) == protector else (NONE, NONE)))
        for name, observer in ((OF_ALLY, ally), (OF_CHALLENGER, roles["challenger"])):
            mean = difference_of(seen[f"{name}.{k}"].mean(axis=1))
            belief = {"mean": mean.mean, "low": mean.low, "high": mean.high}
            under.setdefault(observer, {})[k] = {"belief": belief, "model": model}
    return under


def answers(run: RunFolder, bargain: str, places: Sequence[str]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """By place: crises in arms in which the protector fought, and those in which it was asked, each float64[future]."""
    kinds = [event["name"] for event in run.model.get("events", [])]
    moves = list(run.model.get("details", {}).get(ASKED, ()))
    if ASKED not in kinds or FOUGHT not in moves:
        return dict.fromkeys(places, (NONE, NONE))
    codes, _ = event_rows(run, bargain)
    codes = codes[run.alive[bargain][: len(codes)]]
    asked = codes // CODE_STRIDE**2 == kinds.index(ASKED)
    at, move = codes // CODE_STRIDE % CODE_STRIDE, codes % CODE_STRIDE
    listed = list(run.model.get("axes", {}).get("contingency", places))
    there = {place: asked & (at == listed.index(place)) & (codes > 0) for place in places}
    return {
        place: ((here & (move == moves.index(FOUGHT))).sum(axis=1).astype(float), here.sum(axis=1).astype(float))
        for place, here in there.items()
    }


def share(fought: np.ndarray, asked: np.ndarray) -> dict[str, Any]:
    """Return the sum of one over the sum of the other, with its interval, and the latter as a count; None where it is
    0.
    """
    total = float(asked.sum())
    if not total:
        return {"mean": None, "low": None, "high": None, "count": 0}
    ratio = float(fought.sum()) / total
    left = fought - ratio * asked
    half = NORMAL_95 * math.sqrt(float((left**2).sum())) / total
    return {"mean": ratio, "low": max(0.0, ratio - half), "high": min(1.0, ratio + half), "count": int(total)}
