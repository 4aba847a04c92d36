"""Possible answers: what the answer can still be while some facts have not been asked for.

Idea: a fact that is open may still be given any value, given as unknown, or not given; so each condition has a set of
values that it can still take. Where the set of answers has one member, nothing that is open can change the answer; else
the facts inside the conditions that are not settled are those that can.

Formula: Kleene's connectives taken over sets, part by part (parts that name one fact twice are taken as independent, so
a set may be too large and never too small). Sets are bits: 1 no, 2 yes, 4 undetermined.
Reads: the law book. Writes nothing.
Source: interval evaluation (abstract interpretation, P. and R. Cousot 1977) of this project's three values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kaname.law.ask import FORBIDDING, PERMITTING
from kaname.law.book import Book, Rule
from kaname.law.conditions import Case, Condition, named_facts
from kaname.law.truth import NO, OPEN, WORDS, YES

CAN_NO, CAN_YES, CAN_OPEN = 1 << NO, 1 << YES, 1 << OPEN
ANYTHING = CAN_NO | CAN_YES | CAN_OPEN
Fixed = Mapping[str, Any]


class OpenFacts(NamedTuple):
    """Facts that can still change the answer: those without which it stays open, and exceptions to what is presumed."""

    needed: tuple[str, ...]
    exceptions: tuple[str, ...]


class Prospect:
    """A question on a date with the facts given and those that will not be asked: what can still come of it."""

    def __init__(self, book: Book, question: str, date: str, facts: Fixed, closed: Iterable[str] = ()) -> None:
        self.book, self.date = book, date
        self.rules = rules_in_force(book, question, date)
        self.cases = [Case(book, date, premise) for premise in book.premises(facts)]
        self.closed = frozenset(closed)
        self._sets: dict[tuple[int, int], int] = {}

    def answers(self) -> int:
        """Return the set of answers that are still possible, as bits."""
        sets = [_weighed(self._rule_sets(case)) for case in self.cases]
        return _some(sets)

    def words(self) -> tuple[str, ...]:
        """Return the answers that are still possible, as words."""
        bits = self.answers()
        return tuple(WORDS[value] for value in (NO, YES, OPEN) if bits & 1 << value)

    def open_facts(self) -> OpenFacts:
        """Return the facts that can still change the answer, in the order of the rules.

        Exceptions are those that count only against a presumption, or only where they are shown, as the conditions of a
        bar do: passed over, they leave the answer as the law presumes it.
        """
        found: dict[str, bool] = {}
        for case in self.cases:
            sets = self._rule_sets(case)
            if _single(_weighed(sets)):
                continue
            for rule in _that_matter(sets):
                for fact, needed in self._unsettled(case, rule.when, rule.effect not in FORBIDDING):
                    found[fact] = found.get(fact, False) or needed
        return OpenFacts(
            tuple(fact for fact, needed in found.items() if needed),
            tuple(fact for fact, needed in found.items() if not needed),
        )

    def _rule_sets(self, case: Case) -> list[tuple[Rule, int]]:
        return [(rule, self._set(case, rule.when)) for rule in self.rules]

    def _is_open(self, case: Case, fact: str) -> bool:
        return fact not in case.facts and fact not in self.closed

    def _set(self, case: Case, condition: Condition) -> int:
        """Return the set of values that a condition can still take, worked out once for each case."""
        key = (id(case), id(condition))
        if key not in self._sets:
            self._sets[key] = self._worked_out(case, condition)
        return self._sets[key]

    def _worked_out(self, case: Case, condition: Condition) -> int:
        head = condition[0]
        if head in ("is", "number"):
            return ANYTHING if self._is_open(case, condition[1]) else 1 << case.value(condition)
        if head in ("all", "any"):
            return (_every if head == "all" else _some)([self._set(case, part) for part in condition[1]])
        if head == "not":
            return _turned(self._set(case, condition[1]))
        if head == "term":
            return _some(
                [self._set(case, definition.when) for definition in self.book.definitions(condition[1], self.date)]
            )
        if head == "always":
            return CAN_YES
        inner = self._set(case, condition[1])
        if not inner & CAN_OPEN:
            return inner
        if head == "stated":
            return inner & ~CAN_OPEN | CAN_NO
        return inner & ~CAN_OPEN | self._presumed(case, condition[1])

    def _presumed(self, case: Case, condition: Condition) -> int:
        """Return what an open condition under a presumption can become: yes, unless a fact in it is given as
        unknown.
        """
        if case.told_open(condition):
            return CAN_OPEN
        open_inside = any(self._is_open(case, fact) for fact in facts_of(self.book, condition, self.date))
        return CAN_YES | CAN_OPEN if open_inside else CAN_YES

    def _unsettled(self, case: Case, condition: Condition, needed: bool) -> Iterator[tuple[str, bool]]:
        """Yield the open facts in the parts of a condition that are not settled; False under a presumption or
        burden.
        """
        head = condition[0]
        if head in ("is", "number"):
            if self._is_open(case, condition[1]):
                yield condition[1], needed
        elif not _single(self._set(case, condition)):
            if head == "term":
                inside: Iterable[Condition] = [
                    definition.when for definition in self.book.definitions(condition[1], self.date)
                ]
            else:
                inside = condition[1] if head in ("all", "any") else (condition[1],)
            for part in inside:
                yield from self._unsettled(case, part, needed and head not in ("presumed", "stated"))


def rules_in_force(book: Book, question: str, date: str) -> tuple[Rule, ...]:
    """Return the majority's rules for a question on a date."""
    return tuple(book.rules_for(question, date))


def facts_of(book: Book, condition: Condition, date: str) -> tuple[str, ...]:
    """Return the facts that a condition names on a date."""
    return named_facts(condition, book, date)


def _weighed(sets: list[tuple[Rule, int]]) -> int:
    """Return the answers that rules with these sets can give."""
    bars = [one for rule, one in sets if rule.effect in FORBIDDING]
    if CAN_YES in bars:
        return CAN_NO
    made = _some([one for rule, one in sets if rule.effect in PERMITTING])
    reserves = [one for rule, one in sets if rule.effect == "reserves"]
    if made & CAN_NO and any(reserve & CAN_YES for reserve in reserves):
        made |= CAN_OPEN
        if CAN_YES in reserves:
            made &= ~CAN_NO
    return made | CAN_NO if any(bar & CAN_YES for bar in bars) else made


def _that_matter(sets: list[tuple[Rule, int]]) -> Iterator[Rule]:
    """Yield the rules that are not settled and whose settling can move the answer."""
    granted = any(one == CAN_YES for rule, one in sets if rule.effect in PERMITTING)
    for rule, one in sets:
        if _single(one):
            continue
        if rule.effect in FORBIDDING:
            if one & CAN_YES:
                yield rule
        elif not granted:
            yield rule


def _single(bits: int) -> bool:
    return bits in (CAN_NO, CAN_YES, CAN_OPEN)


def _every(sets: list[int]) -> int:
    no = any(one & CAN_NO for one in sets)
    yes = all(one & CAN_YES for one in sets)
    pending = any(one & CAN_OPEN for one in sets) and all(one & (CAN_YES | CAN_OPEN) for one in sets)
    return no * CAN_NO | yes * CAN_YES | pending * CAN_OPEN


def _some(sets: list[int]) -> int:
    return _turned(_every([_turned(one) for one in sets]))


def _turned(bits: int) -> int:
    return bits & CAN_OPEN | (CAN_YES if bits & CAN_NO else 0) | (CAN_NO if bits & CAN_YES else 0)
