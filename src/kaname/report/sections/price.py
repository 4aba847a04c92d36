"""Section on costs and weakness: present cost by state, and the window of weakness year by year.

Reads: View, summary `present_cost`, `window`. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kaname.analysis.paired import Difference, difference_without_rows, verdict
from kaname.report import robustness
from kaname.report.charts.dots import Dot, Group, panel
from kaname.report.charts.ribbon import ribbon, ribbon_scale
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Child, Safe, tag
from kaname.report.numbers import percent, tidy
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import column_of, slug
from kaname.report.view import View
from kaname.report.wording import measured
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
        view.say("page-title-price"),
        True,
        tag("h3", view.say("page-cost-heading")),
        _cost(view, cost) if cost else tag("p", view.say("page-no-cost")),
        tag("h3", view.say("page-window-heading")),
        _windows(view, windows) if windows else tag("p", view.say("page-no-window")),
    )


def _cost(view: View, data: Mapping[str, Any]) -> Child:
    """Return the two sides in one figure, the other states folded away."""
    rate = view.summary.get("discount_rate")
    text = f"{tidy(float(rate) * PERCENT)} %" if isinstance(rate, (int, float)) else view.say("page-own-rate")
    about = view.say("page-cost", rate=text, unit=view.say.unit(MONEY))
    others = [s for s in view.states if s not in view.leading and any(s in by for by in data.values())]
    folded = _costs(view, data, others, "present-cost-others", about)
    more = tag("details", tag("summary", view.say("page-other-states")), folded) if others else None
    return [_costs(view, data, list(view.leading), "present-cost", about), more]


def _costs(view: View, entry: Mapping[str, Any], states: Sequence[str], identity: str, about: str) -> Safe:
    found = {b: {s: _gap(view, by[s]) for s in states if s in by} for b, by in entry.items() if b in view.run.others}
    groups = [
        Group(view.name("actor", s), [_dot(view, b, s, by[s]) for b, by in found.items() if s in by]) for s in states
    ]
    sentences = [
        robustness.present_cost(
            view.say,
            view.said_bargain(b),
            [(view.name("actor", s), gap) for s, gap in by.items()],
            view.say.unit(MONEY),
        )
        for b, by in found.items()
    ]
    cells: list[list[Cell]] = [
        [view.bargain(b), view.name("actor", s), gap.mean, gap.low, gap.high, MONEY]
        for b, by in found.items() for s, gap in by.items()
    ]  # fmt: skip
    drawn = panel(column_of(view, view.say("page-cost-title"), MONEY, -1), groups, view.palette, " ".join(sentences))
    listed = tag("ul", [tag("li", sentence) for sentence in sentences])
    data = Table(["bargain", "state", "mean", "low", "high", "unit"], cells)
    return figure(identity, view.say("page-pay"), [drawn, listed], about, data, "beside", view.say)


def _gap(view: View, data: Mapping[str, Any]) -> Difference:
    futures = int(view.summary["futures"])
    return difference_without_rows({"differing": futures if data["mean"] else 0, **data}, futures)


def _dot(view: View, bargain: str, state: str, gap: Difference) -> Dot:
    tip = robustness.present_cost(view.say, view.said_bargain(bargain), [(view.name("actor", state), gap)],
                                  view.say.unit(MONEY))  # fmt: skip
    return Dot(view.bargain(bargain), bargain, gap, verdict(gap, -1), tip)


def _windows(view: View, data: Mapping[str, Any]) -> Child:
    columns = list(dict.fromkeys(column for one in data.values() for column in one["series"]))
    known = [column for column in columns if column.split(".")[0] in view.summary["outcomes"]]
    weak = [column for column in known if any(_weak(view, data, column).values())]
    still = [column for column in known if column not in weak]
    return [
        tag("p", view.say("page-window", reference=view.reference, least=percent(LEAST, view.say.language))),
        [_window(view, data, name) for name in weak] or tag("p", view.say("page-no-weak")),
        tag(
            "details",
            tag("summary", view.say("page-more-windows", number=len(still))),
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
    how = measured(view.say, subject.unit)
    rows, weak = _rows(view, data, column), _weak(view, data, column)
    mine = {b: data[b] for b in rows}
    scale = ribbon_scale([gap for row in rows.values() for gap in row], how.factor, subject.good)
    told = {
        b: robustness.window(view.say, subject, view.said_bargain(b), mine[b]["years"], gaps, _least(rows))
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
    title = view.say("page-difference-in", outcome=capital(subject.words), unit=how.difference)
    rest = [view.said_bargain(b) for b in rows if not weak[b]]
    sentence = robustness.windows(view.say, [told[b] for b in rows if weak[b]], rest, _slight(rows, subject.good))
    return figure(f"window-{slug(column)}", title, panels, sentence,
                  Table(["bargain", "year", "mean", "low", "high", "unit"], cells), "row", view.say)  # fmt: skip
