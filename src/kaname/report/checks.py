"""What the run was checked against: arms beside the main one, and the verdicts that survive them or do not.

A difference is called better only where its sign stands in every check that is required; what fails says which check
it depends on. A run without checks has no verdicts, and then nothing is called better.
Units: those of the outcomes. Reads: summary `checks`, `verdicts`. Writes: nothing. Source: docs/reference/files.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from kaname.analysis.paired import Difference, difference_without_rows
from kaname.words.checks import REQUIRED


class Mark(Enum):
    """How a difference stands in a check, against its sign in the main run."""

    HOLDS = "same sign, clear"
    FAINT = "same sign, not clear"
    LOST = "other sign or none, not clear"
    TURNS = "other sign, clear"
    ABSENT = "not asked"


SIGNS = {
    Mark.HOLDS: "\N{BLACK CIRCLE}",
    Mark.FAINT: "\N{WHITE CIRCLE}",
    Mark.LOST: "\N{WHITE DIAMOND}",
    Mark.TURNS: "\N{MULTIPLICATION X}",
    Mark.ABSENT: "\N{EN DASH}",
}


@dataclass(frozen=True)
class CheckResult:
    """One arm beside the main run, on its first futures, with the same shocks."""

    id: str
    name: str
    sentence: str
    futures: int
    pairs: Mapping[str, Mapping[str, Any]]
    required: bool

    def gap(self, bargain: str, column: str) -> Difference | None:
        """The difference to the reference in this arm; None where it was not asked."""
        pair = self.pairs.get(bargain)
        said = pair["outcomes"].get(column) if pair else None
        return difference_without_rows(said, int(pair["pairs"])) if pair and said else None

    def mark(self, bargain: str, column: str, up: bool) -> Mark:
        """How a difference that is positive in the main run (up), or negative, stands here."""
        gap = self.gap(bargain, column)
        if gap is None or gap.mean is None:
            return Mark.ABSENT
        same = gap.mean != 0 and (gap.mean > 0) == up
        if gap.excludes_zero:
            return Mark.HOLDS if same else Mark.TURNS
        return Mark.FAINT if same else Mark.LOST


@dataclass(frozen=True)
class Claim:
    """A verdict of the summary: a difference of a bargain to the reference in an end of a state."""

    bargain: str
    state: str
    column: str
    gap: Difference
    favours: str | None
    survives: bool
    fails_in: tuple[str, ...]

    @property
    def clear(self) -> bool:
        return self.favours is not None

    @property
    def better(self) -> bool:
        """Whether the bargain may be called better here."""
        return self.survives and self.favours == "bargain"

    @property
    def worse(self) -> bool:
        return self.survives and self.favours == "reference"

    @property
    def up(self) -> bool:
        return (self.gap.mean or 0.0) > 0


@dataclass(frozen=True)
class Checks:
    """All checks and verdicts of a run."""

    summary: Mapping[str, Any]
    reference: str

    @cached_property
    def arms(self) -> tuple[CheckResult, ...]:
        return tuple(_check(check, self.reference) for check in self.summary.get("checks", []))

    @property
    def required(self) -> tuple[CheckResult, ...]:
        return tuple(arm for arm in self.arms if arm.required)

    @property
    def complete(self) -> bool:
        """Whether every check that is required was run."""
        return {arm.id for arm in self.arms} >= set(REQUIRED) and "verdicts" in self.summary

    def named(self, identities: Sequence[str]) -> list[str]:
        """Names of checks in the order in which they are listed."""
        return [arm.name for arm in self.arms if arm.id in identities]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The verdicts of the summary against the run's reference."""
        mine = [verdict for verdict in self.summary.get("verdicts", []) if verdict["reference"] == self.reference]
        return tuple(self._claim(one) for one in mine)

    def claim(self, bargain: str, state: str, column: str) -> Claim | None:
        return self._by_place.get((bargain, state, column))

    @cached_property
    def _by_place(self) -> dict[tuple[str, str, str], Claim]:
        return {(claim.bargain, claim.state, claim.column): claim for claim in self.claims}

    def _claim(self, data: Mapping[str, Any]) -> Claim:
        pairs = [pair for pair in self.summary["pairs"].values() if pair["bargain"] == data["bargain"]]
        gap = difference_without_rows(pairs[0]["outcomes"][data["outcome"]], int(pairs[0]["pairs"]))
        favours = data["favours"] if data["clear"] and gap.excludes_zero else None
        up = (gap.mean or 0.0) > 0
        marks = {one.id: one.mark(data["bargain"], data["outcome"], up) for one in self.required}
        failed = tuple(name for name, mark in marks.items() if mark in (Mark.LOST, Mark.TURNS))
        survives = bool(data["survives"]) and favours is not None and not failed and self.complete
        return Claim(data["bargain"], data["state"], data["outcome"], gap, favours, survives, failed)


def _check(data: Mapping[str, Any], reference: str) -> CheckResult:
    pairs = {p["bargain"]: p for p in data["pairs"].values() if p["reference"] == reference}
    required = bool(data.get("required", data.get("veto", data["id"] in REQUIRED)))
    return CheckResult(str(data["id"]), str(data["name"]), str(data["sentence"]), int(data["futures"]), pairs, required)
