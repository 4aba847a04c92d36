"""What deterred: every opportunity classed by what kept the challenger back, by place, bargain and rung, in counts.

Reads: View, summary `deterrence`. Writes: nothing. Source: model.crisis.deterrence (definition of the classes).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.report import beside, prose
from kaname.report.charts.stacks import Part, Row, key, stacks
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Safe, tag
from kaname.report.numbers import count
from kaname.report.sections.fold import fold, table
from kaname.report.sections.rows import slug
from kaname.report.view import View
from kaname.report.words import capital

RUNGS = {"any": "acting at all", "arms": "using arms"}
CSS = {name: f"c{place}" for place, name in enumerate(beside.CLASSES)}
LETTERS = dict(zip(beside.CLASSES, "TGDEBNP", strict=True))
DRAWN = (*beside.TEMPTED, "provoked")


def deterred(view: View) -> Safe | None:
    """The section."""
    said = view.summary.get("deterrence")
    if not said:
        return fold("deterred", "What deterred", True, tag("p", prose.NO_DETERRENCE))
    places = [p for p in view.summary.get("names", {}).get("contingency", {}) if _arose(said, p)]
    silent = [
        view.name("contingency", p) for p in view.summary.get("names", {}).get("contingency", {}) if p not in places
    ]
    return fold(
        "deterred",
        "What deterred",
        True,
        tag("p", prose.DETERRED.format(futures=count(int(said["futures"])))),
        key([(CSS[name], LETTERS[name], beside.CLASS_WORDS[name]) for name in DRAWN]),
        tag("div", [_figure(view, said["bargains"], place) for place in places], class_="grid wide-grid"),
        tag("p", f"No opportunity arose in: {', '.join(silent)}.", class_="soft") if silent else None,
        _table(view, said["bargains"], places),
    )


def _arose(said: Mapping[str, Any], place: str) -> bool:
    return any(sum(by[place]["any"].values()) for by in said["bargains"].values() if place in by)


def _figure(view: View, said: Mapping[str, Any], place: str) -> Safe:
    where = view.name("contingency", place)
    pictures, sentences = [], []
    for rung, words in RUNGS.items():
        rows = [
            Row(view.bargain(b), [_part(name, said[b][place][rung]) for name in DRAWN]) for b in _bargains(view, said)
        ]
        told = [
            beside.deterred(view.said_bargain(b), said[b][place][rung], rung == "arms") for b in _bargains(view, said)
        ]
        sentences.append(told[0])
        heading = tag("h5", f"{capital(words)}: opportunities that tempted, or provoked")
        drawn = tag("div", stacks(rows, " ".join(told)), class_="scroll", tabindex=0)
        pictures.append(
            tag("div", heading, drawn if any(row.total for row in rows) else tag("p", "None.", class_="empty"))
        )
    rows_of_data: list[list[Cell]] = [
        [view.bargain(b), rung, *[int(said[b][place][rung].get(name, 0)) for name in beside.CLASSES]]
        for b in _bargains(view, said) for rung in RUNGS
    ]  # fmt: skip
    data = Table(["bargain", "rung", *beside.CLASSES], rows_of_data)
    return figure(f"deterred-{slug(place)}", where, pictures, " ".join(sentences), data)


def _bargains(view: View, said: Mapping[str, Any]) -> list[str]:
    return [bargain for bargain in view.run.bargains if bargain in said]


def _part(name: str, counts: Mapping[str, int]) -> Part:
    return Part(CSS[name], LETTERS[name], beside.CLASS_WORDS[name], int(counts.get(name, 0)))


def _table(view: View, said: Mapping[str, Any], places: list[str]) -> Safe:
    """All counts in words and numbers."""
    rows = [
        [view.name("contingency", place), tag("td", view.palette.key(b), view.bargain(b)), words,
         *[count(int(said[b][place][rung].get(name, 0))) for name in beside.CLASSES]]
        for place in places for b in _bargains(view, said) for rung, words in RUNGS.items()
    ]  # fmt: skip
    head = ["where", "bargain", "of", *[beside.CLASS_WORDS[name] for name in beside.CLASSES]]
    return tag("details", tag("summary", "All counts in numbers"), table(head, rows, "numbers"))
