"""Section on what deterred: every opportunity classed by what kept the challenger back, by place, bargain and rung, in
counts.

Reads: View, summary `deterrence`. Writes: nothing. Source: model.crisis.deterrence (definition of the classes).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kaname.report import robustness
from kaname.report.charts.stacks import Part, Row, key, stacks
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Safe, tag
from kaname.report.numbers import count
from kaname.report.sections.fold import fold, table
from kaname.report.sections.rows import slug
from kaname.report.view import View

ALL, HELD, FAILED = "all", "held", "failed"
RUNGS = ("any", "arms")
CSS = {name: f"c{place}" for place, name in enumerate(robustness.CLASSES)}
LETTERS = dict(zip(robustness.CLASSES, "TGDEBNP", strict=True))
DRAWN = (*robustness.TEMPTED, "provoked")
BY_GUARANTEE = ("deterred_by_guarantee", "deterred_by_either", "deterred_by_both", "provoked")
"""Classes of opportunities in which the choice hung on the guarantee, alone or with the defence."""


def deterred(view: View) -> Safe | None:
    """Return the section."""
    deterrence = view.summary.get("deterrence")
    if not deterrence:
        return fold("deterred", view.say("page-title-deterred"), True, tag("p", view.say("page-no-deterrence")))
    by = deterrence["bargains"]
    places = [p for p in (ALL, *view.summary.get("names", {}).get("contingency", {})) if _arose(by, p)]
    classed = [p for p in places if "any" in by[_bargains(view, by)[0]][p]]
    plain = [p for p in places if p not in classed]
    return fold(
        "deterred",
        view.say("page-title-deterred"),
        True,
        tag("p", view.say("page-deterred", futures=count(int(deterrence["futures"])))),
        key([(CSS[name], LETTERS[name], robustness.class_words(view.say, name)) for name in DRAWN]),
        tag("div", [_figure(view, by, place) for place in classed], class_="grid wide-grid"),
        _by_place(view, by, plain) if plain else None,
        _table(view, by, classed),
    )


def _arose(data: Mapping[str, Any], place: str) -> bool:
    """Return whether any opportunity was judged there under any bargain."""
    entries = [by[place] for by in data.values() if place in by]
    return any(sum(entry["any"].values()) if "any" in entry else entry.get("tempted", 0) for entry in entries)


def _name(view: View, place: str) -> str:
    return view.say("page-all-places") if place == ALL else view.name("contingency", place)


def _by_place(view: View, data: Mapping[str, Any], places: Sequence[str]) -> Safe:
    """Return how many of those tempted were deterred, by place, where classes are not stored by place."""
    figures = [_place(view, data, place) for place in places]
    marks = key(
        [(HELD, "H", view.say("page-tempted-held")), (CSS[FAILED], LETTERS[FAILED], view.say("page-tempted-failed"))]
    )
    return tag("div", tag("h3", view.say("page-by-place")), marks, tag("div", figures, class_="grid wide-grid"))


def _place(view: View, data: Mapping[str, Any], place: str) -> Safe:
    held = {b: (int(data[b][place]["deterred"]), int(data[b][place]["tempted"])) for b in _bargains(view, data)}
    rows = [
        Row(
            view.bargain(b),
            [
                Part(HELD, "H", view.say("page-deterred-word"), kept),
                Part(CSS[FAILED], "N", robustness.class_words(view.say, FAILED), of - kept),
            ],
        )
        for b, (kept, of) in held.items()
    ]
    told = [robustness.held(view.say, view.said_bargain(b), kept, tempted) for b, (kept, tempted) in held.items()]
    cells: list[list[Cell]] = [[view.bargain(b), tempted, kept] for b, (kept, tempted) in held.items()]
    drawn = tag("div", stacks(rows, " ".join(told)), class_="scroll", tabindex=0)
    where = _name(view, place)
    return figure(f"deterred-{slug(place)}", where, drawn, told[0], Table(["bargain", "tempted", "deterred"], cells),
                  say=view.say)  # fmt: skip


def _figure(view: View, entry: Mapping[str, Any], place: str) -> Safe:
    where = _name(view, place)
    pictures, sentences = [], []
    for rung in RUNGS:
        rows = [_row(view, b, entry[b][place][rung]) for b in _bargains(view, entry)]
        told = [
            robustness.deterred(view.say, view.said_bargain(b), entry[b][place][rung], rung == "arms")
            for b in _bargains(view, entry)
        ]
        sentences.append(view.say("page-rung-sentence", rung=rung, sentence=told[0]))
        heading = tag("h5", view.say("page-rung-heading", rung=rung))
        drawn = tag("div", stacks(rows, " ".join(told)), class_="scroll", tabindex=0)
        kept = drawn if any(row.total for row in rows) else tag("p", view.say("page-nothing-here"), class_="empty")
        pictures.append(tag("div", heading, kept))
    rows_of_data: list[list[Cell]] = [
        [view.bargain(b), rung, *[int(entry[b][place][rung].get(name, 0)) for name in robustness.CLASSES]]
        for b in _bargains(view, entry) for rung in RUNGS
    ]  # fmt: skip
    data = Table(["bargain", "rung", *robustness.CLASSES], rows_of_data)
    unknown = robustness.unidentified(view.say, _guarantor(view, place), _moved(entry, place))
    sentences += [unknown] if unknown else []
    return figure(f"deterred-{slug(place)}", where, pictures, " ".join(sentences), data, say=view.say)


def _guarantor(view: View, place: str) -> bool:
    """Return whether somebody stands behind the target; taken so of all places together, and where a run does not
    say.
    """
    roles = view.run.manifest.get("scenario", {}).get("contingencies", {}).get(place)
    return roles is None or bool(roles.get("guarantor"))


def _moved(data: Mapping[str, Any], place: str) -> bool:
    """Return whether a choice hung on the guarantee under any bargain."""
    return any(by[place]["any"].get(name, 0) for by in data.values() for name in BY_GUARANTEE)


def _row(view: View, bargain: str, counts: Mapping[str, int]) -> Row:
    return Row(view.bargain(bargain), [_part(view, name, counts) for name in DRAWN])


def _bargains(view: View, data: Mapping[str, Any]) -> list[str]:
    return [bargain for bargain in view.run.bargains if bargain in data]


def _part(view: View, name: str, counts: Mapping[str, int]) -> Part:
    return Part(CSS[name], LETTERS[name], robustness.class_words(view.say, name), int(counts.get(name, 0)))


def _table(view: View, data: Mapping[str, Any], places: Sequence[str]) -> Safe:
    """Return all counts in words and numbers."""
    rows = [
        [_name(view, place), tag("td", view.palette.key(b), view.bargain(b)), view.say("page-rung", rung=rung),
         *[count(int(data[b][place][rung].get(name, 0))) for name in robustness.CLASSES]]
        for place in places for b in _bargains(view, data) for rung in RUNGS
    ]  # fmt: skip
    columns = [view.say(f"page-column-{name}") for name in ("where", "bargain", "of")]
    head = [*columns, *[robustness.class_words(view.say, name) for name in robustness.CLASSES]]
    return tag("details", tag("summary", view.say("page-all-counts")), table(head, rows, "numbers"))
