"""What one side takes into account when it values a crisis: the numbers that hold for a whole picture, read once.

late      = 1 - e**(-days this side expects until a response / completion_days)       chance of a fait accompli
police    = police_effect x target's share of coast guards as this side sees them
promise   = what is promised on the issue (islands, missiles, networks, sea lanes, region), x coverage x clarity of the
            words where the ally's own territory is at stake
exposed   = coercion_stake x exposure to the challenger's missiles (stability.exposure)
bound     = what the proliferator breaks by a challenge under a deal; grievance = temptation_tension x tension above
base tripwire  = tripwire_cost x part of the guarantor's committed force that stands within reach in peace
claim     = lever sovereignty_support where the object is the ally's own territory: said in public, so in every picture
coverage  = 1, 0, or this side's own guess where an open question of law leaves it in doubt
part, aid = the ally's part beyond its territory: what it has taken on in public (lever regional_role), and its means,
            regional_capacity / (regional_capacity + regional_half)
doubt     = 1 - chance that target, or guarantor, can prove who acted; blamed: that either can (hidden acts only)
trigger   = how far this side knows of an agreed trigger (world.promises)
open_law  = open questions / (open questions + 1): one doubt, bounded by 1, however many questions are open
ring      = depth of the framework where the rival challenges openly; others have no neighbours' ring around them
appetite  = 1 - the challenger's value of the status quo (crisis.temper): its own to itself, the usual one to others
reputation= reputation_stake x how far the protector believes past actions are watched x its mean stake elsewhere
obligation= what the switch of the guarantee adds to fighting over standing aside (crisis.guarantee)
share     = stake here / (stake here + sum of stakes on other fronts this quarter, an unused opportunity counting less)

Clock: move. Units: shares and stakes (the challenger's is 1). Reads: beliefs, politics, levers. Writes: nothing.
Source: Fearon 1994 (audience costs), Press 2005 (reputation as a rival theory), Snyder 1984 (alliance costs), Benson
2012 (ambiguous commitments).
"""

from __future__ import annotations

from typing import NamedTuple

from kaname.core.kernel import kernel
from kaname.core.maths import exp, ratio
from kaname.model.crisis.attribution import attribution
from kaname.model.world.promises import COVERED, OPEN, is_own_land, known_trigger, promise_of
from kaname.model.world.surrogate import present_part
from kaname.words.axes import ALLY_SIDE, COAST_GUARD, PROTECTOR_SIDE
from kaname.words.declare import Param
from kaname.words.levers import LEVER

REGIONAL_ROLE, SOVEREIGNTY = LEVER["regional_role"], LEVER["sovereignty_support"]


class Scene(NamedTuple):
    """One side's picture, as far as it is the same at every ending of the game (see the module's text)."""

    late: float
    police: float
    promise: float
    claim: float
    trigger: float
    reputation: float
    coverage: float
    open_law: float
    own_open_law: float
    force_at_home: float
    help_at_home: float
    bases_at_home: float
    homeland: float
    attention: float
    ring_alone: float
    ring_enforced: float
    part: float
    aid: float
    aid_at_home: float
    doubt_target: float
    doubt_guarantor: float
    blamed: float
    obligation: float
    exposed: float
    bound: float
    grievance: float
    tripwire: float
    appetite: float


@kernel
def scene_of(w, p, k: int, observer: int, days: float) -> Scene:
    """The scene of contingency k as `observer` sees it; days: those that it expects until a joint response."""
    challenger, guarantor, target = p.challenger[k], p.guarantor[k], p.target[k]
    covered = coverage(w, p, k, observer)
    doubt_target = 1.0 - attribution(w, p, k, observer, target)
    doubt_guarantor = 1.0 - attribution(w, p, k, observer, guarantor)
    own_force = p.domestic_cost * (1.0 - w.support_force) + p.window_cost * w.window[ALLY_SIDE]
    help_cost = p.domestic_cost * (1.0 - w.support_alliance[PROTECTOR_SIDE]) + p.window_cost * w.window[PROTECTOR_SIDE]
    bases = p.domestic_cost * w.base_opposition + p.window_cost * w.window[ALLY_SIDE]
    claim = w.lever[SOVEREIGNTY] if is_own_land(p, k) else 0.0
    of_ally = 1.0 if target == p.ally else 0.0
    appetite = 1.0 - (w.status_quo[k] if observer == challenger else p.status_quo_usual)
    ring = w.framework_depth if challenger == p.rival and p.cyber_case[k] == 0.0 else 0.0
    doubt_of_law = ratio(w.undetermined[k], w.undetermined[k] + 1.0, 0.0)
    bound = p.deal_break if w.deal > 0 and challenger == p.proliferator else 0.0
    free = w.attention * front_share(w, p, k, guarantor)
    return Scene(
        late=too_late(p, k, days),
        police=p.police_effect * _coast_guard_share(w, observer, target, challenger),
        promise=promise_of(w, p, k, covered),
        claim=claim,
        trigger=known_trigger(w, p, observer),
        reputation=p.reputation_stake * p.dispositional_share_believed * _stake_elsewhere(w, p, k, guarantor),
        coverage=p.coverage_stake * covered,
        open_law=doubt_of_law,
        own_open_law=doubt_of_law * of_ally,
        force_at_home=own_force * of_ally,
        help_at_home=help_cost,
        bases_at_home=bases,
        homeland=p.help_homeland * w.homeland_risk[challenger],
        attention=p.attention_cost * (1.0 - free),
        ring_alone=p.ring_alone * ring,
        ring_enforced=p.ring_enforced * ring,
        part=w.lever[REGIONAL_ROLE],
        aid=aid_of(w, p),
        aid_at_home=own_force,
        doubt_target=doubt_target,
        doubt_guarantor=doubt_guarantor,
        blamed=1.0 - doubt_target * doubt_guarantor,
        obligation=w.obligation,
        exposed=p.coercion_stake * w.exposure[k],
        bound=bound,
        grievance=p.temptation_tension * (w.tension[challenger] - p.tension_base[challenger]),
        tripwire=p.tripwire_cost * present_part(w, p, k),
        appetite=appetite,
    )


@kernel
def aid_of(w, p) -> float:
    """What the ally's means for roles beyond its territory are worth to those it helps, 0 to 1."""
    return ratio(w.regional_capacity, w.regional_capacity + p.regional_half, 0.0)


@kernel
def too_late(p, k: int, days: float) -> float:
    """Chance that a challenge has become a fait accompli when the response comes after `days`."""
    return 1.0 - exp(-max(days, 0.0) / p.completion_days[k])


@kernel
def coverage(w, p, k: int, observer: int) -> float:
    """1 where the treaty covers the contingency; where that is undetermined, the observer's guess that it does."""
    if w.covered[k] == COVERED:
        return 1.0
    return p.undetermined_permits[observer] if w.covered[k] == OPEN else 0.0


@kernel
def _coast_guard_share(w, observer: int, target: int, challenger: int) -> float:
    mine = w.stock[target, COAST_GUARD] * w.picture_capability[observer, target] * w.readiness[target]
    other = w.stock[challenger, COAST_GUARD] * w.picture_capability[observer, challenger] * w.readiness[challenger]
    return ratio(mine, mine + other, 0.0)


@kernel
def _stake_elsewhere(w, p, k: int, guarantor: int) -> float:
    total, count = 0.0, 0.0
    for other in range(w.territory.shape[0]):
        if other != k and p.guarantor[other] == guarantor:
            total += p.stake[other, guarantor]
            count += 1.0
    return ratio(total, count, 0.0)


@kernel
def front_share(w, p, k: int, actor: int) -> float:
    """Share of the actor's attention and forces that the quarter's other fronts leave for contingency k (1: all).

    In proportion to its stakes; a front already opened this quarter counts fully, an unused opportunity in part.
    """
    here = p.stake[k, actor]
    total = here
    for other in range(w.opportunity.shape[0]):
        if other != k and w.opportunity[other] > 0 and _takes_part(p, other, actor):
            total += p.stake[other, actor] * (1.0 if w.rung[other] > 0 else p.front_weight)
    return ratio(here, total, 1.0)


@kernel
def _takes_part(p, k: int, actor: int) -> bool:
    return p.target[k] == actor or p.guarantor[k] == actor or p.host[k] == actor


PARAMS = (
    Param("completion_days", ("contingency",), "days", 0.1, 365,
          "Mean days in which a challenge becomes a fait accompli."),
    Param("domestic_cost", (), "stake", 0, 3, "Cost of force at home where nobody supports it."),
    Param("window_cost", (), "stake", 0, 3, "Cost of a risky decision in an election window."),
    Param("attention_cost", (), "stake", 0, 3, "Cost of fighting to a guarantor with no attention to spare."),
    Param("front_weight", (), "share", 0, 1,
          "How far a second opportunity that nobody has used yet ties down attention and forces."),
    Param("police_effect", (), "share", 0, 1,
          "How far a superior coast guard keeps a challenge below war from gaining."),
    Param("ring_alone", (), "stake", 0, 2,
          "Challenger's cost before a full multilateral ring, by the ring's own enforcement."),
    Param("ring_enforced", (), "stake", 0, 2, "The same where the guarantor speaks, supports or fights."),
    Param("tripwire_cost", (), "stake", -1, 3,
          "Guarantor's further cost of standing aside where all that it commits stands within reach; sign free."),
    Param("coercion_stake", (), "stake", 0, 3,
          "Cost to a wholly exposed target of standing firm before the highest rung of missile coercion."),
    Param("role_relief", (), "signed share", -1, 1,
          "Part of the guarantor's cost of helping others that the ally takes over by a full role with full means."),
    Param("regional_half", (), "bn USD 2023", 0.1, 200,
          "Means for roles beyond the territory at which the ally's aid has half of its full effect."),
)  # fmt: skip
