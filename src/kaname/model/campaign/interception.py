"""Layered missile defence: what one layer stops, what it costs, what gets through.

Kill chance per missile Kw = track * (1 - (1 - k)**n) for n shots of single-shot chance k: tracking is common to all
shots at a missile, so it caps Kw however many are fired. P(no leak of W) = Kw**W; leakers ~ Bin(W, 1 - Kw).
Shots needed for a chance P0 of no leak: n = log(1 - P0**(1/W) / track) / log(1 - k).
Shoot-look-shoot: m1 shots, then m2 at what is seen to survive: Kw = 1 - (1 - k)**(m1 + m2), m1 + m2 (1 - k)**m1
interceptors. Units: missiles, interceptors, probability. Source: wilkening_2000 (form recalled), derived and checked
here.
"""

from __future__ import annotations

import math

from kaname.core.kernel import kernel
from kaname.core.maths import log, power
from kaname.model.campaign.draws import Chance, binomial

ROUNDING = 1e-12


@kernel
def kill_chance(track: float, kill: float, shots: float) -> float:
    """Kw: chance that a missile met with `shots` interceptors is stopped.

    >>> round(kill_chance(1.0, 0.7, 2), 12)
    0.91
    """
    return track * (1.0 - power(1.0 - kill, shots))


@kernel
def no_leak_chance(kill_per_missile: float, missiles: float) -> float:
    """Chance that none of the missiles gets through."""
    return power(kill_per_missile, missiles)


@kernel
def required_kill(goal: float, missiles: float) -> float:
    """Kw needed for a chance `goal` that none of the missiles gets through."""
    return power(goal, 1.0 / missiles)


@kernel
def required_shots(goal: float, missiles: float, kill: float, track: float) -> float:
    """Shots per missile, as a real number, for a chance `goal` of no leak; infinite where tracking forbids it."""
    needed = required_kill(goal, missiles)
    if needed >= track or kill <= 0.0:
        return math.inf
    if kill >= 1.0:
        return 1.0
    return log(1.0 - needed / track) / log(1.0 - kill)


@kernel
def whole_shots(shots: float) -> float:
    """The least whole number of shots that is enough; infinite stays so."""
    if shots == math.inf:
        return shots
    return float(math.ceil(shots - ROUNDING))


@kernel
def look_interceptors(kill: float, first: float, second: float) -> float:
    """Interceptors expected per tracked missile under shoot-look-shoot."""
    return first + second * power(1.0 - kill, first)


@kernel
def barrage(
    chance: Chance, slot: int, index: int, missiles: int, stock: int, wanted: int, track: float, kill: float
) -> tuple[int, int]:
    """(leakers, interceptors fired): `wanted` shots at each missile at once; a short stock is spread evenly.

    Uses indices index and index + 1.
    """
    fired = min(stock, wanted * missiles)
    if missiles <= 0 or fired <= 0:
        return max(missiles, 0), 0
    each = fired // missiles
    richer = fired - each * missiles
    leakers = binomial(chance, slot, index, missiles - richer, 1.0 - kill_chance(track, kill, each))
    if richer > 0:
        leakers += binomial(chance, slot, index + 1, richer, 1.0 - kill_chance(track, kill, each + 1))
    return leakers, fired


@kernel
def shoot_look_shoot(
    chance: Chance, slot: int, index: int, missiles: int, stock: int, wanted: int, track: float, kill: float
) -> tuple[int, int]:
    """(leakers, interceptors fired): half the shots, a look, the other half at survivors, as stocks allow.

    Untracked missiles draw no shot and leak. Uses indices index to index + 4.
    """
    tracked = binomial(chance, slot, index, missiles, track)
    first = (wanted + 1) // 2
    seen, fired = barrage(chance, slot, index + 1, tracked, stock, first, 1.0, kill)
    left, more = barrage(chance, slot, index + 2 + 1, seen, stock - fired, wanted - first, 1.0, kill)
    return missiles - tracked + left, fired + more
