"""Tension follows incidents; engagement, reassurance and an open door may calm it, presence may raise it.

Formula: goal_a = base_a + incident * I / (1 + I), I the incidents in which a is the challenger; for the rival -
engagement * (c0 + c1 * certainty) - reassurance * lever - door * depth * (2 * open - 1) + presence * (presence now -
as promised at the start) - denial * (doctrine - at the start); for the proliferator - deal * max(deal in force, thaw).
Tension goes part of the way there.
Whether a certain alliance makes engagement calm better is c1, free; what engagement opens to a wedge is told in
diplomacy.wedge with its own free coefficient (S56). Reassurance's price in the ally's fear is told in perception
(S16). Forces that can only deny may be read as defensive and calm (Jervis 1978), or as an ally that has given up
striking first; sign free.

Clock: quarter. Units: shares. Source: Soeya 2001 (cooperation with China on the premise of a firm alliance; the door
open), Pacific Forum CSIS 2013 (strategic reassurance). Systems S56, S16.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.model.diplomacy.decision import certainty
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

ENGAGEMENT = LEVER["engagement"]
REASSURANCE = LEVER["reassurance"]
OPEN_DOOR = LEVER["framework_open_door"]
FORWARD_PRESENCE = LEVER["forward_presence"]
DOCTRINE = LEVER["doctrine"]


@kernel
def engagement(w, p, turn: Turn) -> None:
    """Write the tension between the alliance and every other actor."""
    for a in range(w.tension.shape[0]):
        trouble = incidents_by(w, p, a)
        goal = p.tension_base[a] + p.tension_incident * trouble / (1.0 + trouble)
        if a == p.rival:
            goal += with_rival(w, p)
        elif a == p.proliferator:
            goal -= p.tension_deal * max(min(1.0, w.deal), w.thaw)
        w.tension[a] = approach(w.tension[a], clip(goal, 0.0, 1.0), p.tension_speed)


@kernel
def incidents_by(w, p, a: int) -> float:
    """Memory of incidents in the contingencies in which a is the challenger."""
    trouble = 0.0
    for k in range(w.incident.shape[0]):
        if p.challenger[k] == a:
            trouble += w.incident[k]
    return trouble


@kernel
def with_rival(w, p) -> float:
    """What engagement, reassurance, the ring and presence add to tension with the rival."""
    calm = w.lever[ENGAGEMENT] * (p.tension_calm + p.tension_calm_certainty * certainty(w, p))
    calm += p.tension_reassurance * w.lever[REASSURANCE] + p.tension_bridge * w.bridge_calm
    calm += p.tension_door * w.framework_depth * (2.0 * w.lever[OPEN_DOOR] - 1.0)
    calm += p.tension_denial * (w.lever[DOCTRINE] - p.lever_start[DOCTRINE])
    return p.tension_presence * (w.presence - p.lever_start[FORWARD_PRESENCE]) - calm


FIELDS = (
    Field("tension", ("actor",), "index", 0, 1, "public", "Tension between the alliance and the actor."),
)  # fmt: skip
PARAMS = (
    Param("tension_base", ("actor",), "share", 0, 1,
          "Tension between the alliance and each actor with things as they are and no incidents."),
    Param("tension_incident", (), "coefficient", 0, 2,
          "Rise of tension with incidents in which the actor is the challenger."),
    Param("tension_calm", (), "coefficient", -2, 2,
          "Fall of tension by the ally's engagement when the alliance is uncertain."),
    Param("tension_calm_certainty", (), "coefficient", -2, 2, "Change of that fall when the alliance is certain."),
    Param("tension_reassurance", (), "coefficient", -2, 2,
          "Fall of tension by the protector's reassurance of the rival."),
    Param("tension_bridge", (), "coefficient", -2, 2, "Fall of tension by the ally's mediation where it is heard."),
    Param("tension_door", (), "coefficient", -2, 2,
          "Fall of tension by a ring with an open door; a closed one raises it as much."),
    Param("tension_presence", (), "coefficient", -2, 2, "Rise of tension with the protector's presence."),
    Param("tension_denial", (), "coefficient", -1, 1,
          "Fall of tension as the ally's forces turn from forward blows to active denial; sign free."),
    Param("tension_deal", (), "coefficient", -2, 2, "Fall of tension with the proliferator by a deal or a thaw."),
    Param("temptation_tension", (), "stake", -2, 2,
          "What tension above its base adds to a challenger's gain from acting: waiting is worth less; sign free."),
    Param("tension_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that tension goes in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Tension follows incidents; engagement, reassurance and an open door may calm it, presence may raise it.",
    source=("soeya2001", "pacificforum2013", "jervis_1978"),
    systems=("S56", "S16"),
    run=engagement,
)
