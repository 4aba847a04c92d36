"""Intelligence sharing goes as deep as both sides aim, but no deeper than shared values and trust allow.

ceiling = clip(sharing_values + sharing_trust x mean trust, 0, 1);  level moves to min(aim, ceiling)
An alliance made with much work is not one of natural allies: aiming above the ceiling buys nothing.

Clock: quarter. Units: shares. Source: Soeya 2001 (the natural-ally standard); form ours.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.model.world.mechanism import Mechanism
from kaname.words.axes import ALLY_SIDE, PROTECTOR_SIDE
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

AIM = LEVER["intelligence"]


@kernel
def intelligence(w, p, turn) -> None:
    """Move the depth of sharing towards the lower of aim and ceiling."""
    trust = (w.trust[PROTECTOR_SIDE] + w.trust[ALLY_SIDE]) / 2.0
    ceiling = clip(p.sharing_values + p.sharing_trust * trust, 0.0, 1.0)
    w.intelligence_level = approach(w.intelligence_level, min(w.lever[AIM], ceiling), p.sharing_speed)


FIELDS = (
    Field("intelligence_level", (), "share", 0, 1, "public", "Depth of intelligence sharing reached."),
)  # fmt: skip
PARAMS = (
    Param("sharing_values", (), "share", 0, 1, "Depth of intelligence sharing that shared values alone allow."),
    Param("sharing_trust", (), "coefficient", -1, 1, "Depth added by mutual trust; sign free."),
    Param("sharing_speed", (), "share", 0, 1, "Share of the distance to its goal that sharing moves in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Intelligence is shared as deeply as aimed at, within what shared values and trust allow.",
    source=("soeya2001",),
    systems=("S25",),
    run=intelligence,
)
