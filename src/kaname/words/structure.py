"""Parameters that a scenario's structure gives: who is who, where, and what each bargain asks for.

They are laid out by the compile room from the scenario's roles and the bargain's pages; codes are places on an axis,
-1 where nobody has the role.
"""

from __future__ import annotations

from kaname.words.declare import Param as P

PARAMS = (
    P("protector", (), "code", 0, 15, "Actor that gives the guarantee.", "code"),
    P("ally", (), "code", 0, 15, "Actor that receives it and hosts bases.", "code"),
    P("rival", (), "code", 0, 15, "Protector's great-power rival.", "code"),
    P("proliferator", (), "code", 0, 15, "State whose missile programme is bargained over.", "code"),
    P("partner", (), "code", 0, 15, "The protector's other ally nearby.", "code"),
    P("challenger", ("contingency",), "code", 0, 15, "Challenger in each contingency.", "code"),
    P("target", ("contingency",), "code", 0, 15, "Target in each contingency.", "code"),
    P("guarantor", ("contingency",), "code", 0, 15, "Guarantor in each contingency.", "code"),
    P("host", ("contingency",), "code", -1, 15, "Host of the bases used, -1 where consent is not asked.", "code"),
    P("homeland_case", ("contingency",), "share", 0, 1, "1 where the ally's own territory is the object."),
    P("cyber_case", ("contingency",), "share", 0, 1, "1 where the act is a cyber attack."),
    P("missile_case", ("contingency",), "share", 0, 1, "1 where the act is missile coercion by the proliferator."),
    P("start_year", (), "year", 1900, 2200, "Calendar year of the first quarter.", "count"),
    P("lever_start", ("lever",), "unit of the lever", 0, 120, "Value of each lever as things are."),
    P("lever_target", ("lever",), "unit of the lever", 0, 120, "Value that the bargain asks for."),
    P("lever_asked", ("lever",), "share", 0, 1, "1 where the bargain changes the lever."),
    P("lever_lag", ("lever",), "quarters", 0, 200, "Quarters from agreement to effect."),
    P(
        "lever_cost_protector",
        ("lever",),
        "bn USD 2023 per year",
        -200,
        500,
        "Yearly cost to the protector at the target.",
    ),
    P("lever_cost_ally", ("lever",), "bn USD 2023 per year", -200, 500, "Yearly cost to the ally at the target."),
    P("lever_promise", ("lever",), "share", 0, 1, "1 where keeping depends on the protector's administration."),
    P("lever_prevails", ("lever",), "share", 0, 1, "1 where the lower chamber's vote prevails: treaty or budget."),
    P("lever_consent", ("lever", "consenter"), "share", 0, 1, "1 where the body must consent."),
    P("adoption", (), "code", 0, 1, "0: offered (consent, lag, keeping by type); 1: adopted at once.", "code"),
    P(
        "reaction",
        (),
        "share",
        0,
        1,
        "1: adversaries adapt their forces, as far as the sampled answers say; 0: they do not.",
    ),
    P(
        "deterrence_views",
        (),
        "code",
        0,
        1,
        "1: judge the opportunities of all futures with a view taken away; 0: of the first futures only.",
        "code",
    ),
    P(
        "levelled_spending",
        ("actor",),
        "bn USD 2023 per year",
        -2000,
        2000,
        "Added to an actor's military budget each year of the horizon, to bring bargains to equal cost; 0 as proposed.",
    ),
    P("forced_type", (), "code", 0, 3, "Type of leadership that a stress forces on the protector.", "code"),
    P("forced_from", (), "quarters", 0, 400, "Quarter, counted from 1, from which it is forced; 0 never.", "count"),
    P("guarantee", (), "code", 0, 2, "The guarantee: 0 as it is, 1 none, 2 sure (see crisis.guarantee).", "code"),
    P("guarantee_from", (), "quarters", 0, 400,
      "Quarter, counted from 1, from which that holds; 0 from the start.", "count"),
    P("disaster_from", (), "quarters", 0, 400, "Quarter, counted from 1, of a mass loss of life; 0 never.", "count"),
    P("disaster_people", (), "thousand people", 0, 1e4, "People of the ally that it costs (see politics.disaster)."),
    P("disaster_blame", (), "code", -1, 2, "Where its blame falls: place on the blame axis, -1 by a draw.", "code"),
)  # fmt: skip
FIGURES = (P("stake", ("contingency", "actor"), "share", 0, 1, "Stake of each actor; the challenger's is 1."),)
