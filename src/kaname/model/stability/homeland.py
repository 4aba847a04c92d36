"""Homeland risk: the harm that each actor could do to the protector's homeland after its defences.

Formula: n_a = min(warheads_a, load * long-range missiles_a); the proliferator's count only with the reliability its
tests have taught; arriving through the homeland's interceptors, and the part of the upper tier that one integrated
architecture adds (see stability.exchange); risk_a = 1 - exp(-arriving / scale). The scale is small: a few warheads
are enough to give a government pause. A deal on long-range missiles lowers n alone, and leaves what threatens the
ally (S49).

Clock: quarter. Units: shares. Source: Solomon 2018 and Soeya 2001 on decoupling; form of this project. System S49.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.stability.exchange import arriving, damage
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import ICBM, INTERCEPTOR_UPPER, WARHEAD
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

ARCHITECTURE = LEVER["defence_architecture"]


@kernel
def homeland(w, p, turn: Turn) -> None:
    """Write the risk to the protector's homeland from every other actor."""
    upper = w.lever[ARCHITECTURE] * p.homeland_upper_share * w.stock[p.protector, INTERCEPTOR_UPPER]
    shield = p.homeland_interceptors[p.protector] + upper
    for a in range(w.homeland_risk.shape[0]):
        sent = min(w.stock[a, WARHEAD], p.homeland_load * w.stock[a, ICBM])
        if a == p.proliferator:
            sent *= w.programme_skill
        elif a == p.protector:
            sent = 0.0
        through = arriving(sent, shield, p.exchange_intercept, p.exchange_shots)
        w.homeland_risk[a] = damage(through, p.homeland_damage)


FIELDS = (
    Field("homeland_risk", ("actor",), "share", 0, 1, "public",
          "Damage that the actor could do to the protector's homeland after defences."),
)  # fmt: skip
PARAMS = (
    Param("homeland_upper_share", (), "share", 0, 1,
          "Share of upper-tier interceptors that one integrated system adds to the homeland's."),
    Param("homeland_load", (), "ratio", 0.2, 10, "Warheads that a long-range missile carries."),
    Param("homeland_damage", (), "warheads", 0.2, 100,
          "Warheads that do 63 per cent of the harm that deters a government from helping."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Homeland risk is the harm that each actor's reliable long-range warheads could do after defences.",
    source=("solomon2018", "soeya2001"),
    systems=("S49",),
    run=homeland,
)
