"""Pareto marks: which bargains are beaten, for one state, by another bargain; nothing is summed across ends.

Formula: c beats b for a state when c is better than b in at least one of its ends, sure among all comparisons that are
made here, and clearly worse in none, each asked by itself. Both rules lean against finding a winner: with nine bargains
and eight ends, one end in three would otherwise show some pair apart by chance. With few futures little is beaten: an
unbeaten bargain is one that these futures do not rule out, not one that is good.
Units: none. Reads: rows of the ends. Writes: nothing. Source: Pareto dominance with sampled, paired comparisons.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import Difference, Verdict, difference_of, verdict


@dataclass(frozen=True)
class Told:
    """A verdict, and whether it stands among all comparisons."""

    verdict: Verdict
    sure: bool

    @property
    def turned(self) -> Told:
        """Return the same comparison the other way round."""
        return Told(TURN.get(self.verdict, self.verdict), self.sure)


TURN = {
    Verdict.BETTER: Verdict.WORSE,
    Verdict.WORSE: Verdict.BETTER,
    Verdict.HIGHER: Verdict.LOWER,
    Verdict.LOWER: Verdict.HIGHER,
}
Comparisons = Mapping[tuple[str, str], Mapping[str, Told]]


def compare_all(run: RunFolder, good: Mapping[str, int]) -> dict[tuple[str, str], dict[str, Told]]:
    """(c, b) -> end -> the verdict on c - b, for all ordered pairs of bargains. good: direction by end."""
    pairs = list(combinations(run.bargains, 2))
    asked = len(pairs) * len(good)
    found: dict[tuple[str, str], dict[str, Told]] = {pair: {} for pair in permutations(run.bargains, 2)}
    for ends, rows in run.groups(list(good)):
        for left, right in pairs:
            both = run.alive[left] & run.alive[right]
            for end in ends:
                one = told(difference_of(rows[left][end][both] - rows[right][end][both]), good[end], asked)
                found[left, right][end], found[right, left][end] = one, one.turned
    return found


def told(gap: Difference, good: int, asked: int) -> Told:
    """Return the verdict on one of `asked` differences."""
    return Told(verdict(gap, good), gap.stands_among(asked))


def beaten_by(comparisons: Comparisons, bargains: Sequence[str], ends: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """By bargain: those that beat it in these ends, in the given order; empty if none does."""
    return {
        mine: tuple(other for other in bargains if other != mine and _beats(comparisons[other, mine], ends))
        for mine in bargains
    }


def _beats(by_end: Mapping[str, Told], ends: Sequence[str]) -> bool:
    gains = any(by_end[end].verdict is Verdict.BETTER and by_end[end].sure for end in ends)
    return gains and all(by_end[end].verdict is not Verdict.WORSE for end in ends)
