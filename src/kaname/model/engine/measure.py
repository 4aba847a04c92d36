"""Every outcome of a future, written into its columns in the order of words.outcomes.

Made by `make order`: edits are lost.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.engine.outcomes.alliance import (
    autonomy_demand,
    base_opposition,
    belief_ally,
    belief_rival,
    capital_ally,
    debt_ally,
    decision_days,
    force_in_being,
    framework_depth,
    levers_agreed,
    levers_in_force,
    levers_lapsed,
    levers_offered,
    neighbour_force,
    perception_gap,
    presence,
    programme,
    revisions,
    rival_bloc,
    rival_warheads,
    rounds,
    support_force,
    support_lost,
    surprises,
    tension_rival,
    treaty_need,
    tremble_share,
    tremble_wars,
    trust_ally,
    trust_protector,
    unmet_ally,
    unmet_protector,
    wars_begun,
)
from kaname.model.engine.outcomes.by_place import belief_of_ally, belief_of_challenger, ready_forces
from kaname.model.engine.outcomes.crises import challenges, control, opportunities, seizures, supported, wars
from kaname.model.engine.outcomes.ends import (
    burden,
    casualties,
    coerced,
    equipment,
    first_strike_stability,
    nuclear_option,
    spending,
    territory,
)
from kaname.model.engine.outcomes.politics import (
    abandonment_fear,
    attention,
    concessions,
    consultation,
    enforcement,
    exposure,
    faits_accomplis,
    gdp,
    homeland_risk,
    ideology_government,
    ideology_parties,
    ideology_public,
    implemented,
    readiness,
    rests_on,
    sea_lane_effort,
    seats_governing,
    support_nuclear,
    support_strike,
    territory_by_place,
    thaw,
    undetermined,
    vote_carries,
    wedge,
)
from kaname.model.engine.outcomes.views import deterrence, deterrence_arms, deterrence_viewed


@kernel
def measure(w, p, quarters: float, out) -> None:
    """Write all outcomes of the world after `quarters` quarters into out[:]."""
    quarters = max(quarters, 1.0)
    column = 0
    for a in range(w.gdp.shape[0]):
        out[column] = territory(w, p, a)
        column += 1
    for a in range(w.gdp.shape[0]):
        out[column] = coerced(w, p, a)
        column += 1
    for a in range(w.gdp.shape[0]):
        out[column] = casualties(w, a)
        column += 1
    for a in range(w.gdp.shape[0]):
        out[column] = equipment(w, a)
        column += 1
    for a in range(w.gdp.shape[0]):
        out[column] = spending(w, a)
        column += 1
    for a in range(w.gdp.shape[0]):
        out[column] = burden(w, p, a)
        column += 1
    out[column] = nuclear_option(w)
    column += 1
    out[column] = first_strike_stability(w, quarters)
    column += 1
    for k in range(w.territory.shape[0]):
        out[column] = opportunities(w, k)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = challenges(w, k)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = seizures(w, k)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = wars(w, k)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = supported(w, k)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = control(w, k)
        column += 1
    out[column] = trust_ally(w, quarters)
    column += 1
    out[column] = trust_protector(w, quarters)
    column += 1
    out[column] = unmet_ally(w, quarters)
    column += 1
    out[column] = unmet_protector(w, quarters)
    column += 1
    out[column] = perception_gap(w, quarters)
    column += 1
    out[column] = decision_days(w, quarters)
    column += 1
    out[column] = force_in_being(w)
    column += 1
    out[column] = belief_ally(w, p)
    column += 1
    out[column] = belief_rival(w, p)
    column += 1
    out[column] = support_force(w)
    column += 1
    out[column] = base_opposition(w)
    column += 1
    out[column] = capital_ally(w)
    column += 1
    out[column] = debt_ally(w, p)
    column += 1
    out[column] = presence(w)
    column += 1
    out[column] = rival_warheads(w, p)
    column += 1
    out[column] = programme(w)
    column += 1
    out[column] = framework_depth(w)
    column += 1
    out[column] = tension_rival(w, p)
    column += 1
    out[column] = autonomy_demand(w)
    column += 1
    out[column] = surprises(w)
    column += 1
    out[column] = revisions(w)
    column += 1
    out[column] = levers_offered(w)
    column += 1
    out[column] = levers_agreed(w)
    column += 1
    out[column] = levers_in_force(w)
    column += 1
    out[column] = levers_lapsed(w)
    column += 1
    out[column] = tremble_wars(w)
    column += 1
    out[column] = wars_begun(w)
    column += 1
    out[column] = tremble_share(w)
    column += 1
    out[column] = rounds(w)
    column += 1
    out[column] = rival_bloc(w)
    column += 1
    out[column] = treaty_need(w)
    column += 1
    out[column] = neighbour_force(w)
    column += 1
    out[column] = support_lost(w)
    column += 1
    for a in range(w.gdp.shape[0]):
        out[column] = ready_forces(w, p, a)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = belief_of_ally(w, p, k)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = belief_of_challenger(w, p, k)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = territory_by_place(w, k)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = concessions(w, k)
        column += 1
    for k in range(w.territory.shape[0]):
        out[column] = faits_accomplis(w, k)
        column += 1
    for a in range(w.gdp.shape[0]):
        out[column] = gdp(w, a)
        column += 1
    out[column] = abandonment_fear(w)
    column += 1
    out[column] = support_strike(w)
    column += 1
    out[column] = support_nuclear(w)
    column += 1
    for ideology in range(3):
        out[column] = ideology_public(w, ideology)
        column += 1
    for ideology in range(3):
        out[column] = ideology_parties(w, ideology)
        column += 1
    for chamber in range(2):
        out[column] = seats_governing(w, chamber)
        column += 1
    for matter in range(3):
        out[column] = vote_carries(w, matter)
        column += 1
    for ideology in range(3):
        out[column] = ideology_government(w, ideology)
        column += 1
    out[column] = attention(w)
    column += 1
    for a in range(w.gdp.shape[0]):
        out[column] = readiness(w, a)
        column += 1
    for hedge in range(5):
        out[column] = rests_on(w, hedge)
        column += 1
    for a in range(w.gdp.shape[0]):
        out[column] = enforcement(w, a)
        column += 1
    out[column] = thaw(w)
    column += 1
    out[column] = wedge(w)
    column += 1
    out[column] = sea_lane_effort(w)
    column += 1
    out[column] = implemented(w)
    column += 1
    out[column] = consultation(w)
    column += 1
    for k in range(w.territory.shape[0]):
        out[column] = undetermined(w, k)
        column += 1
    out[column] = exposure(w)
    column += 1
    out[column] = homeland_risk(w, p)
    column += 1
    out[column] = deterrence_viewed(w)
    column += 1
    for k in range(w.territory.shape[0]):
        for deterrence_class in range(7):
            out[column] = deterrence(w, k, deterrence_class)
            column += 1
    for k in range(w.territory.shape[0]):
        for deterrence_class in range(7):
            out[column] = deterrence_arms(w, k, deterrence_class)
            column += 1
