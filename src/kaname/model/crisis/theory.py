"""Small published games that the crisis must agree with: quantal response, bargaining, deterrence.

    logit response of a 2 x 2 game       p = logistic(L (A q)_1 - (A q)_2), q likewise; the branch that starts at L = 0
    bargaining range                     [p - c_A, p + c_B]
    offer under a cost c_B ~ U[0, c]     demand p + z, z = (c - c_A) / 2 held in [0, min(c, 1 - p)], P(war) = z / c
    perfect deterrence                   a hard challenger attacks if P(defends) < (DC - SQ) / (DC - DD),
                                         a soft one if it is below (DC - SQ) / (DC - CD)

Plain Python, no kernel: for the classroom, for oracles, and as a second opinion. Clock: none. Units: payoffs, chances.
Source: McKelvey and Palfrey 1995; Fearon 1995; Zagare and Kilgour 2000.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

Matrix = Sequence[Sequence[float]]

STEPS_PER_UNIT = 40
NEWTON_STEPS = 40
CLOSE = 1e-13


class Offer(NamedTuple):
    """A take-it-or-leave-it demand, the chance of war it carries, and what it is worth to the side that makes it."""

    demand: float
    war: float
    value: float


def logit_response(row: Matrix, column: Matrix, precision: float) -> tuple[float, float]:
    """(chance of the first row, chance of the first column) on the principal branch at `precision`, 0 or more.

    row[i][j], column[i][j]: payoffs to the two players.

    >>> logit_response([[1, 0], [0, 1]], [[0, 1], [1, 0]], 3.0)
    (0.5, 0.5)
    """
    p, q = 0.5, 0.5
    steps = max(1, math.ceil(precision * STEPS_PER_UNIT))
    for step in range(1, steps + 1):
        p, q = _corrected(row, column, precision * step / steps, p, q)
    return p, q


def _corrected(row: Matrix, column: Matrix, precision: float, p: float, q: float) -> tuple[float, float]:
    """Newton's method for p = f(q), q = g(p) from a point near the solution."""
    (a, b), (c, d) = row
    (e, f), (g, h) = column
    for _ in range(NEWTON_STEPS):
        want_p = _logistic(precision * (q * (a - c) + (1 - q) * (b - d)))
        want_q = _logistic(precision * (p * (e - f) + (1 - p) * (g - h)))
        miss_p, miss_q = p - want_p, q - want_q
        if abs(miss_p) + abs(miss_q) < CLOSE:
            break
        slope_p = -precision * want_p * (1 - want_p) * (a - c - b + d)
        slope_q = -precision * want_q * (1 - want_q) * (e - f - g + h)
        determinant = 1 - slope_p * slope_q
        p -= (miss_p - slope_p * miss_q) / determinant
        q -= (miss_q - slope_q * miss_p) / determinant
    return p, q


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def log_likelihood(p: float, q: float, rows: float, columns: float, plays: float) -> float:
    """Log likelihood of `rows` first rows and `columns` first columns in `plays` plays at chances p and q."""
    first = rows * math.log(p) + (plays - rows) * math.log(1 - p)
    return first + columns * math.log(q) + (plays - columns) * math.log(1 - q)


def fitted_precision(
    row: Matrix, column: Matrix, rows: float, columns: float, plays: float, highest: float = 10.0, lowest: float = 0.0
) -> float:
    """The precision in lowest..highest that makes observed play most likely, by golden section (one peak there)."""

    def fit(precision: float) -> float:
        return log_likelihood(*logit_response(row, column, precision), rows, columns, plays)

    ratio = (math.sqrt(5) - 1) / 2
    low, high = lowest, highest
    while high - low > 1e-9 * highest:
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        if fit(left) < fit(right):
            low = left
        else:
            high = right
    return (low + high) / 2


def bargaining_range(chance: float, cost_a: float, cost_b: float) -> tuple[float, float]:
    """Divisions of a pie of 1 that both sides prefer to war, when A would win it with `chance`."""
    return chance - cost_a, chance + cost_b


def best_offer(chance: float, cost_a: float, highest_cost_b: float) -> Offer:
    """A's best demand when B's cost of war is uniform on 0..highest_cost_b and unknown to A.

    >>> best_offer(0.5, 0.1, 0.4).demand
    0.65
    """
    beyond = min(max((highest_cost_b - cost_a) / 2, 0.0), min(highest_cost_b, 1 - chance))
    war = beyond / highest_cost_b
    demand = chance + beyond
    return Offer(demand, war, demand * (1 - war) + (chance - cost_a) * war)


def deterrence_thresholds(
    unopposed: float, status_quo: float, backing_down: float, conflict: float
) -> tuple[float, float]:
    """Chances of defence from which a hard and a soft challenger are deterred.

    unopposed: DC, the target gives way; backing_down: CD; conflict: DD of a hard challenger, above CD.
    """
    wish = unopposed - status_quo
    return wish / (unopposed - conflict), wish / (unopposed - backing_down)
