"""The smallest difference of each outcome that matters, in its own unit, with the reason.

Idea: a difference that nobody would act on is no difference, however sure. The sizes stand in one file, so that a
reader can disagree with one of them in one place. Reads: data/smallest_effects.yaml. Writes: nothing.
Errors: InputErrors with file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kaname.core.errors import Findings
from kaname.core.safe_yaml import read_yaml
from kaname.core.schema import MapOf, Number, Record, Text
from kaname.evidence.load import DATA

FILE = DATA / "smallest_effects.yaml"
SIZES = MapOf(
    Record("a smallest effect", needs={"size": Number(1e-9), "why": Text(words=3)}),
    name=r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)?", kind="an outcome, or crisis. and what is measured in an injected crisis",
)  # fmt: skip


@dataclass(frozen=True)
class Smallest:
    """The smallest difference that matters, in the outcome's unit, and why it is that."""

    size: float
    why: str


@cache
def smallest_effects() -> Mapping[str, Smallest]:
    """Return the smallest difference that matters by outcome; InputErrors with all that is wrong with the file."""
    document, findings = read_yaml(FILE), Findings()
    SIZES.check(document, (), document.value, findings)
    findings.raise_if_any()
    return {name: Smallest(float(entry["size"]), entry["why"]) for name, entry in document.value.items()}


def smallest_of(outcome: str) -> Smallest | None:
    """Return the size for an outcome, with or without the members of its axes; None where the file has none."""
    sizes = smallest_effects()
    return sizes.get(outcome) or sizes.get(outcome.partition(".")[0])
