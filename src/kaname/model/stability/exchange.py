"""What is left of an arsenal after a first strike, what of it arrives through defences, and the damage it does.

Formula: survivors = W * (1 - v * (1 - (1 - k)**(A / max(W, 1)))): of W warheads a share v can be reached, and A
attackers with kill chance k are assigned to them evenly, to one at least; arriving = n - P * min(n, I / s): I
interceptors, s sent at each, stop a warhead with chance P; damage = 1 - exp(-arriving / scale). All rise or fall one
way in each argument, and stay within 0..n, 0..1.

Clock: none (pure functions). Units: warheads, interceptors, shares. Source: aggregate form after Kent and Thaler
1989; the barrage formula after Wilkening 2000 (both recalled).
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import exp, power


@kernel
def survivors(warheads: float, vulnerable: float, attackers: float, kill: float) -> float:
    """Warheads left after `attackers` warheads were aimed at the arsenal."""
    hit = 1.0 - power(1.0 - kill, attackers / max(warheads, 1.0))
    return warheads * (1.0 - vulnerable * hit)


@kernel
def arriving(warheads: float, interceptors: float, intercept: float, shots: float) -> float:
    """Warheads that get through `interceptors`, `shots` of which are sent at each."""
    return warheads - intercept * min(warheads, interceptors / shots)


@kernel
def damage(warheads: float, scale: float) -> float:
    """Share of what is valued that `warheads` destroy, 0..1."""
    return 1.0 - exp(-warheads / scale)
