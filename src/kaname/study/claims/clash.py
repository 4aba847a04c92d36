"""Disagreement of two authors: the worlds in which each is more right than the other, and what those worlds share.

Idea: two claims that stand against each other are run in the same worlds. Each is scored by its own line, the effect as
claimed over the smallest that matters, cut at CUT so that no unit shouts; the lead of a world is the one score less the
other. What the lead goes with (rank correlation, clear for all figures at once) are the assumptions that explain the
clash, and the first of them that puts one author ahead where it is low and the other where it is high is the
observation that would settle it. Explained is the part of the lead's variance over worlds, chance apart, that a
regression on ranks of the three strongest figures takes away.
Units: multiples of the smallest effect that matters. Reads: rows of paired futures. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from kaname.core.errors import InputError, unknown_name
from kaname.scenarios.claims import Claim, Line
from kaname.study.claims.audit import Rows, RowsOf, effects
from kaname.study.claims.estimate import REPEATS, Estimate, estimate
from kaname.study.claims.ranks import Leaning, leanings
from kaname.study.claims.reasons import main_line
from kaname.study.claims.rule import oriented
from kaname.study.claims.verdict import Audited

CUT = 10.0
ASSUMPTIONS = 3


@dataclass(frozen=True)
class Clash:
    """Two claims against each other. lead: of the first, in multiples; figures: what it goes with most; explained: part
    of what worlds' leads differ by that these take away; settles: the figure that would settle it, if one does."""

    first: Audited
    second: Audited
    lead: Estimate
    figures: tuple[Leaning, ...]
    explained: float
    settles: Leaning | None


def pairs_against(claims: Sequence[Claim], first: str, second: str) -> list[tuple[Claim, Claim]]:
    """Return pairs of claims of two authors that stand against each other; InputError where there is none."""
    authors = sorted({claim.author for claim in claims})
    for name in (first, second):
        if name not in authors:
            raise unknown_name("an author of claims", name, authors, path="AUTHOR")
    by_id = {claim.id: claim for claim in claims}
    against = [(claim, by_id[other]) for claim in claims for other in claim.against if other in by_id]
    pairs = [(left, right) if left.author == first else (right, left)
             for left, right in against if {left.author, right.author} == {first, second}]  # fmt: skip
    if not pairs:
        known = sorted({" ".join(sorted((left.author, right.author))) for left, right in against})
        raise InputError(f"no claim of {first} stands against one of {second}", path="AUTHOR",
                         allowed=", ".join(known))  # fmt: skip
    return pairs


def clash_of(first: Audited, second: Audited, rows_of: RowsOf, futures: int) -> Clash:
    """Return the clash of two audited claims in futures 0..futures-1 of each."""
    scores = [_scores(claim, rows_of, futures) for claim in (first, second)]
    lead = scores[0] - scores[1]
    alive = ~np.isnan(lead).any(axis=1)
    lead = lead[alive]
    rows, _ = _rows(first, rows_of)
    sampled = {name: values[alive] for name, values in rows.figures(futures // REPEATS).items()}
    figures = leanings(sampled, lead.mean(axis=1), ASSUMPTIONS)
    settles = next((figure for figure in figures if figure.low * figure.high < 0.0), None)
    explained = _explained([sampled[figure.column] for figure in figures], lead)
    return Clash(first, second, estimate(lead), figures, explained, settles)


def _rows(claim: Audited, rows_of: RowsOf) -> tuple[Rows, Line]:
    judged = main_line(claim)
    if judged is None:
        raise InputError(f"{claim.claim.id} has no line with a direction", path="AUTHOR", found=claim.claim.id)
    return rows_of(claim.claim, judged.line), judged.line


def _scores(claim: Audited, rows_of: RowsOf, futures: int) -> np.ndarray:
    """Return float64[world, repeat]: the effect as claimed over the smallest that matters."""
    rows, line = _rows(claim, rows_of)
    sign = 1.0 if oriented(line, 0.0, 1.0)[1] > 0.0 else -1.0
    return np.clip(sign * effects(claim.claim, line, rows, futures) / line.matters, -CUT, CUT)


def _explained(figures: Sequence[np.ndarray], lead: np.ndarray) -> float:
    """Return the part of the variance between worlds that a regression on ranks takes away."""
    found = estimate(lead)
    between = found.between**2
    if not figures or between == 0.0:
        return 0.0
    means = lead.mean(axis=1)
    ranks = np.column_stack([np.ones(len(means)), *(rankdata(values) for values in figures)])
    fitted = ranks @ np.linalg.lstsq(ranks, means, rcond=None)[0]
    return float(min(1.0, fitted.var() / between))
