"""Section on levers: each lever added alone to the reference, and each left out of its bargain, as paired bars.

Reads: View, summary `attribution`. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaname.analysis.paired import Difference, difference_without_rows
from kaname.report import robustness
from kaname.report.charts.pairs import Pair, pairs
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Safe, tag
from kaname.report.numbers import count
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import slug
from kaname.report.sentences import Subject
from kaname.report.view import View
from kaname.report.wording import measured
from kaname.report.words import capital

ENDS, LEVERS, ALIKE = 2, 9, 0.8


def levers(view: View) -> Safe | None:
    """Return the section."""
    if not view.run.others:
        return None
    attribution = view.summary.get("attribution")
    if not attribution:
        return fold("levers", view.say("page-title-levers"), True, tag("p", view.say("page-no-attribution")))
    drawn = [
        _figure(view, bargain, attribution[bargain], column)
        for bargain in view.run.others if bargain in attribution
        for column in _asked(view, bargain, attribution[bargain])
    ]  # fmt: skip
    futures = max(int(one["futures"]) for one in attribution.values())
    return fold(
        "levers",
        view.say("page-title-levers"),
        True,
        tag("p", view.say("page-levers", reference=view.reference, futures=count(futures))),
        tag("div", drawn, class_="grid") if drawn else tag("p", view.say("page-no-levers")),
    )


def _asked(view: View, bargain: str, data: Mapping[str, Any]) -> list[str]:
    """Return the ends of the two sides in which the bargain differs most clearly; those that survive first."""
    known = {column for lever in data["levers"] for column in lever["one_in"]}
    clear = [end for end in view.leading_ends if end in known and view.verdict(bargain, end).clear]
    firm = {claim.column for claim in view.checks.claims if claim.bargain == bargain and claim.survives}
    ordered = sorted(clear, key=lambda end: (end not in firm, -_strength(view.differences[bargain][end])))
    kept: list[str] = []
    for end in ordered:
        if len(kept) < ENDS and not any(_alike(view.gaps[bargain][end], view.gaps[bargain][one]) for one in kept):
            kept.append(end)
    return kept


def _alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Return whether two differences move together so closely that one picture tells both."""
    if one.std() == 0 or other.std() == 0:
        return False
    return abs(float(np.corrcoef(one, other)[0, 1])) > ALIKE


def _strength(gap: Difference) -> float:
    if gap.mean is None or gap.low is None or gap.high is None or gap.high <= gap.low:
        return 0.0
    return abs(gap.mean) / (gap.high - gap.low)


def _figure(view: View, bargain: str, data: Mapping[str, Any], column: str) -> Safe:
    subject = view.subject(column)
    how, futures = measured(view.say, subject.unit), int(data["futures"])
    found = [
        (view.lever(str(lever["lever"])), difference_without_rows(lever["one_in"][column], futures),
         difference_without_rows(lever["one_out"][column], futures))
        for lever in data["levers"] if column in lever["one_in"] and column in lever["one_out"]
    ]  # fmt: skip
    found.sort(key=lambda one: -max(abs(one[1].mean or 0.0), abs(one[2].mean or 0.0)))
    rows = [Pair(name, gain, loss, _tip(view, subject, name, gain, loss)) for name, gain, loss in found[:LEVERS]]
    sentence = robustness.attribution(view.say, view.differences[bargain][column], found)
    if len(found) > LEVERS:
        sentence += view.say("page-lever-smaller", left=len(found) - LEVERS)
    drawn = pairs(
        rows,
        how.difference,
        how.factor,
        subject.good,
        view.palette.css(bargain),
        f"{subject.words}. {sentence}",
        view.say("page-better" if subject.good else "page-higher-way"),
    )
    cells: list[list[Cell]] = [
        [name, gain.mean, gain.low, gain.high, loss.mean, loss.low, loss.high, subject.unit]
        for name, gain, loss in found
    ]
    head = ["lever", "in", "in low", "in high", "out", "out low", "out high", "unit"]
    title = [view.palette.key(bargain), f" {view.bargain(bargain)}: {capital(subject.words)}"]
    return figure(f"levers-{slug(bargain)}-{slug(column)}", title, drawn, sentence, Table(head, cells), say=view.say)


def _tip(view: View, subject: Subject, lever: str, gain: Difference, loss: Difference) -> str:
    alone, out = (robustness.fair_difference(view.say, subject, gap) for gap in (gain, loss))
    return view.say("page-lever-tip", lever=lever, alone=alone, out=out)
