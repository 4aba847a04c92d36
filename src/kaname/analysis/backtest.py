"""Backtests: what the futures of an earlier start said, against what came, beside two rules that know no politics.

    error = mean over the years of CRPS(what is said of the year, what was observed)
    persistence   last + sqrt(h) rms(changes) z              h years ahead; changes: of the ten years before the start
    trend         last + h mean(changes) + sqrt(h) sd(changes) z
Both are drawn at evenly spaced quantiles of z and cut at nought. The model hits a series where its error is smaller
than both rules', and misses it otherwise. No interval is given: the years of one series depend on one another.

Units: the series' own; shares of output in per cent of it. Reads: plain arrays. Writes: nothing.
Source: gneiting_raftery_2007 (the score); random walks without and with drift as reference forecasts (textbook).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import NormalDist
from typing import Any

import numpy as np

from kaname.analysis.crps import crps_sample
from kaname.core.errors import InputError

HISTORY = 10
LEAST_HISTORY = 3
QUANTILES = 199
BAND = (0.05, 0.95)
RULES = ("persistence", "trend")
PER_CENT = 100.0


def baselines(history: Sequence[float], steps: int) -> dict[str, np.ndarray]:
    """Draws of the two rules, float64[step, draw], from the values of the years before the start, oldest first."""
    if len(history) < LEAST_HISTORY:
        raise InputError(f"{len(history)} years before the start are too few for a rule", path="history",
                         allowed=f"{LEAST_HISTORY} or more")  # fmt: skip
    z = np.array([NormalDist().inv_cdf((n + 1) / (QUANTILES + 1)) for n in range(QUANTILES)])
    changes, ahead = np.diff(np.asarray(history, np.float64)), np.arange(1, steps + 1)[:, np.newaxis]
    still = history[-1] + np.sqrt(ahead) * np.sqrt(np.mean(changes**2)) * z
    moving = history[-1] + ahead * changes.mean() + np.sqrt(ahead) * changes.std(ddof=1) * z
    return {"persistence": np.maximum(still, 0.0), "trend": np.maximum(moving, 0.0)}


def error(said: np.ndarray, observed: Sequence[float]) -> float:
    """Mean score over the years; said float64[year, draw]."""
    return float(np.mean([crps_sample(draws, value) for draws, value in zip(said, observed, strict=True)]))


def judged(series: Any, start: int) -> dict[str, Any]:
    """One backtest as plain data; series: name, what, unit, source, grade, observed, years, futures[future, year]."""
    scale, unit = (PER_CENT, "% of output") if series.unit == "share" else (1.0, series.unit)
    observed = [series.observed[year] * scale for year in series.years]
    before = [series.observed[year] * scale for year in sorted(series.observed) if year < start][-HISTORY:]
    said = series.futures.T * scale
    rules = baselines(before, len(observed))
    crps = {"model": error(said, observed)} | {rule: error(draws, observed) for rule, draws in rules.items()}
    low, high = np.quantile(said, BAND, axis=1)
    inside = int(np.sum((low <= observed) & (observed <= high)))
    entry = {
        "series": series.name, "what": series.what, "unit": unit, "start": start, "horizon_years": len(observed),
        "n": len(observed), "crps": crps, "verdict": verdict(crps), "inside_90": inside,
        "last": {"year": series.years[-1], "observed": observed[-1], "low": float(low[-1]),
                 "median": float(np.median(said[-1])), "high": float(high[-1])},
        "source": list(series.source) or ["recalled, not read"], "grade": series.grade,
    }  # fmt: skip
    return entry | {"sentence": sentence(entry)}


def verdict(crps: Mapping[str, float]) -> str:
    """hit: the model's error is smaller than that of both rules."""
    return "hit" if all(crps["model"] < crps[rule] for rule in RULES) else "miss"


def sentence(entry: Mapping[str, Any]) -> str:
    """What the numbers say, in words that follow them."""
    crps = entry["crps"]
    better = [rule for rule in RULES if crps["model"] < crps[rule]]
    worse = [rule for rule in RULES if rule not in better]
    parts = (
        [f"smaller than that of {' and '.join(f'{rule} ({_short(crps[rule])})' for rule in better)}"] if better else []
    )
    parts += (
        [f"not smaller than that of {' or '.join(f'{rule} ({_short(crps[rule])})' for rule in worse)}"] if worse else []
    )
    last, n = entry["last"], entry["n"]
    return (
        f"From {entry['start']}, over {n} years, the mean error for {entry['what']} is {_short(crps['model'])} "
        f"{entry['unit']}: {', '.join(parts)}. {entry['inside_90']} of {n} observed years lie in the 90 % band; "
        f"{last['year']}: observed {_short(last['observed'])}, said {_short(last['median'])} "
        f"({_short(last['low'])} to {_short(last['high'])})."
    )


def misses_first(entries: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Misses before hits, the largest error over the better rule first."""

    def over(entry: Mapping[str, Any]) -> float:
        best = min(entry["crps"][rule] for rule in RULES)
        return float(entry["crps"]["model"] / best) if best > 0.0 else float("inf")

    return sorted(entries, key=lambda entry: (entry["verdict"] == "hit", -over(entry)))


def _short(value: float) -> str:
    return f"{value:.3g}"
