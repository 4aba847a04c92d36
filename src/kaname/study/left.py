"""Share of a difference that a robustness check leaves, from futures that were run with and without it.

Formula: D the paired difference in the N futures of the run, C the same in the n first of them under the check, and
b = cov(C, D) / var(D) over those n. What is left: l = mean(C) + b (mean_N(D) - mean_n(D)), the regression estimator:
what the check alone cannot tell from n futures is helped by the D of all N. With e = C - b D over the n futures,
var(l) = var(e) / n + b^2 var(D) / N, and of the shift s = l - mean_N(D) it is var(e) / n + (1 - b)^2 var(D) / N. A
check that changes nothing gives b = 1 and a shift of exactly 0; one that ends the difference gives b = 0 and l = 0.
Units: those of the outcome. Reads: stored rows, one column at a time. Writes: nothing. Source: Cochran (1977), on the
regression estimator.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.intervals import NORMAL_95
from kaname.store.tables import by_column
from kaname.study.summary import FAILED, Column, rounded


def left_of(whole: np.ndarray, first: np.ndarray, there: np.ndarray) -> dict[str, Any]:
    """Return shift (check - main) and what is left, each {mean, low, high}; None throughout without two futures.

    whole: float[N], the difference in all futures of the run; first, there: float[n], in the futures of the check,
    without and with it.
    """
    if first.size <= 1 or whole.size <= 1:
        none = dict.fromkeys(("mean", "low", "high"))
        return {"shift": none, "left": dict(none)}
    slope, mean = _slope(first, there), _mean(whole)
    further = mean - _mean(first)
    shift = _mean(there) - _mean(first) + (slope - 1.0) * further
    remains = _mean(there) + slope * further
    noise = float((there - slope * first).var(ddof=1)) / first.size
    of_main = float(whole.var(ddof=1)) / whole.size
    return {
        "shift": _interval(shift, noise + (1.0 - slope) ** 2 * of_main),
        "left": _interval(remains, noise + slope**2 * of_main),
    }


def _slope(first: np.ndarray, there: np.ndarray) -> float:
    """Return how much of a difference the check repeats, by least squares; exactly 1 where it repeats it."""
    spread = float(first.var(ddof=1))
    if spread == 0.0 or np.array_equal(first, there):
        return float(spread > 0.0)
    return float(np.cov(there, first, ddof=1)[0, 1]) / spread


@contextmanager
def opened(files: Mapping[str, Sequence[Path]], columns: Sequence[str]) -> Iterator[Mapping[str, Column]]:
    """Open the rows of every bargain, one column at a time. files: by bargain, in the order of the futures."""
    with ExitStack() as stack:
        yield {b: stack.enter_context(by_column(list(paths), (FAILED, *columns))) for b, paths in files.items()}


def add_left(
    pairs: Mapping[str, Any], columns: Sequence[str], run: Mapping[str, Column], arm: Mapping[str, Column]
) -> None:  # fmt: skip
    """Write `shift` and `left` beside the differences of a check. run, arm: rows without and with it, opened."""
    for pair in pairs.values():
        names = (pair["bargain"], pair["reference"])
        alive = [_alive([side[name](FAILED) for name in names]) for side in (run, arm)]
        both = alive[0][: alive[1].size] & alive[1]
        for column, (whole, there) in _gaps(columns, names, run, arm):
            first = whole[: there.size][both]
            pair["outcomes"][column] |= left_of(whole[alive[0]], first, there[both])


def _gaps(
    columns: Sequence[str], names: tuple[str, str], run: Mapping[str, Column], arm: Mapping[str, Column]
) -> Iterator[tuple[str, tuple[np.ndarray, np.ndarray]]]:
    for column in columns:
        whole, there = (side[names[0]](column) - side[names[1]](column) for side in (run, arm))
        yield column, (whole, there)


def _alive(quarters: Sequence[np.ndarray]) -> np.ndarray:
    return np.asarray(np.logical_and.reduce([quarter < 0 for quarter in quarters]))


def _mean(values: np.ndarray) -> float:
    return math.fsum(values.tolist()) / values.size


def _interval(mean: float, variance: float) -> dict[str, float]:
    half = NORMAL_95 * math.sqrt(max(0.0, variance))
    return {"mean": rounded(mean), "low": rounded(mean - half), "high": rounded(mean + half)}
