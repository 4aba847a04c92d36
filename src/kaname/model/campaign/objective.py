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
