"""Members who need the protector's presence join a ring around the alliance; it is as deep as it is enforced.

Formula: each candidate chooses to join: threat * threat seen from the rival + presence * protector's presence -
offence * (1 - open door) * tension with the rival - friction * friction [partner], against 0; joined = weighted share
of those who join. depth goes part of the way to lever * joined * (own * joined + alliance * certainty), the bracket
within 0..1: what its members enforce and what the alliance enforces are separate terms with separate, free
coefficients. No ring is put to anybody while the lever is 0.

Clock: quarter. Units: shares, stakes. Source: Soeya 2001 (Australia, Southeast Asia and South Korea need the
presence; such order does not function unless enforced; the door open to China). System S55.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, ratio
from kaname.model.diplomacy.decision import VALUES_ROW, certainty, decide
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION
from kaname.model.world.turn import Turn
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.levers import LEVER

FRAMEWORK_QUESTION = QUESTION["framework"]
FRAMEWORK_EVENT = KIND["framework"]
FRAMEWORK = LEVER["framework"]
OPEN_DOOR = LEVER["framework_open_door"]
NO_OR_YES = 2
FIRST_OF_CANDIDATES = 300


@kernel
def framework(w, p, turn: Turn) -> None:
    """Write the depth of the ring."""
    joined = 0.0
    if w.lever[FRAMEWORK] > 0.0:
        joined = share_that_joins(w, p, turn)
    enforced = clip(p.framework_own * joined + p.framework_alliance * certainty(w, p), 0.0, 1.0)
    w.framework_depth = approach(w.framework_depth, w.lever[FRAMEWORK] * joined * enforced, p.framework_speed)


@kernel
def share_that_joins(w, p, turn: Turn) -> float:
    """Weighted share of the candidates that choose to join."""
    joined, weight = 0.0, 0.0
    for a in range(w.tension.shape[0]):
        if p.framework_candidate[a] > 0.0:
            joined += p.framework_candidate[a] * joins(w, p, turn, a)
            weight += p.framework_candidate[a]
    return ratio(joined, weight, 0.0)


@kernel
def joins(w, p, turn: Turn, a: int) -> int:
    """1 if the candidate joins."""
    closed = 1.0 - w.lever[OPEN_DOOR]
    worth = p.framework_threat * w.threat[a, p.rival] + p.framework_presence * w.presence
    worth -= p.framework_offence * closed * w.tension[p.rival]
    if a == p.partner:
        worth -= p.framework_friction * w.friction
    values = turn.scratch[VALUES_ROW]
    values[0] = 0.0
    values[1] = worth
    return decide(w, p, turn, a, FRAMEWORK_QUESTION, FRAMEWORK_EVENT, NO_OR_YES, FIRST_OF_CANDIDATES + a)


FIELDS = (
    Field("framework_depth", (), "share", 0, 1, "public", "Depth of the multilateral ring around the alliance."),
)  # fmt: skip
PARAMS = (
    Param("framework_candidate", ("actor",), "share", 0, 1,
          "Weight of each actor that could join the ring around the alliance; 0 for others."),
    Param("framework_threat", (), "stake", -2, 2,
          "Worth of joining per unit of threat that a candidate sees from the rival."),
    Param("framework_presence", (), "stake", -2, 2,
          "Worth of joining to those who need the protector's presence, per unit of it."),
    Param("framework_offence", (), "stake", 0, 2, "Cost of joining a ring that is closed to the rival."),
    Param("framework_friction", (), "stake", 0, 2,
          "Cost of joining for the partner when friction with the ally is complete."),
    Param("framework_own", (), "coefficient", -1, 2, "Part of the ring's depth that its own members enforce."),
    Param("framework_alliance", (), "coefficient", -1, 2,
          "Part of the ring's depth that the alliance enforces, when certain."),
    Param("framework_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that depth goes in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Those who need the protector's presence join a ring around the alliance, as deep as it is enforced.",
    source=("soeya2001",),
    systems=("S55",),
    run=framework,
)
