"""What one side takes into account when it values a crisis: the numbers that hold for a whole picture, read once.

late      = 1 - e**(-days this side expects until a response / completion_days)       chance of an accomplished fact
police    = police_effect x target's share of coast guards as this side sees them
promise   = coverage x clarity of the promise (the ally's own territory), else what is promised for the region
trigger   = how far this side knows of an agreed trigger: lever 0.5 secret (protector and ally know), 1 declared (all)
reputation= reputation_stake x how far the protector believes past actions are watched x its mean stake elsewhere
share     = stake here / (stake here + sum of stakes on other fronts this quarter, an unused opportunity counting less)

Clock: move. Units: shares and stakes (the challenger's is 1). Reads: beliefs, politics, levers. Writes: nothing.
Source: Fearon 1994 (audience costs), Press 2005 (reputation as a rival theory), Snyder 1984 (alliance costs).
"""

from __future__ import annotations

from typing import NamedTuple

from kaname.core.kernel import kernel
from kaname.core.maths import clip, exp, ratio
from kaname.model.world.axes import ALLY_SIDE, COAST_GUARD, PROTECTOR_SIDE, REGIONAL
from kaname.model.world.levers import LEVER

CLARITY, TRIGGERS = LEVER["clarity"], LEVER["triggers"]
COVERED, OPEN = 1, 2


class Scene(NamedTuple):
    """One side's picture, as far as it is the same at every ending of the game (see the module's text)."""

    late: float
    police: float
    promise: float
    trigger: float
    reputation: float
    coverage: float
    open_law: float
    own_open_law: float
    force_at_home: float
    help_at_home: float
    bases_at_home: float
    homeland: float
    attention: float
    ring_alone: float
    ring_enforced: float


@kernel
def scene_of(w, p, k: int, observer: int) -> Scene:
    """The scene of contingency k as `observer` sees it."""
    challenger, guarantor, target = p.challenger[k], p.guarantor[k], p.target[k]
    covered = coverage(w, k)
    own_force = p.domestic_cost * (1.0 - w.support_force) + p.window_cost * w.window[ALLY_SIDE]
    help_cost = p.domestic_cost * (1.0 - w.support_alliance[PROTECTOR_SIDE]) + p.window_cost * w.window[PROTECTOR_SIDE]
    bases = p.domestic_cost * w.base_opposition + p.window_cost * w.window[ALLY_SIDE]
    free = w.attention * front_share(w, p, k, guarantor)
    return Scene(
        late=too_late(p, k, w.picture_delay[observer, k]),
        police=p.police_effect * _coast_guard_share(w, observer, target, challenger),
        promise=covered * w.lever[CLARITY] if p.homeland_case[k] > 0.0 else w.promised[REGIONAL],
        trigger=_known_trigger(w, p, observer),
        reputation=p.reputation_stake * p.dispositional_share_believed * _stake_elsewhere(w, p, k, guarantor),
        coverage=p.coverage_stake * covered,
        open_law=w.undetermined[k],
        own_open_law=w.undetermined[k] if target == p.ally else 0.0,
        force_at_home=own_force if target == p.ally else 0.0,
        help_at_home=help_cost,
        bases_at_home=bases,
        homeland=p.help_homeland * w.homeland_risk[challenger],
        attention=p.attention_cost * (1.0 - free),
        ring_alone=p.ring_alone * w.framework_depth,
        ring_enforced=p.ring_enforced * w.framework_depth,
    )


@kernel
def too_late(p, k: int, days: float) -> float:
    """Chance that a challenge has become an accomplished fact when the response comes after `days`."""
    return 1.0 - exp(-max(days, 0.0) / p.completion_days[k])


@kernel
def coverage(w, k: int) -> float:
    """1 where the treaty covers the contingency, one half where that is undetermined."""
    if w.covered[k] == COVERED:
        return 1.0
    return 1.0 / 2.0 if w.covered[k] == OPEN else 0.0


@kernel
def _coast_guard_share(w, observer: int, target: int, challenger: int) -> float:
    mine = w.stock[target, COAST_GUARD] * w.picture_capability[observer, target] * w.readiness[target]
    other = w.stock[challenger, COAST_GUARD] * w.picture_capability[observer, challenger] * w.readiness[challenger]
    return ratio(mine, mine + other, 0.0)


@kernel
def _known_trigger(w, p, observer: int) -> float:
    agreed = clip(2.0 * w.lever[TRIGGERS], 0.0, 1.0)
    if observer == p.protector or observer == p.ally:
        return agreed
    return clip(2.0 * w.lever[TRIGGERS] - 1.0, 0.0, 1.0)


@kernel
def _stake_elsewhere(w, p, k: int, guarantor: int) -> float:
    total, count = 0.0, 0.0
    for other in range(w.territory.shape[0]):
        if other != k and p.guarantor[other] == guarantor:
            total += p.stake[other, guarantor]
            count += 1.0
    return ratio(total, count, 0.0)


@kernel
def front_share(w, p, k: int, actor: int) -> float:
    """Share of the actor's attention and forces that the quarter's other fronts leave for contingency k (1: all).

    In proportion to its stakes; a front already opened this quarter counts fully, an unused opportunity in part.
    """
    here = p.stake[k, actor]
    total = here
    for other in range(w.opportunity.shape[0]):
        if other != k and w.opportunity[other] > 0 and _takes_part(p, other, actor):
            total += p.stake[other, actor] * (1.0 if w.rung[other] > 0 else p.front_weight)
    return ratio(here, total, 1.0)


@kernel
def _takes_part(p, k: int, actor: int) -> bool:
    return p.target[k] == actor or p.guarantor[k] == actor or p.host[k] == actor
