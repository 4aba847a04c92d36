"""Beliefs: who thinks that the protector will fight, and where, beside what it does in the model itself.

Reads: View, summary `beliefs`. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.analysis.paired import Difference
from kaname.report import robustness
from kaname.report.charts.gaps import Gap, gaps
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Child, Safe, tag
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import slug
from kaname.report.view import View


def beliefs(view: View) -> Safe:
    """Return the section."""
    said = view.summary.get("beliefs")
    if not said:
        return fold("beliefs", view.say("page-title-beliefs"), True, tag("p", view.say("page-no-beliefs")))
    first, *others = [bargain for bargain in view.run.bargains if bargain in said]
    return fold(
        "beliefs",
        view.say("page-title-beliefs"),
        True,
        tag("p", view.say("page-beliefs", small=robustness.SMALL)),
        tag("p", tag("b", "\N{BLACK CIRCLE}"), view.say("page-believed"), tag("b", "\N{BLACK DIAMOND}"),
            view.say("page-in-model"), tag("b", "\N{WHITE DIAMOND}"), view.say("page-in-model-few"), class_="keys"),
        tag("h3", view.bargain(first)),
        _figures(view, first, said[first]),
        [_folded(view, bargain, said[bargain]) for bargain in others],
    )  # fmt: skip


def _folded(view: View, bargain: str, data: Mapping[str, Any]) -> Safe:
    heading = tag("summary", view.palette.key(bargain), view.bargain(bargain))
    return tag("details", heading, _figures(view, bargain, data))


def _figures(view: View, bargain: str, data: Mapping[str, Any]) -> Child:
    places = [p for p in view.summary.get("names", {}).get("contingency", {}) if any(p in by for by in data.values())]
    return tag("div", [_figure(view, bargain, data, place) for place in places], class_="grid")


def _figure(view: View, bargain: str, data: Mapping[str, Any], place: str) -> Safe:
    where = view.name("contingency", place)
    rows, cells = [], list[list[Cell]]()
    for observer in (state for state in view.states if place in data.get(state, {})):
        entry, name = data[observer][place], view.name("actor", observer)
        belief, model = _belief(entry["belief"]), _model(entry["model"])
        rows.append(
            Gap(
                name,
                belief,
                model,
                model.pairs < robustness.SMALL,
                robustness.belief_gap(view.say, name, belief, model),
            )
        )
        cells.append([name, belief.mean, belief.low, belief.high, model.mean, model.low, model.high, model.pairs])
    head = ["observer", "believed", "low", "high", "model", "model low", "model high", "crises"]
    sentence = " ".join(row.tip for row in rows)
    return figure(
        f"beliefs-{slug(bargain)}-{slug(place)}",
        where,
        gaps(rows, f"{where}. {sentence}"),
        sentence,
        Table(head, cells),
        say=view.say,
    )


def _belief(data: Mapping[str, Any]) -> Difference:
    return Difference(data["mean"], data["low"], data["high"], 0, 0, 0)


def _model(data: Mapping[str, Any]) -> Difference:
    return Difference(data["mean"], data["low"], data["high"], int(data.get("count", 0)), 0, 0)
