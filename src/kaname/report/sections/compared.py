"""Section on what is compared: what is already law or budgeted, each bargain in its author's terms, and neutral notes.

Reads: manifest. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.report.markup import Child, Safe, tag
from kaname.report.numbers import tidy
from kaname.report.sections.claims import claims_of
from kaname.report.sections.fold import fold, table
from kaname.report.view import View
from kaname.report.words import plain_name
from kaname.words.moves import ROLES


def compared(view: View) -> Safe:
    """Return the section."""
    bargains = view.run.manifest.get("bargains", {})
    scenario = view.run.manifest.get("scenario", {})
    notes = _notes(scenario.get("notes", []))
    return fold(
        "compared",
        view.say("page-title-compared"),
        False,
        tag("div", [_bargain(view, b, bargains.get(b, {}), scenario) for b in view.run.bargains], class_="cards"),
        _contingencies(view, scenario.get("contingencies", {})),
        tag("ul", [tag("li", note) for note in notes], class_="soft") if notes else None,
    )


def _contingencies(view: View, data: Mapping[str, Any]) -> Child:
    """Return who challenges whom where, and who stands behind."""
    if not data:
        return None
    rows = [
        [view.name("contingency", key), *[_who(view, one.get(role)) for role in ROLES]] for key, one in data.items()
    ]
    return [
        tag("h3", view.say("page-where-crises")),
        table([view.say("page-column-where"), *[view.say(f"role-{role}") for role in ROLES]], rows),
    ]


def _who(view: View, actor: Any) -> str:
    return view.name("actor", str(actor)) if actor else view.say("page-none")


def _notes(said: Any) -> list[str]:
    """Neutral notes: a list, or by what they are about."""
    if isinstance(said, Mapping):
        return [f"{name}: {note}" for name, note in said.items()]
    return [_said(note) for note in said]


def _bargain(view: View, identity: str, data: Mapping[str, Any], scenario: Mapping[str, Any]) -> Safe:
    is_reference = identity == view.run.reference
    given = [_as_is(one) for one in scenario.get("as_is", [])] if is_reference else []
    author = data.get("author")
    return tag(
        "article",
        tag("h3", view.palette.key(identity), " ", view.bargain(identity)),
        tag("p", view.say("page-after", author=str(author), keys=_keys(data.get("source"))), class_="soft")
        if author
        else None,
        tag("p", view.summary_of(identity)),
        _list(view.say("page-already"), given),
        _list(view.say("page-adds"), data.get("adds", [])),
        _levers(view, data.get("levers", {})),
        claims_of(data.get("source")),
        class_="card",
    )


def _list(heading: str, items: Any) -> Child:
    return [tag("p", heading, class_="soft"), tag("ul", [tag("li", _said(item)) for item in items])] if items else None


def _levers(view: View, levers: Mapping[str, Any]) -> Child:
    if not levers:
        return None
    items = [tag("li", f"{view.lever(str(name))}: ", _said(value)) for name, value in levers.items()]
    return tag("details", tag("summary", view.say("page-levers-count", count=len(levers))), tag("ul", items))


def _as_is(said: Any) -> str:
    if not isinstance(said, Mapping):
        return str(said)
    return f"{said.get('what', '')}{_keys(said.get('source'))}"


def _keys(source: Any) -> str:
    """Keys of sources in brackets, or nothing."""
    named = source if isinstance(source, str) else ", ".join(map(str, source or ()))
    return f" [{named}]" if named else ""


def _said(value: Any) -> str:
    """Whatever a manifest says of a lever or a note, as one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return tidy(float(value))
    if isinstance(value, Mapping):
        return "; ".join(f"{plain_name(str(name))} {_said(entry)}" for name, entry in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(_said(entry) for entry in value)
    return "" if value is None else str(value)
