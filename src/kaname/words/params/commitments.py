"""Parameters of the mechanisms of the room `commitments`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

ADOPTION = (
    P("offer_capital", (), "share", 0, 1, "Political capital that each side needs before a step is put on the table."),
    P("agenda_room", (), "count", 0, 40, "Steps that can be on the table in one quarter."),
    P("refusal_wait", (), "quarters", 0, 80, "Quarters after a refusal until a step is offered again."),
    P("compliance_low", (), "share", 0, 1, "Least share of an agreed step that is carried out."),
    P("compliance_mode", (), "share", 0, 1, "Most likely share of an agreed step that is carried out (at least the least)."),
    P("lapse_probability", ("administration",), "probability per quarter", 0, 1, "Chance that the type lets a promise in force lapse."),
    P("return_probability", ("administration",), "probability per quarter", 0, 1, "Chance that the type takes a lapsed promise up again."),
)  # fmt: skip

GUIDELINES = (
    P("revision_base", (), "logit", -20, 5, "Log odds of a revision in a quarter when nothing asks for one."),
    P("revision_unmet", (), "coefficient", 0, 20, "Log odds added by unmet expectation on the worse side."),
    P("revision_threat", (), "coefficient", -5, 20, "Log odds added by the threat that the ally sees from the rival."),
    P("revision_age", (), "coefficient", 0, 10, "Log odds added per interval aimed at that has passed since the last revision."),
    P("revision_mismatch", (), "coefficient", 0, 40, "Log odds added by distance between what is promised and what the steps in force say."),
    P("revision_capital", (), "share", 0, 1, "Political capital that each side needs for a revision."),
    P("implementation_speed", ("issue",), "share", 0, 1, "Share of what is outstanding that a quarter implements, per issue."),
    P("implementation_load", (), "coefficient", 0, 10, "Slowing of implementation by everything else that is outstanding."),
    P("clarity_base", (), "share", 0, 1, "Clarity of roles when nothing is implemented, prepared or said."),
    P("clarity_implemented", (), "factor", 0, 5, "Weight of implemented promises in role clarity."),
    P("clarity_posture", (), "factor", 0, 5, "Weight of an operational posture of first responders in role clarity."),
    P("clarity_said", (), "factor", 0, 5, "Weight of saying what will not be done in role clarity."),
    P("clarity_speed", (), "share", 0, 1, "Share of the distance to its goal that role clarity moves in a quarter."),
)  # fmt: skip

LEDGER = (
    P("issue_weight", ("side", "issue"), "factor", 0, 10, "Weight of each issue for each side, fixed."),
    P("issue_need", ("side", "issue"), "share", 0, 1, "Level that each side would like the other to deliver."),
    P("delivery_ability", ("side", "issue"), "share", 0, 1, "Level that each side could deliver at full effort and clear roles."),
    P("expect_promise", (), "factor", 0, 5, "Weight of the promise in what is expected."),
    P("expect_need", (), "factor", 0, 5, "Weight of own need in what is expected."),
    P("expect_delivery", (), "factor", 0, 5, "Weight of past delivery in what is expected."),
    P("expect_speed", (), "share", 0, 1, "Share of the distance to its goal that expectation moves in a quarter."),
    P("expect_image", (), "coefficient", -1, 1, "Expectation added by the image of the other side's leader; sign free."),
    P("ambiguity_reading", (), "share", 0, 1, "How far a side reads its own need into an ambiguous promise."),
    P("effort_half", (), "share", 0.001, 0.2, "Military spending, share of GDP, at which half of full effort is made."),
    P("delivery_type", (), "share", 0, 1, "How far delivery by the protector follows its type's keeping of promises."),
    P("delivery_capital", (), "share", 0, 1, "How far delivery by the ally follows its political capital."),
    P("delivery_unclear", (), "share", 0, 1, "Share of delivery that is wasted when roles are wholly unclear."),
    P("delivery_pending", (), "share", 0, 1, "Share of delivery on a promised issue that waits for implementation."),
    P("complacency", (), "coefficient", -1, 1, "Share of the ally's own effort lost where a believed promise stands; sign free."),
    P("unpromised_cost", (), "coefficient", 0, 2, "Disappointment when an unpromised issue is challenged, per unit of stake."),
    P("spillover", (), "share", 0, 1, "Weight of the worst shortfall, against the mean, in unmet expectation."),
    P("trust_base", (), "logit", -5, 5, "Log odds of trust when every expectation is met and nothing else happens."),
    P("trust_unmet", (), "coefficient", 0, 20, "Log odds of trust lost by unmet expectation."),
    P("trust_surprise", (), "coefficient", 0, 10, "Log odds of the ally's trust lost by each surprise."),
    P("trust_misclassified", (), "coefficient", -2, 5, "Log odds of the ally's trust lost by being treated as a foe; sign free."),
    P("trust_conduct", (), "coefficient", -2, 5, "Log odds of the ally's trust gained by the protector's conduct in crises."),
    P("trust_visible", (), "coefficient", -2, 5, "Log odds of the protector's trust gained by visible support; sign free."),
    P("trust_answer", (), "coefficient", -2, 5, "Log odds of the protector's trust gained by reciprocity and lost by leaving."),
    P("trust_habit", (), "coefficient", -2, 5, "Log odds of both sides' trust gained by practised coordination; sign free."),
    P("trust_speed", (), "share", 0, 1, "Share of the distance to its goal that trust moves in a quarter."),
)  # fmt: skip

PRACTICE = (
    P("habit_learning", (), "share", 0, 1, "Share of the missing habit that a quarter of full use teaches."),
    P("habit_decay", (), "share", 0, 1, "Share of habit that a quarter without use loses."),
    P("habit_combined", (), "share", 0, 1, "Use that a combined command amounts to."),
    P("habit_crisis", (), "share", 0, 1, "Use that a crisis in the last quarter amounts to."),
    P("sharing_values", (), "share", 0, 1, "Depth of intelligence sharing that shared values alone allow."),
    P("sharing_trust", (), "coefficient", -1, 1, "Depth added by mutual trust; sign free."),
    P("sharing_speed", (), "share", 0, 1, "Share of the distance to its goal that sharing moves in a quarter."),
    P("equality_base", (), "share", 0, 1, "Demand for equality when nothing feeds it."),
    P("equality_dependence", (), "coefficient", -1, 2, "Demand added by full dependence at home; sign free."),
    P("equality_nationalism", (), "coefficient", -1, 2, "Demand added by nationalism in the public; sign free."),
    P("equality_bases", (), "coefficient", -1, 2, "Demand added by opposition to bases; sign free."),
    P("equality_fear", (), "coefficient", -2, 2, "Demand added by fear of abandonment; sign free."),
    P("equality_relief", (), "share", 0, 1, "Share of the demand that reciprocity or leaving answers."),
    P("equality_speed", (), "share", 0, 1, "Share of the distance to its goal that the demand moves in a quarter."),
    P("accept_cost", (), "stake", 0, 3, "Cost to the ally's government of accepting inequality, at full demand."),
    P("reciprocate_cost", (), "stake", 0, 3, "Cost to it of reciprocity without political capital."),
    P("leave_cost", (), "stake", 0, 5, "Cost to it of leaving a guarantee that it believes in fully."),
)  # fmt: skip

PARAMS: tuple[P, ...] = (*ADOPTION, *GUIDELINES, *LEDGER, *PRACTICE)
