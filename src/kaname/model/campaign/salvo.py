"""A salvo exchange between two forces of missile ships: deterministic (Hughes) and stochastic (Armstrong).

Hughes: dB = min(B, max(0, a A - b3 B) / b1), dA alike, at the same moment. a: well-aimed missiles per unit; a3:
missiles that a unit stops; a1: hits that put a unit out of action.
Armstrong: hits = max(0, X - Z), X ~ Bin(A n, p) well-aimed, Z ~ Bin(B y, q) stopped; loss = sum over hits of a loss
with mean m and variance v**2, so E = m E[hits], Var = v**2 E[hits] + m**2 Var[hits], before the cap at the force.
Units: units of the class, missiles. Source: hughes_1995, armstrong_2005.
"""

from __future__ import annotations

import numpy as np

from kaname.core.kernel import kernel
from kaname.core.maths import ratio


@kernel
def hughes_loss(attackers: float, defenders: float, offence: float, defence: float, staying: float) -> float:
    """Units that the defenders lose to one salvo.

    >>> hughes_loss(3.0, 3.0, 4.0, 3.0, 2.0)
    1.5
    """
    hits = max(0.0, offence * attackers - defence * defenders)
    return min(defenders, ratio(hits, staying, defenders if hits > 0.0 else 0.0))


@kernel
def hughes_exchange(
    a: float, b: float, offence_a: float, offence_b: float, defence_a: float, defence_b: float, staying_a: float,
    staying_b: float,
) -> tuple[float, float]:  # fmt: skip
    """Losses (of a, of b) in one simultaneous exchange."""
    return (
        hughes_loss(b, a, offence_b, defence_a, staying_a),
        hughes_loss(a, b, offence_a, defence_b, staying_b),
    )


@kernel
def binomial_mass(n: int, p: float, out: np.ndarray) -> None:
    """P(Binomial(n, p) = 0..n) into out[:n + 1], by recurrence from the mode, summing to 1."""
    for k in range(n + 1):
        out[k] = 0.0
    if p <= 0.0 or p >= 1.0:
        out[0 if p <= 0.0 else n] = 1.0
        return
    mode = min(n, int((n + 1) * p))
    odds = p / (1.0 - p)
    out[mode] = 1.0
    for k in range(mode, n):
        out[k + 1] = out[k] * odds * (n - k) / (k + 1)
    for k in range(mode, 0, -1):
        out[k - 1] = out[k] / odds * k / (n - k + 1)
    total = 0.0
    for k in range(n + 1):
        total += out[k]
    for k in range(n + 1):
        out[k] /= total


@kernel
def hit_moments(
    shots: int, aim: float, stops: int, stop: float, of_shots: np.ndarray, of_stops: np.ndarray
) -> tuple[float, float]:
    """Mean and variance of max(0, X - Z), exact; the arrays (shots + 1, stops + 1 long) are room to compute in."""
    binomial_mass(shots, aim, of_shots)
    binomial_mass(stops, stop, of_stops)
    first = 0.0
    second = 0.0
    for x in range(shots + 1):
        for z in range(min(x, stops + 1)):
            weight = of_shots[x] * of_stops[z]
            first += (x - z) * weight
            second += (x - z) * (x - z) * weight
    return first, second - first * first
