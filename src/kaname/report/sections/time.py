"""Over time: what is followed yearly, one outcome a row: its level under the reference once, as a fan, and beside it
the paired difference of each bargain that makes one, on one scale.

Idea: bargains that do not differ give equal fans, and equal fans tell nothing. Reads: View. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaname.analysis.fans import LEVELS, Fan, fans, yearly_differences
from kaname.analysis.paired import Difference
from kaname.report import robustness, sentences
from kaname.report.charts.bands import fan_panel, row_scale
from kaname.report.charts.ribbon import ribbon, ribbon_scale
from kaname.report.elections import DRAWN
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Safe, tag
from kaname.report.numbers import count
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import slug
from kaname.report.view import View
from kaname.report.wording import listed, measured
from kaname.report.words import capital

SHOWN, PANELS = 4, 240


@dataclass(frozen=True)
class Years:
    """Content of the time charts: fans by bargain and outcome, and paired differences by bargain, outcome and year."""

    fans: Mapping[str, Mapping[str, Fan]]
    gaps: Mapping[str, Mapping[str, Sequence[Difference]]]

    def moving(self, bargain: str, name: str) -> bool:
        """Return whether the outcome differs from the reference's in any year of any future."""
        return any(gap.differing for gap in self.gaps[bargain][name])


def over_time(view: View) -> Safe | None:
    """Return the section; nothing where nothing is stored yearly."""
    columns = view.run.yearly_columns()
    found = {bargain: fans(view.run, bargain, columns) for bargain in view.run.bargains} if columns else {}
    if not found or not all(found.values()):
        return None
    data = Years(found, {b: yearly_differences(view.run, b, columns) for b in view.run.others})
    first = [name for name in columns if _leading(view, name) and _moves(view, name)] or list(columns[:SHOWN])
    room = max(0, PANELS // len(found) - len(first))
    more = [name for name in columns if name not in first][:room]
    left = len(columns) - len(first) - len(more)
    futures = found[view.run.reference][columns[0]].futures
    return fold(
        "time",
        view.say("page-title-time"),
        True,
        tag("p", view.say("page-time", futures=count(futures), reference=view.reference), " ", _elections(view)),
        [_row(view, name, data) for name in first],
        tag("p", view.say("page-less-time", number=left), class_="soft") if left else None,
        tag(
            "details", tag("summary", view.say("page-more-time", number=len(more))), [_row(view, n, data) for n in more]
        )
        if more
        else None,
    )


def _elections(view: View) -> str:
    """Return what the ticks below the frames are."""
    if not view.votes:
        return ""
    places = dict(zip(DRAWN, view.leading, strict=True))
    sides = [view.name("actor", places[vote.side]) for vote in view.votes]
    lines = (view.say("page-line-full"), view.say("page-line-broken"))
    return view.say(
        "page-elections",
        sides=view.say("list-comma").join(f"{s} ({line})" for s, line in zip(sides, lines, strict=False)),
    )


def _leading(view: View, name: str) -> bool:
    return view.member(name) is None or view.member(name) in view.leading


def _moves(view: View, name: str) -> bool:
    """Return whether the outcome's difference to the reference is clear under any bargain."""
    told = [view.said(bargain).get(name) for bargain in view.run.others]
    return any(gap and gap["mean"] is not None and (gap["low"] > 0 or gap["high"] < 0) for gap in told)


def _row(view: View, name: str, data: Years) -> Safe:
    """Return the level under the reference once, and beside it the difference of each bargain that makes one."""
    subject, how = view.subject(name), measured(view.say, view.declared(name)["unit"])
    reference = data.fans[view.run.reference][name]
    level = fan_panel(
        reference, reference, row_scale([reference], how.factor), how.factor, view.palette.css(view.run.reference),
        view.bargain(view.run.reference), _level(view, name, reference), [vote.when for vote in view.votes],
    )  # fmt: skip
    moving = [b for b in view.run.others if data.moving(b, name)]
    scale = ribbon_scale([gap for b in moving for gap in data.gaps[b][name]], how.factor, subject.good)
    years = [int(year) for year in reference.years]
    told = {
        b: robustness.last_year(view.say, view.said_bargain(b), subject, years[-1], data.gaps[b][name][-1])
        for b in moving
    }
    drawn = [
        ribbon(years, data.gaps[b][name], scale, how.factor, [], view.palette.css(b), view.bargain(b), told[b])
        for b in moving
    ]
    still = [view.said_bargain(b) for b in view.run.others if b not in moving]
    same = view.say("page-same-years", bargains=listed(view.say, still)) if still else ""
    title = view.say("page-outcome-unit", outcome=capital(view.words(name)), unit=how.level)
    sentence = f"{view.meaning(name)} {_level(view, name, reference)} {' '.join(told.values())}{same}"
    return figure(f"time-{slug(name)}", title, [level, *drawn], sentence, _table(view, name, data), "row", view.say)


def _level(view: View, name: str, fan: Fan) -> str:
    years = (int(fan.years[0]), int(fan.years[-1]))
    ends = float(fan.median[0]), float(fan.median[-1])
    return sentences.fan(view.say, view.words(name), *ends, view.declared(name)["unit"], view.reference, years)


def _table(view: View, name: str, data: Years) -> Table:
    rows: list[Sequence[Cell]] = []
    for bargain in view.run.bargains:
        fan, gaps = data.fans[bargain][name], data.gaps.get(bargain, {}).get(name)
        for n, year in enumerate(fan.years):
            gap = [gaps[n].mean, gaps[n].low, gaps[n].high] if gaps else [None, None, None]
            rows.append([view.bargain(bargain), int(year), *map(float, fan.bands[:, n]), *gap])
    levels = [f"q{round(100 * level):02d}" for level in LEVELS]
    return Table(["bargain", "year", *levels, "difference", "low", "high"], rows)
