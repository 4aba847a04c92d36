"""The objective: landing, supply, ground combat and control.

Landing: lift = readiness * (crossing * ships * battalions a ship + (1 - crossing) * ground * overland rate); a
battalion that crosses is lost with chance risk * (1 - s), s the challenger's share of sea and air. Supply = 1 -
crossing * (1 - s); without it a lodgement shrinks. The target's reserve joins by its own way; nobody crosses water to
the objective against the better half of sea and air. On the ground the square law. Control moves by a share of its
distance to lodgement * supply / (lodgement * supply + garrison + hold strength); in a blockade to s; under coercion
to L / (L + L_half).
Clock: day. Units: battalions, shares. Source: the form is a judgement (see evidence campaign.day).
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, ratio
from kaname.core.slots import SLOT
from kaname.model.campaign.draws import binomial, uniform
from kaname.model.campaign.lanchester import square_step
from kaname.model.campaign.opening import actor_of
from kaname.words.axes import GROUND, ISR_CYBER, SURFACE
from kaname.words.declare import Field, Param
from kaname.words.moves import BASES_FIRST, BLOCKADE, CHALLENGER, GUARANTOR, TARGET

LANDING = SLOT["landing"]


@kernel
def landing(w, p, chance, k: int) -> None:
    """The challenger's landing of the day, less what is lost on the way."""
    if w.camp_plan == BLOCKADE or p.blockade_case[k] > 0.0:
        return
    if w.camp_plan == BASES_FIRST and w.camp_day <= p.landing_delay:
        return
    ground = w.camp_units[CHALLENGER, GROUND]
    lift = p.crossing[k] * w.camp_units[CHALLENGER, SURFACE] * p.lift_per_ship
    lift = (lift + (1.0 - p.crossing[k]) * ground * p.overland_rate) * w.readiness[actor_of(p, k, CHALLENGER)]
    wanted = min(lift, p.lodgement_room[k] - w.camp_lodgement) + uniform(chance, LANDING, 0)
    sent = min(float(int(max(0.0, wanted))), ground)
    lost = binomial(chance, LANDING, 1, sent, p.landing_risk * p.crossing[k] * (1.0 - w.camp_sea_control))
    w.camp_units[CHALLENGER, GROUND] = ground - sent
    w.camp_lodgement += sent - lost


@kernel
def ground_battle(w, p, k: int) -> None:
    """Supply of the lodgement, the target's reinforcement, and a day of fighting between them."""
    w.camp_supply = 1.0 - p.crossing[k] * (1.0 - w.camp_sea_control)
    w.camp_lodgement *= 1.0 - p.supply_decay * (1.0 - w.camp_supply)
    if w.camp_lodgement <= 0.0:
        return
    free_way = 1.0 - p.target_crossing[k] * min(1.0, 2.0 * w.camp_sea_control)
    coming = w.camp_units[TARGET, GROUND] * p.counter_lift * free_way
    coming = clip(coming, 0.0, max(0.0, p.lodgement_room[k] - w.camp_garrison))
    w.camp_units[TARGET, GROUND] -= coming
    w.camp_garrison += coming
    fed = w.camp_lodgement * w.camp_supply
    left, garrison = square_step(fed, w.camp_garrison, p.ground_loss, p.ground_loss * p.defender_edge, 1.0)
    w.camp_lodgement -= fed - left
    w.camp_garrison = garrison


@kernel
def control(w, p, k: int) -> None:
    """Control of the objective moves towards what the balance implies."""
    if w.camp_plan == BLOCKADE or p.blockade_case[k] > 0.0:
        goal = p.blockade_yield * w.camp_sea_control
        w.camp_control = clip(approach(w.camp_control, goal, p.blockade_speed), 0.0, 1.0)
        return
    fed = w.camp_lodgement * w.camp_supply
    goal = ratio(fed, fed + w.camp_garrison + p.hold_strength[k], 0.0)
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
    Field("camp_garrison", (), "battalions", 0, 1e4, "hidden", "Target's battalions on the objective."),
)  # fmt: skip
PARAMS = (
    Param("lodgement_room", ("contingency",), "battalions", 0, 1000,
          "Most battalions that the challenger can use on the objective."),
    Param("target_crossing", ("contingency",), "share", 0, 1,
          "Share of the target's reinforcement of the objective that crosses water."),
    Param("lift_per_ship", (), "ratio", 0, 10, "Battalions landed per surface ship and day."),
    Param("overland_rate", (), "share per day", 0, 1,
          "Share of the ground force that can join a lodgement overland in a day."),
    Param("landing_delay", (), "days", 0, 60, "Days before landing when bases come first."),
    Param("landing_risk", (), "probability", 0, 1,
          "Chance that a battalion is lost on the way when the defender has all the sea and air."),
    Param("counter_lift", (), "share per day", 0, 1,
          "Share of the target's ground reserve that reaches the objective in a day when nothing hinders it."),
    Param("supply_decay", (), "share per day", 0, 1, "Share of a lodgement lost in a day without supply."),
    Param("ground_loss", (), "1/day", 0, 1, "Battalions lost per opposing battalion and day on the objective."),
    Param("defender_edge", (), "factor", 0.2, 5,
          "How much better the defender's battalions kill than the lodgement's."),
    Param("control_speed", (), "share per day", 0, 1,
          "Daily move of control towards what the balance on the objective implies."),
    Param("blockade_speed", (), "share per day", 0, 1, "Daily move of control under a blockade."),
    Param("blockade_yield", (), "share", 0, 1, "Share of what is at issue that a complete blockade brings in the end."),
    Param("coercion_leakers", (), "missiles", 1, 1e5, "Leakers at which missile coercion has half its way."),
)  # fmt: skip
