"""The forces that a government sees against it, beside its own and those that it counts on.

imbalance[a] = log sum over j of enmity[a, j] seen value of j's forces
               - log(own forces + spill x membership x belief x the protector's (protector: trust x its members'))
What asks for more spending (economy.burden) and what makes other ways worth weighing (politics.proliferation) is the
same: forces that nobody answers. Belief counts as forces, so that a doubted guarantee takes them away.

Units: logarithms; forces in bn USD at one price list. Reads: stocks, pictures, beliefs. Writes: nothing.
Source: Richardson 1960 (arms as an answer to arms); the form is ours.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import log, ratio
from kaname.words.axes import ICBM, PROTECTOR_SIDE, WARHEAD


@kernel
def imbalance(w, p, a: int) -> float:
    """Logarithm of the hostile forces that the actor sees over its own and those that it counts on."""
    hostile, friendly = 0.0, value_of_forces(w, p, a)
    for j in range(w.stock.shape[0]):
        if j != a:
            hostile += p.enmity[a, j] * w.picture_capability[a, j] * value_of_forces(w, p, j)
    if a == p.protector:
        for b in range(w.stock.shape[0]):
            if b != a:
                friendly += (
                    p.burden_imbalance_spill * p.burden_member[b] * w.trust[PROTECTOR_SIDE] * value_of_forces(w, p, b)
                )
    else:
        counted = p.burden_member[a] * stake_weighted_belief(w, p, a)
        friendly += p.burden_imbalance_spill * counted * value_of_forces(w, p, p.protector)
    return log(1.0 + hostile) - log(1.0 + friendly)


@kernel
def value_of_forces(w, p, a: int) -> float:
    """The actor's conventional forces at one price list, bn USD."""
    total = 0.0
    for f in range(w.stock.shape[1]):
        if f != WARHEAD and f != ICBM:
            total += p.buildup_cost[f] * w.stock[a, f]
    return total


@kernel
def stake_weighted_belief(w, p, a: int) -> float:
    """The actor's belief that the protector fights, averaged over contingencies by its own stake in them."""
    total, weight = 0.0, 0.0
    for k in range(p.stake.shape[0]):
        total += p.stake[k, a] * w.belief[a, k]
        weight += p.stake[k, a]
    return ratio(total, weight, 0.0)
