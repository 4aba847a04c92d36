"""Stopping rule for the futures of a claim: looks at doubling numbers, each with its part of the chance of an error.

Idea: a claim stops at the first look at which all its lines are settled: the interval lies beyond the smallest effect
that matters on one side, or within it on both. The chance that any of a line's intervals misses the truth is LEVEL in
all, so each of k looks has an interval of confidence 1 - LEVEL / k, and a p-value is multiplied by k (Bonferroni): a
line that was looked at four times is not surer for it. The budget is the last look.
Source: Jennison and Turnbull 2000 (group sequential tests), in its simplest form. Reads, writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.scenarios.claims import ALIKE, DIFFERS, HIGHER, LOWER, NOT_HIGHER, NOT_LOWER, OPEN, Line
from kaname.study.claims.estimate import REPEATS, Estimate

LEVEL = 0.05
FIRST = 250
"""Futures of the first look."""


def looks_of(futures: int) -> tuple[int, ...]:
    """Return the numbers of futures at which a claim is looked at: doubling from FIRST, the budget last.

    >>> looks_of(2000)
    (250, 500, 1000, 2000)
    """
    most = futures - futures % REPEATS
    looks = [most]
    while looks[0] // 2 >= FIRST:
        half = looks[0] // 2
        looks.insert(0, half - half % REPEATS)
    return tuple(looks)


def confidence_of(looks: Sequence[int]) -> float:
    """Return the confidence of the interval at each look."""
    return 1.0 - LEVEL / len(looks)


def oriented(line: Line, low: float, high: float) -> tuple[float, float]:
    """Return an interval so that what the claim says is above zero."""
    return (-high, -low) if line.expect in (LOWER, NOT_HIGHER) else (low, high)


def settled(line: Line, estimate: Estimate, looks: Sequence[int]) -> bool:
    """Return whether more futures could only sharpen what is known of a line."""
    low, high = oriented(line, *estimate.interval(confidence_of(looks)))
    size = line.matters
    if abs(estimate.mean) > size and estimate.p * len(looks) > LEVEL:
        return False
    if line.expect in (HIGHER, LOWER):
        return low > size or high < -size or (-size < low and high < size)
    if line.expect in (ALIKE, DIFFERS):
        return (-size < low and high < size) or low > size or high < -size
    if line.expect in (NOT_HIGHER, NOT_LOWER):
        return low > -size or high < -size
    assert line.expect == OPEN
    return low > 0.0 or high < 0.0 or (-size < low and high < size)
