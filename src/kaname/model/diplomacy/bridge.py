"""Between protector and rival the ally may mediate: heard by chance, at a price in the protector's trust or none.

    heard  = 1 with chance clip(heard + channels x channels to the rival - tense x tension with the rival)
    calm'  = calm + speed (effort x heard - calm);  strain' = strain + speed (effort x tension - strain)

Calm lowers tension with the rival (diplomacy.engagement), strain is taken from the protector's trust
(commitments.ledger), each by a coefficient whose sign is free: a mediator may be thanked for opening a door, or taken
for one who keeps the same distance from both. Mediating costs most standing when tension is high, which is when it is
heard least; whether that is overstretch is a result.

Clock: quarter. Units: shares. Source: Soeya 2001 (a bridge between Washington and Beijing as a role too large for the
ally). System S63.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.core.slots import SLOT
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, uniform
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

LUCK = SLOT["bridge"]
BRIDGE = LEVER["bridge"]


@kernel
def bridge(w, p, turn: Turn) -> None:
    """Write what the ally's mediation calms and what it strains."""
    effort, tension = w.lever[BRIDGE], w.tension[p.rival]
    chance = clip(p.bridge_heard + p.bridge_channels * w.channels[p.rival] - p.bridge_tense * tension, 0.0, 1.0)
    heard = 1.0 if uniform(turn, LUCK, 0) < chance else 0.0
    w.bridge_calm = approach(w.bridge_calm, effort * heard, p.bridge_speed)
    w.bridge_strain = approach(w.bridge_strain, effort * tension, p.bridge_speed)


FIELDS = (
    Field("bridge_calm", (), "share", 0, 1, "public", "What the ally's mediation between protector and rival calms."),
    Field("bridge_strain", (), "share", 0, 1, "public",
          "What that mediation strains in the protector's eyes, before its weight."),
)  # fmt: skip
PARAMS = (
    Param("bridge_heard", (), "probability per quarter", 0, 1,
          "Chance that a mediator without channels is heard when there is no tension."),
    Param("bridge_channels", (), "coefficient", 0, 2, "Rise of that chance with open channels to the rival."),
    Param("bridge_tense", (), "coefficient", -1, 2, "Fall of that chance with full tension."),
    Param("bridge_speed", (), "share per quarter", 0, 1,
          "Part of the way to their goals that calm and strain go in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="An ally that mediates between protector and rival is heard by chance, and its standing may suffer.",
    source=("soeya2001",),
    systems=("S63",),
    run=bridge,
)
