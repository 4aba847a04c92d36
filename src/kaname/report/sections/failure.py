"""Section on failures: chains of events that ended badly, and one future told in full.

Counts are counts of a model's crises under a base rate that is not calibrated: they compare bargains and forecast
nothing, and the section says so. Reads: View. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kaname.analysis.chains import AGAIN, FAILURES, FIRST, LAST, Chain, Chains, Event, chains, story
from kaname.core.errors import InputError
from kaname.core.units import QUARTERS_A_YEAR
from kaname.report import sentences
from kaname.report.charts.strips import Path, strips
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Safe, tag
from kaname.report.numbers import count
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import slug
from kaname.report.view import View
from kaname.study.commands import design_of, trace_command


def failure(view: View) -> Safe:
    """Return the section."""
    found = {bargain: chains(view.run, bargain) for bargain in view.run.bargains}
    kinds = _kinds(view, found)
    return fold(
        "failure",
        view.say("page-title-failure"),
        True,
        tag(
            "p",
            view.say("page-failure", endings=_endings(view), futures=count(found[view.run.reference].futures)),
            " ",
            _reach(view, found[view.run.reference]),
        ),
        tag("div", [_strips(view, b, one, kinds) for b, one in found.items()], class_="grid wide-grid"),
        _story(view, found),
    )


def _reach(view: View, found: Chains) -> str:
    """Return how far the stored events reach."""
    year = None if found.full_by is None else int(view.summary.get("start", 0)) + found.full_by // QUARTERS_A_YEAR
    return sentences.reach(view.say, found.full, found.futures, year, view.reference)


def _kinds(view: View, data: Mapping[str, Chains]) -> list[str]:
    """Kinds of steps that occur, in the order of the catalogue of events, the ending last."""
    seen = {kind for one in data.values() for chain in one.chains for kind, _ in chain.steps}
    ordered = [event["name"] for event in view.run.model.get("events", []) if event["name"] in seen]
    again = [kind for kind in seen if kind.endswith(AGAIN)]
    return list(dict.fromkeys([FIRST, *(kind for kind in ordered if kind != LAST), *sorted(again), LAST]))


def _strips(view: View, bargain: str, found: Chains, kinds: Sequence[str]) -> Safe:
    """Failures in arms as strips; the CSV holds the others as well."""
    armed = found.in_arms
    commonest, times = (_told(view, armed[0]), armed[0].count) if armed else (None, 0)
    many = sum(chain.count for chain in armed)
    sentence = sentences.failures(
        view.say, view.said_bargain(bargain), found.failures, many, found.open, commonest, times
    )
    titles = [view.say("page-column-where"), *[_kind(view, kind) for kind in kinds]]
    paths = [Path([_place(view, c.place), *_steps(view, c, kinds)], c.count) for c in armed]
    drawing = (
        strips(paths, titles, view.palette.css(bargain), sentence, lambda ways: view.say("page-other-ways", ways=ways))
        if paths
        else tag("p", view.say("page-nothing-here"), class_="empty")
    )
    rows: list[list[Cell]] = [
        [_place(view, c.place), *_steps(view, c, kinds), c.count, c.example] for c in found.chains
    ]
    data = Table([*titles, "crises", "first future"], rows)
    heading = [view.palette.key(bargain), " ", view.bargain(bargain)]
    drawn = tag("div", drawing, class_="scroll", tabindex=0)
    return figure(f"chains-{slug(bargain)}", heading, drawn, sentence, data, say=view.say)


def _steps(view: View, chain: Chain, kinds: Sequence[str]) -> list[str]:
    """Return one word per kind of step; a crisis without moves was short of arms."""
    none = view.say("page-step-unasked" if chain.step(FIRST) else "page-step-short-of-arms")
    return [_detail(view, kind, done) if (done := chain.step(kind)) else none for kind in kinds]


def _told(view: View, chain: Chain) -> str:
    steps = [f"{_kind(view, kind)} {_detail(view, kind, detail)}" for kind, detail in chain.steps]
    return f"{_place(view, chain.place)}: {view.say('list-comma').join(steps)}"


def _place(view: View, identity: str) -> str:
    return view.name("contingency", identity)


def _story(view: View, data: Mapping[str, Chains]) -> Safe | None:
    """Return the first future of the commonest failure under the last bargain that has one."""
    having = [bargain for bargain in view.run.bargains if data[bargain].in_arms]
    if not having:
        return None
    bargain = having[-1]
    chain = data[bargain].in_arms[0]
    command = trace_of(view, bargain, chain.example)
    lines = [
        tag("li", tag("b", _when(view, event)), " ", _line(view, event))
        for event in story(view.run, bargain, chain.example)
    ]
    return tag(
        "div",
        tag("h3", view.say("page-one-future", number=str(chain.example), bargain=view.said_bargain(bargain))),
        tag(
            "p",
            view.say("page-story"),
        ),
        tag("ol", lines, class_="story"),
        tag("pre", tag("code", command)) if command else None,
        class_="told",
    )


def trace_of(view: View, bargain: str, future: int) -> str | None:
    """Return the command that tells a future of this run, quarter by quarter; None where its manifest does not say
    enough.
    """
    try:
        design, names = design_of(view.run.manifest, view.run.path)
    except InputError:
        return None
    return trace_command(design, dict(zip(design.bargains, names, strict=True))[bargain], future)


def _when(view: View, event: Event) -> str:
    start = int(view.summary.get("start", 0))
    year, season = start + event.quarter // QUARTERS_A_YEAR, event.quarter % QUARTERS_A_YEAR + 1
    return view.say("page-when", year=str(year), season=season)


def _line(view: View, event: Event) -> str:
    where, kind = _place(view, event.place), _kind(view, event.kind)
    slots = {"place": where, "kind": kind, "detail": _detail(view, event.kind, event.detail)}
    if event.kind == FIRST:
        return view.say("page-event-challenge", **slots)
    if event.kind == LAST:
        return view.say("page-event-ending", **slots)
    return view.say("page-event" if event.place else "page-event-anywhere", **slots)


def _kind(view: View, kind: str) -> str:
    """A kind of step in words; one that is told a second time has words of its own."""
    if kind == f"response{AGAIN}":
        return view.say("page-challenger-again")
    if kind.endswith(AGAIN):
        return view.say("page-again", kind=view.word("event", kind.removesuffix(AGAIN)))
    return view.word("event", kind)


def _detail(view: View, kind: str, detail: str) -> str:
    """A move or an ending in words."""
    return view.word("ending" if kind == LAST else "move", detail)


def _endings(view: View) -> str:
    words = [view.word("ending", name) for name in FAILURES]
    return view.say("page-either", first=view.say("list-comma").join(words[:-1]), last=words[-1])
