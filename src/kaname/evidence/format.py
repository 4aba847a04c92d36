"""The form of evidence files: which entries a figure, a source and a file of them have.

Source: the format is this project's own, described in docs/reference/files.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from kaname.core.errors import Findings, shown
from kaname.core.safe_yaml import Document, Key
from kaname.core.schema import SNAKE, Definitions, Either, ListOf, MapOf, Number, OneOf, Record, Schema, Text
from kaname.core.units import UNITS
from kaname.evidence.distributions import ARGUMENTS, KINDS
from kaname.evidence.figures import CERTAINTIES, GRADES

FIGURE_ID = r"[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63}){0,3}"
DEEPEST_VALUES = 4
FIRST_YEAR = 1800
LAST_YEAR = 2200
WORDS_IN_A_REASON = 4

CELL = r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}(\.[A-Za-z0-9][A-Za-z0-9_-]{0,63}){0,3}"
"""Members of the axes of a figure, joined by dots: one of its numbers."""
NUMBER = Number()
KEYS = Either({"text": Text(pattern=SNAKE, like="a source key"), "a list": ListOf(Text(pattern=SNAKE), least=1)})
AXES = Either(
    {
        "text": Text(pattern=SNAKE, like="an axis"),
        "a list": ListOf(Text(pattern=SNAKE), 1, DEEPEST_VALUES, repeats=True),
    }
)


@dataclass(frozen=True)
class Day:
    """A year, a month or a day of the calendar, as text: YYYY, YYYY-MM or YYYY-MM-DD."""

    first: int = FIRST_YEAR
    last: int = LAST_YEAR

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        if isinstance(value, str) and self.holds(value):
            return True
        allowed = f"a year, YYYY-MM or YYYY-MM-DD, {self.first} to {self.last}"
        instead = self._instead(value) if isinstance(value, str) else None
        findings.add(
            document.error(key, f"{shown(value)} is not a date", found=value, allowed=allowed, instead=instead)
        )
        return False

    def holds(self, text: str) -> bool:
        """Return whether a text is a date of these years."""
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
        year, month, day = (int(part or 1) for part in match.groups()) if match else (0, 0, 0)
        try:
            return self.first <= date(year, month, day).year <= self.last
        except ValueError:
            return False

    def _instead(self, text: str) -> str | None:
        """Return the date that other signs between year, month and day mean."""
        parts = re.fullmatch(r"\s*([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?\s*", text)
        meant = "-".join(f"{int(part):02d}" for part in parts.groups() if part) if parts else ""
        return meant if self.holds(meant) else None

    def schema(self, definitions: Definitions) -> Definitions:
        return {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}


DAY = Day()
DATE = Either({"a number": Number(FIRST_YEAR, LAST_YEAR, whole=True), "text": DAY})


@dataclass(frozen=True)
class Nested:
    """Numbers laid out on axes: a mapping from members to numbers or to further such mappings."""

    number: Number = NUMBER

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        return MapOf(self if _deeper(value) else self.number, name=MEMBER, least=1).check(
            document, key, value, findings
        )

    def schema(self, definitions: Definitions) -> Definitions:
        definitions["values"] = {"type": "object", "minProperties": 1, "additionalProperties": {
            "anyOf": [{"type": "number"}, {"$ref": "#/$defs/values"}]}}  # fmt: skip
        return {"$ref": "#/$defs/values"}


MEMBER = r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}"


def _deeper(value: Any) -> bool:
    return isinstance(value, dict) and any(isinstance(entry, dict) for entry in value.values())


DISTRIBUTION = Record(
    "a distribution",
    needs={},
    may={
        **{kind: ListOf(NUMBER, len(names), len(names)) for kind, names in ARGUMENTS.items()},
        "switch": MapOf(Number(0, 1), least=2),
    },
    one_of=(KINDS,),
)
FIGURE = Record(
    "a figure",
    needs={
        "unit": OneOf(tuple(UNITS), "a unit of this project"),
        "date": DATE,
        "grade": OneOf(tuple(GRADES), "a grade"),
    },
    may={
        "value": NUMBER,
        "values": Nested(),
        "by": AXES,
        "distribution": DISTRIBUTION,
        "spread": DISTRIBUTION,
        "source": KEYS,
        "read": MapOf(KEYS, name=CELL, least=1),
        "judgement": Text(words=WORDS_IN_A_REASON),
        "doubt": Text(words=WORDS_IN_A_REASON),
        "note": Text(),
    },
    one_of=(("value", "values", "distribution"), ("source", "judgement")),
)


@lru_cache
def figure_in(unit: str) -> Record:
    """Return the form of a figure in this unit; a number that it offers is one that the unit can have."""
    known = UNITS.get(unit)
    number = Number(meant=(known.low, known.high)) if known else NUMBER
    return replace(FIGURE, may={**FIGURE.may, "value": number, "values": Nested(number)})


SOURCE = Record(
    "a source",
    needs={
        "author": Text(),
        "title": Text(),
        "year": Either({"a number": Number(0, LAST_YEAR, whole=True), "text": Text(most=20)}),
        "publisher": Text(),
        "certainty": OneOf(tuple(CERTAINTIES), "a certainty mark"),
        "licence": Text(),
    },
    may={
        "url": Text(pattern=r"https?://[^\s\"'<>\\]+", like="an address that begins with https:// or http://"),
        "doi": Text(pattern=r"10\.[0-9]{4,9}/[^\s\"'<>\\]+", like="a DOI such as 10.1000/182"),
        "pages": Text(),
        "accessed": DATE,
        "note": Text(),
    },
)
FIGURE_FILE: Schema = Record("an evidence file", needs={}, may={
    "about": Text(), "figures": MapOf(FIGURE, name=FIGURE_ID), "sources": MapOf(SOURCE)})  # fmt: skip
SOURCE_FILE: Schema = MapOf(SOURCE)
