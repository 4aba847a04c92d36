"""Two bargains with each other: paired differences between those that are not the reference, in the ends of both sides.

Idea: two bargains may each be no clear change from things as they are and still differ clearly from each other, since
what they share falls out of the pair. A difference has the words of the page; what it would do in the checks
was not asked. Units: those of the ends. Reads: View, rows. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from kaname.analysis.paired import Difference, difference_of, verdict
from kaname.report import robustness
from kaname.report.charts.dots import Dot, Group, panel
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Safe, tag
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import end_column, slug
from kaname.report.view import View

OPENED = 1
Pair = tuple[str, str]
Gaps = dict[tuple[Pair, str], Difference]


def against(view: View) -> Safe | None:
    """Return the section; nothing with fewer than two bargains beside the reference."""
    pairs = list(combinations(view.run.others, 2))
    if not pairs:
        return None
    gaps = differences(view, pairs)
    drawn = [_pair(view, pair, gaps) for pair in pairs]
    more = tag("details", tag("summary", view.say("page-more-pairs", left=len(drawn) - OPENED)), drawn[OPENED:])
    return fold(
        "against",
        view.say("page-title-against"),
        True,
        tag("p", view.say("page-against", reference=view.reference)),
        drawn[:OPENED],
        more if len(drawn) > OPENED else None,
    )


def differences(view: View, pairs: Sequence[Pair]) -> Gaps:
    """By pair and end: the first bargain less the second, in the futures that ran to their end under both."""
    found: Gaps = {}
    alive = view.run.alive
    for ends, rows in view.run.groups(view.leading_ends):
        for (first, second), end in product(pairs, ends):
            both = alive[first] & alive[second]
            found[(first, second), end] = difference_of(rows[first][end][both] - rows[second][end][both])
    return found


def _pair(view: View, pair: Pair, gaps: Gaps) -> Safe:
    first, second = (view.said_bargain(bargain) for bargain in pair)
    moving = [end for end in view.leading_ends if gaps[pair, end].differing]
    clear = [end for end in moving if verdict(gaps[pair, end], view.declared(end)["good"]).clear]
    told = [(view.subject(end), gaps[pair, end]) for end in clear]
    sentence = robustness.against(view.say, first, second, told, len(moving))
    panels = [_panel(view, pair, end, gaps[pair, end]) for end in clear or moving[:OPENED]]
    cells: list[list[Cell]] = [
        [view.words(end), gap.mean, gap.low, gap.high, view.subject(end).unit, gap.pairs]
        for end in moving for gap in (gaps[pair, end],)
    ]  # fmt: skip
    heading = view.say("page-against-heading", first=view.bargain(pair[0]), second=view.bargain(pair[1]))
    title = [view.palette.key(pair[0]), " ", heading]
    data = Table(["end", "mean", "low", "high", "unit", "pairs"], cells)
    drawn = panels or [tag("p", view.say("page-same-everywhere"), class_="empty")]
    return figure(f"against-{slug(pair[0])}-{slug(pair[1])}", title, drawn, sentence, data, "row", view.say)


def _panel(view: View, pair: Pair, end: str, gap: Difference) -> Safe:
    subject, column = view.subject(end), end_column(view, end)
    tip = f"{subject.words}: {robustness.fair_difference(view.say, subject, gap)}"
    dot = Dot(subject.words, pair[0], gap, verdict(gap, subject.good), tip)
    return panel(column, [Group("", [dot])], view.palette, tip, 170.0)
