"""The day's exchange in the air and at sea between the challenger and the defenders, by one of two theories.

Salvo (Hughes, Armstrong): X ~ Bin(missiles, aim) well-aimed, Z ~ Bin(engagements, kill) stopped; ships lost =
min(risked, max(0, X - Z) / staying); torpedoes are not stopped; aircraft lost ~ Bin(shots, kill), at most those that
fly.
Lanchester: the square law for one day on the same risked forces, in aircraft and in ship equivalents of fire. Both
sides fire at the same moment; the defenders' losses fall on target and guarantor in proportion to what each risked.
Clock: day. Units: aircraft, ships, submarines, batteries. Source: hughes_1995, armstrong_2005, lanchester_1916.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, ratio
from kaname.core.slots import SLOT
from kaname.model.campaign.draws import binomial
from kaname.model.campaign.lanchester import square_step
from kaname.model.campaign.opening import actor_of
from kaname.model.campaign.posture import fire_share
from kaname.model.campaign.sorties import risked_aircraft, sorties_of
from kaname.model.world.axes import AIR, CHALLENGER, COASTAL_STRIKE, GUARANTOR, SUBMARINE, SURFACE, TARGET

IN_AIR, AT_SEA, UNDER_SEA = SLOT["salvo_air"], SLOT["salvo_sea"], SLOT["salvo_submarine"]
LANCHESTER = 1
RISKED, SORTIES, SHIPS, FIRE, QUALITY = 56, 57, 58, 59, 60
GROUND_FIRE, HUNTED, FOUND = 8, 8, 16


@kernel
def exchange(w, p, turn, k: int, engaged_c: float, engaged_t: float, engaged_g: float) -> None:
    """One day's exchange; leaves what each party risked in the scratch rows for the balance at sea."""
    _ready(w, p, turn, k, CHALLENGER, engaged_c)
    _ready(w, p, turn, k, TARGET, engaged_t)
    _ready(w, p, turn, k, GUARANTOR, engaged_g)
    on_c, on_d = _missiles_of(w, p, turn, 1), _missiles_of(w, p, turn, 0)
    air_c, air_d = _air_losses(w, p, turn)
    sea_c, sea_d = _sea_losses(w, p, turn, on_c, on_d)
    _hunt(w, p, turn)
    _take(w, turn, AIR, RISKED, air_c, air_d)
    _take(w, turn, SURFACE, SHIPS, sea_c, sea_d)
    _spend(w, CHALLENGER, engaged_c)
    _spend(w, TARGET, engaged_t)
    _spend(w, GUARANTOR, engaged_g)


@kernel
def _ready(w, p, turn, k: int, party: int, engaged: float) -> None:
    risked = risked_aircraft(w, party, engaged)
    turn.scratch[RISKED, party] = risked
    turn.scratch[SORTIES, party] = sorties_of(w, p, k, party, risked)
    turn.scratch[SHIPS, party] = w.camp_units[party, SURFACE] * engaged
    turn.scratch[FIRE, party] = fire_share(w, p, k, party)
    turn.scratch[QUALITY, party] = p.air_quality[actor_of(p, k, party)]


@kernel
def _present(w, party: int) -> float:
    """1 where the party fights at all: the guarantor only once released."""
    return 1.0 if party != GUARANTOR or w.camp_released == 1 else 0.0


@kernel
def _missiles_of(w, p, turn, defenders: int) -> float:
    """Anti-ship missiles fired today by the challenger (defenders 0) or by target and guarantor together (1)."""
    total = 0.0
    for party in range(defenders, 1 + 2 * defenders):
        at_ships = turn.scratch[SORTIES, party] * (1.0 - p.air_superiority_share)
        fired = turn.scratch[SHIPS, party] * p.surface_salvo + at_ships * p.air_salvo
        fired += _present(w, party) * w.camp_units[party, COASTAL_STRIKE] * p.coastal_salvo
        total += fired * turn.scratch[FIRE, party]
    return total


@kernel
def _air_losses(w, p, turn) -> tuple[float, float]:
    """Aircraft lost in the air by (challenger, defenders)."""
    s = turn.scratch
    risked_c, risked_d = s[RISKED, CHALLENGER], s[RISKED, TARGET] + s[RISKED, GUARANTOR]
    worth_c = s[FIRE, CHALLENGER] * s[QUALITY, CHALLENGER]
    worth_d = s[FIRE, TARGET] * s[QUALITY, TARGET] * s[RISKED, TARGET]
    worth_d = ratio(worth_d + s[FIRE, GUARANTOR] * s[QUALITY, GUARANTOR] * s[RISKED, GUARANTOR], risked_d, 0.0)
    batteries = w.camp_units[TARGET, COASTAL_STRIKE] + _present(w, GUARANTOR) * w.camp_units[GUARANTOR, COASTAL_STRIKE]
    from_ground = binomial(turn, IN_AIR, GROUND_FIRE, min(risked_c, batteries * p.coastal_air), p.air_kill)
    if p.attrition_theory == LANCHESTER:
        left_c, left_d = square_step(risked_c, risked_d, p.attrition_air * worth_c, p.attrition_air * worth_d, 1.0)
        return min(risked_c, risked_c - left_c + from_ground), risked_d - left_d
    shots_c = min(s[SORTIES, CHALLENGER] * p.air_superiority_share, risked_d) * p.air_shots
    shots_d = min((s[SORTIES, TARGET] + s[SORTIES, GUARANTOR]) * p.air_superiority_share, risked_c) * p.air_shots
    killed_d = binomial(turn, IN_AIR, 0, shots_c, clip(p.air_kill * worth_c, 0.0, 1.0))
    killed_c = binomial(turn, IN_AIR, 1, shots_d, clip(p.air_kill * worth_d, 0.0, 1.0))
    return min(risked_c, killed_c + from_ground), min(risked_d, killed_d)


@kernel
def _sea_losses(w, p, turn, on_challenger: float, on_defenders: float) -> tuple[float, float]:
    """Ships lost by (challenger, defenders)."""
    s = turn.scratch
    ships_c, ships_d = s[SHIPS, CHALLENGER], s[SHIPS, TARGET] + s[SHIPS, GUARANTOR]
    boats = w.camp_units[TARGET, SUBMARINE] + _present(w, GUARANTOR) * w.camp_units[GUARANTOR, SUBMARINE]
    deep_c = binomial(turn, UNDER_SEA, 0, boats * p.submarine_salvo, p.torpedo_hit)
    deep_d = binomial(turn, UNDER_SEA, 1, w.camp_units[CHALLENGER, SUBMARINE] * p.submarine_salvo, p.torpedo_hit)
    if p.attrition_theory == LANCHESTER:
        fire_c, fire_d = ratio(on_defenders, p.surface_salvo, 0.0), ratio(on_challenger, p.surface_salvo, 0.0)
        left_c, left_d = square_step(fire_c, fire_d, p.attrition_sea, p.attrition_sea, 1.0)
        hits_c = ships_c * p.ship_staying * (1.0 - ratio(left_c, fire_c, 1.0))
        hits_d = ships_d * p.ship_staying * (1.0 - ratio(left_d, fire_d, 1.0))
    else:
        hits_c = _salvo_hits(p, turn, 0, on_challenger, ships_c)
        hits_d = _salvo_hits(p, turn, 2, on_defenders, ships_d)
    lost_c = min(ships_c, ratio(hits_c + deep_c, p.ship_staying, 0.0))
    return lost_c, min(ships_d, ratio(hits_d + deep_d, p.ship_staying, 0.0))


@kernel
def _salvo_hits(p, turn, place: int, missiles: float, ships: float) -> float:
    if ships <= 0.0:
        return 0.0
    aimed = binomial(turn, AT_SEA, place, missiles, p.ship_aim)
    stopped = binomial(turn, AT_SEA, place + 1, ships * p.ship_defence, p.ship_kill)
    return max(0.0, float(aimed - stopped))


@kernel
def _hunt(w, p, turn) -> None:
    """Submarines and ground batteries lost to the opponent's ships and to who holds sea and air."""
    for party in range(w.camp_units.shape[0]):
        by_challenger = party != CHALLENGER
        hunters = CHALLENGER if by_challenger else TARGET
        intact = ratio(w.camp_units[hunters, SURFACE], w.camp_start[hunters, SURFACE], 0.0)
        above = w.camp_sea_control if by_challenger else 1.0 - w.camp_sea_control
        boats = w.camp_units[party, SUBMARINE] * _present(w, party)
        batteries = w.camp_units[party, COASTAL_STRIKE] * _present(w, party)
        w.camp_units[party, SUBMARINE] -= binomial(turn, UNDER_SEA, HUNTED + party, boats, p.submarine_loss * intact)
        w.camp_units[party, COASTAL_STRIKE] -= binomial(
            turn, UNDER_SEA, FOUND + party, batteries, p.coastal_loss * above
        )


@kernel
def _take(w, turn, force: int, row: int, lost_c: float, lost_d: float) -> None:
    s = turn.scratch
    of_target = ratio(lost_d * s[row, TARGET], s[row, TARGET] + s[row, GUARANTOR], 0.0)
    w.camp_units[CHALLENGER, force] = max(0.0, w.camp_units[CHALLENGER, force] - lost_c)
    w.camp_units[TARGET, force] = max(0.0, w.camp_units[TARGET, force] - of_target)
    w.camp_units[GUARANTOR, force] = max(0.0, w.camp_units[GUARANTOR, force] - (lost_d - of_target))


@kernel
def _spend(w, party: int, engaged: float) -> None:
    w.camp_magazine[party] = max(0.0, w.camp_magazine[party] - engaged)


@kernel
def sea_balance(w, p, turn) -> None:
    """Challenger's share of the fighting value that is in play around the objective."""
    mine = _value(w, p, turn, CHALLENGER)
    theirs = _value(w, p, turn, TARGET) + _value(w, p, turn, GUARANTOR)
    w.camp_sea_control = ratio(mine, mine + theirs, 0.0)


@kernel
def _value(w, p, turn, party: int) -> float:
    weight = p.fighting_weight
    surface = min(turn.scratch[SHIPS, party], w.camp_units[party, SURFACE])
    hidden = (
        w.camp_units[party, SUBMARINE] * weight[SUBMARINE]
        + w.camp_units[party, COASTAL_STRIKE] * weight[COASTAL_STRIKE]
    )
    return (
        turn.scratch[SORTIES, party] * weight[AIR] + surface * weight[SURFACE] + _present(w, party) * hidden
    ) * turn.scratch[FIRE, party]
