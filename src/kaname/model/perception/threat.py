"""Threat that each government sees from each other one: capability and distance, intent, incidents; remembered long.

pressure[o, j] = capability x 2 x seen strength of j / (that of j + own)      (1 at parity)
               + tension x tension[j] + incident x sum over k of stake[k, o] x incident[k] / (1 + incident[k]),
                 j being the challenger
               + missile x missiles / (missiles + half)                        (j the proliferator)
               + unrestrained x (1 - mean belief of o in the guarantee)        (j the ally: alliance as restraint on it)
x = threat_scale x enmity[o, j] x pressure;   goal = x / (1 + x);   threat' = goal + memory x (threat - goal)
Intent in calm times and distance are one figure, enmity, since no observer parts them: it is 0 between friends, so that
a friend's strength frightens nobody.

Clock: quarter. Units: index 0..1. Reads start-of-quarter values. Source: balance of threat (Walt 1987), form ours.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, ratio
from kaname.model.perception.strength import share_of, strength
from kaname.model.world.mechanism import Mechanism
from kaname.words.declare import Field, Param

STRENGTHS, INCIDENTS = 0, 1


@kernel
def threat(w, p, turn) -> None:
    """Move every observer's threat towards what it sees."""
    strengths, incidents = turn.scratch[STRENGTHS], turn.scratch[INCIDENTS]
    actors = w.threat.shape[0]
    for a in range(actors):
        strengths[a] = strength(w, p, a)
    missile_fear = _missile_fear(w, p)
    for o in range(actors):
        _remember_incidents(w, p, incidents, o)
        for j in range(actors):
            goal = 0.0
            if j != o and p.enmity[o, j] > 0.0:
                seen = w.picture_capability[o, j] * strengths[j]
                pressure = p.threat_capability * 2.0 * share_of(seen, strengths[o])
                pressure += p.threat_tension * w.tension[j] + p.threat_incident * incidents[j]
                if j == p.proliferator:
                    pressure += p.threat_missile * missile_fear
                if j == p.ally:
                    pressure += p.threat_unrestrained * _doubt_of_guarantee(w, o)
                x = p.threat_scale * p.enmity[o, j] * max(pressure, 0.0)
                goal = x / (1.0 + x)
            w.threat[o, j] = approach(goal, w.threat[o, j], p.threat_memory)


@kernel
def _doubt_of_guarantee(w, o: int) -> float:
    """1 less the observer's mean belief that the protector fights: an ally on its own is an ally unrestrained."""
    places = w.belief.shape[1]
    total = 0.0
    for k in range(places):
        total += w.belief[o, k] / places
    return 1.0 - total


@kernel
def _missile_fear(w, p) -> float:
    """Saturating count of the proliferator's missiles, 0..1."""
    total = 0.0
    for r in range(w.missiles.shape[0]):
        total += w.missiles[r]
    return ratio(total, total + p.threat_missile_half, 0.0)


@kernel
def _remember_incidents(w, p, row, o: int) -> None:
    """Remembered incidents that touch the observer's stakes, summed by the actor who made them."""
    for j in range(w.threat.shape[0]):
        row[j] = 0.0
    for k in range(w.incident.shape[0]):
        row[p.challenger[k]] += p.stake[k, o] * w.incident[k] / (1.0 + w.incident[k])


FIELDS = (
    Field("threat", ("observer", "other"), "index", 0, 1, "observer", "Threat that the observer sees from the other."),
)  # fmt: skip
PARAMS = (
    Param("enmity", ("observer", "other"), "index", 0, 1,
          "Hostile intent that the observer ascribes to the other in calm times, less its distance."),
    Param("threat_scale", (), "factor", 0, 20,
          "Pressure at which full enmity makes half of the greatest threat, inverted."),
    Param("threat_capability", (), "coefficient", 0, 5, "Weight of the other's share of strength in the pressure."),
    Param("threat_tension", (), "coefficient", -2, 5, "Weight of tension in the pressure."),
    Param("threat_incident", (), "coefficient", 0, 5, "Weight of remembered incidents in the pressure."),
    Param("threat_missile", (), "coefficient", 0, 5, "Weight of the proliferator's missiles in the pressure."),
    Param("threat_missile_half", (), "missiles", 1, 1e5, "Missiles at which half of that weight is reached."),
    Param("threat_unrestrained", (), "coefficient", -2, 5,
          "Weight, in the threat from the ally, of doubt about the guarantee; sign free."),
    Param("threat_memory", (), "share kept per quarter", 0, 1, "Threat perception kept from one quarter to the next."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Threat seen from each other state follows its strength, intent and incidents, and is slow to fade.",
    source=("walt_1987", "pacificforum2013", "pollmann2019", "soeya2001"),
    systems=("S13", "S28", "S60", "S64"),
    run=threat,
    core=True,
)
