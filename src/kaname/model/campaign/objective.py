"""The objective: landing, supply, ground combat and control.

Landing: lift = readiness * (crossing * landing ships * battalions a ship + battalions by air * s + (1 - crossing) *
ground * overland rate); a battalion that crosses is lost with chance risk * (1 - s), s the challenger's share of sea
and air.
Supply = 1 - crossing * (1 - s). A lodgement brings stores: they grow with what comes beyond need and are eaten without
it; only when they are gone does it shrink. The target's reserve joins overland, the slower the more of the sky is the
challenger's. Over water it must recapture: a decision, tried only with the better part of sea and air, by the landing
ships of all defenders, losing risk * s on the way, against troops that have dug in since they came.
On the ground the square law, between the lodgement and as much of the garrison as its front lets fight; the better
half of sea and air helps its side by fire. Control moves by a share of its distance to lodgement / (lodgement +
garrison + hold strength); in a blockade to s; under coercion to L / (L + L_half).
Clock: day. Units: battalions, shares. Source: the form is a judgement (see evidence campaign.day).
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, ratio
from kaname.core.slots import SLOT
from kaname.model.campaign.draws import binomial, uniform
from kaname.model.campaign.lanchester import square_step
from kaname.model.campaign.opening import actor_of
from kaname.model.campaign.policy import doctrine_of
from kaname.words.axes import GROUND, ISR_CYBER
from kaname.words.declare import Field, Param
from kaname.words.moves import BASES_FIRST, BLOCKADE, CHALLENGER, GUARANTOR, HOST, TARGET

LANDING = SLOT["landing"]
(DRAW_ROUND, DRAW_LOST, DRAW_BACK_ROUND, DRAW_BACK_LOST) = range(4)


@kernel
def landing(w, p, chance, k: int) -> None:
    """The challenger's landing of the day, less what is lost on the way."""
    if w.camp_plan == BLOCKADE or p.blockade_case[k] > 0.0:
        return
    if w.camp_plan == BASES_FIRST and w.camp_day <= p.landing_delay:
        return
    ground = w.camp_units[CHALLENGER, GROUND]
    lift = p.crossing[k] * w.camp_landing_ships[CHALLENGER] * p.lift_per_ship + p.air_landed[k] * w.camp_sea_control
    lift = (lift + (1.0 - p.crossing[k]) * ground * p.overland_rate) * w.readiness[actor_of(p, k, CHALLENGER)]
    wanted = min(lift, p.lodgement_room[k] - w.camp_lodgement) + uniform(chance, LANDING, DRAW_ROUND)
    sent = min(float(int(max(0.0, wanted))), ground)
    lost = binomial(chance, LANDING, DRAW_LOST, sent, p.landing_risk * p.crossing[k] * (1.0 - w.camp_sea_control))
    w.camp_units[CHALLENGER, GROUND] = ground - sent
    if sent > lost:
        if w.camp_lodgement <= 0.0:
            w.camp_stores, w.camp_ashore_days = p.stores_days, 0.0
        w.camp_lodgement += sent - lost


@kernel
def ground_battle(w, p, chance, k: int) -> None:
    """Supply of the lodgement, the target's reinforcement or recapture, and a day of fighting between them."""
    w.camp_supply = 1.0 - p.crossing[k] * (1.0 - w.camp_sea_control)
    if w.camp_lodgement <= 0.0:
        return
    _eat_stores(w, p)
    _reinforce_overland(w, p, k)
    _recapture(w, p, chance, k)
    across, s = p.target_crossing[k], w.camp_sea_control
    engaged = min(w.camp_garrison, p.front_width * w.camp_lodgement)
    dug = ratio(w.camp_ashore_days, w.camp_ashore_days + p.dig_days, 0.0)
    kill_c = p.ground_loss * (1.0 + p.fire_support * max(0.0, 2.0 * s - 1.0)) * (1.0 + across * p.dig_in * dug)
    edge = 1.0 + (p.defender_edge - 1.0) * (1.0 - across)
    kill_t = p.ground_loss * (1.0 + p.fire_support * max(0.0, 1.0 - 2.0 * s)) * edge
    left, after = square_step(w.camp_lodgement, engaged, kill_c, kill_t, 1.0)
    w.camp_lodgement = left
    w.camp_garrison -= engaged - after
    w.camp_ashore_days = w.camp_ashore_days + 1.0 if left > 0.0 else 0.0


@kernel
def _eat_stores(w, p) -> None:
    """Stores rise by what comes beyond a day's need and fall by what does not; without any, troops are lost."""
    w.camp_stores += w.camp_supply * (1.0 + p.supply_surplus) - 1.0
    if w.camp_stores < 0.0:
        w.camp_lodgement *= 1.0 - p.supply_decay * (1.0 - w.camp_supply)
    w.camp_stores = clip(w.camp_stores, 0.0, p.stores_days)


@kernel
def _reinforce_overland(w, p, k: int) -> None:
    """The target's reserve on the objective's own shore moves to it, hindered from the air."""
    way = (1.0 - p.target_crossing[k]) * (1.0 - p.interdiction * w.camp_sea_control)
    coming = w.camp_units[TARGET, GROUND] * p.counter_lift * way
    coming = clip(coming, 0.0, max(0.0, p.lodgement_room[k] - w.camp_garrison))
    w.camp_units[TARGET, GROUND] -= coming
    w.camp_garrison += coming


@kernel
def _recapture(w, p, chance, k: int) -> None:
    """A landing of the target's on an objective over water, where it has decided on one and has the sea and air."""
    if w.camp_recapture == 0 or p.target_crossing[k] <= 0.0 or w.camp_sea_control > p.recapture_balance:
        return
    if w.camp_released == 0 and doctrine_of(w, p, k, TARGET) >= 1.0 / 2.0:
        return
    ships = w.camp_landing_ships[TARGET] * w.readiness[actor_of(p, k, TARGET)]
    if w.camp_released == 1:
        ships += w.camp_landing_ships[GUARANTOR] * w.readiness[actor_of(p, k, GUARANTOR)]
    if w.camp_host_fire == 1:
        ships += w.camp_landing_ships[HOST] * w.readiness[actor_of(p, k, HOST)]
    ground = w.camp_units[TARGET, GROUND]
    wanted = min(ships * p.lift_per_ship, p.lodgement_room[k] - w.camp_garrison)
    sent = min(float(int(max(0.0, wanted) + uniform(chance, LANDING, DRAW_BACK_ROUND))), ground)
    lost = binomial(chance, LANDING, DRAW_BACK_LOST, sent, p.landing_risk * w.camp_sea_control)
    w.camp_units[TARGET, GROUND] = ground - sent
    w.camp_garrison += sent - lost


@kernel
def control(w, p, k: int) -> None:
    """Control of the objective moves towards what the balance implies."""
    if w.camp_plan == BLOCKADE or p.blockade_case[k] > 0.0:
        goal = p.blockade_yield * w.camp_sea_control
        w.camp_control = clip(approach(w.camp_control, goal, p.blockade_speed), 0.0, 1.0)
        return
    ashore = w.camp_lodgement
    goal = ratio(ashore, ashore + w.camp_garrison + p.hold_strength[k], 0.0)
    w.camp_control = clip(approach(w.camp_control, goal, p.control_speed), 0.0, 1.0)


@kernel
def coercion(w, p) -> None:
    """Reduced form for missile coercion: nothing is landed; what got through presses the target to yield."""
    goal = ratio(w.camp_leakers, w.camp_leakers + p.coercion_leakers, 0.0)
    w.camp_control = clip(approach(w.camp_control, goal, p.control_speed), 0.0, 1.0)


@kernel
def network_contest(w, p, k: int) -> None:
    """Reduced form for a cyber contingency: no unit is lost; control follows the ratio of ready cyber forces."""
    mine = w.camp_units[CHALLENGER, ISR_CYBER] * w.readiness[actor_of(p, k, CHALLENGER)]
    theirs = w.camp_units[TARGET, ISR_CYBER] * w.readiness[actor_of(p, k, TARGET)]
    if w.camp_released == 1:
        theirs += w.camp_units[GUARANTOR, ISR_CYBER] * w.readiness[actor_of(p, k, GUARANTOR)]
    goal = ratio(mine, mine + theirs, 0.0)
    w.camp_control = clip(approach(w.camp_control, goal, p.control_speed), 0.0, 1.0)


FIELDS = (
    Field("camp_control", (), "share", 0, 1, "hidden", "Control of the objective by the challenger."),
    Field("camp_lodgement", (), "battalions", 0, 1000, "hidden", "Challenger's battalions on the objective."),
    Field("camp_stores", (), "days", 0, 365, "hidden", "Days for which the lodgement has stores ashore."),
    Field("camp_ashore_days", (), "days", 0, 1e4, "hidden", "Days since the lodgement came ashore."),
    Field("camp_recapture", (), "code", 0, 1, "hidden",
          "1 where the target is to recapture an objective over water when it can.", "code"),
    Field("camp_garrison", (), "battalions", 0, 1e4, "hidden", "Target's battalions on the objective."),
)  # fmt: skip
PARAMS = (
    Param("lodgement_room", ("contingency",), "battalions", 0, 1000,
          "Most battalions that the challenger can use on the objective."),
    Param("target_crossing", ("contingency",), "share", 0, 1,
          "Share of the target's reinforcement of the objective that crosses water."),
    Param("lift_per_ship", (), "ratio", 0, 10, "Battalions landed per landing ship and day."),
    Param("air_landed", ("contingency",), "battalions per day", 0, 50,
          "Battalions that the challenger lands by parachute and helicopter in a day when it has all the sea and air."),
    Param("overland_rate", (), "share per day", 0, 1,
          "Share of the ground force that can join a lodgement overland in a day."),
    Param("landing_delay", (), "days", 0, 60, "Days before landing when bases come first."),
    Param("landing_risk", (), "probability", 0, 1,
          "Chance that a battalion is lost on the way when the defender has all the sea and air."),
    Param("counter_lift", (), "share per day", 0, 1,
          "Share of the target's ground reserve that reaches the objective in a day when nothing hinders it."),
    Param("supply_decay", (), "share per day", 0, 1, "Share of a lodgement lost in a day without supply."),
    Param("stores_days", (), "days", 0, 120, "Days of stores that a lodgement lands with, and can hold at most."),
    Param("supply_surplus", (), "share", 0, 1, "How much more than a day's need unhindered supply brings in a day."),
    Param("interdiction", (), "share", 0, 1,
          "Part of the way of the target's reserve that a challenger with all of sea and air shuts."),
    Param("front_width", (), "ratio", 0.2, 10,
          "Battalions of the defender that the front lets fight at a time, per battalion ashore."),
    Param("fire_support", (), "factor", 0, 5,
          "How much better a side's battalions kill that has all of sea and air over them."),
    Param("recapture_balance", (), "share", 0, 1,
          "Challenger's share of sea and air at which the target dares a landing of its own."),
    Param("dig_in", (), "factor", 0, 5, "How much better troops kill that have dug in, against those who land."),
    Param("dig_days", (), "days", 0.5, 120, "Days ashore at which troops have dug in by half."),
    Param("ground_loss", (), "1/day", 0, 1, "Battalions lost per opposing battalion and day on the objective."),
    Param("defender_edge", (), "factor", 0.2, 5,
          "How much better the defender's battalions kill than the lodgement's."),
    Param("control_speed", (), "share per day", 0, 1,
          "Daily move of control towards what the balance on the objective implies."),
    Param("blockade_speed", (), "share per day", 0, 1, "Daily move of control under a blockade."),
    Param("blockade_yield", (), "share", 0, 1, "Share of what is at issue that a complete blockade brings in the end."),
    Param("coercion_leakers", (), "missiles", 1, 1e5, "Leakers at which missile coercion has half its way."),
)  # fmt: skip
