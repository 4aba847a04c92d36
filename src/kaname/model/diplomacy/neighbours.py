"""Neighbours may pledge forces to the ally's defence, as far as a pact asks for it, history allows and forces are free.

    pledge[a]' = pledge[a] + speed (lever x weight[a] x (1 - friction, for the partner) - pledge[a])
    help[k]    = keeping x sum over a of pledge[a] x reach[a] x force[a] / force of the ally, where it is the target

Force is fighting value (aircraft, ships, submarines, coastal fire). `help` multiplies the ally's fighting force in what
each side expects of a fight over its own contingencies (crisis.fighting): it may deter. In a campaign itself these
forces do not fight yet, so a war that comes is fought as if nobody had pledged anything. An island has few neighbours
with free forces: reach is what geography and their own enemies leave, which sets this alternative apart from that of
allies on a continent (S58). Neighbours neither decide nor bargain in the ally's crises.

Clock: quarter. Units: shares. Source: Solomon 2018 and Soeya 2001 (no neighbours to turn to), Walt 1987. System S58.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, ratio
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import FIGHTING_FORCES
from kaname.words.declare import Field, Param
from kaname.words.fields import BY_NAME as FIELD
from kaname.words.levers import LEVER

PACT = LEVER["neighbour_pact"]
MOST_HELP = FIELD["neighbour_help"].high


@kernel
def neighbours(w, p, turn: Turn) -> None:
    """Write what each neighbour pledges and how much that multiplies the ally's force in its own contingencies."""
    pledged = 0.0
    for a in range(w.neighbour_pledge.shape[0]):
        goal = w.lever[PACT] * p.neighbour_weight[a]
        if a == p.partner:
            goal *= 1.0 - w.friction
        w.neighbour_pledge[a] = approach(w.neighbour_pledge[a], goal, p.neighbour_speed)
        if w.neighbour_pledge[a] > 0.0:
            pledged += w.neighbour_pledge[a] * p.neighbour_reach[a] * fighting_force(w, p, a)
    help_given = 0.0
    if pledged > 0.0:
        own = fighting_force(w, p, p.ally)
        help_given = clip(p.neighbour_keeping * ratio(pledged, own, 0.0), 0.0, MOST_HELP)
    for k in range(w.neighbour_help.shape[0]):
        w.neighbour_help[k] = help_given if p.target[k] == p.ally and p.cyber_case[k] == 0.0 else 0.0


@kernel
def fighting_force(w, p, a: int) -> float:
    """Fighting value of all that the actor has at sea, in the air and on the coast."""
    total = 0.0
    for f in FIGHTING_FORCES:
        total += p.fighting_weight[f] * w.stock[a, f]
    return total


FIELDS = (
    Field("neighbour_pledge", ("actor",), "share", 0, 1, "public",
          "How far each actor has pledged itself to the ally's defence."),
    Field("neighbour_help", ("contingency",), "ratio", 0, 5, "public",
          "Neighbours' pledged force over the ally's own, in the ally's own contingencies."),
)  # fmt: skip
PARAMS = (
    Param("neighbour_weight", ("actor",), "share", 0, 1,
          "Pledge that each actor would make under a full pact, history apart; 0 for those that would make none."),
    Param("neighbour_reach", ("actor",), "share", 0, 1,
          "Part of its forces that geography and its own enemies leave an actor for the ally's defence."),
    Param("neighbour_keeping", (), "share", 0, 1, "Part of pledged forces that comes."),
    Param("neighbour_speed", (), "share per quarter", 0, 1,
          "Part of the way to what is asked that pledges go in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Neighbours pledge to the ally's defence what history, geography and their own enemies leave them.",
    source=("solomon2018", "soeya2001", "walt_1987"),
    systems=("S58",),
    run=neighbours,
)
