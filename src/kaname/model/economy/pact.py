"""The protector joins a regional trade pact or leaves it; leaving lets the ally down and may feed the rival's bloc.

    left: at a change of leadership the new type leaves with its own chance, or comes back to what is pledged
    goal   = pledged membership, 0 once it has left
    level' = level + entry (goal - level) upwards, exit (goal - level) downwards
    letdown' = memory x letdown + fall of the level in this quarter

Membership counts against that of the start: it takes weight from the rival's bloc, or diverts trade to it
(economy.trade), and the ally's trust follows membership and remembers a withdrawal (commitments.ledger). Signs are
free: the ally led the pact on without the protector, and has more say in it.

Clock: quarter. Units: shares. Source: Heginbotham 2018 (the protector's withdrawal in 2017 and the ally's quandary
over the regional bloc), Gowa 1994. System S34.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach
from kaname.core.slots import SLOT
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, uniform
from kaname.words.axes import PROTECTOR_SIDE
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

LUCK = SLOT["pact"]
MEMBERSHIP = LEVER["pact_membership"]


@kernel
def pact(w, p, turn: Turn) -> None:
    """Write the protector's membership of the pact and the memory of a withdrawal."""
    if turn.quarter == 0:
        w.pact_level = p.lever_start[MEMBERSHIP]
    if w.leader_change[PROTECTOR_SIDE] > 0.0:
        w.pact_left = 1 if uniform(turn, LUCK, 0) < p.pact_leaving[w.administration] else 0
    goal = 0.0 if w.pact_left == 1 else w.lever[MEMBERSHIP]
    before = w.pact_level
    w.pact_level = approach(before, goal, p.pact_entry if goal > before else p.pact_exit)
    w.pact_letdown = min(1.0, p.pact_memory * w.pact_letdown + max(0.0, before - w.pact_level))


FIELDS = (
    Field("pact_level", (), "share", 0, 1, "public", "The protector's membership of a regional trade pact."),
    Field("pact_left", (), "code", 0, 1, "public", "1 where its present leadership has left the pact.", "code"),
    Field("pact_letdown", (), "share", 0, 1, "public", "Decaying memory of membership that was taken back."),
)
PARAMS = (
    Param("pact_leaving", ("administration",), "probability", 0, 1,
          "Chance that each type of leadership leaves the pact when it comes in."),
    Param("pact_entry", (), "share per quarter", 0, 1, "Part of the way into the pact that is gone in a quarter."),
    Param("pact_exit", (), "share per quarter", 0, 1, "Part of the way out of it that is gone in a quarter."),
    Param("pact_memory", (), "share kept per quarter", 0, 1, "Memory of a withdrawal kept from quarter to quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="The protector joins a trade pact or leaves it; a withdrawal is remembered by the ally.",
    source=("heginbotham2018", "gowa_1994"),
    systems=("S34",),
    run=pact,
)
