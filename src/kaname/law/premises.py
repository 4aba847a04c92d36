"""Premises: the facts of a case with what follows from them, one set for each finding that stands beside another.

Idea: a fact that follows from the facts given is taken as given, so that adding it to a case never changes an answer.
Some facts (findings, situations, orders) may hold several values at once; each set of premises holds one of them, and
what any of the sets opens is open: a finding takes nothing away from what another finding gives.

What follows: the lines `implied` of data/law/facts.yaml, and each contradiction of that file read the other way round
(where all but one of its facts are given and the last has one definite value left, it has that value).
A value that is given, `unknown` included, is never replaced.

Reads: the law book. Writes nothing.
Source: forward chaining over the vocabulary's own lines; findings that stand side by side as in the answers to the
Diet on one event being an armed attack situation and a survival-threatening situation at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any, NamedTuple

UNKNOWN = "unknown"
"""The value that every fact may have: it is told that the fact is not known."""


Marks = tuple[tuple[str, frozenset[Any]], ...]


class Implication(NamedTuple):
    """Implied fact: `fact` has `value` where every fact of `when` has one of its values and none of `unless` has."""

    when: Marks
    unless: Marks
    fact: str
    value: Any


def implications(data: Mapping[str, Any]) -> tuple[Implication, ...]:
    """Return what follows from what: the lines written as `implied`, then the contradictions turned round."""
    made = [
        Implication(_marks(line["when"]), _marks(line.get("unless", {})), fact, value)
        for line in data.get("implied", ())
        for fact, value in line["then"].items()
    ]
    for line in data["contradictions"]:
        for fact, values in line["when"].items():
            one = data["facts"].get(fact, {})
            left = [value for value in one.get("values", ()) if value not in (*values, *one.get("open", ()), UNKNOWN)]
            others = {name: value for name, value in line["when"].items() if name != fact}
            if len(left) == 1 and others:
                made.append(Implication(_marks(others), _marks(line.get("unless", {})), fact, left[0]))
    return tuple(made)


def linked(lines: tuple[Implication, ...]) -> dict[str, str]:
    """Return for each fact of the lines the first fact of its group: those that follow from or bear on one another."""
    group: dict[str, str] = {}
    for line in lines:
        names = [fact for fact, _ in (*line.when, *line.unless)] + [line.fact]
        heads = {group.get(name, name) for name in names}
        for name in [*names, *(each for each, head in group.items() if head in heads)]:
            group[name] = min(heads)
    return group


def _marks(raw: Mapping[str, Any]) -> Marks:
    return tuple((fact, frozenset(values if isinstance(values, list) else [values])) for fact, values in raw.items())


def closed(lines: tuple[Implication, ...], facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts with everything that follows from them; a fact that is given keeps its value."""
    whole = dict(facts)
    added = True
    while added:
        added = False
        for when, unless, fact, value in lines:
            if fact not in whole and _meets(whole, when) and not (unless and _touches(whole, unless)):
                whole[fact] = value
                added = True
    return whole


def _meets(facts: Mapping[str, Any], marks: Marks) -> bool:
    for name, values in marks:  # noqa: SIM110 (a plain loop: it runs for every line of every set of facts tried)
        if facts.get(name) not in values:
            return False
    return True


def _touches(facts: Mapping[str, Any], marks: Marks) -> bool:
    return any(facts.get(name) in values for name, values in marks)


def contradiction_in(data: Mapping[str, Any], facts: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the first line of the contradictions that the facts meet, or None; of several values one is enough."""
    return next((line for line in data["contradictions"] if _contradict(line, facts)), None)


def _contradict(line: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    met = all(
        fact in facts and any(one in values for one in held(facts[fact])) for fact, values in line["when"].items()
    )
    return met and not any(facts.get(fact) in values for fact, values in line.get("unless", {}).items())


def held(value: Any) -> tuple[Any, ...]:
    """Return the values that a fact holds: several, or its one."""
    return value if type(value) is tuple else (value,)


def alternatives(facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return one set of facts for each choice among the values of facts that hold several.

    >>> alternatives({"order": ("a", "b"), "place": "c"})
    [{'order': 'a', 'place': 'c'}, {'order': 'b', 'place': 'c'}]
    """
    several = [fact for fact, value in facts.items() if type(value) is tuple]
    if not several:
        return [dict(facts)]
    choices = product(*(facts[fact] for fact in several))
    return [{**facts, **dict(zip(several, chosen, strict=True))} for chosen in choices]
