"""Over time: fans of what is followed yearly, one outcome a row, one bargain a panel, one scale a row.

Reads: View. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kaname.analysis.fans import LEVELS, Fan, fans
from kaname.report import prose, sentences
from kaname.report.charts.bands import fan_panel, row_scale
from kaname.report.elections import DRAWN
from kaname.report.figure import Table, figure
from kaname.report.markup import Safe, tag
from kaname.report.numbers import count, measure
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import slug
from kaname.report.view import View
from kaname.report.words import capital

SHOWN, PANELS = 4, 240


def over_time(view: View) -> Safe | None:
    """The section; nothing where nothing is stored yearly."""
    columns = view.run.yearly_columns()
    found = {bargain: fans(view.run, bargain, columns) for bargain in view.run.bargains} if columns else {}
    if not found or not all(found.values()):
        return None
    first = [name for name in columns if _leading(view, name) and _moves(view, name)] or list(columns[:SHOWN])
    room = max(0, PANELS // len(found) - len(first))
    more = [name for name in columns if name not in first][:room]
    left = len(columns) - len(first) - len(more)
    futures = found[view.run.reference][columns[0]].futures
    return fold(
        "time",
        "Over time",
        True,
        tag("p", prose.TIME.format(futures=count(futures), reference=view.reference), " ", _elections(view)),
        [_row(view, name, found) for name in first],
        tag("p", prose.LESS_TIME.format(number=left), class_="soft") if left else None,
        tag("details", tag("summary", prose.MORE_TIME.format(number=len(more))), [_row(view, n, found) for n in more])
        if more
        else None,
    )


def _elections(view: View) -> str:
    """What the ticks below the frames are."""
    if not view.votes:
        return ""
    places = dict(zip(DRAWN, view.leading, strict=True))
    sides = [view.name("actor", places[vote.side]) for vote in view.votes]
    lines = ("full", "broken, lower")
    return prose.ELECTIONS.format(sides=", ".join(f"{s} ({line})" for s, line in zip(sides, lines, strict=False)))


def _leading(view: View, name: str) -> bool:
    return view.member(name) is None or view.member(name) in view.leading


def _moves(view: View, name: str) -> bool:
    """Whether the outcome's difference to the reference is clear under any bargain."""
    told = [view.said(bargain).get(name) for bargain in view.run.others]
    return any(gap and gap["mean"] is not None and (gap["low"] > 0 or gap["high"] < 0) for gap in told)


def _row(view: View, name: str, data: Mapping[str, Mapping[str, Fan]]) -> Safe:
    mine = {bargain: data[bargain][name] for bargain in view.run.bargains}
    how = measure(view.declared(name)["unit"])
    scale = row_scale(list(mine.values()), how.factor)
    reference = mine[view.run.reference]
    votes = [vote.when for vote in view.votes]
    panels = [
        fan_panel(
            fan, reference, scale, how.factor, view.palette.css(b), view.bargain(b), _alt(view, name, b, fan), votes
        )
        for b, fan in mine.items()
    ]
    title = f"{capital(view.words(name))}, {how.level}"
    sentence = f"{view.declared(name)['sentence']} {_alt(view, name, view.run.reference, reference)}"
    return figure(f"time-{slug(name)}", title, panels, sentence, _table(view, mine), "row")


def _alt(view: View, name: str, bargain: str, fan: Fan) -> str:
    years = (int(fan.years[0]), int(fan.years[-1]))
    ends = float(fan.median[0]), float(fan.median[-1])
    return sentences.fan(view.words(name), *ends, view.declared(name)["unit"], view.said_bargain(bargain), years)


def _table(view: View, mine: Mapping[str, Fan]) -> Table:
    rows: list[Sequence] = [
        [view.bargain(bargain), int(year), *map(float, fan.bands[:, n])]
        for bargain, fan in mine.items()
        for n, year in enumerate(fan.years)
    ]
    return Table(["bargain", "year", *[f"q{round(100 * level):02d}" for level in LEVELS]], rows)
