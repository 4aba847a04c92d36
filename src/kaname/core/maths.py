"""Arithmetic that gives the same answer compiled and uncompiled, and never raises.

Python raises where compiled code returns infinity (exp(1000), log(0), x/0); these guards bound both the same way.
All arguments and results are float64 scalars.
"""

from __future__ import annotations

import math

from kaname.core.kernel import kernel

LARGEST_EXPONENT = 700.0
SMALLEST = 1e-300


@kernel
def exp(x: float) -> float:
    """e**x with x clipped to [-700, 700]: never infinite, never an error."""
    return math.exp(min(max(x, -LARGEST_EXPONENT), LARGEST_EXPONENT))


@kernel
def log(x: float) -> float:
    """Natural logarithm of max(x, 1e-300)."""
    return math.log(max(x, SMALLEST))


@kernel
def ratio(a: float, b: float, otherwise: float) -> float:
    """a / b, or `otherwise` where b is 0."""
    if b == 0.0:
        return otherwise
    return a / b


@kernel
def power(x: float, y: float) -> float:
    """x**y for x >= 0 through exp and log (0**y is 0 for y > 0, 1 for y = 0)."""
    if y == 0.0:
        return 1.0
    if x <= 0.0:
        return 0.0
    return exp(y * log(x))


@kernel
def logistic(x: float) -> float:
    """1 / (1 + e**-x), in (0, 1)."""
    if x >= 0.0:
        return 1.0 / (1.0 + exp(-x))
    z = exp(x)
    return z / (1.0 + z)


@kernel
def logit(p: float) -> float:
    """log(p / (1 - p)) with p kept within [1e-12, 1 - 1e-12]."""
    q = min(max(p, 1e-12), 1.0 - 1e-12)
    return math.log(q / (1.0 - q))


@kernel
def clip(x: float, low: float, high: float) -> float:
    """x held within [low, high]."""
    return min(max(x, low), high)


@kernel
def approach(x: float, goal: float, speed: float) -> float:
    """Partial adjustment: x moved by the share `speed` (0..1) of its distance to `goal`."""
    return x + speed * (goal - x)
