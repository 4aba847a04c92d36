"""Exposure to missile coercion: the harm that a challenger's missiles could do to the target's home, after defences.

Formula, in each contingency of missile coercion:
    fired = missiles in reach x (1 - what a first day of counterstrike would destroy)      (world.surrogate)
    shield = share of upper tier x upper + lower-tier interceptors of the target that are ready, and of the
    guarantor's in
             the theatre as far as defences are one; known earlier by intelligence shared with guarantor and partner
    stopped = kill x min(fired, shield / shots);  exposure = 1 - exp(-(fired - stopped) / scale)
    kill = mean of both layers x (1 + warning x knowledge), at most 1
What a threat is worth is the harm still to come (Schelling 1966): a target that is exposed yields more readily, which
the crisis counts (crisis.payoffs); interceptors, counterstrike, a deal on the nearer missiles and warning shared by the
partner take that power away, each where it acts. It is 0 in contingencies of another kind.

Clock: quarter. Units: share. Reads: stocks, missiles, levers. Writes: exposure.
Source: schelling_1966, wilkening_2000, solomon2018; form ours. Systems S45, S49, S50, S53.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, exp
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.surrogate import missiles_in_reach, preemption_gain
from kaname.model.world.turn import Turn
from kaname.words.axes import INTERCEPTOR_LOWER, INTERCEPTOR_UPPER
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

ARCHITECTURE = LEVER["defence_architecture"]


@kernel
def exposure(w, p, turn: Turn) -> None:
    """Write every target's exposure to missile coercion."""
    for k in range(w.exposure.shape[0]):
        w.exposure[k] = 0.0
        if p.missile_case[k] > 0.0:
            fired = missiles_in_reach(w, p, k) * (1.0 - preemption_gain(w, p, k))
            stopped = kill_of(w, p) * min(fired, shield_of(w, p, k) / p.shots_per_missile)
            w.exposure[k] = 1.0 - exp(-max(0.0, fired - stopped) / p.exposure_scale)


@kernel
def shield_of(w, p, k: int) -> float:
    """Interceptors that can be fired for the target."""
    own = w.stock[p.target[k], INTERCEPTOR_UPPER] + w.stock[p.target[k], INTERCEPTOR_LOWER]
    lent = w.stock[p.guarantor[k], INTERCEPTOR_UPPER] + w.stock[p.guarantor[k], INTERCEPTOR_LOWER]
    lent *= w.presence * p.forward_share[k] * clip(w.lever[ARCHITECTURE], 0.0, 1.0)
    return p.exposure_placed * p.ready_interceptors * (own + lent)


@kernel
def kill_of(w, p) -> float:
    """Chance that a missile that is engaged is stopped; more is stopped where more is known early."""
    ignorant = (1.0 - w.intelligence_level) * (1.0 - p.exposure_partner * w.trilateral_level)
    mean = (p.kill_upper + p.kill_lower) / 2.0
    return min(1.0, mean * (1.0 + p.exposure_warning * (1.0 - ignorant)))


FIELDS = (
    Field("exposure", ("contingency",), "share", 0, 1, "public",
          "Harm that the challenger's missiles could do to the target's home after its defences; 0 in other cases."),
)  # fmt: skip
PARAMS = (
    Param("exposure_scale", (), "missiles", 1, 5000,
          "Missiles arriving that do 63 per cent of the harm that makes a government yield."),
    Param("exposure_placed", (), "share", 0, 1, "Share of interceptors that stand where a missile could be stopped."),
    Param("exposure_warning", (), "coefficient", 0, 2, "Rise of the chance to stop a missile with full knowledge."),
    Param("exposure_partner", (), "share", 0, 1,
          "How far full cooperation with the partner gives the warning that intelligence does."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Missile coercion rests on the harm that missiles could still do after interceptors and counterstrike.",
    source=("schelling_1966", "wilkening_2000", "solomon2018"),
    systems=("S45", "S49", "S50", "S53"),
    run=exposure,
)
