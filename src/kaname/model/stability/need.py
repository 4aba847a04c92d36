"""The protector's own need of the treaty moves with a defence of its homeland, by whether the ally takes part in it.

    of the shield = inside x architecture x part - outside x architecture x (1 - part)
    need' = need + speed (of the shield now - at the start + common x (threat from the rival - normal) - need)

A defence that stands on the ally's sensors, ships and ground may tie the protector to it; one that works without the
ally may do in its place what the treaty was for (S62). Both coefficients have free signs, and the calm that one
integrated defence gives an ally that fears decoupling is another mechanism's matter (S49). Need reaches the protector's
public (politics.opinion) and the attention that it has free for the theatre (forces.presence).

Clock: quarter. Units: need is the change since the start. Source: Soeya 2001 (a question from the floor: a global
defence and the need for the treaty). System S62.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

ARCHITECTURE = LEVER["defence_architecture"]
PART = LEVER["shield_part"]


@kernel
def need(w, p, turn: Turn) -> None:
    """Write the change of the protector's need of the treaty since the start."""
    now = of_the_shield(p, w.lever[ARCHITECTURE], w.lever[PART])
    then = of_the_shield(p, p.lever_start[ARCHITECTURE], p.lever_start[PART])
    common = p.need_common * (w.threat[p.protector, p.rival] - p.opinion_protector_threat_normal)
    w.treaty_need = clip(approach(w.treaty_need, now - then + common, p.need_speed), -1.0, 1.0)


@kernel
def of_the_shield(p, architecture: float, part: float) -> float:
    """What a defence of that architecture adds to the need of an ally that takes that part in it."""
    return architecture * (p.need_inside * part - p.need_outside * (1.0 - part))


FIELDS = (
    Field("treaty_need", (), "signed share", -1, 1, "public",
          "Change since the start of the protector's own need of the treaty."),
)  # fmt: skip
PARAMS = (
    Param("need_inside", (), "coefficient", -2, 2,
          "What an integrated defence adds to the protector's need of an ally that wholly takes part."),
    Param("need_outside", (), "coefficient", -2, 2, "What it takes from the need of an ally that stays out."),
    Param("need_common", (), "coefficient", -2, 2, "Need added per unit of the threat that the protector sees."),
    Param("need_speed", (), "share per quarter", 0, 1, "Part of the way to its goal that need goes in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="A defence of its homeland moves the protector's need of the treaty, by whether the ally takes part.",
    source=("soeya2001",),
    systems=("S62",),
    run=need,
)
