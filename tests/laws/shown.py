"""What shows that a mechanism matters: a number of another room that moves once it is frozen (see test_systems).

Each mechanism's own test holds SHOWN, one or the other.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
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
    """What the test of a mechanism says, read without running it; StopIteration where it says nothing."""
    path = TESTS.joinpath("model", *name.split(".")[:1], f"test_{name.split('.')[1]}.py")
    body = ast.parse(path.read_text(encoding="utf-8")).body
    said = next(node.value for node in body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SHOWN")
    words = {"Shown": Shown, "NotShown": NotShown, "FEW": FEW, "MORE": MORE}
    found: Shown | NotShown = eval(ast.unparse(said), words)
    return found
