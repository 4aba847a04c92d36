"""Summaries of a finished run, computed column by column from the stored rows in the order of the futures.

Interval of a mean: mean +- 1.96 standard errors. A pair is one future under two bargains (the same shocks); a future
that failed in either arm is dropped from both. `needed` is the number of pairs at which an interval around this mean
and spread would exclude zero. Sums run in written order, so the summary does not depend on chunks or workers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.intervals import mean_interval, pairs_needed
from kaname.store.tables import by_column

DIGITS = 12
FAILED = "failed_quarter"
Column = Callable[[str], np.ndarray]
QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.5, "q75": 0.75, "q95": 0.95}


def statistic(values: np.ndarray) -> dict[str, float | None]:
    """Return mean, 95 % interval, spread and quantiles of one outcome over futures (all None when there are none)."""
    if values.size == 0:
        return dict.fromkeys(("mean", "low", "high", "sd", *QUANTILES))
    mean, sd, low, high = _mean(values)
    levels = np.quantile(values, list(QUANTILES.values())).tolist()
    quantiles = {name: rounded(level) for name, level in zip(QUANTILES, levels, strict=True)}
    return {"mean": mean, "low": low, "high": high, "sd": sd, **quantiles}


def difference(left: np.ndarray, right: np.ndarray) -> dict[str, Any]:
    """Return the paired difference left - right: mean, interval, spread, pairs that differ, pairs that would be
    needed.
    """
    gaps = left - right
    if gaps.size == 0:
        return {"mean": None, "low": None, "high": None, "sd": None, "differing": 0, "needed": None}
    mean, sd, low, high = _mean(gaps)
    differing = int(np.count_nonzero(gaps))
    return {"mean": mean, "low": low, "high": high, "sd": sd, "differing": differing, "needed": pairs_needed(mean, sd)}


def rounded(value: float) -> float:
    """Return a number with twelve significant digits."""
    return float(f"{value:.{DIGITS}g}")


def _mean(values: np.ndarray) -> tuple[float, float, float, float]:
    mean, sd, half = mean_interval(values)
    return rounded(mean), rounded(sd), rounded(mean - half), rounded(mean + half)


def summarise(
    files: Mapping[str, Sequence[Path]], columns: Sequence[str], reference: str, head: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the content of summary.json for chunk files by bargain, each list in the order of the futures."""
    with ExitStack() as opened:
        stored = {
            bargain: opened.enter_context(by_column(list(paths), (FAILED, *columns)))
            for bargain, paths in files.items()
        }
        return _summarised(stored, columns, reference, head)


def _summarised(
    stored: Mapping[str, Column], columns: Sequence[str], reference: str, head: Mapping[str, Any]
) -> dict[str, Any]:
    alive = {bargain: column(FAILED) < 0 for bargain, column in stored.items()}
    bargains: dict[str, Any] = {
        bargain: {"futures": int(mask.size), "failed": int((~mask).sum()), "outcomes": {}}
        for bargain, mask in alive.items()
    }
    pairs: dict[str, Any] = {}
    for bargain in stored:
        if bargain != reference:
            both = alive[bargain] & alive[reference]
            pairs[f"{bargain}-minus-{reference}"] = {
                "bargain": bargain, "reference": reference, "pairs": int(both.sum()),
                "dropped": int((~both).sum()), "outcomes": {},
            }  # fmt: skip
    for name in columns:
        values = {bargain: column(name) for bargain, column in stored.items()}
        for bargain, mask in alive.items():
            bargains[bargain]["outcomes"][name] = statistic(values[bargain][mask])
        for pair in pairs.values():
            both = alive[pair["bargain"]] & alive[reference]
            pair["outcomes"][name] = difference(values[pair["bargain"]][both], values[reference][both])
    return {**head, "bargains": bargains, "pairs": pairs}
