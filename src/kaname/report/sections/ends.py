"""Section on who gains and who pays: ends by state as paired differences, with Pareto marks; nothing is summed.

Reads: View. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.analysis.paired import Verdict
from kaname.report import sentences
from kaname.report.charts.dots import Group, panel
from kaname.report.figure import figure
from kaname.report.markup import Safe, tag
from kaname.report.sections.fold import fold, key_line, table
from kaname.report.sections.rows import differences_table, dot, end_column, slug
from kaname.report.view import View
from kaname.report.words import capital

NAMED = 3


def ends(view: View) -> Safe | None:
    """Return the section."""
    if not view.run.others:
        return None
    by_state: dict[str, list[str]] = {}
    for name in view.ends:
        if view.member(name):
            by_state.setdefault(name.split(".")[0], []).append(name)
    figures = [_figure(view, names) for names in by_state.values()]
    figures += [_figure(view, [name]) for name in view.shared_ends]
    return fold(
        "ends",
        view.say("page-title-ends"),
        True,
        tag("p", view.say("page-ends", reference=view.reference)),
        key_line(view),
        _unmoved(view),
        tag("div", figures, class_="grid"),
        _pareto(view),
        tag("details", tag("summary", view.say("page-all-differences")), [_numbers(view, s) for s in _moved(view)]),
    )


def _figure(view: View, names: Sequence[str]) -> Safe:
    column = end_column(view, names[0])
    kept = [n for n in _ordered(view, names) if any(view.differences[b][n].differing for b in view.run.others)]
    title = capital(column.title)
    sentence = [f"{view.meaning(names[0])} ", _clear_count(view, names)]
    if not kept:
        return figure(
            f"end-{slug(names[0])}",
            title,
            tag("p", view.say("page-same-everywhere"), class_="empty"),
            sentence,
            differences_table(view, names),
            say=view.say,
        )
    groups = [Group("", _dots(view, name)) for name in kept]
    alt = " ".join(one.tip for group in groups for one in group.dots)
    drawn = panel(column, groups, view.palette, alt)
    return figure(f"end-{slug(names[0])}", title, drawn, sentence, differences_table(view, names), say=view.say)


def _dots(view: View, name: str) -> list:
    """Dots of one state: its name stands at the first row only."""
    owner = view.subject(name).owner or view.say("page-shared")
    return [dot(view, b, name, owner if n == 0 else "") for n, b in enumerate(view.run.others)]


def _ordered(view: View, names: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: view.states.index(view.member(name) or "") if view.member(name) else 0)


def _clear_count(view: View, names: Sequence[str]) -> str:
    told = [view.verdict(b, name) for b in view.run.others for name in names]
    return sentences.clear_count(
        view.say, sum(t is Verdict.BETTER for t in told), sum(t is Verdict.WORSE for t in told), len(told)
    )


def _moved(view: View) -> list[str]:
    """States for which any end differs in any future."""
    return [
        s
        for s in view.states
        if any(view.differences[b][n].differing for b in view.run.others for n in view.ends_of(s))
    ]


def _unmoved(view: View) -> Safe | None:
    still = [view.name("actor", s) for s in view.states if s not in _moved(view)]
    return (
        tag("p", view.say("page-unmoved", states=view.say("list-comma").join(still)), class_="soft") if still else None
    )


def _pareto(view: View) -> Safe:
    """Return bargains down, states across: what beats what."""
    states = _moved(view)
    rows = [
        [tag("th", view.palette.key(b), " ", view.bargain(b), scope="row"), *[_mark(view, s, b) for s in states]]
        for b in view.run.bargains
    ]
    return tag(
        "div",
        tag("h3", view.say("page-beaten")),
        tag("p", view.say("page-pareto")),
        table(["", *[view.name("actor", s) for s in states]], rows, "pareto"),
    )


def _mark(view: View, state: str, bargain: str) -> Safe:
    beaten = view.beaten[state][bargain]
    if not beaten:
        return tag("td", tag("span", "\N{BLACK CIRCLE}", class_="dot"), view.say("page-not-beaten"))
    keys = [tag("span", view.palette.key(one), view.bargain(one), class_="line") for one in beaten[:NAMED]]
    more = (
        tag("span", view.say("page-and-more", left=len(beaten) - NAMED), class_="line soft")
        if len(beaten) > NAMED
        else None
    )
    return tag("td", tag("span", "\N{WHITE CIRCLE}", class_="dot"), view.say("page-by"), keys, more)


def _numbers(view: View, state: str) -> Safe:
    rows = []
    for name in view.ends_of(state):
        for bargain in view.run.others:
            gap, subject = view.differences[bargain][name], view.subject(name)
            told = sentences.table_verdict(view.say, gap, subject.good)
            rows.append([subject.outcome, view.bargain(bargain), sentences.amount(view.say, subject, gap), told])
    say = view.say
    head = [
        say("page-column-end"), say("page-column-bargain"), say("page-column-difference-to", reference=view.reference),
        say("page-column-verdict"),
    ]  # fmt: skip
    return tag("div", tag("h4", view.name("actor", state)), table(head, rows))
