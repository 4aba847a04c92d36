"""Glossary: every name that has an official or settled form in both languages, English and Japanese side by side.

Reads: the words of Kaname, the catalogue of sentences, the law book. Writes: nothing. Source: the statutes for terms of
law; the catalogue for levers and outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kaname.law.book import load_book
from kaname.scenarios.load import load_bargain, load_scenario, shipped_bargains, shipped_scenarios
from kaname.words.catalogue import catalogue
from kaname.words.glossary import glossary
from kaname.words.levers import NAMES
from kaname.words.outcomes import BY_NAME as OUTCOMES

KINDS = ("word", "lever", "outcome", "bargain", "actor", "place", "question", "fact", "value", "body")


@dataclass(frozen=True)
class Term:
    """A term: its kind, the name in files and code, its two forms, and what it means where no other page says it."""

    kind: str
    name: str
    en: str
    ja: str
    meaning: str = ""
    meaning_ja: str = ""

    def means(self, language: str) -> str:
        """Return what the term means in a language; empty where its own page says it."""
        return self.meaning_ja if language == "ja" else self.meaning


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """Return all terms, kind by kind in the order of KINDS, in each by their English form."""
    order = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted({*_of_kaname(), *_of_the_model(), *_of_files(), *_of_law()},
                        key=lambda term: (order[term.kind], term.en.casefold(), term.name)))  # fmt: skip


def look(typed: str) -> dict[str, list[Term]]:
    """Return the terms that hold the words typed, in either language, by kind."""
    wanted = typed.casefold()
    fitting = [
        term
        for term in terms()
        if wanted in f"{term.name} {term.en} {term.ja} {term.means('en')} {term.means('ja')}".casefold()
    ]
    return {kind: those for kind in KINDS if (those := [term for term in fitting if term.kind == kind])}


def _of_kaname() -> Iterator[Term]:
    for word in glossary().words:
        yield Term("word", word.name, word.en, word.ja, word.meaning, word.meaning_ja)


def _of_the_model() -> Iterator[Term]:
    en, ja = catalogue("en"), catalogue("ja")
    yield from (Term("lever", name, en.lever(name), ja.lever(name)) for name in NAMES)
    yield from (Term("outcome", name, en.outcome(name), ja.outcome(name)) for name in OUTCOMES)


def _of_files() -> Iterator[Term]:
    ja = catalogue("ja")
    for name in shipped_bargains():
        own = load_bargain(name).name
        yield Term("bargain", name, own, ja.named("bargain", name, own))
    for scenario in map(load_scenario, shipped_scenarios()):
        for actor in scenario.actors.values():
            yield Term("actor", actor.id, actor.name, ja.named("actor", actor.id, actor.name))
        for name, place in scenario.contingencies.items():
            yield Term("place", name, place.name, ja.named("place", name, place.name))


def _of_law() -> Iterator[Term]:
    book = load_book()
    named = {"question": book.questions, "fact": book.facts, "value": book.data["values"], "body": book.data["bodies"]}
    for kind, entries in named.items():
        yield from (Term(kind, name, entry["en"], entry["ja"]) for name, entry in entries.items())
