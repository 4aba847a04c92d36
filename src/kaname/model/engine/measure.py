"""Measure a future: write all outcomes of its last world into one row, in the order of `words.outcomes`."""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.words.axes import (
    ALLY_SIDE,
    BASE,
    DETERRENCE_CLASSES,
    END_CONCESSION,
    END_FAIT_ACCOMPLI,
    END_LIMITED_WAR,
    END_UNDECIDED,
    END_WIDE_WAR,
    PROTECTOR_SIDE,
    WARHEAD,
)


@kernel
def measure(w, p, quarters: float, out) -> None:
    """Write all outcomes of the world after `quarters` quarters into out[:]."""
    place = _measure_states(w, p, out)
    place = _measure_contingencies(w, out, place)
    place = _measure_alliance(w, p, max(quarters, 1.0), out, place)
    place = _measure_forces(w, p, out, place)
    place = _measure_beliefs(w, p, out, place)
    _measure_views(w, out, place)


@kernel
def _measure_states(w, p, out) -> int:
    actors = w.gdp.shape[0]
    for a in range(actors):
        held, objects, coerced = 0.0, 0.0, 0.0
        for k in range(w.territory.shape[0]):
            if p.target[k] == a:
                held += w.territory[k]
                objects += 1.0
                coerced += w.total_endings[k, END_CONCESSION] + w.total_endings[k, END_FAIT_ACCOMPLI]
        out[a] = held / objects if objects > 0.0 else 1.0
        out[actors + a] = coerced
        out[2 * actors + a] = w.total_casualties[a]
        out[3 * actors + a] = w.total_losses[a]
        out[4 * actors + a] = w.total_spending[a]
        out[5 * actors + a] = w.defence_share[a] + p.levelled_spending[a] / w.gdp[a]
    out[4 * actors + p.protector] += w.total_lever_cost[PROTECTOR_SIDE]
    out[4 * actors + p.ally] += w.total_lever_cost[ALLY_SIDE]
    return 6 * actors


@kernel
def _measure_contingencies(w, out, place: int) -> int:
    out[place] = w.nuclear_option
    out[place + 1] = w.sum_first_strike
    place += 2
    count = w.territory.shape[0]
    for k in range(count):
        out[place + k] = w.total_opportunities[k]
        out[place + count + k] = w.total_challenges[k]
        out[place + 2 * count + k] = w.total_endings[k, END_CONCESSION] + w.total_endings[k, END_FAIT_ACCOMPLI]
        out[place + 3 * count + k] = w.total_endings[k, END_LIMITED_WAR] + w.total_endings[k, END_WIDE_WAR]
        out[place + 4 * count + k] = w.total_supported[k]
        out[place + 5 * count + k] = w.last_control[k]
    return place + 6 * count


@kernel
def _measure_alliance(w, p, quarters: float, out, place: int) -> int:
    count = w.territory.shape[0]
    ally, rival = 0.0, 0.0
    for k in range(count):
        ally += w.belief[p.ally, k] / count
        rival += w.belief[p.rival, k] / count
    missiles = 0.0
    for r in range(w.missiles.shape[0]):
        missiles += w.missiles[r]
    in_force = 0.0
    for number in range(w.lever_state.shape[0]):
        if w.lever_state[number] == 4:
            in_force += 1.0
    out[place - 6 * count - 1] = w.sum_first_strike / quarters
    out[place] = w.sum_trust[ALLY_SIDE] / quarters
    out[place + 1] = w.sum_trust[PROTECTOR_SIDE] / quarters
    out[place + 2] = w.sum_unmet[ALLY_SIDE] / quarters
    out[place + 3] = w.sum_unmet[PROTECTOR_SIDE] / quarters
    out[place + 4] = w.sum_gap / quarters
    out[place + 5] = w.sum_decision_days / quarters
    out[place + 6] = w.last_force_in_being
    out[place + 7] = ally
    out[place + 8] = rival
    out[place + 9] = w.support_force
    out[place + 10] = w.base_opposition
    out[place + 11] = w.capital[ALLY_SIDE]
    out[place + 12] = w.debt[p.ally]
    out[place + 13] = w.presence
    out[place + 14] = w.stock[p.rival, WARHEAD]
    out[place + 15] = missiles
    out[place + 16] = w.framework_depth
    out[place + 17] = w.tension[p.rival]
    out[place + 18] = w.autonomy_demand
    out[place + 19] = w.total_surprises
    out[place + 20] = w.revisions
    out[place + 21] = in_force
    return _measure_wars(w, out, place + 22)


@kernel
def _measure_wars(w, out, place: int) -> int:
    begun = 0.0
    for k in range(w.territory.shape[0]):
        begun += w.total_endings[k, END_LIMITED_WAR] + w.total_endings[k, END_WIDE_WAR]
        begun += w.total_endings[k, END_UNDECIDED]
    out[place] = w.tremble
    out[place + 1] = begun
    out[place + 2] = w.tremble / begun if begun > 0.0 else 0.0
    out[place + 3] = w.total_rounds
    return place + 4


@kernel
def _measure_forces(w, p, out, place: int) -> int:
    """Classes from bases on (bases, warheads, long-range missiles) are no forces ready to fight."""
    actors = w.gdp.shape[0]
    for a in range(actors):
        value = 0.0
        for f in range(BASE):
            value += w.stock[a, f] * p.buildup_cost[f]
        out[place + a] = w.readiness[a] * value * (w.presence if a == p.protector else 1.0)
    return place + actors


@kernel
def _measure_beliefs(w, p, out, place: int) -> int:
    count = w.territory.shape[0]
    for k in range(count):
        out[place + k] = w.belief[p.ally, k]
        out[place + count + k] = w.belief[p.challenger[k], k]
    return place + 2 * count


@kernel
def _measure_views(w, out, place: int) -> None:
    count, classes = w.territory.shape[0], len(DETERRENCE_CLASSES)
    out[place] = w.deterrence_viewed
    place += 1
    for k in range(count):
        for c in range(classes):
            out[place + k * classes + c] = w.deterrence_count[k, c]
            out[place + (count + k) * classes + c] = w.deterrence_arms[k, c]
