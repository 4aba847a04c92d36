"""The law book: every rule, definition and name, read from the checked JSON that ships with the package.

Idea: rules are data. `kaname.law.build` turns the YAML sources into one JSON file; this module reads that file with the
standard library alone, so that a question is answered in a fraction of a second.

Clock: dates are ISO strings (they sort as dates); `from` is inclusive, `until` exclusive. An open end is a word that
sorts after every date, so that no day of the calendar is taken for it.
Reads: kaname/data/law/law.json. Writes nothing.
Source: the data files, each rule with its own citation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from kaname.core.shipped import shipped_json
from kaname.law.premises import UNKNOWN, Implication, alternatives, closed, implications, linked

FIRST = ""
LAST = "open"


@dataclass(frozen=True)
class Citation:
    """Statute or position, article and paragraph; `facts` limits it to cases that tell these facts.

    since: the day from which it is in force, where a rule names a later provision on purpose.
    """

    instrument: str
    article: str
    start: str
    end: str
    facts: Mapping[str, Any]
    since: str = FIRST


@dataclass(frozen=True)
class Version:
    """One dated version of a definition."""

    term: str
    when: Sequence[Any]
    start: str
    end: str
    cite: tuple[Citation, ...]


@dataclass(frozen=True)
class Rule:
    """One rule: what it answers, in which period, on which condition, to which effect, and why."""

    id: str
    file: str
    answers: tuple[str, ...]
    effect: str
    start: str
    end: str
    when: Sequence[Any]
    defeats: tuple[str, ...]
    cite: tuple[Citation, ...]
    certainty: str
    reason: Mapping[str, str]
    decides: str | None
    path: str | None
    reading: str | None
    replaces: tuple[str, ...]
    source: str | None

    def in_force(self, date: str) -> bool:
        """Return whether the rule is in force on an ISO date."""
        return self.start <= date < self.end


@dataclass
class Book:
    """All of the law room's data, with the look-ups that evaluation needs."""

    data: Mapping[str, Any]
    rules: tuple[Rule, ...]
    terms: Mapping[str, tuple[Version, ...]]
    named: dict[tuple[int, str], tuple[Any, tuple[str, ...]]] = field(default_factory=dict)
    _by_question: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    _open: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for question in self.questions:
            self._by_question[question] = tuple(rule for rule in self.rules if question in rule.answers)
        for name, fact in self.facts.items():
            self._open[name] = frozenset((*fact.get("open", ()), UNKNOWN))

    @property
    def questions(self) -> Mapping[str, Any]:
        return self.data["questions"]

    @property
    def facts(self) -> Mapping[str, Any]:
        return self.data["facts"]

    def open_values(self, fact: str) -> frozenset[str]:
        """Return the values of a fact that say that it is still open; `unknown` is one of every fact's."""
        return self._open.get(fact, frozenset())

    @cached_property
    def implications(self) -> tuple[Implication, ...]:
        """Return what follows from what, over the vocabulary."""
        return implications(self.data)

    @cached_property
    def linked(self) -> Mapping[str, str]:
        """Return for each fact that follows from others, or that others follow from, the name of its group."""
        return linked(self.implications)

    def premises(self, facts: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the facts with what follows from them, one set for each of several findings; at least one set."""
        return [closed(self.implications, alternative) for alternative in alternatives(facts)]

    def definitions(self, term: str, date: str) -> list[Version]:
        """Return the versions of a definition in force on a date."""
        return [version for version in self.terms[term] if version.start <= date < version.end]

    def rules_for(self, question: str, date: str, reading: str | None = None) -> list[Rule]:
        """Rules that answer a question on a date: the majority's, or with a named rival reading put in their place."""
        in_force = [rule for rule in self._by_question[question] if rule.in_force(date)]
        majority = [rule for rule in in_force if rule.reading is None]
        if reading is None:
            return majority
        rival = [rule for rule in in_force if rule.reading == reading]
        replaced = {name for rule in rival for name in rule.replaces}
        return [rule for rule in majority if rule.id not in replaced] + rival

    def readings(self, question: str, date: str) -> list[str]:
        """Return the rival readings that bear on a question on a date, in the order of the rules."""
        found = (rule.reading for rule in self._by_question[question] if rule.reading and rule.in_force(date))
        return list(dict.fromkeys(found))

    def rule(self, name: str) -> Rule:
        """Return the rule with this id."""
        return next(rule for rule in self.rules if rule.id == name)


def citation_from(raw: Mapping[str, Any]) -> Citation:
    """Return a citation from its JSON form."""
    return Citation(raw["instrument"], raw["article"], raw["from"], raw["until"], raw["facts"], raw.get("since", FIRST))


def book_from(data: Mapping[str, Any]) -> Book:
    """Return a law book from checked data."""
    rules = tuple(_rule(raw) for raw in data["rules"])
    terms = {name: tuple(_version(name, raw) for raw in term["versions"]) for name, term in data["terms"].items()}
    return Book(data=data, rules=rules, terms=terms)


def _version(term: str, raw: Mapping[str, Any]) -> Version:
    cite = tuple(citation_from(one) for one in raw["cite"])
    return Version(term, raw["when"], raw["from"], raw["until"], cite)


def _rule(raw: Mapping[str, Any]) -> Rule:
    return Rule(
        id=raw["id"],
        file=raw["file"],
        answers=tuple(raw["answers"]),
        effect=raw["effect"],
        start=raw["from"],
        end=raw["until"],
        when=raw["when"],
        defeats=tuple(raw["defeats"]),
        cite=tuple(citation_from(one) for one in raw["cite"]),
        certainty=raw["certainty"],
        reason=raw["reason"],
        decides=raw.get("decides"),
        path=raw.get("path"),
        reading=raw.get("reading"),
        replaces=tuple(raw.get("replaces", ())),
        source=raw.get("source"),
    )


@lru_cache(maxsize=1)
def load_book() -> Book:
    """Return the shipped law book, read once per process."""
    file = Path(__file__).resolve().parents[1] / "data" / "law" / "law.json"
    return book_from(shipped_json(file, "rules", "terms", "questions", "facts", "stands_at"))
