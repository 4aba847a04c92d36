"""Civil airfields open to military use slowly: opposition, unfinished guidelines and election windows hold them back.

Formula: while the agreed share is above what is usable, the speed is dispersal_speed * (1 - opposition * base
opposition) * (1 - habit * (1 - implemented)) * (1 - window); when it is below, arrangements lapse at dispersal_lapse.
`implemented` is the share of the guidelines' promise on civil facilities put into practice.

Clock: quarter. Units: shares of suitable civil airfields. Source: Heginbotham 2018 (civil facilities progress much more
slowly than the coordination mechanism), Solomon 2018 (commercial airports spread military assets). Systems S08, S43.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import ALLY_SIDE, CIVIL_FACILITIES
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

DISPERSAL_CIVIL = LEVER["dispersal_civil"]


@kernel
def dispersal(w, p, turn: Turn) -> None:
    """Write the share of suitable civil airfields usable now."""
    goal = w.lever[DISPERSAL_CIVIL]
    speed = p.dispersal_lapse
    if goal > w.dispersal:
        hindered = 1.0 - p.dispersal_opposition * w.base_opposition
        practised = 1.0 - p.dispersal_habit * (1.0 - w.implemented[CIVIL_FACILITIES])
        speed = p.dispersal_speed * hindered * practised * (1.0 - w.window[ALLY_SIDE])
    w.dispersal = clip(approach(w.dispersal, goal, speed), 0.0, 1.0)


FIELDS = (
    Field("dispersal", (), "share", 0, 1, "public", "Share of suitable civil airfields usable now."),
)  # fmt: skip
PARAMS = (
    Param("dispersal_speed", (), "1/quarter", 0, 1,
          "Speed at which agreed civil airfields become usable when nothing hinders."),
    Param("dispersal_opposition", (), "share", 0, 1, "Share of that speed lost when opposition to bases is complete."),
    Param("dispersal_habit", (), "share", 0, 1, "Share of that speed that waits for the guidelines' implementation."),
    Param("dispersal_lapse", (), "1/quarter", 0, 1, "Speed at which arrangements lapse when the goal is lowered."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Civil airfields open slowly, held back by opposition, unfinished guidelines and elections.",
    source=("heginbotham2018", "solomon2018"),
    systems=("S08", "S43"),
    run=dispersal,
)
