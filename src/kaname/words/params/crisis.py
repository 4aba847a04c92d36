"""Parameters of the mechanisms of the room `crisis`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

CHOICE = (
    P("choice_precision", (), "nat", 0, 100, "Precision (lambda) of quantal response; the challenger's stake is 1."),
    P("nest_precision", (), "factor", 1, 20, "Precision of choice within a rung over that between rungs."),
    P("resolve_low", (), "factor", 0, 1, "Weight that the least resolute type gives to its stake."),
    P("resolve_high", (), "factor", 1, 5, "Weight that the most resolute type gives to its stake."),
    P("misread_chance", (), "probability per move", 0, 1, "Chance that an onlooker takes a move for its neighbour, without any exchange."),
    P("misread_exchange", (), "share", 0, 1, "Share of misreading that full exchange of information removes."),
    P("open_law_permits", (), "probability", 0, 1, "Chance that a question of law left open is settled in time and permits."),
)  # fmt: skip

STAKES = (
    P("opportunity_rate", ("contingency",), "1/quarter", 0, 5, "Opportunities per quarter, from salience alone."),
    P("temptation", ("contingency",), "stake", -2, 2, "What the challenger gains from having acted, whatever comes of it; sign free."),
    P("temptation_common", (), "stake", -2, 2, "The same in every contingency, added to it; sign free."),
    P("gain_low", ("contingency",), "share", 0, 1, "Part of the object that a concession to a probe gives away."),
    P("gain_middle", ("contingency",), "share", 0, 1, "Part of the object that a concession to pressure gives away."),
    P("completion_days", ("contingency",), "days", 0.1, 365, "Mean days in which a challenge becomes an accomplished fact."),
    P("aggression_cost", ("contingency",), "stake", 0, 20, "Challenger's cost in trade and standing of using arms first, whatever comes of it."),
    P("pressure_part", ("contingency",), "share", 0, 1, "Part of that cost that pressure short of arms carries."),
    P("alliance_cost", ("contingency",), "stake", 0, 20, "Cost to the alliance of a guarantor that abstains or a host that refuses."),
    P("loss_cost", ("contingency",), "stake", 0, 20, "Cost of losing all the forces that a side commits."),
    P("escalation_cost", ("contingency",), "stake", 0, 20, "Further cost to the challenger of fighting the guarantor."),
)  # fmt: skip

COSTS = (
    P("audience_challenger", (), "stake", 0, 3, "Challenger's cost of backing down from the highest rung before its own audience."),
    P("audience_target", (), "stake", 0, 3, "Target's cost of yielding to the highest rung before its own audience."),
    P("audience_guarantor", (), "stake", 0, 3, "Guarantor's cost of standing aside after a wholly clear promise."),
    P("trigger_cost", (), "stake", 0, 3, "Further cost of standing aside where an agreed trigger was met."),
    P("domestic_cost", (), "stake", 0, 3, "Cost of force at home where nobody supports it."),
    P("window_cost", (), "stake", 0, 3, "Cost of a risky decision in an election window."),
    P("attention_cost", (), "stake", 0, 3, "Cost of fighting to a guarantor with no attention to spare."),
    P("front_weight", (), "share", 0, 1, "How far a second opportunity that nobody has used yet ties down attention and forces."),
    P("fought_share", (), "share", 0, 1, "Part of the losses of a fight to the end that sides expect before terms end it."),
    P("support_share", (), "share", 0, 1, "Share of the guarantor's weight in the fight that support without fighting has."),
    P("support_credit", (), "share", 0, 1, "How far support without fighting counts as standing by an ally under arms."),
    P("support_burden", (), "share", 0, 1, "Share of the guarantor's costs of fighting that support carries."),
    P("preemption_stake", (), "stake", 0, 3, "Cost to the challenger of losing all its missiles to a first day of counterstrike."),
    P("host_exposure", (), "stake", 0, 3, "Host's cost where bases it has opened are struck."),
    P("answer_delay", (), "days", 0, 180, "Days that a host's delay adds to the guarantor's release; refusal adds twice as many."),
    P("police_effect", (), "share", 0, 1, "How far a superior coast guard keeps a challenge below war from gaining."),
    P("caution_open_law", (), "stake", -1, 1, "Cost that an open question of law lays on the challenger; sign free."),
    P("restraint_open_law", (), "stake", -1, 1, "Cost that an open question of law lays on the ally's use of force; sign free."),
    P("audience_sovereignty", (), "stake", 0, 3, "Guarantor's further cost of standing aside where it has wholly backed the ally's claim in public."),
    P("ring_alone", (), "stake", 0, 2, "Challenger's cost before a full multilateral ring, by the ring's own enforcement."),
    P("ring_enforced", (), "stake", 0, 2, "The same where the guarantor speaks, supports or fights."),
)  # fmt: skip

ROUNDS = (
    P("most_rounds", (), "count", 1, 12, "Rounds after which a crisis below arms ends as it stands.", "count"),
    P("round_days", (), "days", 0, 90, "Days from one round of a crisis to the next."),
)  # fmt: skip

PROOF = (
    P("attribution_base", (), "coefficient", -10, 10, "Log odds of proving who acted, with means equal to the challenger's and no intelligence shared."),
    P("attribution_skill", (), "coefficient", -2, 5, "Log odds added for each log unit by which a side's means of intelligence and cyber exceed the challenger's."),
    P("attribution_sharing", (), "coefficient", -2, 5, "Log odds added by full sharing of intelligence between protector and ally."),
    P("misattribution_cost", (), "stake", 0, 2, "Cost of naming a culprit without any proof."),
)  # fmt: skip

SUPPORTER = (
    P("regional_half", (), "bn USD 2023", 0.1, 200, "Means for roles beyond the territory at which the ally's aid has half of its full effect."),
    P("rear_hastening", (), "share", 0, 1, "Part of the days until the guarantor's release that rear support with full means saves."),
    P("presence_effect", (), "share", 0, 1, "How far a supporter's escort with full means keeps a challenge below war from gaining."),
)  # fmt: skip

BATTLE = (
    P("battle_learning", (), "days", 0.1, 180, "Days of fighting after which battle counts as much as the picture before it."),
    P("battle_remaining", (), "days", 1, 365, "Days over which the losses that a picture expects are suffered."),
    P("widening_cost", (), "stake", 0, 5, "Challenger's cost of widening a war to bases of the guarantor."),
)  # fmt: skip

AFTERMATH = (
    P("incident_memory", (), "share kept per quarter", 0, 1, "Memory of incidents kept from quarter to quarter."),
    P("incident_weight", (), "factor", 0, 5, "Size of an incident on the highest rung."),
    P("people_per_unit", ("force",), "people per unit", 0, 10000, "People lost with a unit of each class."),
    P("lasting_share", (), "share", 0, 1, "Part of a concession below war that lasts as loss of the object."),
    P("regained_share", (), "share", 0, 1, "Part of what was lost that a challenge faced down, or a quiet quarter where the object is no territory, wins back."),
    P("blame_speed", (), "share", 0, 1, "How far one crisis with losses moves the public's blame."),
    P("blame_entanglement", (), "coefficient", -3, 3, "Log odds of blaming one's own entanglement over the enemy, in another's fight."),
    P("blame_absence", (), "coefficient", -3, 5, "Log odds of blaming the protector's absence over the enemy, where it stood aside."),
    P("blame_else", (), "coefficient", -5, 1, "Log odds of either blame over the enemy where conduct gives no ground for it."),
)  # fmt: skip

PARAMS: tuple[P, ...] = (*CHOICE, *STAKES, *COSTS, *ROUNDS, *PROOF, *SUPPORTER, *BATTLE, *AFTERMATH)
