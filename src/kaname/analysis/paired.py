"""Paired differences between two bargains in the same futures, and the verdict that they allow.

Formula: d_f = bargain_f - reference_f over futures alive in both; mean +- 1.96 sd / sqrt(n). A verdict other than "no
clear difference" needs an interval without zero, at least 30 pairs and at least 10 pairs that differ: below that the
normal interval is not to be trusted, and counts are shown instead. An interval that touches zero crosses it.
Units: those of the outcome. Reads: numbers. Writes: nothing.
Source: the interval is that of core.intervals; the rule of counts is this project's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np

from kaname.core.intervals import NORMAL_95, mean_interval, pairs_needed, simultaneous

FEWEST_PAIRS = 30
FEWEST_DIFFERING = 10


class Verdict(Enum):
    """Verdict on a difference."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    UNCLEAR = "no clear difference"
    SAME = "the same in every future"
    FEW = "too few to tell"
    NONE = "nothing to compare"

    @property
    def clear(self) -> bool:
        return self in (Verdict.BETTER, Verdict.WORSE, Verdict.HIGHER, Verdict.LOWER)


@dataclass(frozen=True)
class Difference:
    """A paired difference. higher, lower: pairs in which the bargain's value is above or below the reference's."""

    mean: float | None
    low: float | None
    high: float | None
    pairs: int
    higher: int
    lower: int
    needed: int | None = None

    @property
    def differing(self) -> int:
        return self.higher + self.lower

    @property
    def same(self) -> int:
        return self.pairs - self.differing

    @property
    def excludes_zero(self) -> bool:
        """Return whether the interval lies wholly on one side of zero."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)

    def stands_among(self, comparisons: int) -> bool:
        """Return whether zero stays outside an interval wide enough to hold for so many comparisons at once
        (Bonferroni).
        """
        half = self.half_among(comparisons)
        return self.mean is not None and half is not None and abs(self.mean) > half

    def half_among(self, comparisons: int) -> float | None:
        """Return the half-width of an interval that holds for so many comparisons at once; None without one."""
        if self.low is None or self.high is None:
            return None
        return simultaneous(comparisons) / NORMAL_95 * (self.high - self.low) / 2


def difference_of(gaps: np.ndarray) -> Difference:
    """Return the paired difference of an array of differences [pairs]."""
    if gaps.size == 0:
        return Difference(None, None, None, 0, 0, 0)
    mean, sd, half = mean_interval(gaps)
    higher, lower = int((gaps > 0).sum()), int((gaps < 0).sum())
    return Difference(mean, mean - half, mean + half, gaps.size, higher, lower, pairs_needed(mean, sd))


def difference_in_summary(data: Mapping[str, Any], gaps: np.ndarray) -> Difference:
    """Return the difference as the summary tells it, so that page and summary agree, with the counts taken from the
    rows.
    """
    return Difference(
        data["mean"], data["low"], data["high"], int(gaps.size), int((gaps > 0).sum()), int((gaps < 0).sum()),
        data["needed"],
    )  # fmt: skip


def difference_without_rows(entry: Mapping[str, Any], pairs: int) -> Difference:
    """Return the difference of an entry of a summary; the pairs that differ are counted in the mean's direction."""
    differing = int(entry.get("differing", 0))
    up = (entry["mean"] or 0.0) > 0
    above, below = (differing, 0) if up else (0, differing)
    return Difference(entry["mean"], entry["low"], entry["high"], pairs, above, below, entry.get("needed"))


def verdict(gap: Difference, good: int) -> Verdict:
    """Return the verdict: better or worse where the outcome has a good direction, else higher or lower."""
    if gap.mean is None or gap.pairs == 0:
        return Verdict.NONE
    if gap.differing == 0:
        return Verdict.SAME
    if gap.pairs < FEWEST_PAIRS or gap.differing < FEWEST_DIFFERING:
        return Verdict.FEW
    if not gap.excludes_zero:
        return Verdict.UNCLEAR
    up = gap.low is not None and gap.low > 0
    if good == 0:
        return Verdict.HIGHER if up else Verdict.LOWER
    return Verdict.BETTER if up == (good > 0) else Verdict.WORSE
