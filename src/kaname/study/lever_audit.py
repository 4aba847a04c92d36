"""The audit of levers: each from its low to its high bound, adopted at once, in the same futures; what it moves.

Idea: a lever that moves nothing but money is a word, not a lever; one that moves something against all theory is a
mistake until it is explained. Every lever is run at both ends of its span under the reference bargain, with the same
draws, and the paired differences of all outcomes that are neither money nor about the run itself are taken, and of
their sums over contingencies.
Formulas: effect = mean(high - low) / sd of things as they are; interval 95 %, and a wide one at which no outcome
of all that are looked at is expected to pass by chance (Bonferroni). Verdicts: see VERDICTS.
Units: standard deviations of things as they are, and the outcome's own. Reads: a resident session. Writes: nothing.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kaname.core.intervals import NORMAL_95, simultaneous
from kaname.study.session import Session
from kaname.words.levers import BY_NAME as LEVER_OF
from kaname.words.levers import OPEN, Expected, Lever
from kaname.words.outcomes import ABOUT_THE_RUN, BY_NAME, MONEY, SMALLEST_EFFECT

PAIRS = 300
MOST_PAIRS = 10_000
NEGLIGIBLE = SMALLEST_EFFECT / 10.0
"""Below it an effect is what a bargain's cost in money does to everything, not the lever's own."""
WRONG, DEAD, SMALL, MEANS, ALIVE = "wrong sign", "dead", "small", "means only", "alive"
VERDICTS: Mapping[str, str] = {
    WRONG: "an outcome moves against the sign that theory expects, beyond its 95 % interval",
    DEAD: f"no outcome moves, beyond the wide interval, by {NEGLIGIBLE:g} standard deviations or more",
    SMALL: f"what moves most moves by less than {SMALLEST_EFFECT:g} standard deviations",
    MEANS: f"trust, beliefs, days or stocks move by {SMALLEST_EFFECT:g} or more, what was held or lost by less",
    ALIVE: f"an end or a count of crises moves by {SMALLEST_EFFECT:g} standard deviations or more",
}
"""Verdicts on a lever, worst first."""
COUNTED = ("end", "deterrence")


@dataclass(frozen=True)
class Effect:
    """Effect of a lever on one outcome: in standard deviations of things as they are, with its 95 % interval.

    moved: in the outcome's unit; clear: whether the wide interval excludes zero too.
    """

    outcome: str
    counted: bool
    size: float
    low: float
    high: float
    moved: float
    unit: str
    clear: bool

    @property
    def sign(self) -> int:
        """1 or -1 where the 95 % interval excludes zero, else 0."""
        return 1 if self.low > 0.0 else -1 if self.high < 0.0 else 0


@dataclass(frozen=True)
class Held:
    """An expectation of the literature and what the model does: `found` is None where no such outcome is stored."""

    expected: Expected
    found: Effect | None

    @property
    def wrong(self) -> bool:
        """Return whether the model moves the outcome against the expected sign."""
        if self.found is None or self.expected.sign == OPEN or abs(self.found.size) < NEGLIGIBLE:
            return False
        return self.found.sign == -self.expected.sign


@dataclass(frozen=True)
class Audited:
    """One lever: the span it was moved over, what moved most among what is counted and among means, what was expected.

    end, mean: the largest clear effects, None where there is none; pairs: the futures that stayed in range in both.
    """

    lever: str
    low: float
    high: float
    unit: str
    pairs: int
    end: Effect | None
    mean: Effect | None
    expected: tuple[Held, ...]
    clear: int

    @property
    def verdict(self) -> str:
        """Return the first of VERDICTS that holds."""
        if any(held.wrong for held in self.expected):
            return WRONG
        if self.largest < NEGLIGIBLE:
            return DEAD
        if self.end is not None and abs(self.end.size) >= SMALLEST_EFFECT:
            return ALIVE
        return MEANS if self.mean is not None and abs(self.mean.size) >= SMALLEST_EFFECT else SMALL

    @property
    def largest(self) -> float:
        """Return the size of the largest clear effect, without its sign; 0 where there is none."""
        return max((abs(one.size) for one in (self.end, self.mean) if one is not None), default=0.0)


def audited(
    session: Session, levers: Sequence[str], pairs: int = PAIRS, cancel: threading.Event | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Audited]:  # fmt: skip
    """Return the audit of some levers, worst verdicts and smallest effects first."""
    made = []
    for n, name in enumerate(levers):
        made.append(_audited(session, LEVER_OF[name], pairs, cancel))
        if progress is not None:
            progress(n + 1, len(levers))
    worst = list(VERDICTS)
    return sorted(made, key=lambda one: (worst.index(one.verdict), one.largest, one.lever))


def _audited(session: Session, lever: Lever, pairs: int, cancel: threading.Event | None) -> Audited:
    low, high = lever.span or (lever.low, lever.high)
    least, most = (session.run({lever.name: value}, pairs, cancel) for value in (low, high))
    alive = least.alive & most.alive
    kept = {name: (least.rows[alive, n], most.rows[alive, n], least.reference[alive, n])
            for n, name in enumerate(least.columns)}  # fmt: skip
    found = list(_effects(session, kept))
    clear = sorted((one for one in found if one.clear), key=lambda one: -abs(one.size))
    expected = tuple(Held(expect, _expected(session, kept, expect)) for expect in lever.expects)
    return Audited(
        lever.name, low, high, lever.unit, int(alive.sum()),
        next((one for one in clear if one.counted), None), next((one for one in clear if not one.counted), None),
        expected, len(clear),
    )  # fmt: skip


Kept = Mapping[str, tuple[np.ndarray, np.ndarray, np.ndarray]]
"""Column -> low, high and reference, each float64[pair]."""


def _effects(session: Session, kept: Kept) -> Iterator[Effect]:
    """Yield every outcome that is looked at, and the sums over contingencies of those that are counted there."""
    looked = [name for name in kept if looked_at(name)]
    sums = [name for name, one in BY_NAME.items() if one.dims == ("contingency",) and one.role in COUNTED]
    wide = simultaneous(len(looked) + len(sums))
    for name in looked:
        yield _effect(name, kept, [name], wide)
    for name in sums:
        yield _effect(name, kept, [f"{name}.{place}" for place in session.compiled.axes["contingency"]], wide)


def looked_at(column: str) -> bool:
    """Return whether a column is of an outcome that is neither money nor about the run itself."""
    outcome = BY_NAME[column.split(".")[0]]
    return outcome.role != "views" and outcome.name not in (*MONEY, *ABOUT_THE_RUN)


def _effect(name: str, kept: Kept, columns: Sequence[str], wide: float) -> Effect:
    low, high, reference = (np.sum([kept[column][n] for column in columns], axis=0) for n in range(3))
    gaps = high - low
    outcome = BY_NAME[name.split(".")[0]]
    spread = float(np.std(reference)) or float(np.std(np.concatenate([low, high])))
    mean, error = float(np.mean(gaps)), float(np.std(gaps)) / math.sqrt(max(1, gaps.size - 1))
    if spread <= 0.0:
        return Effect(name, outcome.role in COUNTED, 0.0, 0.0, 0.0, mean, outcome.unit, False)
    half = NORMAL_95 * error
    return Effect(
        name, outcome.role in COUNTED, mean / spread, (mean - half) / spread, (mean + half) / spread, mean,
        outcome.unit, abs(mean) > wide * error,
    )  # fmt: skip


def _expected(session: Session, kept: Kept, expected: Expected) -> Effect | None:
    """Return the effect on what an expectation names; None where the scenario has no such place or no such outcome."""
    outcome = BY_NAME.get(expected.outcome)
    if outcome is None:
        return None
    columns = _columns_of(session, expected, outcome.dims)
    if not columns:
        return None
    return _effect(expected.outcome, kept, columns, 0.0)


def _columns_of(session: Session, expected: Expected, dims: Sequence[str]) -> list[str]:
    axes, params = session.compiled.axes, session.compiled.params[session.bargain][0]
    if not dims:
        return [expected.outcome]
    members = list(axes[dims[0]])
    if expected.of and dims == ("actor",):
        members = [members[int(params[expected.of])]]
    elif expected.of:
        members = [place for place, marked in zip(members, params[expected.of], strict=True) if marked > 0.0]
    return [f"{expected.outcome}.{member}" for member in members]
