"""Reasons of a claim's verdict: where it fails, which figures and mechanisms it rests on, what would move it.

Idea: everything is asked of the claim's first counted line, in the worlds that were run for it. Conditions, figures and
what would move the verdict cost no further future. Mechanisms are held at their start one at a time in all arms, first
room by room, then one by one in the rooms that matter; a mechanism is one that the claim rests on where holding it
takes away a third of the effect or more, surely. Two rival theories are the parameters under which each holds, set in
all arms. Both are asked only where the effect is clear, in as many futures as make it stand four errors from zero;
mechanisms not where it is too small to matter.
Units: the outcome's. Reads: rows of paired futures. Writes: nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kaname.model.engine.order import ORDER
from kaname.scenarios.claims import ALIKE, DIFFERS, OPEN, Claim, Line, Theory
from kaname.scenarios.contrasts import Change
from kaname.study.claims.audit import Rows, RowsOf, effects
from kaname.study.claims.boxes import Box, box_of, tree_of
from kaname.study.claims.estimate import REPEATS, Estimate, estimate, interval_of
from kaname.study.claims.ranks import Leaning, leanings, thirds
from kaname.study.claims.rule import oriented
from kaname.study.claims.verdict import TOO_SMALL, Audited, Judged, judged, verdict_of

LEAST_RELIABLE = 0.25
"""Part of what worlds differ by that must not be chance, before conditions are looked for."""
ERRORS_APART, FEWEST, MOST, SCREEN = 4.0, 40, 160, 16
"""Errors by which an effect must stand from zero to be taken apart, the futures that this may take, and those in which
rooms and mechanisms are looked through before the ones that take something away are held in all of them."""
SHARE_LOST = 1.0 / 3.0
ROOMS_OPENED = 2
NEVER_HELD = (
    "crisis.guarantee", "commitments.adoption", "politics.disaster", "engine.score", "politics.calendar",
)  # fmt: skip
"""What arms themselves use, or what only counts."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Held:
    """An effect with a mechanism, or a room of them, held at its start. left: part of the effect that remains; low,
    high: 95 % interval of what was taken away, in the outcome's unit."""

    name: str
    left: float
    low: float
    high: float


@dataclass(frozen=True)
class UnderTheory:
    """An effect under one of two rival theories."""

    theory: Theory
    found: Estimate


@dataclass(frozen=True)
class Move:
    """Effect of knowing a figure: the verdict in the worlds in which it is low, or high."""

    column: str
    side: str
    bound: float
    mean: float
    verdict: str


@dataclass(frozen=True)
class Reasons:
    """Reasons of a claim's verdict. line: what was taken apart; fails, holds: boxes of worlds in which the sign is
    against the claim, or as claimed; futures: those used on mechanisms; note: why something was not looked for."""

    line: Judged
    fails: Box | None
    holds: Box | None
    tree: Box | None
    leanings: tuple[Leaning, ...]
    mechanisms: tuple[Held, ...]
    theories: tuple[UnderTheory, ...]
    moves: tuple[Move, ...]
    futures: int
    note: str


def reasons_of(
    audits: Sequence[Audited], rows_of: RowsOf, looks: Sequence[int], progress: Progress | None = None,
    apart: bool = True,
) -> dict[str, Reasons]:  # fmt: skip
    """Return why each claim with a direction comes out as it does, by its id.

    looks: those of the audit; apart: whether mechanisms and theories are run, which costs further futures.
    """
    made: dict[str, Reasons] = {}
    for place, audited in enumerate(audits, 1):
        line = main_line(audited)
        if line is not None:
            made[audited.claim.id] = _reasons(audited, line, rows_of(audited.claim, line.line), looks, apart)
        if progress:
            progress(place, len(audits))
    return made


def main_line(audited: Audited) -> Judged | None:
    """Return the line that is taken apart: of those that count and have a direction, the one that decides."""
    lines = [line for line in audited.lines if not line.line.aside and line.line.expect not in (OPEN, ALIKE, DIFFERS)]
    deciding = [line for line in lines if line.verdict == audited.verdict]
    return next(iter(deciding or lines), None)


def _reasons(audited: Audited, line: Judged, rows: Rows, looks: Sequence[int], apart: bool) -> Reasons:
    claim, sign = audited.claim, 1.0 if oriented(line.line, 0.0, 1.0)[1] > 0.0 else -1.0
    paired = effects(claim, line.line, rows, audited.futures)
    alive = ~np.isnan(paired).any(axis=1)
    paired, worlds = paired[alive], paired.mean(axis=1)[alive] * sign
    figures = {name: values[alive] for name, values in rows.figures(audited.futures // REPEATS).items()}
    told, note = line.found.reliability >= LEAST_RELIABLE, ""
    if not told:
        note = "What worlds differ by here is mostly chance: no condition and no figure can be named."
    fails = box_of(figures, worlds < 0.0, worlds) if told else None
    holds = box_of(figures, worlds > 0.0, worlds) if told else None
    tree = tree_of(figures, worlds < 0.0, worlds) if told else None
    leaning = leanings(figures, worlds) if told else ()
    moves = _moves(line, paired, figures, leaning, looks, claim.built_in)
    futures = _futures(line.found, audited.futures)
    if not futures:
        note += " The effect is too faint to be taken apart by mechanisms or theories."
    if line.verdict == TOO_SMALL:
        note += " The effect is too small to matter, so no mechanism was held."
    large = apart and futures and line.verdict != TOO_SMALL
    mechanisms = _mechanisms(claim, line.line, rows, futures) if large else ()
    theories = tuple(_under(claim, line.line, rows, futures or FEWEST, theory) for theory in claim.theories if apart)
    return Reasons(line, fails, holds, tree, leaning, mechanisms, theories, moves, futures, note.strip())


def _futures(found: Estimate, had: int) -> int:
    """Return futures in which the effect stands far enough from zero; 0 where the most are too few."""
    if found.mean == 0.0 or not math.isfinite(found.error):
        return 0
    wanted = found.pairs * (ERRORS_APART * found.error / abs(found.mean)) ** 2
    if wanted > min(MOST, had):
        return 0
    return min(had - had % REPEATS, max(FEWEST, math.ceil(wanted / REPEATS) * REPEATS))


def _moves(
    line: Judged, paired: np.ndarray, figures: Mapping[str, np.ndarray], leaning: Sequence[Leaning],
    looks: Sequence[int], built_in: str,
) -> tuple[Move, ...]:  # fmt: skip
    """Return the figures whose value, were it known to be low or high, would give the line another verdict."""
    found = []
    for one in leaning:
        low, high, end, begin = thirds(figures[one.column])
        for side, rows, bound in (("below", low, end), ("above", high, begin)):
            part = judged(line.line, estimate(paired[rows]), {}, looks)
            verdict = verdict_of(replace(part, q=part.found.p), built_in)
            if verdict != line.verdict:
                found.append(Move(one.column, side, bound, part.found.mean, verdict))
    return tuple(found)


def _mechanisms(claim: Claim, line: Line, rows: Rows, futures: int) -> tuple[Held, ...]:
    """Return what the effect rests on: first rooms, then the mechanisms of the rooms that take most of it away."""
    taken = {name for change in claim.arms.values() for name in change.frozen}
    free = [name for name in ORDER if name not in NEVER_HELD and name not in taken]
    rooms: dict[str, list[str]] = {}
    for name in free:
        rooms.setdefault(name.partition(".")[0], []).append(name)
    large = sorted(_screened(claim, line, rows, rooms), key=lambda held: held.left)[:ROOMS_OPENED]
    names = [name for room in large for name in _screened_names(claim, line, rows, rooms[room.name], room)]
    usual = effects(claim, line, rows, futures)
    held = [_held(claim, line, rows, futures, usual, name, rooms.get(name, [name])) for name in names]
    return tuple(sorted((row for row in held if _rests(row)), key=lambda row: row.left))


def _screened(claim: Claim, line: Line, rows: Rows, parts: Mapping[str, Sequence[str]]) -> list[Held]:
    """Return which parts take something away, in few futures."""
    usual = effects(claim, line, rows, SCREEN)
    held = [_held(claim, line, rows, SCREEN, usual, name, frozen) for name, frozen in parts.items()]
    return [row for row in held if row.left <= 1.0 - SHARE_LOST]


def _screened_names(claim: Claim, line: Line, rows: Rows, names: Sequence[str], room: Held) -> list[str]:
    """Return the mechanisms of a room that take something away; the room itself where none does alone."""
    return [row.name for row in _screened(claim, line, rows, {name: [name] for name in names})] or [room.name]


def _held(
    claim: Claim, line: Line, rows: Rows, futures: int, usual: np.ndarray, name: str, frozen: Sequence[str]
) -> Held:  # fmt: skip
    def hold(change: Change) -> Change:
        return replace(change, frozen=(*change.frozen, *frozen))

    without = effects(claim, line, rows, futures, hold)
    _forget(claim, line, rows, hold)
    mean, (low, high) = float(np.nanmean(usual)), interval_of(usual - without)
    return Held(name, float(np.nanmean(without)) / mean if mean else 1.0, low, high)


def _rests(held: Held) -> bool:
    return held.left <= 1.0 - SHARE_LOST and (held.low > 0.0 or held.high < 0.0)


def _under(claim: Claim, line: Line, rows: Rows, futures: int, theory: Theory) -> UnderTheory:
    def hold(change: Change) -> Change:
        return replace(change, parameters={**theory.parameters, **change.parameters})

    under = UnderTheory(theory, estimate(effects(claim, line, rows, futures, hold)))
    _forget(claim, line, rows, hold)
    return under


def _forget(claim: Claim, line: Line, rows: Rows, change: Callable[[Change], Change]) -> None:
    """Drop rows of arms that stand for one question alone; those of things as they are serve other claims."""
    forget = getattr(rows, "forget", None)
    for arm, _ in line.terms:
        if forget is not None and claim.arms[arm] != Change():
            forget(change(claim.arms[arm]))
