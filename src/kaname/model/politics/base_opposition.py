"""Opposition to foreign bases grows with burden and incidents and shrinks where a common enemy is clear.

    P(incident) = 1 - exp(-rate presence / normal presence)
    jolt = incident x effect x max(0, 1 + handling (1/2 - base_handling))
    logit(opposition)' = logit(opposition) + jolt + speed (logit(settled) + burden (presence - normal)
                         + spread (dispersal - normal) + openness (base_handling - 1/2)
                         - bearable (common threat - normal) + nationalists - logit(opposition))
    access' = access + speed (1 - denial opposition (1 - override government support) - access)

Handling acts twice, each with a sign that no source fixes for all cases: an incident met evasively may anger more
(Soeya), an open strategic case may calm by its honesty or give opposition something to aim at. Spreading to more
places may relieve the crowded ones or carry the quarrel there. Opposition limits access to the bases (S29) unless the
government overrides it.

Clock: quarter. Units: shares. Source: calder_2007, soeya2001, pollmann2019. Systems: S29, S64.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, exp, logistic, logit, ratio
from kaname.core.slots import SLOT
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, uniform
from kaname.words.axes import NATIONALIST, PACIFIST
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.levers import LEVER

INCIDENT = SLOT["base_incident"]
BASE_INCIDENT = KIND["base_incident"]
HANDLING = LEVER["base_handling"]
MIDDLE = 1 / 2


@kernel
def base_opposition(w, p, turn: Turn) -> None:
    """Move opposition and access by one quarter."""
    openness = w.lever[HANDLING] - MIDDLE
    happened = uniform(turn, INCIDENT, 0) < chance_of_incident(w, p)
    jolt = p.base_incident_effect * max(0.0, 1.0 - p.base_evasion * openness) if happened else 0.0
    here = approach(logit(w.base_opposition), logit(p.base_settled) + drivers(w, p, openness), p.base_speed)
    w.base_opposition = logistic(here + jolt)
    if happened:
        note(w, turn, BASE_INCIDENT, p.ally, w.base_opposition, 0.0, 0.0, 0.0, 0.0, 0.0)
    backing = 1.0 - w.government_ideology[PACIFIST]
    refused = p.base_denial * w.base_opposition * (1.0 - p.base_override * backing)
    w.base_access = clip(approach(w.base_access, 1.0 - refused, p.base_access_speed), 0.0, 1.0)


@kernel
def chance_of_incident(w, p) -> float:
    """Probability per quarter of an incident grave enough to move opinion: in proportion to forces present."""
    return 1.0 - exp(-p.base_incident_rate * ratio(w.presence, p.presence_normal, 1.0))


@kernel
def drivers(w, p, openness: float) -> float:
    """What raises (or lowers) settled opposition, in log odds."""
    common = min(w.threat[p.ally, p.rival], w.threat[p.protector, p.rival])
    total = p.base_burden * (w.presence - p.presence_normal) + p.base_spread * (w.dispersal - p.dispersal_normal)
    total += p.base_openness * openness - p.base_bearable * (common - p.opinion_protector_threat_normal)
    return total + p.base_nationalists * (w.public_ideology[NATIONALIST] - p.nationalists_normal)


FIELDS = (
    Field("base_opposition", (), "share", 0, 1, "public", "Opposition to the protector's bases where they stand."),
    Field("base_access", (), "share", 0, 1, "public",
          "Share of the protector's bases in the ally usable without quarrel."),
)  # fmt: skip
PARAMS = (
    Param("base_settled", (), "share", 0.05, 0.95, "Opposition to bases under normal drivers if no incident happened."),
    Param("base_speed", (), "share per quarter", 0, 1,
          "Part of the way back to normal that opposition goes in a quarter."),
    Param("base_incident_rate", (), "1/quarter", 0, 2,
          "Incidents grave enough to move opinion, per quarter at normal presence."),
    Param("base_incident_effect", (), "logit", 0, 3, "What an incident adds to opposition, log odds."),
    Param("base_evasion", (), "coefficient", -2, 2,
          "How far evasive handling enlarges, and open handling reduces, the effect of an incident."),
    Param("base_openness", (), "coefficient", -3, 3, "Effect of open handling on settled opposition, log odds."),
    Param("base_burden", (), "coefficient", -3, 5, "Effect of the protector's presence on opposition, log odds."),
    Param("base_spread", (), "coefficient", -3, 3, "Effect of dispersal to more airfields on opposition, log odds."),
    Param("base_bearable", (), "coefficient", -3, 5, "How far a common threat lowers opposition, log odds."),
    Param("base_nationalists", (), "coefficient", -5, 5,
          "Effect of nationalists in the public on opposition, log odds."),
    Param("base_denial", (), "share", 0, 1, "Part of access that full opposition would deny."),
    Param("base_override", (), "share", 0, 1, "Part of that denial which a government without pacifists overrides."),
    Param("base_access_speed", (), "share per quarter", 0, 1,
          "Part of the way to its goal that access goes in a quarter."),
    Param("presence_normal", (), "share", 0.01, 1, "Protector's presence at which opposition is normal."),
    Param("dispersal_normal", (), "share", 0, 1, "Dispersal at which opposition is normal."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Opposition to bases grows with burden and incidents and their handling, shrinks under a common "
    "threat, and limits access.",
    source=("calder_2007", "soeya2001", "pollmann2019"),
    systems=("S29", "S64"),
    run=base_opposition,
)
