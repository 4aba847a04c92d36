"""A situation: a person's own YAML file of facts, read through the guard.

Idea: a file may be a bare mapping of facts, or hold `facts:` and `date:`; anything else is an error with its line.

Reads: the file. Raises InputError(s) with file, line, path and the nearest name. Writes nothing.
Source: the vocabulary in data/law/facts.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings, InputError
from kaname.law.book import Book
from kaname.law.facts import checked_facts, checked_value

TOLD = ("date", "facts", "title", "note")


@dataclass(frozen=True)
class Situation:
    """Facts that are known to be good, and the day, where the file tells one."""

    facts: Mapping[str, Any]
    date: str | None


def read_situation(book: Book, path: Path) -> Situation:
    """The situation of a file; every wrong fact is told at once."""
    from kaname.core.guarded_yaml import read_yaml

    document = read_yaml(path)
    value = document.value
    if not isinstance(value, Mapping):
        raise InputError("the file holds no mapping of facts", file=document.file, line=1, allowed="name: value")
    nested = isinstance(value.get("facts"), Mapping)
    key: tuple[str | int, ...] = ("facts",) if nested else ()
    facts, wrong = value["facts"] if nested else value, Findings()
    for name, told in facts.items():
        try:
            checked_value(book, name, told)
        except InputError as error:
            wrong.add(
                document.error(
                    (*key, name), error.message, found=error.found, allowed=error.allowed, nearest=error.nearest
                )
            )
    for name in (one for one in value if nested and one not in TOLD):
        wrong.add(document.error((name,), f"{name} is not read here", allowed=list(TOLD)))
    wrong.raise_if_any()
    return Situation(checked_facts(book, facts), str(value["date"]) if nested and "date" in value else None)


def facts_told(pairs: Sequence[str]) -> dict[str, str]:
    """Facts from words of the form name=value; InputError for another form or a fact told twice differently."""
    facts: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name or not value:
            raise InputError(f"{pair!r} is not of the form name=value", path="--fact", found=pair)
        if facts.get(name, value) != value:
            raise InputError(f"{name} is told twice: {facts[name]} and {value}", path="--fact", found=pair)
        facts[name] = value
    return facts
