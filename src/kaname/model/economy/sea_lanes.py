"""Safe sea lanes serve everyone: each side gives to them only what it would still add to the other's effort.

    wanted[i] = best response of spending[i] to the other's supply with taste[i], over spending[i]   (exploitation)
    wanted[i] = own[i], the share that brings benefits of its own                                     (joint products)
    supply of the protector = its effort x spending x presence;   effort' = effort + speed (wanted - effort)

Where the protector supplies the lanes, the ally rides free; where its presence or attention falls, the ally's effort
rises: how much is a result of incomes and tastes. The same switch as in economy.burden says which theory holds. The
protector's supply counts by its presence, the ally's in full.

Clock: quarter. Units: shares of military spending. Source: olson_zeckhauser_1966, sandler_hartley_2001, pollmann2019.
Systems: S31.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, ratio
from kaname.model.economy.public_good import best_response
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import ALLY_SIDE, PROTECTOR_SIDE
from kaname.words.declare import Field, Param

EXPLOITATION = 0


@kernel
def sea_lanes(w, p, turn: Turn) -> None:
    """Move both sides' effort by one quarter; each answers the other's effort of the last."""
    of_protector = w.sea_lane_effort[PROTECTOR_SIDE] * w.spending[p.protector] * w.presence
    of_ally = w.sea_lane_effort[ALLY_SIDE] * w.spending[p.ally]
    ally_wants = wanted(p, w.spending[p.ally], of_protector, ALLY_SIDE)
    protector_wants = wanted(p, w.spending[p.protector], of_ally, PROTECTOR_SIDE)
    speed = p.sea_lane_speed
    w.sea_lane_effort[ALLY_SIDE] = approach(w.sea_lane_effort[ALLY_SIDE], ally_wants, speed)
    w.sea_lane_effort[PROTECTOR_SIDE] = approach(w.sea_lane_effort[PROTECTOR_SIDE], protector_wants, speed)


@kernel
def wanted(p, budget: float, others: float, side: int) -> float:
    """Share of its spending that a side wants to give to sea lanes."""
    if p.burden_theory == EXPLOITATION:
        return clip(ratio(best_response(budget, others, p.sea_lane_taste[side]), budget, 0.0), 0.0, 1.0)
    return p.sea_lane_own[side]


FIELDS = (
    Field("sea_lane_effort", ("side",), "share", 0, 1, "public",
          "Share of its military spending that each side gives to the safety of sea lanes."),
)  # fmt: skip
PARAMS = (
    Param("sea_lane_taste", ("side",), "share", 0, 1,
          "Weight of safe sea lanes among what a side's military money serves."),
    Param("sea_lane_own", ("side",), "share", 0, 1,
          "Share given to sea lanes for benefits of its own, under joint products."),
    Param("sea_lane_speed", (), "share per quarter", 0, 1,
          "Part of the way to the wanted effort that a side goes in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Each side gives to the safety of sea lanes what it would still add to the other's effort.",
    source=("olson_zeckhauser_1966", "sandler_hartley_2001", "pollmann2019"),
    systems=("S31",),
    run=sea_lanes,
)
