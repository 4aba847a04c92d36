"""What a quarter of crises leaves behind: people lost, the object's fate, memory of incidents, and where blame falls.

casualties[a] = (sum over f of losses[a, f] x people_per_unit[a, f] + landing ships sunk x people_per_landing_ship
                 + strikes on its forces' bases x people_per_strike + strikes on its soil x people_around) / 1000
landing_lost[a]' = landing_lost[a] x (1 - landing_rebuilt): landing ships lost in war are replaced over years
incident[k]'  = incident_memory x incident[k] + incident_weight x rung / top rung + incident_pushing x tempo[k] / 91
territory[k]' : a fait accompli loses the object; a concession loses lasting_share x what was at issue, a
                settlement half of that; after a war the target holds what the challenger does not control; a challenge
                faced down wins back regained_share of what was lost before. Where the object is no territory (a threat,
                networks, traffic at sea) what is yielded is compliance: lasting_share of it lasts and wears off.
blame: where the ally lost people, or its own object without a fight, one of enemy, entanglement, absence is drawn from
log odds (enemy 0); entanglement weighs in another's fight that the guarantor joined, absence in the ally's own case
where it stood aside. The public moves blame_speed of the way to it: signs and sizes are free, the draw decides.

Clock: quarter, after crises. Units: thousand people, shares. Source: S27 after Heginbotham 2018 (blame cannot be said
in advance); people per unit from published complements.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, exp
from kaname.core.slots import SLOT
from kaname.model.crisis.payoffs import gain_of_rung
from kaname.model.crisis.pushing import DAYS_A_QUARTER
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import uniform
from kaname.words.axes import (
    BLAME_ABSENCE,
    BLAME_ENEMY,
    BLAME_ENTANGLEMENT,
    END_CONCESSION,
    END_FAIT_ACCOMPLI,
    END_LIMITED_WAR,
    END_SETTLEMENT,
    END_STATUS_QUO,
)
from kaname.words.declare import Field, Param
from kaname.words.moves import TOP_RUNG

SLOT_BLAME = SLOT["blame"]
THOUSAND = 1000.0
MOST_INCIDENT = 10.0


@kernel
def aftermath(w, p, turn) -> None:
    """Write casualties, incidents, territory and blame from this quarter's crises."""
    for a in range(w.casualties.shape[0]):
        total = w.bases_struck[a] * p.people_per_strike + w.struck[a] * p.people_around
        total += w.landing_sunk[a] * p.people_per_landing_ship
        w.landing_lost[a] *= 1.0 - p.landing_rebuilt
        for f in range(w.losses.shape[1]):
            total += w.losses[a, f] * p.people_per_unit[a, f]
        w.casualties[a] = total / THOUSAND
    if w.disaster_losses > 0.0:
        _blame_for_disaster(w, p, turn)
    for k in range(w.ending.shape[0]):
        height = w.rung[k] / TOP_RUNG
        felt = p.incident_weight * height + p.incident_pushing * w.tempo[k] / DAYS_A_QUARTER
        w.incident[k] = clip(p.incident_memory * w.incident[k] + felt, 0.0, MOST_INCIDENT)
        if not is_territory(p, k):
            w.territory[k] = clip(_compliance_after(w, p, k), 0.0, 1.0)
        elif w.rung[k] > 0:
            w.territory[k] = clip(_object_after(w, p, k), 0.0, 1.0)
        if w.rung[k] == 0:
            continue
        if _is_felt(w, p, k):
            _blame(w, p, turn, k)


@kernel
def is_territory(p, k: int) -> bool:
    """Whether the object is land or islets; threats, networks and traffic at sea yield compliance, which comes back."""
    return p.cyber_case[k] == 0.0 and p.missile_case[k] == 0.0 and p.blockade_case[k] == 0.0


@kernel
def _compliance_after(w, p, k: int) -> float:
    """What the target has not yielded: a part of what it gives in to lasts, and wears off when nothing happens."""
    held, ending = w.territory[k], w.ending[k]
    if w.rung[k] == 0 or ending == END_STATUS_QUO:
        return approach(held, 1.0, p.regained_share)
    if ending >= END_LIMITED_WAR:
        return held * (1.0 - p.lasting_share * w.last_control[k])
    yielded = 1.0 if ending == END_FAIT_ACCOMPLI else gain_of_rung(p, k, w.rung[k])
    return held * (1.0 - p.lasting_share * (yielded / 2.0 if ending == END_SETTLEMENT else yielded))


@kernel
def _object_after(w, p, k: int) -> float:
    """Share of the object that the target holds after the crisis."""
    held, ending = w.territory[k], w.ending[k]
    if ending == END_FAIT_ACCOMPLI:
        return 0.0
    if ending == END_CONCESSION:
        return held * (1.0 - p.lasting_share * gain_of_rung(p, k, w.rung[k]))
    if ending == END_SETTLEMENT:
        return held * (1.0 - p.lasting_share * gain_of_rung(p, k, w.rung[k]) / 2.0)
    if ending >= END_LIMITED_WAR:
        return 1.0 - w.last_control[k]
    return approach(held, 1.0, p.regained_share)


@kernel
def _is_felt(w, p, k: int) -> bool:
    """Whether the ally's public asks who is to blame: people lost in a war here, or its own object lost without one."""
    if w.ending[k] >= END_LIMITED_WAR:
        return w.casualties[p.ally] > 0.0
    return w.ending[k] == END_FAIT_ACCOMPLI and p.target[k] == p.ally


@kernel
def _blame(w, p, turn, k: int) -> None:
    own = p.target[k] == p.ally
    entangled, deserted = p.blame_else, p.blame_else
    if not own and w.conduct[k] > 0.0:
        entangled = p.blame_entanglement
    if own and w.conduct[k] <= 0.0:
        deserted = p.blame_absence
    odds_entangled, odds_deserted = exp(entangled), exp(deserted)
    u = uniform(turn, SLOT_BLAME, k) * (1.0 + odds_entangled + odds_deserted)
    drawn = BLAME_ENEMY
    if u >= 1.0 + odds_entangled:
        drawn = BLAME_ABSENCE
    elif u >= 1.0:
        drawn = BLAME_ENTANGLEMENT
    for b in range(w.blame.shape[0]):
        w.blame[b] = approach(w.blame[b], 1.0 if b == drawn else 0.0, p.blame_speed)


@kernel
def _blame_for_disaster(w, p, turn) -> None:
    """Where the blame for a disaster falls: as it is set, or drawn by the odds that hold without a ground."""
    fallen = p.disaster_blame
    if fallen < 0:
        odds = exp(p.blame_else)
        u = uniform(turn, SLOT_BLAME, w.ending.shape[0]) * (1.0 + 2.0 * odds)
        fallen = BLAME_ENEMY if u < 1.0 else BLAME_ENTANGLEMENT if u < 1.0 + odds else BLAME_ABSENCE
    for b in range(w.blame.shape[0]):
        w.blame[b] = 1.0 if b == fallen else 0.0


FIELDS = (
    Field("blame", ("blame",), "share", 0, 1, "public",
          "Where the ally's public puts the blame for its last losses; sums to at most 1."),
    Field("incident", ("contingency",), "index", 0, 10, "public", "Decaying memory of incidents below war."),
    Field("casualties", ("actor",), "thousand people", 0, 1e5, "public", "Losses of people this quarter."),
    Field("territory", ("contingency",), "share", 0, 1, "public",
          "Share of the contingency's object held by the target."),
)  # fmt: skip
PARAMS = (
    Param("gain_low", ("contingency",), "share", 0, 1, "Part of the object that a concession to a probe gives away."),
    Param("gain_middle", ("contingency",), "share", 0, 1,
          "Part of the object that a concession to pressure gives away."),
    Param("incident_memory", (), "share kept per quarter", 0, 1, "Memory of incidents kept from quarter to quarter."),
    Param("incident_weight", (), "factor", 0, 5, "Size of an incident on the highest rung."),
    Param("people_per_unit", ("actor", "force"), "people per unit", 0, 10000,
          "People lost with a unit of each class, by whose unit it is."),
    Param("people_per_landing_ship", (), "people per unit", 0, 2000, "People of the crew lost with a landing ship."),
    Param("people_per_strike", (), "people", 0, 500,
          "People in uniform lost to a missile that hits a base, of the forces whose base it is."),
    Param("people_around", (), "people", 0, 500,
          "People around lost to a missile that hits a base, of the state on whose soil it stands."),
    Param("landing_rebuilt", (), "share per quarter", 0, 1, "Part of lost landing ships replaced in a quarter."),
    Param("lasting_share", (), "share", 0, 1, "Part of a concession below war that lasts as loss of the object."),
    Param("regained_share", (), "share", 0, 1,
          "Part of what was lost that a challenge faced down, or a quiet quarter where the object is no territory, "
          "wins back."),
    Param("blame_speed", (), "share", 0, 1, "How far one crisis with losses moves the public's blame."),
    Param("blame_entanglement", (), "coefficient", -3, 3,
          "Log odds of blaming one's own entanglement over the enemy, in another's fight."),
    Param("blame_absence", (), "coefficient", -3, 5,
          "Log odds of blaming the protector's absence over the enemy, where it stood aside."),
    Param("blame_else", (), "coefficient", -5, 1,
          "Log odds of either blame over the enemy where conduct gives no ground for it."),
    Param("incident_pushing", (), "index", 0, 1,
          "What a quarter of presence on every day adds to the memory of incidents."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Crises leave people lost, objects held or lost, memories of incidents, and blame that a draw decides.",
    source=("heginbotham2018",),
    systems=("S27", "S40"),
    run=aftermath,
    core=True,
)
