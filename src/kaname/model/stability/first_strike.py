"""First-strike stability between protector and rival: how little either gains by striking first, with defences counted.

Formula: cost of war to a side C = D_self + lambda * (1 - D_other); index = (C first / C second) of the one side times
that of the other, held to 0..1: 1 means no incentive to pre-empt. Striking first spends a share of the arsenal on the
other's, and the rest on what it values (talks on strategic arms, once they are held, hold that share down on both
sides: restraint of the weapons that pre-empt is what they are for, Schelling 1966; how far is open); the other
answers with what survives. Damage through defences by stability.exchange. Defences that stop a weakened answer but
not a full attack make going first pay.

Clock: quarter. Units: shares. Source: Kent and Thaler 1989, formula and lambda recalled, not read; the index agrees
with this project's table of worked values. System S47.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, ratio
from kaname.model.stability.exchange import arriving, damage, survivors
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import INTERCEPTOR_UPPER, WARHEAD
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

ARCHITECTURE, ARMS_TALKS = LEVER["defence_architecture"], LEVER["arms_talks"]


@kernel
def first_strike(w, p, turn: Turn) -> None:
    """Write the index of first-strike stability."""
    upper = w.lever[ARCHITECTURE] * p.homeland_upper_share * w.stock[p.protector, INTERCEPTOR_UPPER]
    own, other = w.stock[p.protector, WARHEAD], w.stock[p.rival, WARHEAD]
    shield = p.homeland_interceptors[p.protector] + upper
    shield_other = p.homeland_interceptors[p.rival]
    spent = p.exchange_counterforce * (1.0 - p.talks_restraint * w.lever[ARMS_TALKS])
    first = harm_of_first(p, spent, own, shield_other)
    answer = harm_of_answer(p, spent, other, p.exchange_vulnerable[p.rival], own, shield)
    first_other = harm_of_first(p, spent, other, shield)
    answer_other = harm_of_answer(p, spent, own, p.exchange_vulnerable[p.protector], other, shield_other)
    index = first_strike_index(
        p.first_strike_weight, answer, first, first_other, answer_other, answer_other, first_other, first, answer
    )
    w.first_strike = clip(index, 0.0, 1.0)


@kernel
def harm_of_first(p, spent: float, warheads: float, shield: float) -> float:
    """Damage that a side does which strikes first, with what it does not spend on the other's arsenal."""
    sent = (1.0 - spent) * warheads
    return damage(arriving(sent, shield, p.exchange_intercept, p.exchange_shots), p.exchange_damage)


@kernel
def harm_of_answer(p, spent: float, warheads: float, vulnerable: float, attacker: float, shield: float) -> float:
    """Damage that a side does which is struck first by the share `spent` of `attacker` warheads."""
    left = survivors(warheads, vulnerable, spent * attacker, p.exchange_kill)
    return damage(arriving(left, shield, p.exchange_intercept, p.exchange_shots), p.exchange_damage)


@kernel
def war_cost(weight: float, damage_self: float, damage_other: float) -> float:
    """Cost of war to a side: its own damage, and `weight` times what the other was spared."""
    return damage_self + weight * (1.0 - damage_other)


@kernel
def first_strike_index(
    weight: float,
    a_first_self: float, a_first_other: float, a_second_self: float, a_second_other: float,
    b_first_self: float, b_first_other: float, b_second_self: float, b_second_other: float,
) -> float:  # fmt: skip
    """Product of both sides' ratios of the cost of going first to that of going second; 1 where a cost is nothing.

    Each pair is the damage to the side itself and to the other when it strikes first, and when it is struck first.

    >>> round(first_strike_index(0.3, 0.6, 0.9, 0.9, 0.6, 0.6, 0.9, 0.9, 0.6), 9)
    0.381487889
    """
    ratio_a = ratio(war_cost(weight, a_first_self, a_first_other), war_cost(weight, a_second_self, a_second_other), 1.0)
    ratio_b = ratio(war_cost(weight, b_first_self, b_first_other), war_cost(weight, b_second_self, b_second_other), 1.0)
    return ratio_a * ratio_b


FIELDS = (
    Field("first_strike", (), "share", 0, 1, "hidden",
          "First-strike stability between protector and rival: 1 no incentive to pre-empt."),
)  # fmt: skip
PARAMS = (
    Param("exchange_vulnerable", ("actor",), "share", 0, 1,
          "Share of an arsenal that a first strike can reach (silos, ships in port, bases)."),
    Param("exchange_counterforce", (), "share", 0, 1,
          "Share of an arsenal spent on the other's arsenal in a first strike."),
    Param("talks_restraint", (), "signed share", -1, 1,
          "Part of that share that talks on strategic arms hold down on both sides; sign free."),
    Param("exchange_kill", (), "probability per shot", 0, 1,
          "Chance that a warhead destroys the weapon it is aimed at."),
    Param("exchange_intercept", (), "probability per shot", 0, 1,
          "Chance that the interceptors sent at a warhead stop it."),
    Param("exchange_shots", (), "count", 1, 8, "Interceptors sent at one warhead."),
    Param("exchange_damage", (), "warheads", 1, 500, "Warheads that destroy 63 per cent of what is valued."),
    Param("homeland_interceptors", ("actor",), "interceptors", 0, 500,
          "Interceptors that protect the homeland against long-range missiles."),
    Param("first_strike_weight", (), "ratio", 0, 1,
          "Weight of the damage not done to the other in the cost of war (Kent and Thaler's lambda)."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="First-strike stability compares, for both sides, the cost of going first with that of going second.",
    source=("kent_thaler_1989", "schelling_1966"),
    systems=("S47",),
    run=first_strike,
)
