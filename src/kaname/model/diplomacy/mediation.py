"""Towards the proliferator the ally may mediate, or bring others into sanctions; both use up political capital.

    mediation' = mediation + speed (lever - lever as things are - mediation);  coalition' likewise
    use        = price x (max(0, mediation) + max(0, coalition)), a log share of capital

Mediation opens channels (diplomacy.channels), may move the proliferator in talks about its tests
(stability.programme) and weakens the ally's own enforcement; recruiting others raises what enforcing is worth to them
(diplomacy.sanctions). Every coefficient that says how well either works has a free sign: the size of a coalition has
weak effects in the literature, and talks have stopped tests and outlasted them.

Clock: quarter. Units: shares. Source: Heginbotham 2018 (pressure and bringing others in, rather than mediation); Bapat
and others 2013 (coalition size). Systems S51, S54.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

MEDIATION = LEVER["mediation"]
COALITION = LEVER["coalition_building"]


@kernel
def mediation(w, p, turn: Turn) -> None:
    """Write both efforts, beyond those of the start, and the capital that they use."""
    w.mediation = approach(w.mediation, w.lever[MEDIATION] - p.lever_start[MEDIATION], p.effort_speed)
    w.coalition = approach(w.coalition, w.lever[COALITION] - p.lever_start[COALITION], p.effort_speed)
    w.diplomatic_use = p.effort_capital * (max(0.0, w.mediation) + max(0.0, w.coalition))


FIELDS = (
    Field("mediation", (), "signed share", -1, 1, "public",
          "The ally's mediation with the proliferator, beyond that of the start."),
    Field("coalition", (), "signed share", -1, 1, "public",
          "The ally's effort to bring others into sanctions, beyond that of the start."),
    Field("diplomatic_use", (), "log", 0, 5, "owner", "Capital that these efforts use up in a quarter."),
)  # fmt: skip
PARAMS = (
    Param(
        "effort_speed",
        (),
        "share per quarter",
        0,
        1,
        "Part of the way to what was decided that a diplomatic effort goes in a quarter.",
    ),
    Param("effort_capital", (), "log", 0, 1, "Part of the ally's capital that a full effort uses up in a quarter."),
)
MECHANISM = Mechanism(
    sentence="The ally mediates with the proliferator or brings others into sanctions; both use up its capital.",
    source=("heginbotham2018", "bapat_2013"),
    systems=("S51", "S54"),
    run=mediation,
)
