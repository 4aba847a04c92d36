"""The day's exchange in the air and at sea between the challenger and the defenders, by one of two theories.

Salvo (Hughes, Armstrong): X ~ Bin(missiles, aim) well-aimed, Z ~ Bin(engagements, kill) stopped; ships lost =
min(risked, max(0, X - Z) / staying); strike missiles that find a ship fly among the defenders' (standoff); torpedoes
are not stopped; aircraft lost ~ Bin(shots, kill), at most those that fly. While the challenger lands, landing_aim of
what is fired at it is aimed at its landing ships, and as much of its escorts' fire protects them (also under rates,
where they are fired at alone).
Lanchester: the square law for one day on the same risked forces, in aircraft and in ship equivalents of fire. Both
sides fire at the same moment; the defenders' losses fall on target, guarantor and host in proportion to what each
risked.
Clock: day. Units: aircraft, ships, submarines, batteries. Source: hughes_1995, armstrong_2005, lanchester_1916.
"""

from __future__ import annotations

from typing import NamedTuple

from kaname.core.kernel import kernel
from kaname.core.maths import clip, ratio
from kaname.core.slots import SLOT
from kaname.model.campaign.draws import Chance, binomial
from kaname.model.campaign.lanchester import square_step
from kaname.model.campaign.opening import actor_of
from kaname.model.campaign.posture import fire_share
from kaname.model.campaign.sorties import risked_aircraft, sorties_of
from kaname.model.campaign.standoff import missiles_at_ships, ships_risked
from kaname.words.axes import AIR, COASTAL_STRIKE, SUBMARINE, SURFACE
from kaname.words.declare import Param
from kaname.words.moves import BASES_FIRST, BLOCKADE, CHALLENGER, GUARANTOR, HOST, TARGET

IN_AIR, AT_SEA, UNDER_SEA = SLOT["salvo_air"], SLOT["salvo_sea"], SLOT["salvo_submarine"]
LANCHESTER = 1
(AIR_DEFENDERS, AIR_CHALLENGER, AIR_GROUND) = range(3)
(SEA_ON_CHALLENGER, SEA_ON_DEFENDERS, SEA_ON_LANDING) = (0, 2, 4)
"""Places of draws at sea; what stops the missiles is drawn at the next place."""
(DEEP_ON_CHALLENGER, DEEP_ON_DEFENDERS, HUNT_BOATS, HUNT_BATTERIES, DEEP_ON_LANDING) = (0, 1, 2, 8, 14)


class Side(NamedTuple):
    """What a party puts at risk and in play today, and what its fire is worth."""

    aircraft: float
    sorties: float
    ships: float
    boats: float
    batteries: float
    fire: float
    quality: float


class Volley(NamedTuple):
    """What all defenders put at risk and in play today; worth: of their aircraft in the air, fire times quality."""

    aircraft: float
    sorties: float
    ships: float
    boats: float
    batteries: float
    missiles: float
    worth: float


@kernel
def exchange(
    w, p, chance: Chance, k: int, engaged_c: float, engaged_t: float, engaged_g: float, engaged_h: float
) -> None:
    """One day's exchange in the air, at sea and below it, and the balance that it leaves around the objective."""
    c = _side(w, p, k, CHALLENGER, engaged_c)
    t = _side(w, p, k, TARGET, engaged_t)
    g = _side(w, p, k, GUARANTOR, engaged_g)
    h = _side(w, p, k, HOST, engaged_h)
    d = _together(p, t, g, h, missiles_at_ships(w, p, k, lands_by_sea(w, p, k)))
    air_c, air_d = _air_losses(p, chance, c, d)
    sea_c, sea_d = _sea_losses(w, p, chance, k, c, d)
    _hunt(w, p, chance, c, t, g, h, _balance(w, p, c, t, g, h))
    _take(w, AIR, air_c, air_d, ratio(t.aircraft, d.aircraft, 0.0), ratio(h.aircraft, d.aircraft, 0.0))
    _take(w, SURFACE, sea_c, sea_d, ratio(t.ships, d.ships, 0.0), ratio(h.ships, d.ships, 0.0))
    _spend(w, CHALLENGER, engaged_c)
    _spend(w, TARGET, engaged_t)
    _spend(w, GUARANTOR, engaged_g)
    _spend(w, HOST, engaged_h)
    w.camp_sea_control = _balance(w, p, c, t, g, h)


@kernel
def _balance(w, p, c: Side, t: Side, g: Side, h: Side) -> float:
    """Challenger's share of the fighting value in play around the objective."""
    mine = _value(w, p, CHALLENGER, c)
    theirs = _value(w, p, TARGET, t) + _value(w, p, GUARANTOR, g) + _value(w, p, HOST, h)
    return ratio(mine, mine + theirs, 0.0)


@kernel
def _together(p, t: Side, g: Side, h: Side, at_ships: float) -> Volley:
    """The defenders as one; at_ships: their strike missiles that find a ship."""
    aircraft = t.aircraft + g.aircraft + h.aircraft
    worth = t.fire * t.quality * t.aircraft + g.fire * g.quality * g.aircraft + h.fire * h.quality * h.aircraft
    return Volley(
        aircraft,
        t.sorties + g.sorties + h.sorties,
        t.ships + g.ships + h.ships,
        t.boats + g.boats + h.boats,
        t.batteries + g.batteries + h.batteries,
        _missiles(p, t) + _missiles(p, g) + _missiles(p, h) + at_ships,
        ratio(worth, aircraft, 0.0),
    )


@kernel
def _side(w, p, k: int, party: int, engaged: float) -> Side:
    if party == HOST and w.camp_host_fire == 0:
        return Side(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    on_station = w.readiness[actor_of(p, k, party)]
    if party == GUARANTOR and w.camp_released == 0:
        on_station = 0.0
    aircraft = risked_aircraft(w, p, party, engaged)
    return Side(
        aircraft,
        sorties_of(w, p, k, party, aircraft),
        ships_risked(w, p, party, engaged),
        w.camp_units[party, SUBMARINE] * on_station,
        w.camp_units[party, COASTAL_STRIKE] * on_station,
        fire_share(w, p, k, party),
        p.air_quality[actor_of(p, k, party)],
    )


@kernel
def _missiles(p, side: Side) -> float:
    """Anti-ship missiles that a party fires today."""
    at_ships = side.sorties * (1.0 - p.air_superiority_share)
    fired = side.ships * p.surface_salvo + at_ships * p.air_salvo + side.batteries * p.coastal_salvo
    return fired * side.fire


@kernel
def _air_losses(p, chance: Chance, c: Side, d: Volley) -> tuple[float, float]:
    """Aircraft lost in the air by (challenger, defenders)."""
    worth_c = c.fire * c.quality
    shots_g = min(c.aircraft, d.batteries * p.coastal_air)
    from_ground = binomial(chance, IN_AIR, AIR_GROUND, shots_g, p.air_kill)
    if p.attrition_theory == LANCHESTER:
        left_c, left_d = square_step(c.aircraft, d.aircraft, p.attrition_air * worth_c, p.attrition_air * d.worth, 1.0)
        return min(c.aircraft, c.aircraft - left_c + from_ground), d.aircraft - left_d
    shots_c = min(c.sorties * p.air_superiority_share, d.aircraft) * p.air_shots
    shots_d = min(d.sorties * p.air_superiority_share, c.aircraft) * p.air_shots
    killed_d = binomial(chance, IN_AIR, AIR_DEFENDERS, shots_c, clip(p.air_kill * worth_c, 0.0, 1.0))
    killed_c = binomial(chance, IN_AIR, AIR_CHALLENGER, shots_d, clip(p.air_kill * d.worth, 0.0, 1.0))
    return min(c.aircraft, killed_c + from_ground), min(d.aircraft, killed_d)


@kernel
def _sea_losses(w, p, chance: Chance, k: int, c: Side, d: Volley) -> tuple[float, float]:
    """Ships lost by (challenger, defenders); the challenger's landing ships are taken here."""
    on_c, on_d = d.missiles, _missiles(p, c)
    exposed = w.camp_landing_ships[CHALLENGER] * p.landing_exposed if lands_by_sea(w, p, k) else 0.0
    aim = p.landing_aim if exposed >= 1.0 else 0.0
    torpedoes = d.boats * p.submarine_salvo
    deep_c = binomial(chance, UNDER_SEA, DEEP_ON_CHALLENGER, torpedoes * (1.0 - aim), p.torpedo_hit)
    deep_d = binomial(chance, UNDER_SEA, DEEP_ON_DEFENDERS, c.boats * p.submarine_salvo, p.torpedo_hit)
    if aim > 0.0:
        deep = binomial(chance, UNDER_SEA, DEEP_ON_LANDING, torpedoes * aim, p.torpedo_hit)
        hits = _salvo_hits(p, chance, SEA_ON_LANDING, on_c * aim, exposed, c.ships * aim) + deep
        _sink_landing_ships(w, min(exposed, ratio(hits, p.ship_staying, 0.0)))
    if p.attrition_theory == LANCHESTER:
        fire_c, fire_d = ratio(on_d, p.surface_salvo, 0.0), ratio(on_c * (1.0 - aim), p.surface_salvo, 0.0)
        left_c, left_d = square_step(fire_c, fire_d, p.attrition_sea, p.attrition_sea, 1.0)
        hits_c = c.ships * p.ship_staying * (1.0 - ratio(left_c, fire_c, 1.0))
        hits_d = d.ships * p.ship_staying * (1.0 - ratio(left_d, fire_d, 1.0))
    else:
        hits_c = _salvo_hits(p, chance, SEA_ON_CHALLENGER, on_c * (1.0 - aim), c.ships, c.ships * (1.0 - aim))
        hits_d = _salvo_hits(p, chance, SEA_ON_DEFENDERS, on_d, d.ships, d.ships)
    lost_c = min(c.ships, ratio(hits_c + deep_c, p.ship_staying, 0.0))
    return lost_c, min(d.ships, ratio(hits_d + deep_d, p.ship_staying, 0.0))


@kernel
def lands_by_sea(w, p, k: int) -> bool:
    """Whether the challenger's landing ships are under way today."""
    if w.camp_plan == BLOCKADE or p.blockade_case[k] > 0.0 or p.crossing[k] <= 0.0:
        return False
    return w.camp_plan != BASES_FIRST or w.camp_day > p.landing_delay


@kernel
def _sink_landing_ships(w, lost: float) -> None:
    w.camp_landing_ships[CHALLENGER] -= lost
    w.camp_landing_lost[CHALLENGER] += lost


@kernel
def _salvo_hits(p, chance: Chance, place: int, missiles: float, ships: float, escorts: float) -> float:
    """Hits on ships by missiles that get past what `escorts` stop."""
    if ships <= 0.0:
        return 0.0
    aimed = binomial(chance, AT_SEA, place, missiles, p.ship_aim)
    stopped = binomial(chance, AT_SEA, place + 1, escorts * p.ship_defence, p.ship_kill)
    return max(0.0, float(aimed - stopped))


@kernel
def _hunt(w, p, chance: Chance, c: Side, t: Side, g: Side, h: Side, balance: float) -> None:
    """Submarines and ground batteries lost to the opponent's ships and to who has more in play."""
    came = w.camp_start[CHALLENGER, SURFACE] - w.camp_reserve[CHALLENGER, SURFACE]
    by_c = p.submarine_loss * ratio(w.camp_units[CHALLENGER, SURFACE], came, 0.0)
    by_d = p.submarine_loss * _hunters_left(w)
    above = p.coastal_loss * balance
    _find(w, chance, CHALLENGER, c, by_d, p.coastal_loss - above)
    _find(w, chance, TARGET, t, by_c, above)
    _find(w, chance, GUARANTOR, g, by_c, above)
    _find(w, chance, HOST, h, by_c, above)


@kernel
def _hunters_left(w) -> float:
    """Share of the defenders' ships in the fight, as many as have come so far, that is still afloat."""
    left, came = w.camp_units[TARGET, SURFACE], w.camp_start[TARGET, SURFACE]
    if w.camp_released == 1:
        left += w.camp_units[GUARANTOR, SURFACE]
        came += w.camp_start[GUARANTOR, SURFACE] - w.camp_reserve[GUARANTOR, SURFACE]
    if w.camp_host_fire == 1:
        left += w.camp_units[HOST, SURFACE]
        came += w.camp_start[HOST, SURFACE]
    return ratio(left, came, 0.0)


@kernel
def _find(w, chance: Chance, party: int, side: Side, boat_loss: float, battery_loss: float) -> None:
    w.camp_units[party, SUBMARINE] -= binomial(chance, UNDER_SEA, HUNT_BOATS + party, side.boats, boat_loss)
    w.camp_units[party, COASTAL_STRIKE] -= binomial(
        chance, UNDER_SEA, HUNT_BATTERIES + party, side.batteries, battery_loss
    )


@kernel
def _take(w, force: int, lost_c: float, lost_d: float, target_part: float, host_part: float) -> None:
    of_target, of_host = lost_d * target_part, lost_d * host_part
    w.camp_units[CHALLENGER, force] = max(0.0, w.camp_units[CHALLENGER, force] - lost_c)
    w.camp_units[TARGET, force] = max(0.0, w.camp_units[TARGET, force] - of_target)
    w.camp_units[GUARANTOR, force] = max(0.0, w.camp_units[GUARANTOR, force] - (lost_d - of_target - of_host))
    w.camp_units[HOST, force] = max(0.0, w.camp_units[HOST, force] - of_host)


@kernel
def _spend(w, party: int, engaged: float) -> None:
    w.camp_magazine[party] = max(0.0, w.camp_magazine[party] - engaged)


@kernel
def _value(w, p, party: int, side: Side) -> float:
    """Fighting value that the party has in play around the objective."""
    value = side.sorties * p.fighting_weight[AIR]
    value += min(side.ships, w.camp_units[party, SURFACE]) * p.fighting_weight[SURFACE]
    value += min(side.boats, w.camp_units[party, SUBMARINE]) * p.fighting_weight[SUBMARINE]
    value += min(side.batteries, w.camp_units[party, COASTAL_STRIKE]) * p.fighting_weight[COASTAL_STRIKE]
    return value * side.fire


PARAMS = (
    Param("attrition_theory", (), "switch", 0, 1, "0 stochastic salvo (Hughes, Armstrong), 1 Lanchester.", "code"),
    Param("air_quality", ("actor",), "factor", 0.1, 5, "Chance to kill in the air relative to the reference force."),
    Param("air_superiority_share", (), "share", 0, 1,
          "Share of sorties flown against aircraft; the rest against ships."),
    Param("air_shots", (), "missiles per unit", 0, 10, "Shots at aircraft per sortie that meets an opponent."),
    Param("air_kill", (), "probability per shot", 0, 1, "Chance that a shot at an aircraft kills it."),
    Param("coastal_air", (), "missiles per unit", 0, 50, "Shots at aircraft per ground battery and day."),
    Param("coastal_salvo", (), "missiles per unit", 0, 50, "Anti-ship missiles fired per ground battery and day."),
    Param("coastal_loss", (), "probability per day", 0, 1,
          "Chance that a ground battery is found and destroyed when the opponent has all the sea and air."),
    Param("surface_salvo", (), "missiles per unit", 0, 50, "Anti-ship missiles fired per engaged ship and day."),
    Param("air_salvo", (), "missiles per unit", 0, 20, "Anti-ship missiles fired per sortie against ships."),
    Param("submarine_salvo", (), "missiles per unit", 0, 20, "Torpedoes fired per submarine and day."),
    Param("ship_aim", (), "probability per shot", 0, 1, "Chance that an anti-ship missile is well aimed."),
    Param("torpedo_hit", (), "probability per shot", 0, 1, "Chance that a torpedo hits."),
    Param("ship_defence", (), "missiles per unit", 0, 50,
          "Anti-ship missiles that an engaged ship can engage in a day."),
    Param("ship_kill", (), "probability per shot", 0, 1, "Chance that an engaged anti-ship missile is stopped."),
    Param("landing_aim", (), "share", 0, 1,
          "Share of the defenders' anti-ship fire aimed at landing ships rather than at their escorts."),
    Param("landing_exposed", (), "share", 0, 1, "Share of landing ships that are under way and in reach on a day."),
    Param("ship_staying", (), "hits per unit", 0.1, 20, "Hits that put a ship out of action."),
    Param("submarine_loss", (), "probability per day", 0, 1,
          "Chance that a submarine is lost in a day against an intact opponent."),
    Param("attrition_air", (), "1/day", 0, 1, "Lanchester rate: aircraft lost per engaged opposing aircraft and day."),
    Param("attrition_sea", (), "1/day", 0, 1, "Lanchester rate: ships lost per engaged opposing ship and day."),
    Param("fighting_weight", ("force",), "ratio", 0, 100,
          "Fighting value of a unit at sea and in the air around an objective, in aircraft."),
)  # fmt: skip
