"""Section on drivers: rank correlations of sampled figures with the paired differences; rival theories apart.

Reads: View. Writes: nothing. Source: analysis.drivers.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.analysis.drivers import Driver
from kaname.report import sentences
from kaname.report.charts.tornado import Bar, tornado
from kaname.report.figure import Table, figure
from kaname.report.influences import MOST_FOR_DRIVERS
from kaname.report.markup import Safe, tag
from kaname.report.numbers import count, interval
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import slug
from kaname.report.view import View

FIGURES, THEORIES, SHOWN, LISTED = 8, 6, 6, 25
MOST = 24


def influence(view: View) -> Safe | None:
    """Return the section; nothing where nothing is sampled or compared."""
    if not view.run.others or not view.run.sampled:
        return None
    asked = view.influences.asked
    drawn = [_figure(view, bargain, end) for bargain, end in asked[:MOST]]
    left = asked[MOST:]
    tried = view.influences.tried(view.run.others[0])
    return fold(
        "influence",
        view.say("page-title-influence"),
        True,
        tag("p", view.say("page-influence", tried=tried, futures=count(MOST_FOR_DRIVERS))),
        tag("div", drawn[:SHOWN], class_="grid") if drawn else tag("p", view.say("page-no-influence")),
        tag(
            "details",
            tag("summary", view.say("page-more", left=len(drawn) - SHOWN)),
            tag("div", drawn[SHOWN:], class_="grid"),
        )
        if len(drawn) > SHOWN
        else None,
        tag("p", view.say("page-more-influence", number=len(left)), class_="soft") if left else None,
    )


def _figure(view: View, bargain: str, end: str) -> Safe:
    found = view.influences.drivers(bargain, end)
    figures = [_bar(view, one) for one in found if one.member is None][:FIGURES]
    theories = [_bar(view, one) for one in found if one.member is not None][:THEORIES]
    subject, name = view.subject(end), view.said_bargain(bargain)
    sentence = sentences.driver_sentence(
        view.say, subject, name, [(view.influences.driver_name(d), d) for d in found], len(found)
    )
    headings = view.say("page-figures"), view.say("page-theories")
    drawn = (
        tornado(figures, theories, view.palette.css(bargain), sentence, headings)
        if found
        else tag("p", view.say("page-too-few-differ"), class_="empty")
    )
    title = [view.palette.key(bargain), f" {subject.words}"]
    return figure(
        f"drivers-{slug(bargain)}-{slug(end)}", title, drawn, sentence, _table(view, found[:LISTED]), say=view.say
    )


def _bar(view: View, driver: Driver) -> Bar:
    name, grade = view.influences.driver_name(driver), str(view.sampled.get(driver.column, {}).get("grade", ""))
    size = interval(f"{driver.r:+.2f}", f"{driver.low:+.2f}", f"{driver.high:+.2f}", view.say.language)
    return Bar(name, grade, driver, f"{name}: {size}")


def _table(view: View, drivers: Sequence[Driver]) -> Table:
    rows = [
        [
            view.influences.driver_name(driver),
            driver.column,
            view.sampled.get(driver.column, {}).get("grade", ""),
            driver.r,
            driver.low,
            driver.high,
        ]
        for driver in drivers
    ]
    return Table(["figure or theory", "column", "grade", "rank correlation", "low", "high"], rows)
