"""Parameters of the mechanisms of the room `forces`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

PRESENCE = (
    P("attention_by_type", ("administration",), "logit", -5, 5, "Attention free for the theatre under each type of administration (log odds)."),
    P("attention_fiscal", (), "coefficient", 0, 5, "Fall of that attention per unit of the protector's debt above its norm."),
    P("attention_debt_norm", (), "share of GDP", 0, 5, "Debt above which the protector's budget draws attention home."),
    P("attention_incident", (), "coefficient", 0, 5, "Rise of attention with incidents in the theatre's contingencies."),
    P("attention_support", (), "coefficient", -5, 5, "Effect of the protector's public support for the alliance (from -1 to 1)."),
    P("attention_team", (), "coefficient", -5, 5, "Effect of a new foreign-policy team in its first quarter."),
    P("attention_noise", (), "standard deviation", 0, 3, "Quarterly pull of other theatres on attention (log odds)."),
    P("attention_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that attention goes in a quarter."),
    P("presence_draw", (), "share", 0, 1, "Share of promised presence drawn away when no attention is free."),
    P("presence_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that presence goes in a quarter."),
    P("presence_noise", (), "standard deviation", 0, 0.2, "Quarterly noise of presence from deployments and refits."),
)  # fmt: skip

READINESS = (
    P("readiness_base", ("actor",), "share", 0, 1, "Readiness of each actor's forces with levers as they are."),
    P("readiness_exercise", (), "coefficient", 0, 1, "Rise of readiness per unit of joint exercise tempo above the present."),
    P("readiness_wear", (), "coefficient", 0, 1, "Fall of readiness per unit of squared tempo: ships and crews wear out."),
    P("readiness_first_responder", (), "coefficient", 0, 1, "Rise of the ally's readiness per unit of first-responder readiness."),
    P("readiness_gain", (), "1/quarter", 0, 1, "Speed at which readiness is built."),
    P("readiness_loss", (), "1/quarter", 0, 1, "Speed at which readiness is lost."),
)  # fmt: skip

BUILDUP = (
    P("buildup_cost", ("force",), "bn USD 2023 per unit", 0.0005, 20, "Price of one unit of each class at the protector's price level."),
    P("buildup_price_level", ("actor",), "factor", 0.05, 5, "Price of forces in each actor's industry over the protector's."),
    P("buildup_upkeep", ("force",), "1/quarter", 0, 0.25, "Upkeep of a unit in a quarter as a share of its price."),
    P("buildup_life", ("force",), "quarters", 8, 400, "Life of a unit."),
    P("buildup_lead", ("force",), "quarters", 1, 80, "Mean time from order to delivery."),
    P("buildup_force_share", ("actor",), "share", 0, 1, "Share of military spending that pays upkeep and procurement of the stock counted."),
    P("buildup_mix", ("actor", "force"), "share", 0, 1, "Share of each class in procurement where no lever says otherwise."),
    P("buildup_denial_split", ("force",), "share", 0, 1, "Share of each class in procurement for homeland denial."),
    P("buildup_upper_share", (), "share", 0, 1, "Share of the upper tier in procurement of interceptors."),
    P("regional_decay", (), "1/quarter", 0, 1, "Share of the ally's means for the wider region that wears out in a quarter."),
    P("reaction_strike", (), "coefficient", -1, 1, "Adversaries' effort per log of the alliance's strike missiles in the theatre."),
    P("reaction_interceptors", (), "coefficient", -1, 1, "Adversaries' effort per log of the alliance's interceptors in the theatre."),
    P("reaction_presence", (), "coefficient", -2, 2, "Adversaries' effort per unit of the protector's presence."),
    P("reaction_lag", (), "quarters", 1, 80, "Mean time in which adversaries' planning takes in a changed posture."),
    P("reaction_limit", (), "share", 0, 1, "Largest change of adversaries' procurement effort."),
    P("reaction_mix", ("force",), "share", 0, 1, "Share of each class in adversaries' procurement that answers the alliance."),
)  # fmt: skip

DISPERSAL = (
    P("dispersal_speed", (), "1/quarter", 0, 1, "Speed at which agreed civil airfields become usable when nothing hinders."),
    P("dispersal_opposition", (), "share", 0, 1, "Share of that speed lost when opposition to bases is complete."),
    P("dispersal_habit", (), "share", 0, 1, "Share of that speed that waits for the guidelines' implementation."),
    P("dispersal_lapse", (), "1/quarter", 0, 1, "Speed at which arrangements lapse when the goal is lowered."),
)  # fmt: skip

PARAMS: tuple[P, ...] = (*PRESENCE, *READINESS, *BUILDUP, *DISPERSAL)
