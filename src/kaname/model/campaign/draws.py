"""Exact binomial draws from one uniform, cheap enough for a day of fighting.

Idea: invert the distribution from its near end. X = min{x : F(x) >= u}, F of Binomial(n, p); for p > 1/2 the mirror
n - X' with 1 - u, so that X never falls when u, n or p grows: two arms that share a uniform share their luck.
Blocks of at most BLOCK trials keep (1 - p)**n above the smallest number; each block has its own index.
Units: counts. Source: inversion is textbook (devroye_1986).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kaname.core.kernel import kernel
from kaname.core.maths import exp, log
from kaname.core.random import SLOT_STRIDE, unit
from kaname.model.world.turn import CONTINGENCY_STRIDE, QUARTER_STRIDE, Turn

BLOCK = 900
ROOM = 16
RECIPROCAL = 1.0 / np.arange(1, BLOCK + 2)


class Chance(NamedTuple):
    """The key of chance and the clock word of one day: a Turn without its tables (passing those costs more)."""

    seed: int
    future: int
    time: int


@kernel
def chance_of(turn: Turn, k: int, step: int) -> Chance:
    """The chance of a step of the contingency (the same clock word as world.turn.at)."""
    return Chance(turn.seed, turn.future, turn.quarter * QUARTER_STRIDE + k * CONTINGENCY_STRIDE + step)


@kernel
def uniform(chance: Chance, slot: int, index: int) -> float:
    """A uniform in (0, 1), named by slot and index at the chance's time."""
    return unit(chance.seed, chance.future, chance.time, slot * SLOT_STRIDE + index)


@kernel
def binomial_at(n: int, p: float, u: float) -> int:
    """The quantile at u of Binomial(n, p), 0 < p < 1, n up to BLOCK: never falls in u, n or p.

    >>> binomial_at(2, 0.5, 0.5)
    1
    """
    if p > 1.0 / 2.0:
        return n - _from_zero(n, 1.0 - p, 1.0 - u)
    return _from_zero(n, p, u)


@kernel
def _from_zero(n: int, p: float, u: float) -> int:
    odds = p / (1.0 - p)
    chance = exp(n * log(1.0 - p))
    total = chance
    k = 0
    while u > total and k < n:
        chance *= odds * (n - k) * RECIPROCAL[k]
        total += chance
        k += 1
    return k


@kernel
def binomial(chance: Chance, slot: int, index: int, n: float, p: float) -> int:
    """Binomial(floor(n), p), named by slot and index; ROOM indices are set aside for each index."""
    left = int(n)
    if left <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return left
    total = 0
    place = index * ROOM
    while left > 0:
        size = min(left, BLOCK)
        total += binomial_at(size, p, uniform(chance, slot, place))
        left -= size
        place += 1
    return total


@kernel
def at_least(n: int, p: float, least: int) -> float:
    """P(Binomial(n, p) >= least)."""
    if least <= 0:
        return 1.0
    if n < least or p <= 0.0:
        return 0.0
    if p >= 1.0:
        return 1.0
    odds = p / (1.0 - p)
    chance = exp(n * log(1.0 - p))
    below = chance
    for k in range(least - 1):
        chance *= odds * (n - k) / (k + 1)
        below += chance
    return max(0.0, 1.0 - below)
