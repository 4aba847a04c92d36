"""Injects of an arm: what happens at a date in it and not in the others.

    injects:
      - {at: 8, set: {thaw: 0.8}}
      - {at: 2030Q1, conduct: {senkaku: abstained}}
      - {at: eve, opportunity: [taiwan], set: {window.ally: 1}}

Idea: the quarters before the date are those of every other arm; then states or parameters are set, or multiplied, or a
crisis is recorded that was not there, and the futures go on with the same chances. `eve` is the eve of an injected
crisis, and there alone an opportunity on another front can be added.
Clock: quarters; a number counts them from the start. Reads: part of a file of contrasts or claims. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kaname.core.schema import Either, ListOf, MapOf, Number, OneOf, Record, Text

PATH = r"[a-z][a-z0-9_]*(\.([a-z0-9_]+|\*)){0,3}"
NUMBERS = MapOf(Number(), name=PATH, kind="a path: name.member, * for all members")
EVE = "eve"
CONDUCTS: Mapping[str, float] = {"fought": 1.0, "supported": 0.5, "abstained": -1.0}
"""What the protector did in a crisis that is put on record, as the state `conduct` has it."""
INJECT = Record(
    "an inject",
    needs={
        "at": Either({
            "a number": Number(1, 400, whole=True),
            "text": Text(pattern=rf"{EVE}|[0-9]{{4}}(Q[1-4])?", like="a number of quarters, 2030Q1 or eve"),
        })
    },
    may={
        "set": NUMBERS, "times": NUMBERS, "conduct": MapOf(OneOf(tuple(CONDUCTS), "a conduct")),
        "opportunity": ListOf(Text(most=64), least=1),
    },
)  # fmt: skip


@dataclass(frozen=True)
class Inject:
    """Event put into an arm, with its date.

    at: quarters from the start, a date such as 2030Q1, or the eve of an injected crisis; set, times: path of a state or
    a parameter -> value or factor, from then on; conduct: place -> fought, supported or abstained, as if a crisis had
    been there in the quarter before; opportunity: further places where an injected crisis arises.
    """

    at: int | str
    set: Mapping[str, float] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)
    conduct: Mapping[str, str] = field(default_factory=dict)
    opportunity: tuple[str, ...] = ()


def inject_of(entry: Mapping[str, Any]) -> Inject:
    """Return an inject from its checked entry."""
    parts: dict[str, Any] = dict(entry)
    return Inject(**{**parts, "opportunity": tuple(parts.get("opportunity", ()))})
