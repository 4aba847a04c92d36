"""Ways: sets of facts that would make a condition yes or no.

Idea: walk the condition and collect what must be told; a disjunction gives several ways, a conjunction joins them.
A fact that already has the needed value asks for nothing. The number of ways is capped: they are starting points that
`flips` and `check` verify by evaluation, not an enumeration.

Reads: the law book's definitions. Writes nothing.
Source: this project's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from kaname.law.conditions import Case, Condition
from kaname.law.truth import YES, negate

MOST = 24
Way = dict[str, Any]


def ways(case: Case, condition: Condition, wanted: int) -> list[Way]:
    """Return facts to tell so that the condition becomes `wanted` (yes or no); an empty list where there is no way."""
    if case.value(condition) == wanted:
        return [{}]
    return _WAYS[condition[0]](case, condition, wanted)[:MOST]


def _is(case: Case, condition: Condition, wanted: int) -> list[Way]:
    _, fact, named = condition
    known = case.book.facts[fact]["values"]
    open_values = case.book.open_values(fact)
    if wanted == YES:
        return [{fact: value} for value in named]
    return [{fact: value} for value in known if value not in named and value not in open_values]


def _number(case: Case, condition: Condition, wanted: int) -> list[Way]:
    _, fact, word, bound = condition
    holding = {"at_least": bound, "at_most": bound, "over": bound + 1, "under": bound - 1}[word]
    failing = {"at_least": bound - 1, "at_most": bound + 1, "over": bound, "under": bound}[word]
    value = holding if wanted == YES else failing
    return [{fact: value}] if value >= 0 else []


def _every(case: Case, parts: Sequence[Condition], wanted: int) -> list[Way]:
    joined: list[Way] = [{}]
    for part in parts:
        options = ways(case, part, wanted)
        joined = [{**one, **two} for one, two in product(joined, options) if agree(one, two)][:MOST]
    return joined


def _some(case: Case, parts: Sequence[Condition], wanted: int) -> list[Way]:
    found = [way for part in parts for way in ways(case, part, wanted)]
    return sorted(found, key=len)


def _all(case: Case, condition: Condition, wanted: int) -> list[Way]:
    return (_every if wanted == YES else _some)(case, condition[1], wanted)


def _any(case: Case, condition: Condition, wanted: int) -> list[Way]:
    return (_some if wanted == YES else _every)(case, condition[1], wanted)


def _term(case: Case, condition: Condition, wanted: int) -> list[Way]:
    versions = [version.when for version in case.book.definitions(condition[1], case.date)]
    return (_some if wanted == YES else _every)(case, versions, wanted)


def _inside(case: Case, condition: Condition, wanted: int) -> list[Way]:
    return ways(case, condition[1], wanted)


def agree(entry: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """Return whether two ways tell no fact differently."""
    return all(two.get(fact, value) == value for fact, value in entry.items())


_WAYS = {
    "always": lambda case, condition, wanted: [],
    "is": _is,
    "number": _number,
    "all": _all,
    "any": _any,
    "not": lambda case, condition, wanted: ways(case, condition[1], negate(wanted)),
    "term": _term,
    "presumed": _inside,
    "stated": _inside,
}
