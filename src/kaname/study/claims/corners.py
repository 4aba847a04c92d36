"""Figures driven to their ends: whether a line that never went against its claim can be turned anywhere in the priors.

Idea: that no pair of futures goes against a claim, or that a coefficient cannot change its sign, does not say that the
claim cannot come out otherwise. Two kinds of corners are tried: worlds in which every figure stands at its low or its
high end, by lot; and worlds as sampled in which one of the figures that the effect goes with most stands at an end. The
corners that look worst are run again with fresh chance, and only that second look decides:
  turns    the effect is surely against the claim in one of them
  stands   it is surely as claimed in all of them
  open     neither
Ends are those of corner_draws. Units: the outcome's. Reads: rows of paired futures.
Writes: nothing. Source: corners of a hypercube as in Saltelli et al. 2008 on extreme values of inputs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kaname.scenarios.claims import HIGHER, LOWER, Claim, Line
from kaname.study.claims.audit import Progress, Rows, RowsOf, effects
from kaname.study.claims.boxes import candidates
from kaname.study.claims.corner_draws import HIGH, LOW, Corner
from kaname.study.claims.ends import OPEN, STANDS, TURNS, Driven
from kaname.study.claims.estimate import REPEATS, interval_of
from kaname.study.claims.rule import oriented
from kaname.study.claims.verdict import Audited, may_be_fixed, with_ends

LOT, ALONE, AGAIN = 120, 16, 80
"""Futures of all corners by lot, of each corner of one figure, and of each corner that is run again."""
FIGURES, WORST = 6, 2
"""Figures whose ends are tried alone, and corners of each kind that are run again."""
SURE = 0.99


def driven(claim: Claim, line: Line, rows: Rows, futures: int) -> Driven | None:
    """Return what becomes of a line at the ends of its figures; None where no rows of corners can be had, or the line
    has no direction. futures: those that were run, by which the figures are chosen."""
    at_corner = getattr(rows, "at_corner", None)
    if at_corner is None or line.expect not in (HIGHER, LOWER):
        return None
    sign = 1.0 if oriented(line, 0.0, 1.0)[1] > 0.0 else -1.0

    def asked(corner: Corner, first: int, count: int) -> np.ndarray:
        found = effects(claim, line, at_corner(corner, first), count)
        return sign * found[~np.isnan(found).any(axis=1)]

    lot = asked(Corner(rows_seed(rows)), 0, LOT)
    worst: np.ndarray = np.argsort(lot.mean(axis=1))[:WORST]
    corners = [Corner(rows_seed(rows), world=int(world)) for world in worst]
    alone = [Corner(rows_seed(rows), name, end) for name in _figures(claim, line, rows, futures) for end in (LOW, HIGH)]
    means = [asked(corner, 0, ALONE).mean() for corner in alone]
    corners += [alone[int(place)] for place in np.argsort(means)[:WORST]]
    looks = [(corner, asked(corner, futures, AGAIN)) for corner in corners]
    return _read(looks, len(lot) + len(alone))


def rows_seed(rows: Rows) -> int:
    """Return the seed by which corners are drawn by lot."""
    return int(getattr(rows, "seed", 1))


def _figures(claim: Claim, line: Line, rows: Rows, futures: int) -> Sequence[str]:
    """Return the names of the figures that the effect goes with most."""
    found = effects(claim, line, rows, futures)
    alive = ~np.isnan(found).any(axis=1)
    figures = {name: values[alive] for name, values in rows.figures(futures // REPEATS).items()}
    return [name.removeprefix("u.") for name in candidates(figures, found[alive].mean(axis=1))[:FIGURES]]


def _read(looks: Sequence[tuple[Corner, np.ndarray]], tried: int) -> Driven:
    """Return the verdict of the second look at the corners that seemed worst."""
    confidence = 1.0 - (1.0 - SURE) / max(1, len(looks))
    ends = [(corner, float(found.mean()), interval_of(found, confidence)) for corner, found in looks if len(found) > 1]
    against = [(mean, corner) for corner, mean, (_, high) in ends if high < 0.0]
    if against:
        # One figure that turns it says more than a corner in which all stand at an end.
        mean, corner = min(against, key=lambda pair: (not pair[1].name, pair[0]))
        return Driven(TURNS, tried, corner.name, corner.end, mean)
    return Driven(STANDS if ends and all(low > 0.0 for _, _, (low, _) in ends) else OPEN, tried)


def drive(
    audits: Sequence[Audited], rows_of: RowsOf, progress: Progress | None = None
) -> tuple[Audited, ...]:  # fmt: skip
    """Return audits in which every line that may be fixed was driven to the ends of its figures, judged anew."""
    found = []
    for place, audited in enumerate(audits, 1):
        lines = tuple(
            replace(line, driven=driven(audited.claim, line.line, rows_of(audited.claim, line.line), audited.futures))
            if may_be_fixed(line) else line
            for line in audited.lines
        )  # fmt: skip
        found.append(replace(audited, lines=lines))
        if progress:
            progress(place, len(audits))
    return with_ends(found)
