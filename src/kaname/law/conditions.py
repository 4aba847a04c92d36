"""Conditions: what a rule asks of the facts, evaluated in three values.

Idea: a condition is a small tree of lists, made from YAML by `build` and kept in the shipped JSON:
    ["always"]                        holds
    ["is", fact, [values]]            the fact has one of the values; open when it is not told or told to be open
    ["number", fact, word, n]         at_least, at_most, over, under
    ["all", [..]] ["any", [..]] ["not", c]
    ["term", name]                    a dated definition of the law book
    ["presumed", c]                   c is taken to hold where nothing is told; a fact told to be open stays open
    ["stated", c]                     c counts only where it is told

Reads: the facts of a case and the book's definitions on its date. Writes nothing.
Source: this project's own; the two operators are the rebuttable presumption and the burden of showing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kaname.law.truth import NO, OPEN, YES, all_of, any_of, negate

if TYPE_CHECKING:
    from kaname.law.book import Book

Condition = Sequence[Any]
Facts = Mapping[str, Any]


class Case:
    """One set of facts on one date, with the definitions of that date evaluated at most once."""

    __slots__ = ("book", "date", "facts", "_terms")

    def __init__(self, book: Book, date: str, facts: Facts) -> None:
        self.book = book
        self.date = date
        self.facts = facts
        self._terms: dict[str, int] = {}

    def value(self, condition: Condition) -> int:
        """Truth of a condition on these facts: no, yes or open."""
        return _EVALUATE[condition[0]](self, condition)

    def term(self, name: str) -> int:
        """Truth of a definition on the date; no where the law of the date does not know it."""
        if name not in self._terms:
            self._terms[name] = any_of(self.value(version.when) for version in self.book.definitions(name, self.date))
        return self._terms[name]

    def told_open(self, condition: Condition) -> bool:
        """Return whether a fact that the condition names is told to be still open."""
        return any(
            fact in self.facts and self.facts[fact] in self.book.open_values(fact)
            for fact in named_facts(condition, self.book, self.date)
        )


def _is(case: Case, condition: Condition) -> int:
    _, fact, values = condition
    if fact not in case.facts:
        return OPEN
    told = case.facts[fact]
    if told in values:
        return YES
    return OPEN if told in case.book.open_values(fact) else NO


def _number(case: Case, condition: Condition) -> int:
    _, fact, word, bound = condition
    if fact not in case.facts:
        return OPEN
    told = case.facts[fact]
    if told in case.book.open_values(fact):
        return OPEN
    holds = {"at_least": told >= bound, "at_most": told <= bound, "over": told > bound, "under": told < bound}[word]
    return YES if holds else NO


def _presumed(case: Case, condition: Condition) -> int:
    value = case.value(condition[1])
    if value != OPEN:
        return value
    return OPEN if case.told_open(condition[1]) else YES


def _stated(case: Case, condition: Condition) -> int:
    value = case.value(condition[1])
    return NO if value == OPEN else value


_EVALUATE = {
    "always": lambda case, condition: YES,
    "is": _is,
    "number": _number,
    "all": lambda case, condition: all_of(case.value(part) for part in condition[1]),
    "any": lambda case, condition: any_of(case.value(part) for part in condition[1]),
    "not": lambda case, condition: negate(case.value(condition[1])),
    "term": lambda case, condition: case.term(condition[1]),
    "presumed": _presumed,
    "stated": _stated,
}


def parts(condition: Condition) -> Sequence[Condition]:
    """Return the conditions directly inside one."""
    head = condition[0]
    if head in ("all", "any"):
        return condition[1]
    if head in ("not", "presumed", "stated"):
        return (condition[1],)
    return ()


def atoms(condition: Condition) -> Iterator[Condition]:
    """Yield the fact conditions and terms inside one, in written order."""
    if condition[0] in ("is", "number", "term"):
        yield condition
    for part in parts(condition):
        yield from atoms(part)


def named_facts(condition: Condition, book: Book, date: str) -> tuple[str, ...]:
    """Return the facts that a condition names on a date, its definitions included, in written order, each once.

    Remembered with the book, whose conditions live as long as it does.
    """
    key = (id(condition), date)
    if key not in book.named:
        book.named[key] = (condition, _named(condition, book, date))
    kept, names = book.named[key]
    return names if kept is condition else _named(condition, book, date)


def _named(condition: Condition, book: Book, date: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for atom in atoms(condition):
        if atom[0] == "term":
            for version in book.definitions(atom[1], date):
                found.update(dict.fromkeys(named_facts(version.when, book, date)))
        else:
            found[atom[1]] = None
    return tuple(found)


def deciding(case: Case, condition: Condition) -> Iterator[Condition]:
    """Yield the fact conditions on which the value rests: the false ones of a false conjunction, the open of an open
    one.
    """
    value = case.value(condition)
    head = condition[0]
    if head in ("is", "number"):
        yield condition
    elif head == "term":
        for version in case.book.definitions(condition[1], case.date):
            if case.value(version.when) == value:
                yield from deciding(case, version.when)
    elif head in ("all", "any"):
        for part in condition[1]:
            if case.value(part) == value:
                yield from deciding(case, part)
    elif head in ("not", "presumed", "stated"):
        yield from deciding(case, condition[1])
