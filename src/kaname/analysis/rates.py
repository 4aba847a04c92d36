"""Base rates: events per decade by place in futures, beside the counts of public lists with their intervals.

    rate = n / decades                     n events on a list
    low  = chi2(0.05; 2 n) / 2 / decades,  high = chi2(0.95; 2 n + 2) / 2 / decades
The interval is the exact one of a Poisson count at 90 %. The model's rate is the mean over futures; it lies inside,
below or above. Where one list counts narrowly and another widely, a rate above the narrow and below the wide one is
`between`.

Units: events per decade. Reads: plain counts and arrays. Writes: nothing.
Source: garwood_1936 (the interval), clopper_pearson_1934 (of a share).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.stats import beta, chi2

LEVEL = 0.9
INSIDE, BELOW, ABOVE, BETWEEN = "inside", "below", "above", "between"
FAR = (BELOW, ABOVE)
BAND = (0.05, 0.95)


@dataclass(frozen=True)
class Count:
    """Events on one list at one place over some decades."""

    list: str
    events: int
    decades: float


def poisson_interval(events: int, exposure: float, level: float = LEVEL) -> tuple[float, float]:
    """Return the ends of the exact interval of a Poisson rate, in events per unit of exposure.

    events: 0 or more; exposure: more than 0; level: coverage, 0 to 1. The lower end is 0 where nothing was counted.
    """
    tail = (1.0 - level) / 2.0
    low = float(chi2.ppf(tail, 2 * events)) / 2.0 if events else 0.0
    return low / exposure, float(chi2.ppf(1.0 - tail, 2 * events + 2)) / 2.0 / exposure


def compared(rates: np.ndarray, counts: Sequence[Count]) -> dict[str, Any]:
    """Return one measure at one place beside its lists, as plain data.

    rates: float[future], events per decade; counts: one or more lists. verdict: `inside` where the mean lies in the
    interval of any list, else between, below or above.
    """
    mean = float(rates.mean())
    lists = [_beside(mean, count) for count in counts]
    low, high = np.quantile(rates, BAND)
    return {"model": mean, "model_low": float(low), "model_high": float(high), "futures": int(rates.size),
            "lists": lists, "verdict": _verdict([row["verdict"] for row in lists])}  # fmt: skip


def _beside(mean: float, count: Count) -> dict[str, Any]:
    low, high = poisson_interval(count.events, count.decades)
    verdict = BELOW if mean < low else ABOVE if mean > high else INSIDE
    return {"list": count.list, "events": count.events, "decades": count.decades,
            "rate": count.events / count.decades, "low": low, "high": high, "verdict": verdict}  # fmt: skip


def _verdict(verdicts: Sequence[str]) -> str:
    if INSIDE in verdicts:
        return INSIDE
    return verdicts[0] if len(set(verdicts)) == 1 else BETWEEN


def share_interval_exact(events: int, of: int, level: float = LEVEL) -> tuple[float, float]:
    """Return the ends of the exact interval of a share, `events` of `of` (Clopper and Pearson); 0..1."""
    tail = (1.0 - level) / 2.0
    low = float(beta.ppf(tail, events, of - events + 1)) if events else 0.0
    high = float(beta.ppf(1.0 - tail, events + 1, of - events)) if events < of else 1.0
    return low, high


def wars_per_challenge(
    wars: np.ndarray, challenges: np.ndarray, counts: Sequence[Count], fought: int
) -> dict[str, Any]:
    """Return the share of challenges that end in war beside lists of challenges, of which `fought` did.

    wars, challenges: float[future], rates of the same futures. Lists without an event say nothing and are left out.
    """
    model = float(wars.sum() / challenges.sum()) if challenges.sum() else 0.0
    lists = []
    for count in counts:
        if count.events:
            low, high = share_interval_exact(min(fought, count.events), count.events)
            verdict = BELOW if model < low else ABOVE if model > high else INSIDE
            lists.append({"list": count.list, "wars": fought, "challenges": count.events, "low": low, "high": high,
                          "verdict": verdict})  # fmt: skip
    return {"model": model, "lists": lists}


def far_first(entries: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the entries, those outside every list before the others."""
    return sorted(entries, key=lambda entry: entry["verdict"] not in FAR)
