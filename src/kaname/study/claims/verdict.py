"""Verdicts: what a line and a claim come to, by numbers alone.

Idea: a verdict is a word with a numeric definition (VERDICTS), so that nobody has to trust the word. d is the effect
in the direction that the claim says, m the smallest effect that matters, share the share of worlds in which the sign
is as claimed. A line is clear where it passes the false discovery rate over all lines of the audit (Benjamini and
Hochberg 1995). A claim is as strong as its weakest line; lines that are built in count only where all are.
Reads, writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kaname.scenarios.claims import ALIKE, DIFFERS, NOT_HIGHER, NOT_LOWER, OPEN, Claim, Line
from kaname.study.claims.ends import STANDS, TURNS, Driven
from kaname.study.claims.estimate import Estimate
from kaname.study.claims.rule import confidence_of, oriented

RATE = 0.05
"""False discovery rate over the lines of an audit."""
HOLDS_SHARE, MOSTLY_SHARE, FAILS_SHARE, FIXED_SHARE = 0.9, 2.0 / 3.0, 1.0 / 3.0, 0.97
FEWEST_PAIRS = 100
"""Pairs that must differ before none against the claim means that nothing can go against it."""
FAILS, CANNOT_TELL, TOO_SMALL, DEPENDS, MOSTLY, HOLDS, BUILT_IN, REPORTED, CANNOT_RUN = (
    "fails", "cannot tell", "too small to matter", "depends", "mostly", "holds", "built in", "reported",
    "cannot be run",
)  # fmt: skip
VERDICTS: Mapping[str, str] = {
    FAILS: "clear, at least m against the claim, and the sign is as claimed in less than a third of the worlds",
    CANNOT_TELL: "the interval leaves open whether there is an effect that matters, after all futures of the budget",
    CANNOT_RUN: "the model of today has no arm or no outcome that says it",
    TOO_SMALL: "the whole interval lies between -m and m, however sure the sign is",
    DEPENDS: "worlds differ by at least m between them, and the sign is as claimed in a third to two thirds of them",
    MOSTLY: "clear, at least m as claimed, the sign as claimed in two thirds to nine tenths of the worlds",
    HOLDS: "clear, at least m as claimed, and the sign as claimed in at least nine tenths of the worlds",
    BUILT_IN: "as claimed, and nothing turns it: no pair of futures goes against it, its sign is fixed, or nearly all "
    "worlds agree; and nothing turns it where its figures are driven to their ends",
    REPORTED: "the text names no direction; the numbers are reported",
}
"""What each verdict means, worst first."""
WEAKEST_FIRST = (FAILS, CANNOT_TELL, TOO_SMALL, DEPENDS, MOSTLY, HOLDS, BUILT_IN, REPORTED)


@dataclass(frozen=True)
class Judged:
    """A line with what was found. level: mean outcome by arm; low, high: interval of the mean at the error rate of the
    looks; q: p after all looks, adjusted over the audit; share: worlds with the sign as claimed, with its interval;
    futures: pairs at which it was settled, or the budget; driven: what became of it at the ends of its figures."""

    line: Line
    found: Estimate
    level: Mapping[str, float]
    low: float
    high: float
    q: float
    share: tuple[float, float, float]
    verdict: str
    driven: Driven | None = None

    @property
    def size(self) -> float:
        """Return the effect over the smallest that matters, positive as claimed."""
        sign = 1.0 if oriented(self.line, 0.0, 1.0)[1] > 0.0 else -1.0
        return sign * self.found.mean / self.line.matters if self.line.matters else 0.0


@dataclass(frozen=True)
class Audited:
    """A claim with its lines judged and its verdict; futures: the look at which it stopped."""

    claim: Claim
    lines: tuple[Judged, ...]
    verdict: str
    futures: int


def judged(line: Line, estimate: Estimate, level: Mapping[str, float], looks: Sequence[int]) -> Judged:
    """Return a line with its intervals, its verdict still to be given."""
    low, high = estimate.interval(confidence_of(looks))
    share = (estimate.share, estimate.share_low, estimate.share_high)
    if oriented(line, 0.0, 1.0)[1] <= 0.0:
        share = (1.0 - estimate.share, 1.0 - estimate.share_high, 1.0 - estimate.share_low)
    return Judged(line, estimate, level, low, high, min(1.0, estimate.p * len(looks)), share, "")


def with_verdicts(claims: Sequence[Audited]) -> tuple[Audited, ...]:
    """Return claims with verdicts, clear at the false discovery rate over all their lines."""
    lines = [line for claim in claims for line in claim.lines]
    adjusted = iter(adjust([line.q for line in lines]))
    found = []
    for claim in claims:
        given = tuple(replace(line, q=q) for line, q in zip(claim.lines, adjusted, strict=False))
        given = tuple(replace(line, verdict=verdict_of(line, claim.claim.built_in)) for line in given)
        found.append(replace(claim, lines=given, verdict=_whole(claim.claim, given)))
    return tuple(found)


def with_ends(claims: Sequence[Audited]) -> tuple[Audited, ...]:
    """Return claims whose lines were driven to the ends of their figures, with the verdicts that follow."""
    found = []
    for claim in claims:
        lines = tuple(replace(line, verdict=_at_ends(line)) for line in claim.lines)
        found.append(replace(claim, lines=lines, verdict=_whole(claim.claim, lines)))
    return tuple(found)


def may_be_fixed(line: Judged) -> bool:
    """Return whether a line came out in such a way that it may not come out otherwise."""
    return line.verdict == BUILT_IN or (line.verdict == HOLDS and line.share[0] >= FIXED_SHARE)


def _at_ends(line: Judged) -> str:
    """Return the verdict of a line once its figures were driven: built in where nothing turns it, and only there."""
    if line.driven is None or not may_be_fixed(line):
        return line.verdict
    if line.driven.found == STANDS:
        return BUILT_IN
    if line.driven.found == TURNS and line.verdict == BUILT_IN:
        return HOLDS if line.share[0] >= HOLDS_SHARE else MOSTLY
    return line.verdict


def adjust(values: Sequence[float]) -> list[float]:
    """Return p-values adjusted by Benjamini and Hochberg: below RATE where the line is clear at that rate."""
    order = sorted(range(len(values)), key=lambda place: values[place], reverse=True)
    adjusted, least = [0.0] * len(values), 1.0
    for rank, place in enumerate(order):
        least = min(least, values[place] * len(values) / (len(values) - rank))
        adjusted[place] = least
    return adjusted


def verdict_of(line: Judged, built_in: str = "") -> str:
    """Return the verdict of a line; built_in: why its sign is fixed, where the claim's file says so."""
    expect, size = line.line.expect, line.line.matters
    low, high = oriented(line.line, line.low, line.high)
    if expect == OPEN:
        return REPORTED
    if expect == ALIKE:
        return HOLDS if -size < low and high < size else FAILS if low > size or high < -size else CANNOT_TELL
    if expect == DIFFERS:
        return HOLDS if low > size or high < -size else TOO_SMALL if -size < low and high < size else CANNOT_TELL
    if expect in (NOT_HIGHER, NOT_LOWER):
        return HOLDS if low > -size else FAILS if high < -size else CANNOT_TELL
    return _directed(line, low, high, size, built_in)


def _directed(line: Judged, low: float, high: float, size: float, built_in: str) -> str:
    middle, share, clear = (low + high) / 2.0, line.share[0], line.q <= RATE
    if -size < low and high < size:
        return TOO_SMALL if line.found.between < size or not FAILS_SHARE <= share <= MOSTLY_SHARE else DEPENDS
    if clear and low > 0.0 and middle >= size and (built_in or _never_against(line)):
        return BUILT_IN
    if FAILS_SHARE <= share <= MOSTLY_SHARE and line.found.between >= size and _share_known(line):
        return DEPENDS
    if clear and high < 0.0 and middle <= -size:
        return FAILS if share < FAILS_SHARE else DEPENDS
    if clear and low > 0.0 and middle >= size:
        return HOLDS if share >= HOLDS_SHARE else MOSTLY if share > MOSTLY_SHARE else DEPENDS
    return CANNOT_TELL


def _never_against(line: Judged) -> bool:
    up = oriented(line.line, 0.0, 1.0)[1] > 0.0
    against = line.found.below if up else line.found.above
    return against == 0 and line.found.above + line.found.below >= FEWEST_PAIRS


def _share_known(line: Judged) -> bool:
    """Return whether the interval of the share itself stays away from nearly none and nearly all."""
    return line.share[1] > 1.0 - HOLDS_SHARE and line.share[2] < HOLDS_SHARE


def _whole(claim: Claim, lines: Sequence[Judged]) -> str:
    if claim.cannot_run:
        return CANNOT_RUN
    counted = [line.verdict for line in lines if not line.line.aside and line.verdict != REPORTED]
    free = [verdict for verdict in counted if verdict != BUILT_IN]
    return min(free or counted or [REPORTED], key=WEAKEST_FIRST.index)
