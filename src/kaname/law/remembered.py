"""Remembered verdicts: the answers to one question on many sets of facts that differ little.

Idea: a search for changes asks one question thousands of times on almost the same facts. The value of a condition rests
on the facts that it names alone, so it is kept by those and looked up when they come again.

Reads: the law book. Writes nothing.
Source: memo functions, D. Michie (1968).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.law.ask import weigh
from kaname.law.book import Book
from kaname.law.conditions import Case, Condition, named_facts
from kaname.law.truth import any_of

Memo = dict[tuple[Any, ...], int]
LEAVES = ("is", "number", "always")


class Verdicts:
    """The answers to one question on one date, each worked out once."""

    def __init__(self, book: Book, question: str, date: str) -> None:
        self.book, self.question, self.date = book, question, date
        self.rules = book.rules_for(question, date)
        self._conditions: Memo = {}
        self._answers: dict[frozenset[tuple[str, Any]], int] = {}

    def of(self, facts: Mapping[str, Any]) -> int:
        """Return the answer 0 no, 1 yes, 2 undetermined on facts that are known to be good."""
        key = frozenset(facts.items())
        if key not in self._answers:
            cases = (self.case(premise) for premise in self.book.premises(facts))
            self._answers[key] = any_of(weigh(case, self.rules) for case in cases)
        return self._answers[key]

    def case(self, premises: Mapping[str, Any]) -> Case:
        """Return the case of one set of premises, which remembers the values of conditions."""
        return _Remembering(self.book, self.date, premises, self._conditions)


class _Remembering(Case):
    """A case that looks a condition's value up by the facts that the condition names."""

    __slots__ = ("_memo",)

    def __init__(self, book: Book, date: str, facts: Mapping[str, Any], memo: Memo) -> None:
        super().__init__(book, date, facts)
        self._memo = memo

    def value(self, condition: Condition) -> int:
        """Return the truth of a condition on these facts."""
        if condition[0] in LEAVES:
            return super().value(condition)
        key = (id(condition), *map(self.facts.get, named_facts(condition, self.book, self.date)))
        value = self._memo.get(key)
        if value is None:
            value = self._memo[key] = super().value(condition)
        return value
