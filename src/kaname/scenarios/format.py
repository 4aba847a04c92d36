"""The form of scenario, override and bargain files: which entries they have.

Every number that the model computes with is a figure: the id of one in the evidence ({figure: id}) or one written in
place. Bare numbers stand only where they are dates and rules of the calendar.

Source: the format is this project's own, described in docs/reference/files.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kaname.core.errors import Findings
from kaname.core.safe_yaml import Document, Key
from kaname.core.schema import (
    IDENTIFIER,
    SNAKE,
    Definitions,
    Either,
    ListOf,
    MapOf,
    Nothing,
    Number,
    OneOf,
    Record,
    Schema,
    Text,
    Truth,
    json_schema,
)
from kaname.evidence.format import FIGURE, FIGURE_ID, KEYS, MEMBER, SOURCE, WORDS_IN_A_REASON
from kaname.words.axes import SIDES
from kaname.words.levers import CONSENTERS

ROLES = ("protector", "ally", "rival", "proliferator", "partner", "challenger", "bystander")
SINGLE_ROLES = ("protector", "ally")
AT_MOST_ONE = ("rival", "proliferator")
FLAGS = ("nuclear_armed", "long_range_missiles", "host", "claimant")
CASES = ("homeland", "cyber", "missile")
ASKS = ("more", "less", "level")
FIRST_CODING, SECOND_CODING, BETWEEN = "first", "second", "between"
CODING_NAME = rf"(?!(?:{FIRST_CODING}|{BETWEEN})$){SNAKE}"
RULE_NAME = f"({'|'.join(SIDES)})_[a-z0-9_]{{1,40}}"
FIRST_START, LAST_START = 1945, 2100
LONGEST_YEARS = 50
MONTHS = 12

NAME = Text(most=120)
SENTENCE = Text(words=3, most=600)
REASON = Text(words=WORDS_IN_A_REASON)
PASSAGE = Text(words=2, most=300)
WORD = Text(pattern=SNAKE, like="a word of lower-case letters, digits and underscores")
FILE_WORD = Text(pattern=IDENTIFIER, like="lower-case letters, digits, _ and -, beginning with a letter")
YEAR = Number(FIRST_START, LAST_START, whole=True)
ORIGIN = ("source", "judgement")


@dataclass(frozen=True)
class Given:
    """A figure: {figure: id}, or one written in place. What it says is checked where the evidence is known."""

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        return True

    def schema(self, definitions: Definitions) -> Definitions:
        return {"anyOf": [REFERENCE.schema(definitions), FIGURE.schema(definitions)]}


@dataclass(frozen=True)
class Anything:
    """Schema of the value of a change; the merged scenario is checked as a whole."""

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        return True

    def schema(self, definitions: Definitions) -> Definitions:
        return {}


REFERENCE = Record("the id of a figure", needs={"figure": Text(pattern=FIGURE_ID, like="the id of a figure")})
GIVEN = Given()
START = Record("a start", needs={"year": YEAR, "quarter": Number(1, 4, whole=True)})
ACTOR = Record(
    "an actor",
    needs={"name": NAME, "role": OneOf(ROLES, "a role")},
    may={"flags": ListOf(OneOf(FLAGS, "a flag of an actor")), "note": Text()},
)
ACTORS = ListOf(WORD)
PARTS = Record(
    "the roles of a contingency",
    needs={"challenger": WORD, "target": WORD, "guarantor": WORD},
    may={"host": Either({"text": WORD, "nothing": Nothing()}), "bystander": ACTORS, "supporter": ACTORS},
)
_PLAIN_FACT: dict[str, Schema] = {
    "text": Text(most=80),
    "a truth value": Truth(),
    "a number": Number(-1000, 100_000, whole=True),
    "a list": ListOf(Text(most=80)),
}
FACTS = MapOf(Either({**_PLAIN_FACT, "a mapping": MapOf(Either(_PLAIN_FACT))}))
CONTINGENCY = Record(
    "a contingency",
    needs={"name": NAME, "roles": PARTS, "theatre": WORD},
    may={
        "case": ListOf(OneOf(CASES, "a kind of case")),
        "game": WORD,
        "law": FACTS,
        "neutral_note": SENTENCE,
        "note": Text(),
    },
)
ELECTION = Record(
    "a rule of the calendar",
    needs={"every_years": Number(1, 12, whole=True), "month": Number(1, MONTHS, whole=True), "first": YEAR},
    may={"source": KEYS, "note": Text()},
)
THING_AS_IS = Record("a thing as it is", needs={"what": SENTENCE, "source": KEYS}, may={"note": Text()})
SCENARIO = Record(
    "a scenario",
    needs={
        "id": FILE_WORD,
        "title": NAME,
        "question": SENTENCE,
        "start": START,
        "years": Number(1, LONGEST_YEARS, whole=True),
        "actors": MapOf(ACTOR, least=2),
        "contingencies": MapOf(CONTINGENCY, least=1),
        "initial": MapOf(GIVEN),
        "calendar": MapOf(ELECTION, name=RULE_NAME, kind="a rule of a side: ally_... or protector_..."),
        "as_is": ListOf(THING_AS_IS),
        "bargains": ListOf(FILE_WORD, least=1),
    },
    may={
        "about": Text(),
        "law_hours": GIVEN,
        "axes": MapOf(ListOf(Text(pattern=MEMBER, like="a member of an axis"), least=1)),
        "parameters": MapOf(GIVEN),
        "levers": MapOf(GIVEN),
        "sources": MapOf(SOURCE),
    },
)
OVERRIDE = Record(
    "an override file",
    needs={"id": FILE_WORD, "base": FILE_WORD, "changes": MapOf(Anything(), name=r"[A-Za-z0-9_.-]{1,300}", least=1,
                                                               kind="a path such as initial.gdp")},
    may={"title": NAME, "question": SENTENCE, "about": Text(), "sources": MapOf(SOURCE)},
)  # fmt: skip

ADOPTION = Record(
    "an adoption",
    needs={},
    may={
        "lag_quarters": GIVEN,
        "consent": ListOf(OneOf(CONSENTERS, "a body that consents")),
        "cost": MapOf(GIVEN, name="|".join(SIDES), kind=f"a side that pays: {' or '.join(SIDES)}"),
    },
)
LEVER = Record(
    "a lever of a bargain",
    needs={"to": GIVEN},
    may={
        "asks": OneOf(ASKS, "what is asked of a lever"),
        "then": GIVEN,
        "passage": PASSAGE,
        "adopt": ADOPTION,
        "source": KEYS,
        "judgement": REASON,
        "note": Text(),
    },
    one_of=(ORIGIN,),
)
READING = Record(
    "a reading of a lever",
    needs={"to": GIVEN},
    may={"asks": OneOf(ASKS, "what is asked of a lever"), "passage": PASSAGE, "note": Text()},
)
CODING = Record("a coding", needs={"coder": NAME, "levers": MapOf(READING)}, may={"note": Text()})
BARGAIN = Record(
    "a bargain",
    needs={
        "id": FILE_WORD,
        "name": NAME,
        "summary": Text(words=WORDS_IN_A_REASON),
        "adds": ListOf(SENTENCE),
        "levers": MapOf(LEVER),
    },
    may={
        "author": NAME,
        "source": KEYS,
        "judgement": REASON,
        "own_start": START,
        "codings": MapOf(CODING, name=CODING_NAME, kind="the name of a further coding, such as second"),
        "sources": MapOf(SOURCE),
        "note": Text(),
    },
    one_of=(ORIGIN,),
)


def scenario_schema() -> Definitions:
    """JSON Schema of a scenario file."""
    return json_schema(SCENARIO, "Kaname scenario", "Who, where, contingencies, starting values, calendar, bargains.")


def override_schema() -> Definitions:
    """JSON Schema of an override file."""
    return json_schema(OVERRIDE, "Kaname override", "A scenario told as changes to another.")


def bargain_schema() -> Definitions:
    """JSON Schema of a bargain file."""
    return json_schema(BARGAIN, "Kaname bargain", "A named package of levers.")
