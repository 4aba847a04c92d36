"""Pareto marks: which bargains are beaten, for one state, by another bargain; nothing is summed across ends.

Formula: c beats b for a state when c is clearly better than b in at least one of its ends and clearly worse in none.
"Clearly" is the verdict on the paired difference c - b. With few futures little is clear and so few are beaten: an
unbeaten bargain is one that these futures do not rule out, not one that is good.
Units: none. Reads: rows of the ends. Writes: nothing. Source: Pareto dominance with sampled, paired comparisons.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import Verdict, difference_of, verdict

Verdicts = Mapping[tuple[str, str], Mapping[str, Verdict]]


def verdicts(run: RunFolder, good: Mapping[str, int]) -> dict[tuple[str, str], dict[str, Verdict]]:
    """(c, b) -> column -> verdict on c - b, for all ordered pairs of bargains. good: direction by end column."""
    names = list(good)
    found: dict[tuple[str, str], dict[str, Verdict]] = {}
    for left, right in permutations(run.bargains, 2):
        if (right, left) in found:
            found[left, right] = {name: _turned(one) for name, one in found[right, left].items()}
            continue
        gaps = run.pair(left, right, names)
        found[left, right] = {name: verdict(difference_of(gaps[name]), good[name]) for name in names}
    return found


def beaten_by(found: Verdicts, bargains: Sequence[str], ends: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """By bargain: those that beat it in these ends, in the given order; empty if none does."""
    return {
        mine: tuple(other for other in bargains if other != mine and _beats(found[other, mine], ends))
        for mine in bargains
    }


def _beats(verdicts_by_end: Mapping[str, Verdict], ends: Sequence[str]) -> bool:
    told = [verdicts_by_end[end] for end in ends]
    return Verdict.BETTER in told and Verdict.WORSE not in told


def _turned(one: Verdict) -> Verdict:
    turn = {
        Verdict.BETTER: Verdict.WORSE,
        Verdict.WORSE: Verdict.BETTER,
        Verdict.HIGHER: Verdict.LOWER,
        Verdict.LOWER: Verdict.HIGHER,
    }
    return turn.get(one, one)
