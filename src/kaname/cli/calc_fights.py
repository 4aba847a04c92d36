"""Lanchester's fights with units that fall one by one: the chance to win, exact, and fights drawn.

The next to fall is one of B with chance kA a / (kA a + kB b) under the square law (aimed fire), kA / (kA + kB) under
the linear law (area fire). P(a, b) = chance * P(a, b - 1) + (1 - chance) * P(a - 1, b), P(a, 0) = 1, P(0, b) = 0.
Units: units of force, probability. Source: the Markov form of Lanchester's laws is textbook (lanchester_1916).
"""

from __future__ import annotations

import numpy as np

from kaname.core.kernel import allocating_kernel, kernel
from kaname.core.random import unit

MOST_UNITS = 4000


@kernel
def _b_falls(a: int, b: int, kill_a: float, kill_b: float, linear: int) -> float:
    """Return the chance that the next unit to fall is one of B's."""
    if linear == 1:
        return kill_a / (kill_a + kill_b)
    return kill_a * a / (kill_a * a + kill_b * b)


@allocating_kernel
def chance_to_win(a: int, b: int, kill_a: float, kill_b: float, linear: int) -> float:
    """Return the chance that A is left when B has none; exact.

    >>> chance_to_win(1, 1, 0.1, 0.3, 0)
    0.25
    """
    row = np.zeros(b + 1)
    row[0] = 1.0
    if a == 0:
        return 0.0 if b > 0 else row[b]
    for j in range(1, b + 1):
        row[j] = 0.0
    for i in range(1, a + 1):
        for j in range(1, b + 1):
            falls = _b_falls(i, j, kill_a, kill_b, linear)
            row[j] = falls * row[j - 1] + (1.0 - falls) * row[j]
    return row[b]


@kernel
def drawn_survivors(a: int, b: int, kill_a: float, kill_b: float, linear: int, seed: int, out: np.ndarray) -> None:
    """Fights to the end, one a row of out[fight, (a, b)]; each loss has a named uniform."""
    for n in range(out.shape[0]):
        left_a, left_b, step = a, b, 0
        while left_a > 0 and left_b > 0:
            if unit(seed, n, 0, step) < _b_falls(left_a, left_b, kill_a, kill_b, linear):
                left_b -= 1
            else:
                left_a -= 1
            step += 1
        out[n, 0], out[n, 1] = left_a, left_b
