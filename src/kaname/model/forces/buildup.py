"""Spending above upkeep buys forces that arrive after their lead time and wear out; adversaries answer what they see.

Formula, per actor a and class f, in a quarter:
    budget = max(0, share * spending / 4 - sum over f of upkeep_f * price_af * stock_af);  price_af = cost_f * level
    ordered = budget * mix_af / price_af;  delivered = pipeline / lead_f
    stock'  = stock - losses + delivered - stock / life_f;  pipeline' = pipeline + ordered - delivered
The ally's mix follows the allocation levers; what they leave open follows its present mix; levers that sum to more
than one are scaled down, so that homeland, strike, defence and region compete for one budget (S35). What goes to the
region buys `regional_capacity`, not forces for home. Adversaries (rival, proliferator) answer the alliance's posture
P = strike * log(1 + policy * missiles) + interceptors * log(1 + interceptors) + presence * share, all in the theatre,
taken in with a lag, the ally's missiles in so far as its policy would use them: effort = reaction * (P seen - P at
the start), within limits; it changes their budget and, when positive, turns that share of it to the classes that
answer. Signs are free: an alliance that arms may be matched or may discourage.

Clock: quarter. Units: units of the class, bn USD 2023. The rival's warheads belong to stability.arsenal and are left
alone; the proliferator's missiles belong to stability.programme, whose numbers are copied here for the crisis to see.
Source: Richardson 1960 (action and reaction with grievance, here relative to the start); Heginbotham and Samuels 2018
(what a limited budget buys). Systems S31, S35. Core.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, log
from kaname.core.units import QUARTERS_A_YEAR
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import (
    BASE,
    ICBM,
    INTERCEPTOR_LOWER,
    INTERCEPTOR_UPPER,
    INTERCONTINENTAL,
    ISR_CYBER,
    MEDIUM,
    SHORT,
    STRIKE,
    WARHEAD,
)
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

MIX_ROW = 0
DENIAL = LEVER["allocation_denial"]
STRIKE_SHARE = LEVER["allocation_strike"]
INTERCEPTORS = LEVER["allocation_interceptors"]
BASES = LEVER["allocation_bases"]
CYBER_SHARE = LEVER["allocation_cyber"]
REGION = LEVER["allocation_regional"]
COUNTERSTRIKE = LEVER["counterstrike"]


@kernel
def buildup(w, p, turn: Turn) -> None:
    """Write stocks and pipelines of all actors, the ally's regional means and the adversaries' effort."""
    answer_posture(w, p, turn)
    mix = turn.scratch[MIX_ROW]
    for a in range(w.stock.shape[0]):
        budget = procurement(w, p, a)
        if a == p.ally:
            region = mix_of_ally(w, p, mix)
            w.regional_capacity = w.regional_capacity * (1.0 - p.regional_decay) + region * budget
        elif a == p.rival or a == p.proliferator:
            budget *= 1.0 + w.reaction_effort
            mix_of_adversary(w, p, a, mix)
        else:
            mix_as_usual(p, a, mix)
        advance(w, p, a, budget, mix)
    copy_missiles(w, p)


@kernel
def answer_posture(w, p, turn: Turn) -> None:
    """The adversaries' effort: what they have taken in of the alliance's posture, against that of the first quarter."""
    now = posture(w, p)
    if turn.quarter == 0:
        w.reaction_start = now
        w.reaction_seen = now
    w.reaction_seen = approach(w.reaction_seen, now, 1.0 / p.reaction_lag)
    effort = p.reaction * (w.reaction_seen - w.reaction_start)
    w.reaction_effort = clip(effort, -p.reaction_limit, p.reaction_limit)


@kernel
def posture(w, p) -> float:
    """The alliance's strike missiles, interceptors and presence in the theatre, weighted as adversaries answer them."""
    strike = (
        clip(w.lever[COUNTERSTRIKE], 0.0, 1.0) * w.stock[p.ally, STRIKE] + w.presence * w.stock[p.protector, STRIKE]
    )
    shield = w.stock[p.ally, INTERCEPTOR_UPPER] + w.stock[p.ally, INTERCEPTOR_LOWER]
    shield += w.presence * (w.stock[p.protector, INTERCEPTOR_UPPER] + w.stock[p.protector, INTERCEPTOR_LOWER])
    return (
        p.reaction_strike * log(1.0 + strike)
        + p.reaction_interceptors * log(1.0 + shield)
        + p.reaction_presence * w.presence
    )


@kernel
def procurement(w, p, a: int) -> float:
    """What is left of the quarter's money for forces after what the bargain costs and upkeep; never below nothing."""
    upkeep = 0.0
    for f in range(w.stock.shape[1]):
        upkeep += p.buildup_upkeep[f] * p.buildup_cost[f] * w.stock[a, f]
    money = p.buildup_force_share[a] * max(0.0, w.spending[a] - w.bargain_cost[a]) / QUARTERS_A_YEAR
    return max(0.0, money - upkeep * p.buildup_price_level[a])


@kernel
def mix_as_usual(p, a: int, mix) -> None:
    """Fill `mix` with the shares of procurement that no lever and no answer changes."""
    for f in range(p.buildup_cost.shape[0]):
        mix[f] = p.buildup_mix[a, f]


@kernel
def mix_of_adversary(w, p, a: int, mix) -> None:
    """Fill `mix`: a positive effort turns that share of procurement to the classes that answer the alliance."""
    turned = max(0.0, w.reaction_effort)
    for f in range(p.buildup_cost.shape[0]):
        mix[f] = approach(p.buildup_mix[a, f], p.reaction_mix[f], turned)


@kernel
def mix_of_ally(w, p, mix) -> float:
    """Fill `mix` by the allocation levers; return the share that goes to roles in the wider region."""
    denial, strike, shield = w.lever[DENIAL], w.lever[STRIKE_SHARE], w.lever[INTERCEPTORS]
    base, cyber, region = w.lever[BASES], w.lever[CYBER_SHARE], w.lever[REGION]
    allocated = denial + strike + shield + base + cyber + region
    scale = 1.0 / max(1.0, allocated)
    open_share = max(0.0, 1.0 - allocated)
    for f in range(p.buildup_cost.shape[0]):
        mix[f] = open_share * p.buildup_mix[p.ally, f] + scale * denial * p.buildup_denial_split[f]
    mix[STRIKE] += scale * strike
    mix[INTERCEPTOR_UPPER] += scale * shield * p.buildup_upper_share
    mix[INTERCEPTOR_LOWER] += scale * shield * (1.0 - p.buildup_upper_share)
    mix[BASE] += scale * base
    mix[ISR_CYBER] += scale * cyber
    return scale * region


@kernel
def advance(w, p, a: int, budget: float, mix) -> None:
    """One quarter of losses, orders, deliveries and wear for actor a; the rival's warheads are another's."""
    for f in range(w.stock.shape[1]):
        if a == p.rival and f == WARHEAD:
            continue
        ordered = budget * mix[f] / (p.buildup_cost[f] * p.buildup_price_level[a])
        delivered = w.pipeline[a, f] / p.buildup_lead[f]
        left = max(0.0, w.stock[a, f] - w.losses[a, f])
        w.pipeline[a, f] += ordered - delivered
        w.stock[a, f] = left * (1.0 - 1.0 / p.buildup_life[f]) + delivered


@kernel
def copy_missiles(w, p) -> None:
    """Let the proliferator's stock show the missiles that its programme holds, less those fired last quarter."""
    near = w.missiles[SHORT] + w.missiles[MEDIUM]
    w.stock[p.proliferator, STRIKE] = max(0.0, near - w.losses[p.proliferator, STRIKE])
    w.stock[p.proliferator, ICBM] = max(0.0, w.missiles[INTERCONTINENTAL] - w.losses[p.proliferator, ICBM])


FIELDS = (
    Field("stock", ("actor", "force"), "units of the class", 0, 1e6, "owner",
          "Forces by class (aircraft, ships, missiles, battalions, bases, warheads)."),
    Field("pipeline", ("actor", "force"), "units of the class", 0, 1e6, "owner",
          "Forces ordered and not yet delivered."),
    Field("regional_capacity", (), "bn USD 2023", 0, 1e5, "public",
          "Value of the ally's means for roles in the wider region (lift, supply, deployed staff)."),
    Field("reaction_start", (), "index", -1000, 1000, "hidden",
          "Alliance posture that adversaries answer (see forces.buildup), at the first quarter."),
    Field("reaction_seen", (), "index", -1000, 1000, "hidden",
          "Alliance posture as adversaries' planning has taken it in so far."),
    Field("reaction_effort", (), "signed share", -1, 1, "hidden",
          "Change of adversaries' procurement effort that answers the alliance's posture."),
)  # fmt: skip
PARAMS = (
    Param("buildup_cost", ("force",), "bn USD 2023 per unit", 0.0005, 20,
          "Price of one unit of each class at the protector's price level."),
    Param("buildup_price_level", ("actor",), "factor", 0.05, 5,
          "Price of forces in each actor's industry over the protector's."),
    Param("buildup_upkeep", ("force",), "1/quarter", 0, 0.25, "Upkeep of a unit in a quarter as a share of its price."),
    Param("buildup_life", ("force",), "quarters", 8, 400, "Life of a unit."),
    Param("buildup_lead", ("force",), "quarters", 1, 80, "Mean time from order to delivery."),
    Param("buildup_force_share", ("actor",), "share", 0, 1,
          "Share of military spending that pays upkeep and procurement of the stock counted."),
    Param("buildup_mix", ("actor", "force"), "share", 0, 1,
          "Share of each class in procurement where no lever says otherwise."),
    Param("buildup_denial_split", ("force",), "share", 0, 1, "Share of each class in procurement for homeland denial."),
    Param("buildup_upper_share", (), "share", 0, 1, "Share of the upper tier in procurement of interceptors."),
    Param("regional_decay", (), "1/quarter", 0, 1,
          "Share of the ally's means for the wider region that wears out in a quarter."),
    Param("reaction_strike", (), "coefficient", -1, 1,
          "Adversaries' effort per log of the alliance's strike missiles in the theatre."),
    Param("reaction_interceptors", (), "coefficient", -1, 1,
          "Adversaries' effort per log of the alliance's interceptors in the theatre."),
    Param("reaction_presence", (), "coefficient", -2, 2, "Adversaries' effort per unit of the protector's presence."),
    Param("reaction_lag", (), "quarters", 1, 80,
          "Mean time in which adversaries' planning takes in a changed posture."),
    Param("reaction_limit", (), "share", 0, 1, "Largest change of adversaries' procurement effort."),
    Param("reaction_mix", ("force",), "share", 0, 1,
          "Share of each class in adversaries' procurement that answers the alliance."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Spending above upkeep buys forces that arrive late and wear out; adversaries answer what they see.",
    source=("richardson_1960", "heginbotham_samuels_2018"),
    systems=("S31", "S35"),
    run=buildup,
    core=True,
)
