"""Families of gaps: acts that differ in one choice and leave the same responses open, shown together.

Idea: whether an intruder is a warship or a government ship may make no difference in law. Acts with the same
thresholds and responses are joined where they differ in the value of one fact alone, again and again, so that a list
of hundreds becomes one that a person reads; every act is in exactly one family.

Reads: the gaps found. Writes nothing.
Source: the joining of neighbouring terms as in W. V. Quine, The problem of simplifying truth functions (1952).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from kaname.law.gaps import Gap

Choices = tuple[tuple[str, tuple[Any, ...]], ...]


@dataclass(frozen=True)
class Family:
    """Acts below every threshold with the same effect: for each fact the values among which it makes no difference."""

    choices: Choices
    thresholds: tuple[tuple[str, str], ...]
    open_responses: tuple[str, ...]
    doubtful_responses: tuple[str, ...]

    @property
    def in_doubt(self) -> bool:
        """Return whether some threshold is undetermined rather than not met."""
        return any(answer == "undetermined" for _, answer in self.thresholds)

    @property
    def count(self) -> int:
        """Return how many acts the family holds."""
        return prod(len(values) for _, values in self.choices)


def families(gaps: Sequence[Gap]) -> list[Family]:
    """Return the gaps in families, in the order of the first act of each."""
    made = [_alone(gap) for gap in gaps]
    names = list(dict.fromkeys(fact for gap in gaps for fact, _ in gap.act))
    before = len(made) + 1
    while len(made) < before:
        before = len(made)
        for fact in names:
            made = _joined(made, fact)
    return made


def _alone(gap: Gap) -> Family:
    choices = tuple((fact, (value,)) for fact, value in gap.act)
    return Family(choices, gap.thresholds, gap.open_responses, gap.doubtful_responses)


def _joined(made: Sequence[Family], fact: str) -> list[Family]:
    """Families that differ in the values of one fact alone, joined."""
    groups: dict[tuple[Any, ...], list[Family]] = {}
    for one in made:
        rest = tuple((name, None if name == fact else values) for name, values in one.choices)
        key = (rest, one.thresholds, one.open_responses, one.doubtful_responses)
        groups.setdefault(key, []).append(one)
    return [_union(group, fact) for group in groups.values()]


def _union(group: Sequence[Family], fact: str) -> Family:
    first = group[0]
    values = tuple(dict.fromkeys(value for one in group for value in dict(one.choices).get(fact, ())))
    choices = tuple((name, values if name == fact else old) for name, old in first.choices)
    return Family(choices, first.thresholds, first.open_responses, first.doubtful_responses)
