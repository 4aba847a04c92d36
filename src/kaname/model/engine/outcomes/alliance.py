"""What explains a future: trust, pictures, politics and means between the governments, at the end or over time."""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.words.axes import ALLY_SIDE, END_LIMITED_WAR, END_UNDECIDED, END_WIDE_WAR, PROTECTOR_SIDE, WARHEAD
from kaname.words.declare import outcome
from kaname.words.levers import AGREED, IN_FORCE, LAPSED, UNCHANGED


@outcome(unit="share", role="mean", good=1, label="ally's trust", fan=True)
@kernel
def trust_ally(w, quarters: float) -> float:
    """The ally's trust in the protector, mean over time."""
    return w.sum_trust[ALLY_SIDE] / quarters


@outcome(unit="share", role="mean", good=1, label="protector's trust", fan=True)
@kernel
def trust_protector(w, quarters: float) -> float:
    """The protector's trust in the ally, mean over time."""
    return w.sum_trust[PROTECTOR_SIDE] / quarters


@outcome(unit="share", role="mean", good=-1, label="ally's unmet expectation", fan=True)
@kernel
def unmet_ally(w, quarters: float) -> float:
    """The ally's unmet expectation, mean over time."""
    return w.sum_unmet[ALLY_SIDE] / quarters


@outcome(unit="share", role="mean", good=-1, label="protector's unmet expectation")
@kernel
def unmet_protector(w, quarters: float) -> float:
    """The protector's unmet expectation, mean over time."""
    return w.sum_unmet[PROTECTOR_SIDE] / quarters


@outcome(unit="index", role="mean", good=-1, fan=True)
@kernel
def perception_gap(w, quarters: float) -> float:
    """Gap between the governments' pictures, mean over time."""
    return w.sum_gap / quarters


@outcome(unit="days", role="mean", good=-1, label="days to a joint response", fan=True)
@kernel
def decision_days(w, quarters: float) -> float:
    """Days to a joint response in a reference crisis over the ally's territory, mean over time."""
    return w.sum_decision_days / quarters


@outcome(unit="share", role="mean", good=1)
@kernel
def force_in_being(w) -> float:
    """Target's force in being at arrival or end of the last campaign."""
    return w.last_force_in_being


@outcome(unit="probability per crisis", role="mean", good=1, label="ally's belief in the guarantee", fan=True)
@kernel
def belief_ally(w, p) -> float:
    """The ally's belief that the protector fights, mean over contingencies, at the end."""
    return mean_belief(w, p.ally)


@outcome(unit="probability per crisis", role="mean", good=1, label="rival's belief in the guarantee", fan=True)
@kernel
def belief_rival(w, p) -> float:
    """The rival's belief that the protector fights, mean over contingencies, at the end."""
    return mean_belief(w, p.rival)


@outcome(unit="share", role="mean", label="public support for using force", fan=True)
@kernel
def support_force(w) -> float:
    """The ally's public support for using force when attacked, at the end."""
    return w.support_force


@outcome(unit="share", role="mean", good=-1, label="opposition to the bases", fan=True)
@kernel
def base_opposition(w) -> float:
    """Opposition to the protector's bases at the end."""
    return w.base_opposition


@outcome(unit="share", role="mean", good=1, label="ally's political capital", fan=True)
@kernel
def capital_ally(w) -> float:
    """The ally's political capital at the end."""
    return w.capital[ALLY_SIDE]


@outcome(unit="share", role="mean", good=-1, label="ally's public debt", fan=True)
@kernel
def debt_ally(w, p) -> float:
    """The ally's public debt as a share of GDP at the end."""
    return w.debt[p.ally]


@outcome(unit="share", role="mean", label="protector's forces in the theatre", fan=True)
@kernel
def presence(w) -> float:
    """Protector's forces present in the theatre at the end."""
    return w.presence


@outcome(unit="warheads", role="mean", good=-1, label="rival's warheads", fan=True)
@kernel
def rival_warheads(w, p) -> float:
    """The rival's warheads at the end."""
    return w.stock[p.rival, WARHEAD]


@outcome(unit="missiles", role="mean", good=-1, label="proliferator's missiles", fan=True)
@kernel
def programme(w) -> float:
    """The proliferator's missiles of all ranges at the end."""
    total = 0.0
    for r in range(w.missiles.shape[0]):
        total += w.missiles[r]
    return total


@outcome(unit="share", role="mean", label="depth of the wider ring")
@kernel
def framework_depth(w) -> float:
    """Depth of the multilateral ring at the end."""
    return w.framework_depth


@outcome(unit="index", role="mean", good=-1, label="tension with the rival")
@kernel
def tension_rival(w, p) -> float:
    """Tension with the rival at the end."""
    return w.tension[p.rival]


@outcome(unit="share", role="mean", label="demand for autonomy")
@kernel
def autonomy_demand(w) -> float:
    """Demand in the ally for equality or autonomy at the end."""
    return w.autonomy_demand


@outcome(unit="count", role="mean", good=-1)
@kernel
def surprises(w) -> float:
    """Times the protector acted without consulting the ally."""
    return w.total_surprises


@outcome(unit="count", role="mean")
@kernel
def revisions(w) -> float:
    """Revisions of the guidelines."""
    return w.revisions


@outcome(unit="count", role="mean", label="steps offered")
@kernel
def levers_offered(w) -> float:
    """Steps of the bargain that were put on the table by the end."""
    steps = 0.0
    for number in range(w.lever_state.shape[0]):
        if w.lever_state[number] != UNCHANGED:
            steps += 1.0
    return steps


@outcome(unit="count", role="mean", label="steps agreed")
@kernel
def levers_agreed(w) -> float:
    """Steps of the bargain to which all whose consent is required agreed by the end."""
    return steps_in(w, AGREED) + steps_in(w, IN_FORCE) + steps_in(w, LAPSED)


@outcome(unit="count", role="mean", label="steps in force")
@kernel
def levers_in_force(w) -> float:
    """Steps of the bargain in force at the end."""
    return steps_in(w, IN_FORCE)


@outcome(unit="count", role="mean", label="steps lapsed")
@kernel
def levers_lapsed(w) -> float:
    """Steps of the bargain that were in force and stand lapsed at the end."""
    return steps_in(w, LAPSED)


@kernel
def steps_in(w, state: int) -> float:
    """Return how many steps stand in a state."""
    steps = 0.0
    for number in range(w.lever_state.shape[0]):
        if w.lever_state[number] == state:
            steps += 1.0
    return steps


@outcome(unit="count", role="mean")
@kernel
def tremble_wars(w) -> float:
    """Wars that the mover's own picture valued below waiting."""
    return w.tremble


@outcome(unit="count", role="mean", good=-1)
@kernel
def wars_begun(w) -> float:
    """Crises that came to fighting, those undecided at the horizon included."""
    begun = 0.0
    for k in range(w.territory.shape[0]):
        begun += w.total_endings[k, END_LIMITED_WAR] + w.total_endings[k, END_WIDE_WAR]
        begun += w.total_endings[k, END_UNDECIDED]
    return begun


@outcome(unit="share", role="mean")
@kernel
def tremble_share(w) -> float:
    """Tremble wars over wars begun; 0 where none was. For a run take the ratio of the sums."""
    begun = wars_begun(w)
    return w.tremble / begun if begun > 0.0 else 0.0


@outcome(unit="count", role="mean")
@kernel
def rounds(w) -> float:
    """Further rounds of crises below arms, beyond the first of each."""
    return w.total_rounds


@kernel
def mean_belief(w, actor: int) -> float:
    """Return an actor's belief that the protector fights, mean over contingencies."""
    count = w.territory.shape[0]
    total = 0.0
    for k in range(count):
        total += w.belief[actor, k] / count
    return total


@outcome(unit="share", role="mean", label="rival's trade bloc")
@kernel
def rival_bloc(w) -> float:
    """Weight of the rival's trade bloc in the ally's region at the end."""
    return w.bloc_weight


@outcome(unit="signed share", role="mean", good=1, label="protector's need of the treaty")
@kernel
def treaty_need(w) -> float:
    """Change of the protector's own need of the treaty since the start, at the end."""
    return w.treaty_need


@outcome(unit="ratio", role="mean", good=1, label="neighbours' pledged force")
@kernel
def neighbour_force(w) -> float:
    """Force that neighbours have pledged to the ally's own contingencies over the ally's own, at the end."""
    most = 0.0
    for k in range(w.neighbour_help.shape[0]):
        most = max(most, w.neighbour_help[k])
    return most


@outcome(unit="share", role="mean", good=-1, label="rear support lost in war")
@kernel
def support_lost(w) -> float:
    """Share of the days of war on which the ally's rear support was due that the rule of rear areas took away."""
    return w.support_lost / w.support_days if w.support_days > 0.0 else 0.0
