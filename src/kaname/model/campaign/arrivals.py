"""Release and arrival of the guarantor: what is in the theatre fights from release, the rest comes in two phases.

On the day of release the target's force in being is written down: that is what was held until help came. Half of the
reserve arrives transit_first days after release, the other half after transit_second. Host access is looked at every
day.
Clock: day. Units: units of the class, days. Source: csis_first_battle_2023 for forces present on day 0; transit is
judgement.
"""

from __future__ import annotations

import math

from kaname.core.kernel import kernel
from kaname.core.maths import ratio
from kaname.model.campaign.opening import open_host_bases
from kaname.words.axes import FIGHTING_FORCES
from kaname.words.declare import Field, Param
from kaname.words.moves import GUARANTOR, TARGET


@kernel
def arrivals(w, p, k: int) -> None:
    """Release and reinforce the guarantor's force as the days say."""
    open_host_bases(w, p, k)
    if w.camp_released == 0:
        if w.camp_day < w.camp_arrival:
            return
        w.camp_released = 1
        w.last_force_in_being = w.camp_force_in_being
    since = w.camp_day - w.camp_arrival
    if w.camp_phase == 0 and since >= p.transit_first[k] - p.reinforcement_days * w.prepared_beyond:
        _reinforce(w, 1.0 / 2.0)
        w.camp_phase = 1
    if w.camp_phase == 1 and since >= max(p.transit_first[k], p.transit_second[k]):
        _reinforce(w, 1.0)
        w.camp_phase = 2


@kernel
def _reinforce(w, share: float) -> None:
    for f in range(w.camp_units.shape[1]):
        coming = float(math.ceil(w.camp_reserve[GUARANTOR, f] * share))
        w.camp_reserve[GUARANTOR, f] -= coming
        w.camp_units[GUARANTOR, f] += coming


@kernel
def force_in_being(w, p) -> float:
    """Share of the fighting value with which the target began that is still in being."""
    now = 0.0
    start = 0.0
    for f in FIGHTING_FORCES:
        now += p.fighting_weight[f] * w.camp_units[TARGET, f]
        start += p.fighting_weight[f] * w.camp_start[TARGET, f]
    return min(1.0, ratio(now, start, 1.0))


FIELDS = (
    Field("last_force_in_being", (), "share", 0, 1, "hidden",
          "Force in being when the guarantor arrived, or at the end, in the last campaign."),
    Field("camp_released", (), "code", 0, 1, "hidden", "1 once the guarantor's forces are released.", "code"),
    Field("camp_phase", (), "code", 0, 2, "hidden", "Phases of reinforcement that have arrived.", "code"),
)  # fmt: skip
PARAMS = (
    Param("transit_first", ("contingency",), "days", 0, 90,
          "Days from release to the guarantor's first reinforcement."),
    Param("transit_second", ("contingency",), "days", 0, 180,
          "Days from release to the guarantor's second reinforcement."),
)  # fmt: skip
