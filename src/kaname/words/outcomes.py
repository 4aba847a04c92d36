"""What a future is judged and explained by: the outcomes, declared once.

Ends are what a bargain is judged by; means explain and never rank. `good` says in which direction a state is better
off: 1 higher, -1 lower, 0 no direction of its own (as for China's arsenal seen from nowhere in particular).
They are written in the order of the list, dims laid out in axis order (`model.engine.measure`). Views of deterrence are
measured in the futures in which `deterrence_viewed` is 1 and hold 0 in the others: only sums over the former mean
anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product


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
    """Column names in the order in which they are written: `name`, `name.member` or `name.member.member`."""
    return tuple(
        ".".join((outcome.name, *members))
        for outcome in OUTCOMES
        for members in product(*(axes[dim] for dim in outcome.dims))
    )
