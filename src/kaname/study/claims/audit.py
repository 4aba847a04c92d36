"""The audit of claims: arms run until every claim is settled or the budget is spent, then verdicts over the whole set.

A table of contents: ask for rows, look, stop or go on, judge. The numbers of futures and the error rates stand in
claims.rule, estimates in claims.estimate, verdicts in claims.verdict. What gives rows is anything that answers `Rows`;
tests plant models there whose truth they know.
Reads: claims, rows of paired futures. Writes: nothing. Errors: InputError before anything is run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np

from kaname.core.errors import InputError
from kaname.scenarios.claims import Claim, Line
from kaname.scenarios.contrasts import Change
from kaname.study.claims.estimate import REPEATS, Estimate, estimate
from kaname.study.claims.futures import Futures, Setting, Store
from kaname.study.claims.rule import looks_of, settled
from kaname.study.claims.verdict import Audited, judged, with_verdicts

FUTURES, FEWEST, MOST = 2000, 20, 100_000
Progress = Callable[[int, int], None]


class Rows(Protocol):
    """Source of rows of paired futures of arms in one setting."""

    def column(self, change: Change, outcome: str, futures: int) -> np.ndarray: ...
    def figures(self, worlds: int) -> Mapping[str, np.ndarray]: ...
    def ask(self, change: Change, outcomes: Sequence[str]) -> None: ...


RowsOf = Callable[[Claim, Line], Rows]


@dataclass(frozen=True)
class Laid:
    """Claims with what gives their rows; every arm and outcome has been checked."""

    claims: tuple[Claim, ...]
    settings: Mapping[str, Futures]
    seed: int

    def rows(self, claim: Claim, line: Line) -> Futures:
        """Return what gives the rows of a line of a claim."""
        return self.settings[_setting(claim, line).key]


def laid(
    claims: Sequence[Claim], seed: int = 1, workers: int = 2, store: Store | None = None, scenario: str = ""
) -> Laid:  # fmt: skip
    """Return claims with their arms compiled and checked; scenario: in place of the one that a claim names."""
    claims = [replace(claim, scenario=scenario) if scenario else claim for claim in claims]
    settings = checked_rows(claims, seed, workers, store)
    for rows in settings.values():
        rows.ready()
    return Laid(tuple(claims), settings, seed)


def checked_rows(
    claims: Sequence[Claim], seed: int = 1, workers: int = 2, store: Store | None = None
) -> dict[str, Futures]:  # fmt: skip
    """Return what gives the rows of claims, by setting, every arm and outcome checked; nothing is run."""
    settings: dict[str, Futures] = {}
    for claim in claims:
        for line in claim.lines:
            setting = _setting(claim, line)
            rows = settings.setdefault(setting.key, Futures(setting, seed, workers, store))
            for arm, _ in line.terms:
                asker = (claim.file, f"{claim.id}.{arm}")
                rows.ask(claim.arms[arm], [name for name, _ in line.columns], asker)
    for rows in settings.values():
        rows.check()
    return settings


def _setting(claim: Claim, line: Line) -> Setting:
    return Setting(claim.scenario, claim.run or {}, claim.crisis if line.in_crisis else None)


def check_futures(futures: int) -> None:
    """Raise InputError for a budget of an arm that cannot be."""
    if not FEWEST <= futures <= MOST:
        raise InputError(f"{futures} is outside {FEWEST}..{MOST}", path="--futures")


def audited(
    claims: Sequence[Claim], rows_of: RowsOf, futures: int = FUTURES, progress: Progress | None = None
) -> tuple[Audited, ...]:  # fmt: skip
    """Return claims with their lines judged, in their order.

    futures: the budget of each arm; rows_of: what gives the rows of a line; progress: called with (steps done, steps in
    all), a step being a look at a claim, a claim that stops early having no further ones.
    """
    check_futures(futures)
    looks = looks_of(futures)
    done: dict[str, Audited] = {}
    for place, look in enumerate(looks):
        last = place == len(looks) - 1
        for claim in claims:
            if claim.id not in done:
                found = [estimate(effects(claim, line, rows_of(claim, line), look)) for line in claim.lines]
                if last or all(settled(line, one, looks) for line, one in zip(claim.lines, found, strict=True)):
                    done[claim.id] = _audited(claim, found, rows_of, look, looks)
            if progress:
                progress(_steps(done, claims, looks, place, claim), len(claims) * len(looks))
    return with_verdicts([done[claim.id] for claim in claims])


def _steps(done: Mapping[str, Any], claims: Sequence[Claim], looks: Sequence[int], place: int, now: Claim) -> int:
    """Return steps done: all looks of a claim that stopped, those so far of the others."""
    here = [claim.id for claim in claims].index(now.id)
    return sum(
        len(looks) if claim.id in done else place + (number <= here) for number, claim in enumerate(claims)
    )  # fmt: skip


def effects(
    claim: Claim, line: Line, rows: Rows, futures: int, change: Callable[[Change], Change] | None = None
) -> np.ndarray:  # fmt: skip
    """Return a line's paired effect, float64[world, repeat]; change: what is changed in every arm besides."""
    found = np.zeros(futures)
    for arm, weight in line.terms:
        changed = change(claim.arms[arm]) if change else claim.arms[arm]
        rows.ask(changed, [name for name, _ in line.columns])
        found += weight * outcome(line, rows, changed, futures)
    return found.reshape(-1, REPEATS)


def outcome(line: Line, rows: Rows, change: Change, futures: int) -> np.ndarray:
    """Return what a line measures in an arm, float64[future]: its columns summed with their weights."""
    return np.sum([weight * rows.column(change, name, futures) for name, weight in line.columns], axis=0)


def _audited(claim: Claim, estimates: Sequence[Estimate], rows_of: RowsOf, look: int, looks: Sequence[int]) -> Audited:
    lines = []
    for line, one in zip(claim.lines, estimates, strict=True):
        level = {arm: float(np.nanmean(outcome(line, rows_of(claim, line), claim.arms[arm], look)))
                 for arm, _ in line.terms}  # fmt: skip
        lines.append(judged(line, one, level, looks))
    return Audited(claim, tuple(lines), "", look if claim.lines else 0)
