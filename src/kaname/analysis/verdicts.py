"""Verdicts: which bargain is better on an end, given only where the sign of the difference survives the checks.

Rule. A difference is clear in the run itself (analysis.paired). It survives when it holds in each check that is
required (words.checks), by the interval on what the check adds to it (analysis.standing); it does not where it fails in
one, where one cannot tell, or where one was not run. What it depends on is shown from all checks: those in which it
does not hold. An end that belongs to no state counts for both sides of the alliance.
Units: those of the outcomes. Reads: summary.json alone. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kaname.analysis.paired import difference_without_rows, verdict
from kaname.analysis.standing import Standing, standing, turned
from kaname.words.checks import REQUIRED

BARGAIN, REFERENCE = "bargain", "reference"


@dataclass(frozen=True)
class Judged:
    """One verdict, as it stands in summary.json.

    favours: "bargain", "reference" or None; needed: pairs at which an unclear difference of this size would be clear;
    depends_on: checks in which it does not hold; opposite: those in which its sign is surely the other; lost: required
    checks in which it fails; undecided: required checks that cannot tell; unasked: required checks that were not run;
    sure: it stays clear when all ends are asked at once.
    """

    bargain: str
    reference: str
    state: str
    outcome: str
    favours: str | None
    mean: float | None
    low: float | None
    high: float | None
    clear: bool
    survives: bool
    sure: bool
    depends_on: tuple[str, ...]
    opposite: tuple[str, ...]
    lost: tuple[str, ...]
    undecided: tuple[str, ...]
    unasked: tuple[str, ...]
    needed: int | None

    def as_data(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        return {name: list(said) if isinstance(said, tuple) else said for name, said in asdict(self).items()}


def verdicts(summary: Mapping[str, Any], sides: Sequence[str]) -> list[Judged]:
    """Return all verdicts of a run, in the order of pairs and ends. sides: the two sides of the alliance."""
    ends = {n: o for n, o in summary["outcomes"].items() if o["role"] == "end" and o["good"]}
    asked = sum(
        gap["differing"] > 0
        for pair in summary["pairs"].values()
        for column, gap in pair["outcomes"].items()
        if column.split(".")[0] in ends
    )
    return [
        _judged(summary, key, state, column, ends[column.split(".")[0]]["good"], asked)
        for key, pair in summary["pairs"].items()
        for column in pair["outcomes"]
        if column.split(".")[0] in ends
        for state in _who_cares(column, sides)
    ]


def _who_cares(column: str, sides: Sequence[str]) -> Sequence[str]:
    _, _, member = column.partition(".")
    return (member,) if member else sides


def _judged(summary: Mapping[str, Any], key: str, state: str, column: str, good: int, asked: int) -> Judged:
    pair = summary["pairs"][key]
    gap = difference_without_rows(pair["outcomes"][column], pair["pairs"])
    clear = verdict(gap, good).clear
    sign = _sign(gap.mean)
    checks = _in_checks(summary, key, column) if clear else {}
    stands = {name: standing(gap.mean or 0.0, entry) for name, entry in checks.items()}
    lost, undecided = (
        tuple(name for name in REQUIRED if stands.get(name) is here) for here in (Standing.FAILS, Standing.OPEN)
    )
    unasked = tuple(name for name in REQUIRED if name not in checks) if clear else ()
    return Judged(
        pair["bargain"], pair["reference"], state, column,
        favours=(BARGAIN if sign * good > 0 else REFERENCE) if clear else None,
        mean=gap.mean, low=gap.low, high=gap.high, clear=clear,
        survives=clear and not lost and not undecided and not unasked,
        sure=clear and gap.stands_among(asked),
        depends_on=tuple(name for name, here in stands.items() if here is not Standing.HOLDS),
        opposite=tuple(name for name, entry in checks.items() if turned(gap.mean or 0.0, entry)),
        lost=lost, undecided=undecided, unasked=unasked, needed=None if clear else gap.needed,
    )  # fmt: skip


def _in_checks(summary: Mapping[str, Any], key: str, column: str) -> dict[str, Mapping[str, Any]]:
    """Return the entry of a column in each check that asked it."""
    there = {check["id"]: check["pairs"].get(key) for check in summary.get("checks", [])}
    return {name: pair["outcomes"][column] for name, pair in there.items() if pair and column in pair["outcomes"]}


def _sign(mean: float | None) -> int:
    return 0 if not mean else 1 if mean > 0 else -1
