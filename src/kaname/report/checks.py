"""Robustness checks of the run: arms beside the main one, and the verdicts that survive them or do not.

A difference is called better only where it holds in every check that is required (analysis.standing); where it fails
or the futures cannot tell, the check is named. A run without checks has no verdicts, and nothing is called better.
Units: those of the outcomes. Reads: summary `checks`, `verdicts`. Writes: nothing. Source: docs/reference/files.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from kaname.analysis.paired import Difference, difference_without_rows
from kaname.analysis.standing import Standing, standing, turned
from kaname.words.checks import REQUIRED


class Mark(Enum):
    """Standing of a difference of the main run in a check."""

    HOLDS = "holds"
    OPEN = "cannot tell"
    FAILS = "fails, surely less than half is left"
    TURNS = "fails, surely the other sign"
    ABSENT = "not asked"


SIGNS = {
    Mark.HOLDS: "\N{BLACK CIRCLE}",
    Mark.OPEN: "\N{WHITE CIRCLE}",
    Mark.FAILS: "\N{WHITE DIAMOND}",
    Mark.TURNS: "\N{MULTIPLICATION X}",
    Mark.ABSENT: "\N{EN DASH}",
}
FAILED = (Mark.FAILS, Mark.TURNS)


@dataclass(frozen=True)
class CheckResult:
    """One arm beside the main run, on its first futures, with the same shocks."""

    id: str
    name: str
    sentence: str
    futures: int
    pairs: Mapping[str, Mapping[str, Any]]
    required: bool

    def entry(self, bargain: str, column: str) -> Mapping[str, Any] | None:
        """Return the summary's entry for a difference in this arm; None where there is none."""
        pair = self.pairs.get(bargain)
        return pair["outcomes"].get(column) if pair else None

    def gap(self, bargain: str, column: str) -> Difference | None:
        """Return what is left of the difference to the reference in this arm; None where there is none."""
        entry = self.entry(bargain, column)
        if entry is None:
            return None
        return difference_without_rows({**entry, **entry.get("left", {})}, int(self.pairs[bargain]["pairs"]))

    def mark(self, bargain: str, column: str, mean: float) -> Mark:
        """Return how a non-zero difference with this mean in the main run stands here."""
        entry = self.entry(bargain, column)
        if entry is None or entry["mean"] is None:
            return Mark.ABSENT
        here = standing(mean, entry)
        if here is Standing.FAILS:
            return Mark.TURNS if turned(mean, entry) else Mark.FAILS
        return Mark.HOLDS if here is Standing.HOLDS else Mark.OPEN


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
    undecided: tuple[str, ...] = ()

    @property
    def clear(self) -> bool:
        return self.favours is not None

    @property
    def better(self) -> bool:
        """Return whether the bargain may be called better here."""
        return self.survives and self.favours == "bargain"

    @property
    def worse(self) -> bool:
        return self.survives and self.favours == "reference"

    @property
    def mean(self) -> float:
        return self.gap.mean or 0.0


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
        """Return whether every check that is required was run."""
        return {arm.id for arm in self.arms} >= set(REQUIRED) and "verdicts" in self.summary

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Return the verdicts of the summary against the run's reference."""
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
        marks = {one.id: one.mark(data["bargain"], data["outcome"], gap.mean or 0.0) for one in self.required}
        failed = tuple(name for name, mark in marks.items() if mark in FAILED)
        undecided = tuple(name for name, mark in marks.items() if mark is Mark.OPEN)
        held = self.complete and all(mark is Mark.HOLDS for mark in marks.values())
        survives = favours is not None and held
        return Claim(
            data["bargain"], data["state"], data["outcome"], gap, favours, survives, failed, undecided
        )  # fmt: skip


def _check(data: Mapping[str, Any], reference: str) -> CheckResult:
    pairs = {p["bargain"]: p for p in data["pairs"].values() if p["reference"] == reference}
    required = bool(data.get("required", data.get("veto", data["id"] in REQUIRED)))
    return CheckResult(str(data["id"]), str(data["name"]), str(data["sentence"]), int(data["futures"]), pairs, required)
