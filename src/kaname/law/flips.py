"""Flips: the smallest changes of facts, or of the date, that would change an answer.

Idea: only facts that the rules of the question name can matter. All changes of one fact and of two are tried; where no
small one reaches an answer, a way is built from the rule that would give it and cut down until no part of it can be
left out. So every flip is minimal: no subset of it gives the same answer.

Reads: the law book. Writes nothing.
Source: counterfactual explanation over the rules themselves; the sets are minimal in the sense of inclusion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from kaname.law.ask import FORBIDDING, PERMITTING, verdict
from kaname.law.book import Book
from kaname.law.conditions import Case, atoms, named_facts
from kaname.law.premises import contradiction_in
from kaname.law.reach import pairable
from kaname.law.remembered import Verdicts
from kaname.law.satisfying_facts import ways
from kaname.law.truth import WORDS, YES

PAIR = 2
MOST_TRIED = 4000
LARGEST_WAY = 8


@dataclass(frozen=True)
class Flip:
    """A set of changed facts and the answer that they give."""

    changes: tuple[tuple[str, Any], ...]
    answer: str


@dataclass(frozen=True)
class DateFlip:
    """The nearest day of change: `before` it, or `from` it on, the same facts get another answer."""

    side: str
    date: str
    answer: str


def flips(book: Book, question: str, date: str, facts: Mapping[str, Any], most: int = 6) -> list[Flip]:
    """Return the smallest changes that give a definite other answer, smallest first; at most `most` for each answer."""
    verdicts = Verdicts(book, question, date)
    now = verdicts.of(facts)
    found: list[Flip] = []
    for target in ("yes", "no"):
        if WORDS[now] != target:
            found += _toward(verdicts, facts, target, most)
    return sorted(found, key=lambda flip: len(flip.changes))


@dataclass(frozen=True)
class Openings:
    """Changes that would give a yes: unknown circumstances alone, or findings, orders and consents with them.

    subjects: facts that say what the question is about, where every way to a yes would suppose one of them.
    """

    circumstances: tuple[Flip, ...]
    findings: tuple[Flip, ...]
    subjects: tuple[str, ...] = ()


def openings(book: Book, question: str, date: str, facts: Mapping[str, Any], most: int = 3) -> Openings:
    """Return the smallest sets of untold circumstances, and of findings, orders and consents, that would give a yes.

    Circumstances that are told stay as they are: what has happened cannot be decided away, no finding is offered that
    is at odds with them, and what the question is about is not supposed.
    """
    ways_to_yes = _toward(Verdicts(book, question, date), facts, "yes", MOST_TRIED)
    kept = [flip for flip in ways_to_yes if _keeps_circumstances(book, facts, flip)]
    subjects = dict.fromkeys(fact for flip in kept for fact, _ in flip.changes if book.facts[fact].get("subject"))
    kept = [flip for flip in kept if not subjects.keys() & {fact for fact, _ in flip.changes}]
    formal = [any(_found(book, fact) for fact, _ in flip.changes) for flip in kept]
    by_finding = [flip for flip, is_formal in zip(kept, formal, strict=True) if is_formal]
    by_circumstance = [flip for flip, is_formal in zip(kept, formal, strict=True) if not is_formal]
    return Openings(tuple(by_circumstance[:most]), tuple(by_finding[:most]), () if kept else tuple(subjects))


def _found(book: Book, fact: str) -> bool:
    """Return whether a fact is a finding, order or consent, or is judged when one is made."""
    return bool(book.facts[fact].get("finding") or book.facts[fact].get("judged"))


def _keeps_circumstances(book: Book, facts: Mapping[str, Any], flip: Flip) -> bool:
    told = {**facts, **dict(flip.changes)}
    known = {fact for fact, value in facts.items() if value not in book.open_values(fact)}
    kept = all(book.facts[fact].get("finding") or fact not in known for fact, _ in flip.changes)
    return kept and not any(
        all(told.get(fact) in values for fact, values in line["when"].items()) for line in book.data.get("at_odds", ())
    )


def date_flips(book: Book, question: str, date: str, facts: Mapping[str, Any]) -> list[DateFlip]:
    """Return the last earlier day of change and the first later one from which the answer is another."""
    now = verdict(book, question, date, facts)
    found = []
    days = [day for day in book.data["changes"] if day >= book.data["first_day"]]
    earlier = [book.data["first_day"], *(day for day in days if day <= date)]
    for until, since in zip([*earlier[1:], date][::-1], earlier[::-1], strict=True):
        answer = verdict(book, question, since, facts)
        if answer != now:
            found.append(DateFlip("before", until, WORDS[answer]))
            break
    later = ((day, verdict(book, question, day, facts)) for day in days if day > date)
    found += [DateFlip("from", day, WORDS[answer]) for day, answer in later if answer != now][:1]
    return found


def values_named(book: Book, question: str, date: str) -> dict[str, list[Any]]:
    """For each fact that the question's rules name: the values worth trying, the rules' own and one other."""
    found: dict[str, list[Any]] = {}
    for rule in book.rules_for(question, date):
        for fact in named_facts(rule.when, book, date):
            found.setdefault(fact, [])
        _collect(book, date, rule.when, found)
    for fact, values in found.items():
        others = [value for value in book.facts[fact].get("values", ()) if value not in values]
        values += [other for other in others if other not in book.open_values(fact)][:1]
    return found


def _collect(book: Book, date: str, condition: Any, found: dict[str, list[Any]]) -> None:
    for atom in atoms(condition):
        if atom[0] == "term":
            for version in book.definitions(atom[1], date):
                _collect(book, date, version.when, found)
            continue
        fact, named = atom[1], atom[2] if atom[0] == "is" else [atom[3], atom[3] + 1]
        known = found.setdefault(fact, [])
        known += [one for one in named if one not in known and one not in book.open_values(fact)]


def _toward(verdicts: Verdicts, facts: Mapping[str, Any], target: str, most: int) -> list[Flip]:
    """Minimal changes that give the target answer."""
    found: list[dict[str, Any]] = []
    for changes in _candidates(verdicts, facts, target):
        told = {**facts, **changes}
        if WORDS[verdicts.of(told)] != target:
            continue
        if not any(one.items() <= changes.items() for one in found) and not _contradicts(verdicts.book, told):
            found.append(changes)
    for way in _built(verdicts, facts, target):
        if not any(one.items() <= way.items() for one in found):
            found.append(way)
    found.sort(key=len)
    return [Flip(tuple(changes.items()), target) for changes in found[:most]]


def _candidates(verdicts: Verdicts, facts: Mapping[str, Any], target: str) -> Iterator[dict[str, Any]]:
    """Yield every change of one fact that can give the target answer, then of two, up to the budget."""
    values = values_named(verdicts.book, verdicts.question, verdicts.date)
    options = {fact: [one for one in tried if facts.get(fact) != one] for fact, tried in values.items()}
    together = _together(verdicts, facts, target)
    yield from ({fact: value} for fact, tried in options.items() for value in tried)
    tried = 0
    for first, second in combinations(options, PAIR):
        if not any(first in group and second in group for group in together):
            continue
        for pair in product(options[first], options[second]):
            tried += 1
            if tried > MOST_TRIED:
                return
            yield dict(zip((first, second), pair, strict=True))


def _together(verdicts: Verdicts, facts: Mapping[str, Any], target: str) -> list[frozenset[str]]:
    """Sets of facts of which two must change for the target answer, what they follow from or lead to included."""
    book = verdicts.book
    groups = [
        group
        for premise in book.premises(facts)
        for group in pairable(verdicts.case(premise), verdicts.rules, WORDS.index(target), PAIR)
    ]
    linked = [{book.linked[fact] for fact in group if fact in book.linked} for group in groups]
    return [
        group | {fact for fact, head in book.linked.items() if head in heads}
        for group, heads in zip(groups, linked, strict=True)
    ]


def _built(verdicts: Verdicts, facts: Mapping[str, Any], target: str) -> Iterator[dict[str, Any]]:
    """Ways through the rules that would give the target, each cut down to what is needed."""
    effects = PERMITTING if target == "yes" else FORBIDDING
    case = Case(verdicts.book, verdicts.date, facts)
    for rule in verdicts.rules:
        if rule.effect not in effects:
            continue
        for way in ways(case, rule.when, YES):
            changes = {fact: value for fact, value in way.items() if facts.get(fact) != value}
            small = smallest_part(verdicts, facts, changes, target)
            if small:
                yield small


def smallest_part(
    verdicts: Verdicts, facts: Mapping[str, Any], changes: Mapping[str, Any], target: str
) -> dict[str, Any] | None:
    """Return the smallest part of the changes that gives the target, or None where no part of them does."""
    if len(changes) > LARGEST_WAY:
        return None
    for size in range(1, len(changes) + 1):
        for part in combinations(changes.items(), size):
            told = {**facts, **dict(part)}
            if WORDS[verdicts.of(told)] == target and not _contradicts(verdicts.book, told):
                return dict(part)
    return None


def _contradicts(book: Book, facts: Mapping[str, Any]) -> bool:
    return contradiction_in(book.data, facts) is not None
