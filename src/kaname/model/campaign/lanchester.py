"""Attrition by rates: Lanchester's square and linear laws, one step and to the end, in closed form.

Square (aimed fire): dA/dt = -b B, dB/dt = -a A; a A**2 - b B**2 is kept. A(t) = A cosh kt - sqrt(b/a) B sinh kt, k =
sqrt(ab).
Linear (area fire): dA/dt = -b A B, dB/dt = -a A B; a A - b B is kept; A follows a logistic curve. Units: units, days.
Source: lanchester_1916.
"""

from __future__ import annotations

import math

from kaname.core.kernel import kernel
from kaname.core.maths import exp, log, ratio


@kernel
def square_step(a: float, b: float, kill_a: float, kill_b: float, days: float) -> tuple[float, float]:
    """Forces (a, b) after `days`; kill_a: b's lost per a and day. Nobody falls below 0: the clock stops with the fight.

    >>> square_step(10.0, 0.0, 0.1, 0.1, 1.0)
    (10.0, 0.0)
    """
    if a <= 0.0 or b <= 0.0:
        return max(a, 0.0), max(b, 0.0)
    if kill_a <= 0.0 or kill_b <= 0.0:
        return max(0.0, a - kill_b * b * days), max(0.0, b - kill_a * a * days)
    left_a, left_b, end = square_end(a, b, kill_a, kill_b)
    if days >= end:
        return left_a, left_b
    rate = math.sqrt(kill_a * kill_b) * days
    up, down = exp(rate), exp(-rate)
    cosh, sinh = (up + down) / 2.0, (up - down) / 2.0
    edge = math.sqrt(kill_b / kill_a)
    return max(0.0, a * cosh - edge * b * sinh), max(0.0, b * cosh - a / edge * sinh)


@kernel
def square_end(a: float, b: float, kill_a: float, kill_b: float) -> tuple[float, float, float]:
    """Survivors (a, b) of a fight to the end under the square law, and its length in days (infinite for a draw)."""
    kept = kill_a * a * a - kill_b * b * b
    rate = math.sqrt(kill_a * kill_b)
    if kept > 0.0:
        x = b / a * math.sqrt(kill_b / kill_a)
        return math.sqrt(kept / kill_a), 0.0, ratio(log((1.0 + x) / (1.0 - x)), 2.0 * rate, math.inf)
    if kept < 0.0:
        x = a / b * math.sqrt(kill_a / kill_b)
        return 0.0, math.sqrt(-kept / kill_b), ratio(log((1.0 + x) / (1.0 - x)), 2.0 * rate, math.inf)
    return 0.0, 0.0, math.inf


@kernel
def linear_step(a: float, b: float, kill_a: float, kill_b: float, days: float) -> tuple[float, float]:
    """Forces (a, b) after `days` under the linear law; kill_a: share of b lost per a and day."""
    if a <= 0.0 or b <= 0.0:
        return max(a, 0.0), max(b, 0.0)
    if kill_a <= 0.0 or kill_b <= 0.0:
        return a * exp(-kill_b * b * days), b * exp(-kill_a * a * days)
    kept = kill_a * a - kill_b * b
    if kept == 0.0:
        left = a / (1.0 + kill_a * a * days)
        return left, left * kill_a / kill_b
    grown = exp(-kept * days)
    if kept > 0.0:
        left_b = kept / kill_b * ratio(kill_b * b * grown, kill_a * a - kill_b * b * grown, 0.0)
        return (kept + kill_b * left_b) / kill_a, left_b
    shrunk = exp(kept * days)
    left_a = -kept / kill_a * ratio(kill_a * a * shrunk, kill_b * b - kill_a * a * shrunk, 0.0)
    return left_a, (kill_a * left_a - kept) / kill_b


@kernel
def linear_end(a: float, b: float, kill_a: float, kill_b: float) -> tuple[float, float]:
    """Survivors (a, b) of a fight to the end under the linear law (0, 0 for a draw)."""
    kept = kill_a * a - kill_b * b
    return ratio(max(kept, 0.0), kill_a, a), ratio(max(-kept, 0.0), kill_b, b)
