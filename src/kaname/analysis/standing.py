"""Standing of a clear difference in a robustness check: holds, fails, or undecided; never from a sign alone.

Rule, with d the difference in the run and the shift what the check adds to it, each with its 95 % interval:
  holds        at the end of the shift's interval that takes most away, the difference still has its sign
  fails        what is left lies surely below half of d: its interval lies wholly there, or beyond zero
  cannot tell  neither: more futures of the check would say
A run of an older form has no shift; there the check's own interval is taken for both, which tells less.
Units: those of the outcome. Reads: summary.json alone. Writes: nothing. Source: study.left for the intervals.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

HALF = 0.5


class Standing(Enum):
    """Standing of a clear difference in a check."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "cannot tell"


def standing(mean: float, entry: Mapping[str, Any]) -> Standing:
    """Return how a difference of this mean, not zero, stands in a check. entry: the check's, of summary.json."""
    if _left(entry)["mean"] is None:
        return Standing.OPEN
    sign = 1.0 if mean > 0.0 else -1.0
    worst, _ = _shift(mean, entry, sign)
    if abs(mean) + worst > 0.0:
        return Standing.HOLDS
    _, most = _oriented(_left(entry), sign)
    return Standing.FAILS if most < HALF * abs(mean) else Standing.OPEN


def turned(mean: float, entry: Mapping[str, Any]) -> bool:
    """Return whether the difference surely has the other sign in the check."""
    left = _left(entry)
    return left["mean"] is not None and _oriented(left, 1.0 if mean > 0.0 else -1.0)[1] < 0.0


def _left(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    left: Mapping[str, Any] = entry.get("left", entry)
    return left


def _shift(mean: float, entry: Mapping[str, Any], sign: float) -> tuple[float, float]:
    if "shift" in entry:
        return _oriented(entry["shift"], sign)
    low, high = _oriented(entry, sign)
    return low - abs(mean), high - abs(mean)


def _oriented(interval: Mapping[str, Any], sign: float) -> tuple[float, float]:
    """Return both ends of an interval, seen in the direction of the difference."""
    low, high = sorted((sign * float(interval["low"]), sign * float(interval["high"])))
    return low, high
