"""Who arrives when: the guarantor's release, and the phases in which challenger and guarantor commit the rest.

On the day of release the target's force in being is written down: that is what was held until help came. What is in
the theatre fights from then. Each of the two halves of a party's reserve comes only if it was ordered (`camp_ceiling`,
0 to 2 phases). Guarantor: transit_first and transit_second days after release, or after the order where that was later.
Challenger: phase_days after the order. Orders are the crisis's, which asks at its doors; a campaign by itself has
standing orders (`camp_standing`): the challenger commits a phase when it neither holds the objective nor has the
better half of sea and air, not before day phase_pause, and not twice within that time: it commits what it needs and may
stop. A host told to answer (`camp_host_answers`) fights once its soil is struck. Host access is looked at every day.
Clock: day. Units: units of the class, days. Source: csis_first_battle_2023 for forces present on day 0; transit is
judgement.
"""

from __future__ import annotations

import math

from kaname.core.kernel import kernel
from kaname.core.maths import ratio
from kaname.model.campaign.opening import open_host_bases, takes_part
from kaname.words.axes import FIGHTING_FORCES
from kaname.words.declare import Field, Param
from kaname.words.moves import CHALLENGER, GUARANTOR, HOST, TARGET


@kernel
def arrivals(w, p, k: int) -> None:
    """Release the guarantor, and bring both sides' phases, as days and orders say."""
    open_host_bases(w, p, k)
    if w.camp_host_answers == 1 and takes_part(p, k, HOST) and w.struck[p.host[k]] > 0.0:
        w.camp_host_fire = 1
    _commit_more(w, p, k)
    if w.camp_released == 0:
        if w.camp_day < w.camp_arrival:
            return
        w.camp_released = 1
        w.last_force_in_being = w.camp_force_in_being
    transit = p.transit_first[k] - p.reinforcement_days * w.prepared_beyond
    if w.camp_phase[GUARANTOR] == 1:
        transit = max(p.transit_first[k], p.transit_second[k])
    if w.camp_phase[GUARANTOR] < w.camp_ceiling[GUARANTOR]:
        since = w.camp_day - max(w.camp_arrival, w.camp_ordered[GUARANTOR])
        if since >= transit:
            _reinforce(w, GUARANTOR)


@kernel
def _commit_more(w, p, k: int) -> None:
    """The challenger's next phase: ordered by standing orders or by the crisis, and here after phase_days."""
    phase = w.camp_phase[CHALLENGER]
    if phase >= w.camp_ceiling[CHALLENGER]:
        return
    if w.camp_standing == 1 and w.camp_ordered[CHALLENGER] <= 0.0:
        if w.camp_day > p.phase_pause and is_needed(w):
            w.camp_ordered[CHALLENGER] = w.camp_day
        return
    if w.camp_day - w.camp_ordered[CHALLENGER] >= p.phase_days[k]:
        _reinforce(w, CHALLENGER)
        if w.camp_standing == 1:
            w.camp_ordered[CHALLENGER] = 0.0


@kernel
def is_needed(w) -> bool:
    """Whether the challenger lacks what it came for: the objective, or the better half of sea and air around it."""
    return w.camp_control < 1.0 / 2.0 or w.camp_sea_control < 1.0 / 2.0


@kernel
def _reinforce(w, party: int) -> None:
    """Half of what the party committed at most comes first, then the rest."""
    share = 1.0 / 2.0 if w.camp_phase[party] == 0 else 1.0
    for f in range(w.camp_units.shape[1]):
        coming = float(math.ceil(w.camp_reserve[party, f] * share))
        w.camp_reserve[party, f] -= coming
        w.camp_units[party, f] += coming
    w.camp_phase[party] += 1


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
    Field("camp_phase", ("party",), "code", 0, 2, "hidden", "Phases of reinforcement that have arrived.", "code"),
    Field("camp_ceiling", ("party",), "code", 0, 2, "hidden",
          "Phases of reinforcement that the party is ready to send, or has ordered.", "code"),
    Field("camp_ordered", ("party",), "days", 0, 1e4, "hidden", "Day of the party's last order to send a phase."),
    Field("camp_host_answers", (), "code", 0, 1, "hidden",
          "1 where standing orders make a host fight once its soil is struck.", "code"),
    Field("camp_standing", (), "code", 0, 1, "hidden",
          "1 where standing orders, and not a crisis, send the challenger's phases.", "code"),
)  # fmt: skip
PARAMS = (
    Param("phase_days", ("contingency",), "days", 0, 180,
          "Days from the challenger's order of a further phase to its arrival."),
    Param("phase_pause", (), "days", 0, 60,
          "Days that the challenger waits for what its forces achieve before it orders a further phase."),
    Param("transit_first", ("contingency",), "days", 0, 90,
          "Days from release to the guarantor's first reinforcement."),
    Param("transit_second", ("contingency",), "days", 0, 180,
          "Days from release to the guarantor's second reinforcement."),
)  # fmt: skip
