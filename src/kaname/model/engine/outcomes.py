"""What a future is judged and explained by: the outcomes, declared once, and the kernel that measures them.

Ends are what a bargain is judged by; means explain and never rank. `good` says in which direction a state is better
off: 1 higher, -1 lower, 0 no direction of its own (as for China's arsenal seen from nowhere in particular).
`measure` writes them in the order of the list, dims laid out in axis order. Views of deterrence are measured in the
futures in which `deterrence_viewed` is 1 and hold 0 in the others: only sums over the former mean anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kaname.core.kernel import kernel
from kaname.model.world.axes import (
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


@dataclass(frozen=True)
class Outcome:
    """role: end (judged by), deterrence or mean (explains), views (counted in the futures that are viewed).

    Stored yearly for the first 2,000 futures: fan, to be drawn over time; yearly, to be counted with (present values, the
    window of weakness, beliefs).
    """

    name: str
    dims: tuple[str, ...]
    unit: str
    role: str
    good: int
    sentence: str
    fan: bool = False
    yearly: bool = False


OUTCOMES: tuple[Outcome, ...] = (
    Outcome("territory", ("actor",), "share", "end", 1, "Share of what the state defends as target that it still holds at the end.", yearly=True),
    Outcome("coerced", ("actor",), "crises", "end", -1, "Crises that ended in a concession or a fait accompli against the state."),
    Outcome("casualties", ("actor",), "thousand people", "end", -1, "Losses of people in fighting."),
    Outcome("equipment", ("actor",), "bn USD 2023", "end", -1, "Value of equipment lost in fighting."),
    Outcome("spending", ("actor",), "bn USD 2023", "end", -1, "Military spending over the horizon, undiscounted, with the levers' own cost and payments under a deal.", yearly=True),
    Outcome("burden", ("actor",), "share", "end", -1, "Military spending as a share of GDP at the end.", True),
    Outcome("nuclear_option", (), "probability", "end", -1, "Whether the ally has taken up its own nuclear option as a political fact."),
    Outcome("first_strike_stability", (), "share", "end", 1, "First-strike stability between protector and rival, mean over time."),
    Outcome("opportunities", ("contingency",), "crises", "deterrence", 0, "Opportunities that arose, from salience alone."),
    Outcome("challenges", ("contingency",), "crises", "deterrence", -1, "Opportunities that the challenger used."),
    Outcome("seizures", ("contingency",), "crises", "deterrence", -1, "Crises that ended in a concession or a fait accompli."),
    Outcome("wars", ("contingency",), "crises", "deterrence", -1, "Crises that ended in limited or wide war."),
    Outcome("supported", ("contingency",), "crises", "deterrence", 0, "Crises in which the protector supported or fought."),
    Outcome("control", ("contingency",), "share", "mean", -1, "Challenger's control at the end of the last campaign there."),
    Outcome("trust_ally", (), "share", "mean", 1, "The ally's trust in the protector, mean over time.", True),
    Outcome("trust_protector", (), "share", "mean", 1, "The protector's trust in the ally, mean over time.", True),
    Outcome("unmet_ally", (), "share", "mean", -1, "The ally's unmet expectation, mean over time.", True),
    Outcome("unmet_protector", (), "share", "mean", -1, "The protector's unmet expectation, mean over time."),
    Outcome("perception_gap", (), "index", "mean", -1, "Gap between the governments' pictures, mean over time.", True),
    Outcome("decision_days", (), "days", "mean", -1, "Days to a joint response in a reference crisis over the ally's territory, mean over time.", True),
    Outcome("force_in_being", (), "share", "mean", 1, "Target's force in being at arrival or end of the last campaign."),
    Outcome("belief_ally", (), "probability per crisis", "mean", 1, "The ally's belief that the protector fights, mean over contingencies, at the end.", True),
    Outcome("belief_rival", (), "probability per crisis", "mean", 1, "The rival's belief that the protector fights, mean over contingencies, at the end.", True),
    Outcome("support_force", (), "share", "mean", 0, "The ally's public support for using force when attacked, at the end.", True),
    Outcome("base_opposition", (), "share", "mean", -1, "Opposition to the protector's bases at the end.", True),
    Outcome("capital_ally", (), "share", "mean", 1, "The ally's political capital at the end.", True),
    Outcome("debt_ally", (), "share", "mean", -1, "The ally's public debt as a share of GDP at the end.", True),
    Outcome("presence", (), "share", "mean", 0, "Protector's forces present in the theatre at the end.", True),
    Outcome("rival_warheads", (), "warheads", "mean", -1, "The rival's warheads at the end.", True),
    Outcome("programme", (), "missiles", "mean", -1, "The proliferator's missiles of all ranges at the end.", True),
    Outcome("framework_depth", (), "share", "mean", 0, "Depth of the multilateral ring at the end."),
    Outcome("tension_rival", (), "index", "mean", -1, "Tension with the rival at the end."),
    Outcome("autonomy_demand", (), "share", "mean", 0, "Demand in the ally for equality or autonomy at the end."),
    Outcome("surprises", (), "count", "mean", -1, "Times the protector acted without consulting the ally."),
    Outcome("revisions", (), "count", "mean", 0, "Revisions of the guidelines."),
    Outcome("levers_in_force", (), "count", "mean", 0, "Steps of the bargain in force at the end."),
    Outcome("tremble_wars", (), "count", "mean", 0, "Wars that the mover's own picture valued below waiting."),
    Outcome("wars_begun", (), "count", "mean", -1, "Crises that came to fighting, those undecided at the horizon included."),
    Outcome("tremble_share", (), "share", "mean", 0, "Tremble wars over wars begun; 0 where none was. For a run take the ratio of the sums."),
    Outcome("rounds", (), "count", "mean", 0, "Further rounds of crises below arms, beyond the first of each."),
    Outcome("ready_forces", ("actor",), "bn USD 2023", "mean", 1, "Value, at one price list, of the conventional forces ready to fight at the end; of the protector's, those in the theatre.", yearly=True),
    Outcome("belief_of_ally", ("contingency",), "probability per crisis", "mean", 0, "The ally's belief that the protector fights, at the end.", yearly=True),
    Outcome("belief_of_challenger", ("contingency",), "probability per crisis", "mean", 0, "The challenger's belief that the protector fights, at the end.", yearly=True),
    Outcome("deterrence_viewed", (), "count", "views", 0, "1 where this future's opportunities were judged with a view taken away."),
    Outcome("deterrence", ("contingency", "deterrence_class"), "crises", "views", 0, "Viewed opportunities by place and class, for acting at all."),
    Outcome("deterrence_arms", ("contingency", "deterrence_class"), "crises", "views", 0, "Viewed opportunities by place and class, for using arms."),
)  # fmt: skip
BY_NAME = {outcome.name: outcome for outcome in OUTCOMES}


def columns(axes: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Column names in the order in which `measure` writes: `name`, `name.member` or `name.member.member`."""
    return tuple(
        ".".join((outcome.name, *members))
        for outcome in OUTCOMES
        for members in product(*(axes[dim] for dim in outcome.dims))
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
