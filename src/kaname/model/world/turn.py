"""What a mechanism is handed besides the world and its parameters: chance, clock, tables, seats and the log.

A Turn is made by the engine for each quarter and re-timed by the doors for each step of a crisis or campaign. Its
arrays are plain so that a user may lengthen them without a new compilation.
Clock word: quarter * 2**20 + contingency * 2**16 + step, with step < 65536, contingency < 16 (see `at`).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kaname.core.kernel import kernel
from kaname.core.random import (
    BINOMIAL_BLOCK,
    POISSON_BLOCK,
    SLOT_STRIDE,
    binomial_block,
    normal_quantile,
    poisson_block,
    unit,
)

QUARTER_STRIDE = 1048576
CONTINGENCY_STRIDE = 65536
SCRATCH = (8, 512)
"""Shape of the room to compute in (see Turn.scratch)."""


class Tables(NamedTuple):
    """Plain arrays laid out by the compile room.

    active: int8[mechanism], 1 where the mechanism runs (a frozen one leaves its fields at the start value).
    calendar: int8[quarter, row] election marks; rows 0 ally upper house, 1 ally lower house, 2 protector.
    law_permit: int8[quarter, contingency, stage, role, legal_move]; 0 no, 1 yes, 2 undetermined.
    law_delay: float64[quarter, contingency, stage, delay, 3] hours (low, mode, high).
    law_undetermined: float64[quarter, contingency] questions left open on the path.
    treaty_covers: int8[quarter, contingency].
    law_lever: int8[quarter, lever] whether law allows the lever's use: 0 no, 1 yes, 2 undetermined or not asked of law.
    tree: GAME_FORM[contingency], the game forms (world.game_form).
    surrogate: float64[case, plan, outcome, feature] the fitted value of fighting (see model.world.surrogate).
    """

    active: np.ndarray
    calendar: np.ndarray
    law_permit: np.ndarray
    law_delay: np.ndarray
    law_undetermined: np.ndarray
    treaty_covers: np.ndarray
    law_lever: np.ndarray
    tree: np.ndarray
    surrogate: np.ndarray


class Turn(NamedTuple):
    """seed, future: the key of chance (uint32 each); quarter: index from the start; time: the clock word.

    seats: int8[actor], 1 where a person decides. answers: int64[n], the recorded answers of this quarter's persons.
    log: float64[n, 10] events (quarter, step, kind, actor, six terms); n = 0 in an ensemble.
    used: int64[2]: rows of the log used, answers used. scratch: float64[SCRATCH], room to compute in without
    allocating. board: BOARD[1], what a crisis computes on (world.board). Neither carries state from quarter to quarter.
    """

    seed: int
    future: int
    quarter: int
    time: int
    tables: Tables
    seats: np.ndarray
    answers: np.ndarray
    log: np.ndarray
    used: np.ndarray
    scratch: np.ndarray
    board: np.recarray


@kernel
def at(turn: Turn, contingency: int, step: int) -> Turn:
    """The same turn at a step (a move, a day) inside a crisis or campaign of the contingency."""
    time = turn.quarter * QUARTER_STRIDE + contingency * CONTINGENCY_STRIDE + step
    return Turn(
        turn.seed,
        turn.future,
        turn.quarter,
        time,
        turn.tables,
        turn.seats,
        turn.answers,
        turn.log,
        turn.used,
        turn.scratch,
        turn.board,
    )


@kernel
def uniform(turn: Turn, slot: int, index: int) -> float:
    """A uniform in (0, 1), named by slot and index (0..65535) at the turn's time."""
    return unit(turn.seed, turn.future, turn.time, slot * SLOT_STRIDE + index)


@kernel
def normal(turn: Turn, slot: int, index: int) -> float:
    """A standard normal by inversion of one uniform (monotone, so common shocks stay common)."""
    return normal_quantile(unit(turn.seed, turn.future, turn.time, slot * SLOT_STRIDE + index))


@kernel
def triangular(turn: Turn, slot: int, index: int, low: float, mode: float, high: float) -> float:
    """A triangular draw on [low, high] by inversion; `low` where the interval is empty."""
    if high <= low:
        return low
    u = unit(turn.seed, turn.future, turn.time, slot * SLOT_STRIDE + index)
    cut = (mode - low) / (high - low)
    if u < cut:
        return low + ((high - low) * (mode - low) * u) ** 0.5
    return high - ((high - low) * (high - mode) * (1.0 - u)) ** 0.5


@kernel
def binomial(turn: Turn, slot: int, index: int, n: int, p: float) -> int:
    """Binomial(n, p), exact: a sum of blocks, each inverted from its own uniform (indices index, index + 1, ...).

    Uses ceil(n / 40) indices: leave that much room between the indices of two draws of one slot and time.
    """
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return n
    q = p if p <= 0.5 else 1.0 - p
    left = n
    total = 0
    block = index
    while left > 0:
        size = min(left, BINOMIAL_BLOCK)
        total += binomial_block(size, q, unit(turn.seed, turn.future, turn.time, slot * SLOT_STRIDE + block))
        left -= size
        block += 1
    return total if p <= 0.5 else n - total


@kernel
def poisson(turn: Turn, slot: int, index: int, mean: float) -> int:
    """Poisson(mean), exact: a sum of blocks of mean at most 12, each inverted from its own uniform."""
    left = mean
    total = 0
    block = index
    while left > 0.0:
        part = min(left, POISSON_BLOCK)
        total += poisson_block(part, unit(turn.seed, turn.future, turn.time, slot * SLOT_STRIDE + block))
        left -= part
        block += 1
    return total
