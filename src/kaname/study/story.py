"""A replayed future in words and columns: events with the terms that decided them, state variables by quarter."""

from __future__ import annotations

from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.model.world.turn import CONTINGENCY_STRIDE, QUARTER_STRIDE
from kaname.study.replay import Quarter
from kaname.words.axes import DETERRENCE_CLASSES, ENDINGS, LEGAL_MOVES
from kaname.words.declare import ALIASES
from kaname.words.events import KINDS, MOVES_OF_KIND
from kaname.words.fields import FIELDS
from kaname.words.levers import LEVER_STATES
from kaname.words.moves import PLIES, PLY_MOVES, SECONDS

FIRST_TERM = 4
CODES = {
    "ending": ENDINGS,
    "state": LEVER_STATES,
    "class": DETERRENCE_CLASSES,
    "class_of_arms": DETERRENCE_CLASSES,
    "law": LEGAL_MOVES,
}
OF_PLY = ("move", "move_made", "move_seen")
CHOICES = {
    "sanctions": ("not at all", "in part", "in full"),
    "thaw": ("no", "yes"),
    "wedge": ("no", "yes"),
    "deal": ("no", "the long-range missiles, or yes to what is offered", "all ranges"),
    "framework": ("stays out", "joins"),
}


def sentences(compiled: Compiled, quarter: Quarter) -> list[str]:
    """Return the quarter's events as sentences with their terms filled in."""
    return [_sentence(compiled, row) for row in quarter.events]


def event_data(compiled: Compiled, quarter: Quarter) -> list[dict[str, Any]]:
    """Return the quarter's events as plain data: kind, step, actor, place and named terms."""
    data = []
    for row in quarter.events:
        kind = KINDS[int(row[2])]
        terms = {name: float(row[FIRST_TERM + n]) for n, name in enumerate(kind.terms) if name}
        data.append(
            {"kind": kind.name, "step": step_of(row[1]), "actor": _member(compiled, "actor", row[3]),
             "place": _place(compiled, row), "terms": terms, "sentence": _sentence(compiled, row)}
        )  # fmt: skip
    return data


def events_of(compiled: Compiled, quarters: list[Quarter]) -> list[dict[str, Any]]:
    """Return all events of a future as plain data, each with its quarter (from 0), year and season (1 to 4)."""
    events = []
    for quarter in quarters:
        year, season = quarter.when(compiled.scenario)
        when = {"quarter": quarter.number, "year": year, "season": season}
        events += [{**when, **event} for event in event_data(compiled, quarter)]
    return events


def state_columns(compiled: Compiled, quarters: list[Quarter]) -> dict[str, Any]:
    """quarter, year, and every state variable as `name` or `name.member[.member]`."""
    columns: dict[str, Any] = {
        "quarter": np.array([q.number for q in quarters]),
        "year": np.array([q.when(compiled.scenario)[0] for q in quarters]),
    }
    for field in FIELDS:
        values = np.stack([q.world[field.name][0] for q in quarters])
        members = [compiled.axes[ALIASES.get(dim, dim)] for dim in field.dims]
        for index in np.ndindex(*values.shape[1:]):
            words = [members[n][place] for n, place in enumerate(index)]
            columns[".".join([field.name, *words])] = values[(slice(None), *index)]
    return columns


def step_of(clock: float) -> int:
    """Return the step inside a crisis or campaign, from the clock word."""
    return int(clock) % QUARTER_STRIDE % CONTINGENCY_STRIDE


def _sentence(compiled: Compiled, row: np.ndarray) -> str:
    kind = KINDS[int(row[2])]
    words = {"actor": _name(compiled, "actor", row[3]), "place": _place_name(compiled, row)}
    for n, name in enumerate(kind.terms):
        if name:
            words[name] = _word(compiled, kind.name, name, row[FIRST_TERM + n])
    if "ply" in kind.terms:
        moves = PLY_MOVES[PLIES[int(row[FIRST_TERM + kind.terms.index("ply")])]]
        for n, name in enumerate(kind.terms):
            if name in OF_PLY:
                words[name] = moves[int(row[FIRST_TERM + n])].replace("_", " ")
    if kind.name == "response" and row[3] == _challenger(compiled, int(row[FIRST_TERM])):
        words["move"] = SECONDS[int(row[FIRST_TERM + 1])]
    return kind.sentence.format_map(words)


def _word(compiled: Compiled, kind: str, name: str, value: float) -> str:
    table = {"move": MOVES_OF_KIND.get(kind, ()), "choice": CHOICES.get(kind, ())}.get(name, CODES.get(name, ()))
    if 0 <= int(value) < len(table):
        return table[int(value)].replace("_", " ")
    if name == "about":
        return _name(compiled, "actor", value)
    if name == "administration":
        return _member(compiled, "administration", value)
    return f"{value:.3g}"


def _place(compiled: Compiled, row: np.ndarray) -> str:
    axis = KINDS[int(row[2])].place
    return _member(compiled, axis, row[FIRST_TERM]) if axis else ""


def _place_name(compiled: Compiled, row: np.ndarray) -> str:
    axis = KINDS[int(row[2])].place
    return _name(compiled, axis, row[FIRST_TERM]) if axis else ""


def _name(compiled: Compiled, axis: str, place: float) -> str:
    member = _member(compiled, axis, place)
    return compiled.names.get(axis, {}).get(member, member.replace("_", " "))


def _member(compiled: Compiled, axis: str, place: float) -> str:
    members = compiled.axes[axis]
    return str(members[int(place)]) if 0 <= int(place) < len(members) else ""


def _challenger(compiled: Compiled, contingency: int) -> int:
    """Return the place of the challenger of a contingency on the actor axis."""
    names = list(compiled.scenario.contingencies.values())
    return list(compiled.axes["actor"]).index(names[contingency].challenger)
