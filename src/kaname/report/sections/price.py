"""Section on costs and weakness: present cost by state, and the window of weakness year by year.

Reads: View, summary `present_cost`, `window`. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kaname.analysis.paired import Difference, difference_without_rows, verdict
from kaname.report import prose, robustness
from kaname.report.charts.dots import Column, Dot, Group, panel
from kaname.report.charts.ribbon import ribbon, ribbon_scale
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Child, Safe, tag
from kaname.report.numbers import measure, percent, tidy
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import slug
from kaname.report.view import View
from kaname.report.words import capital

MONEY = "bn USD 2023"
PERCENT, LEAST = 100.0, 0.01


def price(view: View) -> Safe | None:
    """Return the section."""
    if not view.run.others:
        return None
    cost, windows = view.summary.get("present_cost"), view.summary.get("window")
    return fold(
        "price",
        "What it costs, and when it is weak",
        True,
        tag("h3", "Present cost by state"),
        _cost(view, cost) if cost else tag("p", prose.NO_COST),
        tag("h3", "The window of weakness"),
        _windows(view, windows) if windows else tag("p", prose.NO_WINDOW),
    )


def _cost(view: View, data: Mapping[str, Any]) -> Child:
    """Return the two sides in one figure, the other states folded away."""
    rate = view.summary.get("discount_rate")
    text = f"{tidy(float(rate) * PERCENT)} %" if isinstance(rate, (int, float)) else "the scenario's rate"
    about = prose.COST.format(rate=text, unit=MONEY)
    others = [s for s in view.states if s not in view.leading and any(s in by for by in data.values())]
    folded = _costs(view, data, others, "present-cost-others", about)
    more = tag("details", tag("summary", "Other states"), folded) if others else None
    return [_costs(view, data, list(view.leading), "present-cost", about), more]


def _costs(view: View, entry: Mapping[str, Any], states: Sequence[str], identity: str, about: str) -> Safe:
    found = {b: {s: _gap(view, by[s]) for s in states if s in by} for b, by in entry.items() if b in view.run.others}
    groups = [
        Group(view.name("actor", s), [_dot(view, b, s, by[s]) for b, by in found.items() if s in by]) for s in states
    ]
    sentences = [
        robustness.present_cost(view.said_bargain(b), [(view.name("actor", s), gap) for s, gap in by.items()], MONEY)
        for b, by in found.items()
    ]
    cells: list[list[Cell]] = [
        [view.bargain(b), view.name("actor", s), gap.mean, gap.low, gap.high, MONEY]
        for b, by in found.items() for s, gap in by.items()
    ]  # fmt: skip
    drawn = panel(Column("Present cost", MONEY, 1.0, -1), groups, view.palette, " ".join(sentences))
    listed = tag("ul", [tag("li", sentence) for sentence in sentences])
    data = Table(["bargain", "state", "mean", "low", "high", "unit"], cells)
    return figure(identity, "More or less to pay", [drawn, listed], about, data, "beside")


def _gap(view: View, data: Mapping[str, Any]) -> Difference:
    futures = int(view.summary["futures"])
    return difference_without_rows({"differing": futures if data["mean"] else 0, **data}, futures)


def _dot(view: View, bargain: str, state: str, gap: Difference) -> Dot:
    tip = robustness.present_cost(view.said_bargain(bargain), [(view.name("actor", state), gap)], MONEY)
    return Dot(view.bargain(bargain), bargain, gap, verdict(gap, -1), tip)


def _windows(view: View, data: Mapping[str, Any]) -> Child:
    columns = list(dict.fromkeys(column for one in data.values() for column in one["series"]))
    known = [column for column in columns if column.split(".")[0] in view.summary["outcomes"]]
    weak = [column for column in known if any(_weak(view, data, column).values())]
    still = [column for column in known if column not in weak]
    return [
        tag("p", prose.WINDOW.format(reference=view.reference, least=percent(LEAST))),
        [_window(view, data, name) for name in weak] or tag("p", prose.NO_WEAK),
        tag(
            "details",
            tag("summary", prose.MORE_WINDOWS.format(number=len(still))),
            [_window(view, data, n) for n in still],
        )
        if still
        else None,
    ]


def _weak(view: View, data: Mapping[str, Any], column: str) -> dict[str, list[int]]:
    """By bargain: places of the years in which it is clearly worse, by enough to be shown."""
    rows, good = _rows(view, data, column), view.subject(column).good
    return {b: robustness.weak_years(gaps, good, _least(rows)) for b, gaps in rows.items()}


def _rows(view: View, data: Mapping[str, Any], column: str) -> dict[str, list[Difference]]:
    return {
        b: [_gap(view, year) for year in data[b]["series"][column]]
        for b in view.run.others
        if b in data and column in data[b]["series"]
    }


def _slight(rows: Mapping[str, Sequence[Difference]], good: int) -> bool:
    """Return whether some year is clearly worse, but by too little to be shown."""
    least = _least(rows)
    return any(
        robustness.weak_years(gaps, good, 0.0) != robustness.weak_years(gaps, good, least) for gaps in rows.values()
    )


def _least(rows: Mapping[str, Sequence[Difference]]) -> float:
    """Return the least that is worth showing: a hundredth of the largest difference in the picture."""
    return LEAST * max((abs(gap.mean or 0.0) for gaps in rows.values() for gap in gaps), default=0.0)


def _window(view: View, data: Mapping[str, Any], column: str) -> Safe:
    subject = view.subject(column)
    how = measure(subject.unit)
    rows, weak = _rows(view, data, column), _weak(view, data, column)
    mine = {b: data[b] for b in rows}
    scale = ribbon_scale([gap for row in rows.values() for gap in row], how.factor, subject.good)
    told = {
        b: robustness.window(subject, view.said_bargain(b), mine[b]["years"], gaps, _least(rows))
        for b, gaps in rows.items()
    }
    panels = [
        ribbon(mine[b]["years"], gaps, scale, how.factor, weak[b], view.palette.css(b), view.bargain(b), told[b])
        for b, gaps in rows.items()
    ]
    cells: list[list[Cell]] = [
        [view.bargain(b), year, gap.mean, gap.low, gap.high, subject.unit]
        for b, gaps in rows.items() for year, gap in zip(mine[b]["years"], gaps, strict=True)
    ]  # fmt: skip
    title = f"{capital(subject.words)}, difference in {how.difference}"
    rest = [view.said_bargain(b) for b in rows if not weak[b]]
    sentence = robustness.windows([told[b] for b in rows if weak[b]], rest, _slight(rows, subject.good))
    return figure(f"window-{slug(column)}", title, panels, sentence,
                  Table(["bargain", "year", "mean", "low", "high", "unit"], cells), "row")  # fmt: skip
