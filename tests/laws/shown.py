"""What shows that a mechanism matters: a number of another room that moves once it is frozen (see test_systems).

Each mechanism's own test holds SHOWN, one or the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

FEW, MORE = 150, 600


@dataclass(frozen=True)
class Shown:
    """number: `field`, `field.member` or `field.member.member`; futures: how many it takes to see it.

    by_sign: signs are compared, where a war begun or avoided in one future drowns a small difference in all others.
    """

    number: str
    futures: int = FEW
    by_sign: bool = False


@dataclass(frozen=True)
class NotShown:
    """reason: why no number of another room moves."""

    reason: str


def shown_of(name: str) -> Shown | NotShown:
    """What the test of a mechanism says; AttributeError where it says nothing."""
    room, stem = name.split(".")
    said: Shown | NotShown = import_module(f"tests.model.{room}.test_{stem}").SHOWN
    return said
