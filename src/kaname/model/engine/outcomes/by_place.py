"""What explains a future by state and by place: ready forces, and who believes that the protector fights."""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.words.axes import BASE
from kaname.words.declare import outcome


@outcome(dims=("actor",), unit="bn USD 2023", role="mean", good=1, yearly=True)
@kernel
def ready_forces(w, p, a: int) -> float:
    """Value, at one price list, of the conventional forces ready to fight at the end; of the protector's, those in
    the theatre."""
    value = 0.0
    # Classes from bases on (bases, warheads, long-range missiles) are no forces ready to fight.
    for f in range(BASE):
        value += w.stock[a, f] * p.buildup_cost[f]
    return w.readiness[a] * value * (w.presence if a == p.protector else 1.0)


@outcome(dims=("contingency",), unit="probability per crisis", role="mean", yearly=True)
@kernel
def belief_of_ally(w, p, k: int) -> float:
    """The ally's belief that the protector fights, at the end."""
    return w.belief[p.ally, k]


@outcome(dims=("contingency",), unit="probability per crisis", role="mean", yearly=True)
@kernel
def belief_of_challenger(w, p, k: int) -> float:
    """The challenger's belief that the protector fights, at the end."""
    return w.belief[p.challenger[k], k]
