"""The form of evidence files: which entries a figure, a source and a file of them have.

Source: the format is this project's own, told in docs/reference/files.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kaname.core.errors import Findings
from kaname.core.guarded_yaml import Document, Key
from kaname.core.shapes import SNAKE, Definitions, Either, ListOf, MapOf, Number, OneOf, Record, Shape, Text
from kaname.core.units import UNITS
from kaname.evidence.distributions import ARGUMENTS, KINDS
from kaname.evidence.figures import CERTAINTIES, GRADES

FIGURE_ID = r"[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63}){0,3}"
DEEPEST_VALUES = 4
FIRST_YEAR = 1800
LAST_YEAR = 2200
WORDS_IN_A_REASON = 4

NUMBER = Number()
KEYS = Either({"text": Text(pattern=SNAKE, like="a source key"), "a list": ListOf(Text(pattern=SNAKE), least=1)})
AXES = Either(
    {
        "text": Text(pattern=SNAKE, like="an axis"),
        "a list": ListOf(Text(pattern=SNAKE), 1, DEEPEST_VALUES, repeats=True),
    }
)
DATE = Either({"a number": Number(FIRST_YEAR, LAST_YEAR, whole=True), "text": Text(most=10)})


@dataclass(frozen=True)
class Nested:
    """Numbers laid out on axes: a mapping from members to numbers or to further such mappings."""

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        return MapOf(self if _deeper(value) else NUMBER, name=MEMBER, least=1).check(document, key, value, findings)

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
        "judgement": Text(words=WORDS_IN_A_REASON),
        "doubt": Text(words=WORDS_IN_A_REASON),
        "note": Text(),
    },
    one_of=(("value", "values", "distribution"), ("source", "judgement")),
)
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
        "accessed": Text(most=10),
        "note": Text(),
    },
)
FIGURE_FILE: Shape = Record("an evidence file", needs={}, may={
    "about": Text(), "figures": MapOf(FIGURE, name=FIGURE_ID), "sources": MapOf(SOURCE)})  # fmt: skip
SOURCE_FILE: Shape = MapOf(SOURCE)
