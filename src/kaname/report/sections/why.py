"""Section with the causal map from the declarations, and a card for each mechanism.

Reads: manifest `model.mechanisms`, analysis.causes. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kaname.analysis.causes import Arrow, active, arrows, readers, writers
from kaname.report.charts.ring import ring
from kaname.report.figure import Table, figure
from kaname.report.markup import Child, Safe, joined, tag
from kaname.report.sections.fold import fold
from kaname.report.sections.rows import slug
from kaname.report.view import View
from kaname.report.words import plain_name


def why(view: View) -> Safe | None:
    """Return the section; nothing where the run declares no mechanism."""
    declared = view.run.model.get("mechanisms", [])
    if not declared:
        return None
    ran, found = active(declared), arrows(declared)
    anchors = {one["name"]: f"mechanism-{slug(one['name'])}" for one in declared}
    by_room: dict[str, list[Mapping[str, Any]]] = {}
    for one in declared:
        by_room.setdefault(one["name"].split(".")[0], []).append(one)
    cards = [_room(view, room, members, anchors, declared) for room, members in by_room.items()]
    return fold(
        "why",
        view.say("page-title-why"),
        True,
        tag("p", view.say("page-why", mechanisms=len(ran), arrows=len(found))),
        _map(view, ran, found, anchors),
        tag("div", cards, class_="rooms"),
    )


def _map(view: View, ran: Sequence[Mapping[str, Any]], found: Sequence[Arrow], anchors: Mapping[str, str]) -> Safe:
    rooms: dict[str, list[str]] = {}
    for one in ran:
        rooms.setdefault(one["name"].split(".")[0], []).append(one["name"])
    told = {"mechanisms": len(ran), "rooms": len(rooms), "arrows": len(found)}
    alt = view.say("page-map-alt", **told)
    rows = [[arrow.writer, arrow.reader, " ".join(arrow.fields)] for arrow in found]
    sentence = view.say("page-map", **told)
    return figure(
        "causal-map",
        view.say("page-map-title"),
        tag("div", ring(rooms, found, anchors, alt), class_="scroll", tabindex=0),
        sentence,
        Table(["writer", "reader", "fields"], rows),
        "map",
        view.say,
    )


def _room(
    view: View,
    room: str,
    members: Sequence[Mapping[str, Any]],
    anchors: Mapping[str, str],
    declared: Sequence[Mapping[str, Any]],
) -> Safe:
    writing, reading = writers(declared), readers(declared)
    cards = [_card(view, member, anchors, writing, reading) for member in members]
    return tag(
        "details",
        tag(
            "summary",
            tag("h3", view.room(room)),
            tag("span", view.say("page-mechanisms", count=len(members)), class_="soft"),
        ),
        cards,
    )


def _card(
    view: View, entry: Mapping[str, Any], anchors: Mapping[str, str], writing: Mapping[str, Sequence[str]],
    reading: Mapping[str, Sequence[str]],
) -> Safe:  # fmt: skip
    name = entry["name"]
    marks = [
        view.say(mark)
        for mark, holds in (("page-core", entry.get("core")), ("page-did-not-run", not entry.get("active", True)))
        if holds
    ]
    return tag(
        "article",
        tag(
            "h4",
            plain_name(name.split(".", 1)[-1]),
            tag("span", *[f" {mark}" for mark in marks], class_="soft") if marks else None,
        ),
        tag("p", view.say.mechanism_meaning(name, str(entry.get("sentence", "")))),
        tag(
            "div",
            _flow(view, "reads", entry.get("reads", ()), writing, name, anchors),
            _flow(view, "writes", entry.get("writes", ()), reading, name, anchors),
            class_="flow",
        ),
        _facts(view, entry),
        class_="card mechanism",
        id=anchors[name],
        tabindex=-1,
    )


def _flow(
    view: View,
    heading: str,
    fields: Sequence[str],
    others: Mapping[str, Sequence[str]],
    mine: str,
    anchors: Mapping[str, str],
) -> Safe:
    word = view.say(f"page-{heading}-link")
    links = {field: [n for n in others.get(field, ()) if n != mine] for field in fields}
    items = [
        tag("li", tag("code", field), f" {word} ", joined([_link(name, anchors) for name in names], ", "))
        for field, names in links.items()
        if names
    ]
    alone = [tag("code", field) for field, names in links.items() if not names]
    own = tag("li", view.say(f"page-{heading}-own"), joined(alone, ", "), class_="soft") if alone else None
    return tag("div", tag("h5", view.say(f"page-{heading}")), tag("ul", items, own))


def _link(name: str, anchors: Mapping[str, str]) -> Safe:
    return tag("a", plain_name(name.split(".", 1)[-1]), href=f"#{anchors[name]}")


def _facts(view: View, row: Mapping[str, Any]) -> Safe:
    used = set(row.get("params", ()))
    sampled = [entry for entry in view.sampled.values() if entry.get("name") in used]
    facts: list[tuple[str, Child]] = [
        ("page-systems", ", ".join(row.get("systems", ()))),
        ("page-source", joined([tag("a", key, href=f"#source-{slug(key)}") for key in row.get("source", ())], ", ")),
        ("page-parameters", ", ".join(plain_name(name) for name in row.get("params", ()))),
        ("page-uncertain", joined([_uncertain(entry) for entry in sampled], ", ")),
    ]
    return tag("dl", [(tag("dt", view.say(word)), tag("dd", said)) for word, said in facts if said])


def _uncertain(entry: Mapping[str, Any]) -> Safe:
    text = f"{plain_name(str(entry['name']))} ({entry.get('grade', '')})"
    return tag("a", text, href=f"#figure-{slug(str(entry.get('figure', '')))}")
