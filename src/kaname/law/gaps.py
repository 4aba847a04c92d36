"""Gaps: acts that an adversary can commit that stay below every threshold, and the response that each leaves open.

Idea: an act is a small set of facts that the adversary controls. All acts up to a size are tried; one is a gap where no
threshold question is answered yes. Acts that add a fact without changing any answer are dropped, so the list holds the
smallest ones.

Formula: the search runs over all choices of up to `size` dimensions and one value in each (data/law/gaps.yaml).
Reads: the law book. Writes nothing.
Source: this project's own; thresholds and responses are the book's questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from kaname.law.ask import verdict
from kaname.law.book import Book
from kaname.law.truth import NO, WORDS, YES


@dataclass(frozen=True)
class Gap:
    """An act below every threshold: its facts, how the thresholds answer, which responses are open or in doubt."""

    act: tuple[tuple[str, Any], ...]
    thresholds: tuple[tuple[str, str], ...]
    open_responses: tuple[str, ...]
    doubtful_responses: tuple[str, ...]

    @property
    def in_doubt(self) -> bool:
        """Return whether some threshold is undetermined rather than not met."""
        return any(answer == "undetermined" for _, answer in self.thresholds)


def gaps(book: Book, date: str, size: int = 3) -> list[Gap]:
    """Gaps on a date: those below every threshold for certain, then those in doubt; smallest act first in each."""
    seen: dict[frozenset[tuple[str, Any]], tuple[Any, ...]] = {}
    found = []
    for act in _acts(book, size):
        gap = _gap(book, date, act)
        if gap is None:
            continue
        key = (gap.thresholds, gap.open_responses, gap.doubtful_responses)
        items = frozenset(act.items())
        seen[items] = key
        if not any(seen.get(items - {item}) == key for item in items):
            found.append(gap)
    return sorted(found, key=lambda gap: (gap.in_doubt, len(gap.act), len(gap.open_responses)))


def _acts(book: Book, size: int) -> Iterator[dict[str, Any]]:
    dimensions: Mapping[str, list[Any]] = book.data["dimensions"]
    impossible, needed = book.data["impossible"], set(book.data["needs"])
    for count in range(1, size + 1):
        for names in combinations(dimensions, count):
            for values in product(*(dimensions[name] for name in names)):
                act = dict(zip(names, values, strict=True))
                if needed & set(act) and not any(_matches(act, line) for line in impossible):
                    yield act


def _matches(act: Mapping[str, Any], line: Mapping[str, list[Any]]) -> bool:
    return all(act.get(fact) in values for fact, values in line.items())


def _gap(book: Book, date: str, act: Mapping[str, Any]) -> Gap | None:
    facts = {**book.data["always"], **act}
    thresholds = {name: verdict(book, name, date, facts) for name in book.data["thresholds"]}
    if any(value == YES for value in thresholds.values()):
        return None
    answers = {name: _response(book, date, facts, response) for name, response in book.data["responses"].items()}
    return Gap(
        act=tuple(act.items()),
        thresholds=tuple((name, WORDS[value]) for name, value in thresholds.items()),
        open_responses=tuple(name for name, value in answers.items() if value == YES),
        doubtful_responses=tuple(name for name, value in answers.items() if value not in (YES, NO)),
    )


def _response(book: Book, date: str, facts: Mapping[str, Any], response: Mapping[str, Any]) -> int:
    """Return how the law answers a response once the orders that it needs are given."""
    return verdict(book, response["asks"], date, {**facts, **response.get("facts", {})})
