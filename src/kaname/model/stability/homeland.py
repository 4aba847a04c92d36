"""Homeland risk: the chance that a war with each actor reaches the protector's homeland, given forces and defences.

Formula: n_a = min(warheads_a, load * long-range missiles_a), the proliferator's only with the reliability its tests
have taught; of these it would send first m_a = min(n_a, salvo + share * n_a), a threat that leaves something to be
threatened with (Schelling 1966); each meets e = interceptors / (shots * m_a) engagements, the interceptors being those
of the homeland and the part of the upper tier that one integrated architecture adds, and is stopped with chance
P * e, or 1 - (1 - P)**e where there is more than one; reach_a = 1 - exp(-left / scale);
risk_a = escalation * (1 + unstable * (1 - first-strike stability) [rival]) * reach_a, held to 0..1.
Most wars between nuclear powers that one can think of end before that: escalation is a chance that nobody has measured.
The scale is small: a few warheads are enough to give a government pause. A deal on long-range missiles lowers n alone,
and leaves what threatens the ally (S49). First-strike stability is that of the quarter before.

Clock: quarter. Units: probability per war. Source: Solomon 2018 and Soeya 2001 on decoupling; form of this project.
System S49.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, power, ratio
from kaname.model.stability.exchange import damage
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
        through = left_of_salvo(p, sent, shield)
        escalates = p.homeland_escalation
        if a == p.rival:
            escalates *= 1.0 + p.homeland_unstable * (1.0 - w.first_strike)
        w.homeland_risk[a] = clip(escalates * damage(through, p.homeland_damage), 0.0, 1.0)


@kernel
def left_of_salvo(p, deliverable: float, shield: float) -> float:
    """Warheads that get through of those that would be sent first."""
    sent = min(deliverable, p.homeland_salvo + p.homeland_share * deliverable)
    engaged = ratio(shield, p.exchange_shots * sent, 0.0)
    stopped = p.exchange_intercept * engaged
    if engaged > 1.0:
        stopped = 1.0 - power(1.0 - p.exchange_intercept, engaged)
    return sent * (1.0 - stopped)


FIELDS = (
    Field("homeland_risk", ("actor",), "probability per war", 0, 1, "public",
          "Chance that a war with the actor reaches the protector's homeland, after its defences."),
)  # fmt: skip
PARAMS = (
    Param("homeland_upper_share", (), "share", 0, 1,
          "Share of upper-tier interceptors that one integrated system adds to the homeland's."),
    Param("homeland_escalation", (), "probability per war", 0, 1,
          "Chance that a war with a nuclear power goes on to strikes at the homeland, defences apart."),
    Param("homeland_unstable", (), "coefficient", 0, 20,
          "Rise of that chance with the rival, as a share, per unit of first-strike stability that is missing."),
    Param("homeland_salvo", (), "warheads", 0, 500, "Warheads that would be sent first by whoever has them."),
    Param("homeland_share", (), "share", 0, 1, "Share of all deliverable warheads that would be sent besides."),
    Param("homeland_load", (), "ratio", 0.2, 10, "Warheads that a long-range missile carries."),
    Param("homeland_damage", (), "warheads", 0.2, 100,
          "Warheads that do 63 per cent of the harm that deters a government from helping."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Homeland risk is the chance that a war with each actor reaches the homeland, after its defences.",
    source=("solomon2018", "soeya2001", "schelling_1966"),
    systems=("S49",),
    run=homeland,
)
