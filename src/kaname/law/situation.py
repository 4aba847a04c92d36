"""A situation: a person's own YAML file of facts, read through the guard.

Idea: a file may be a bare mapping of facts, or hold `facts:` and `date:`; anything else is an error with its line. A
file that says more than facts (a date, a title) has its facts under `facts:`.

Reads: the file. Raises InputError(s) with file, line, path and the nearest name. Writes nothing.
Source: the vocabulary in data/law/facts.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaname.core.errors import Findings, InputError, shown
from kaname.law.book import Book
from kaname.law.facts import checked_date, checked_facts, checked_value

if TYPE_CHECKING:
    from kaname.core.safe_yaml import Document, Key

TOLD = ("date", "facts", "title", "note")


@dataclass(frozen=True)
class Situation:
    """Facts that are known to be good, and the day, where the file tells one."""

    facts: Mapping[str, Any]
    date: str | None


def read_situation(book: Book, path: Path) -> Situation:
    """Return the situation of a file; every wrong fact is reported at once."""
    from kaname.core.safe_yaml import read_yaml

    document = read_yaml(path)
    value = document.value
    if not isinstance(value, Mapping):
        raise InputError("the file holds no mapping of facts", file=document.file, line=1, allowed="name: value")
    nested = "facts" in value
    key: tuple[str | int, ...] = ("facts",) if nested else ()
    facts, wrong = _facts_of(document), Findings()
    for name, fact in facts.items():
        _check_at(document, (*key, name), wrong, partial(checked_value, book, name, fact))
    for name in (one for one in value if nested and one not in TOLD):
        wrong.add(document.error((name,), f"{name} is not read here", allowed=list(TOLD)))
    day = _check_at(document, ("date",), wrong, partial(checked_date, book, value["date"])) if "date" in value else None
    wrong.raise_if_any()
    return Situation(checked_facts(book, facts), day)


def _facts_of(document: Document) -> Mapping[str, Any]:
    """Return the mapping of facts, wherever the file has it; InputError where it has none."""
    value = document.value
    beside = next((name for name in TOLD if name != "facts" and name in value), None)
    if "facts" not in value and beside:
        raise document.error((beside,), f"{beside} stands among the facts", hint="Put the facts under facts:")
    facts = value.get("facts", value)
    if facts is None:
        raise document.error(("facts",), "facts is empty", allowed="name: value", hint="Write the facts under it")
    if not isinstance(facts, Mapping):
        raise document.error(("facts",), f"{shown(facts)} is no mapping of facts", allowed="name: value")
    return facts


def _check_at(document: Document, key: Key, wrong: Findings, check: Callable[[], Any]) -> Any:
    """Return the result of the check; where it refuses, the finding is added with its line and None is given."""
    try:
        return check()
    except InputError as error:
        said = {"found": error.found, "allowed": error.allowed, "nearest": error.nearest, "hint": error.hint}
        wrong.add(document.error(key, error.message, **said))
        return None


def facts_told(pairs: Sequence[str]) -> dict[str, list[str]]:
    """Return the values of each fact from words of the form name=value; InputError for another form.

    A fact may be given more than once or with commas: what may hold several values at once is checked with the facts.
    """
    facts: dict[str, list[str]] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name or not value:
            raise InputError(f"{pair!r} is not of the form name=value", path="--fact", found=pair)
        known = facts.setdefault(name, [])
        known += [part for part in map(str.strip, value.split(",")) if part not in known]
    return facts
