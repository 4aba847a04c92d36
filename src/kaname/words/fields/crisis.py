"""State variables of law, coordination, crisis and campaign, and the accumulators from which outcomes are read."""

from __future__ import annotations

from kaname.words.declare import Field as F

BIG = 1e9

LAW = (
    F("permit", ("contingency", "legal_move"), "code", 0, 2, "public", "What the target's law permits this quarter: 0 no, 1 yes, 2 undetermined.", "code"),
    F("undetermined", ("contingency",), "count", 0, 100, "public", "Questions of law left open on the path to a response."),
    F("covered", ("contingency",), "code", 0, 2, "public", "Whether the treaty covers the contingency: 0 no, 1 yes, 2 undetermined.", "code"),
    F("delay", ("contingency", "delay"), "days", 0, 1000, "hidden", "Days each step of decision would take in a crisis this quarter."),
    F("decision_days", ("contingency",), "days", 0, 1000, "hidden", "Days from first act to joint response in a reference crisis."),
    F("law_days", ("contingency",), "days", 0, 1000, "hidden", "Part of those days that law alone would take."),
    F("politics_days", ("contingency",), "days", 0, 1000, "hidden", "Part of those days that politics adds to what law would take."),
)  # fmt: skip

CRISIS = (
    F("opportunity", ("contingency",), "count", 0, 100, "hidden", "Opportunities that arose this quarter, from salience alone.", "count"),
    F("ending", ("contingency",), "code", 0, 7, "public", "How the quarter's crisis ended (place on the ending axis); 0 none.", "code"),
    F("rung", ("contingency",), "code", 0, 5, "public", "Highest rung reached by the challenger this quarter; 0 none.", "code"),
    F("conduct", ("contingency",), "index", -1, 1, "public", "Protector's conduct in the quarter's crisis: 1 fought, 0.5 supported, -1 abstained, 0 no crisis."),
    F("access", ("contingency",), "code", 0, 2, "public", "Host's answer on its bases: 0 not asked or refused, 1 delayed, 2 granted.", "code"),
    F("incident", ("contingency",), "index", 0, 10, "public", "Decaying memory of incidents below war."),
    F("casualties", ("actor",), "thousand people", 0, 1e5, "public", "Losses of people this quarter."),
    F("territory", ("contingency",), "share", 0, 1, "public", "Share of the contingency's object held by the target."),
    F("tremble", (), "count", 0, BIG, "hidden", "Wars that the mover's own picture valued below waiting.", "count"),
    F("crisis_evidence", ("observer", "administration"), "log likelihood", -50, 0, "observer", "What the quarter's crises say of the protector's leadership type to an observer that took part."),
    F("witness", ("observer",), "code", 0, 1, "hidden", "1 where crisis_evidence speaks, in place of the conduct that onlookers hear of.", "code"),
    F("deterrence_arms", ("contingency", "eight"), "count", 0, BIG, "hidden", "As deterrence_count, but of using arms (see crisis.deterrence).", "count"),
    F("tempo", ("contingency",), "days", 0, 91, "public", "Days of the quarter (of 91) on which the challenger pushes below the threshold."),
    F("tempo_usual", ("contingency",), "share", 0, 1, "public", "Share of days that the target has come to bear."),
    F("tempo_ships", ("contingency",), "ships", 0, 5000, "public", "The challenger's ships in the quarter, counted day by day."),
)  # fmt: skip

CAMPAIGN = (
    F("camp_control", (), "share", 0, 1, "hidden", "Control of the objective by the challenger."),
    F("camp_day", (), "days", 0, 400, "hidden", "Day of the campaign."),
    F("camp_arrival", (), "days", 0, 1000, "hidden", "Day on which the guarantor's release takes effect; 1000 never."),
    F("camp_units", ("party", "force"), "units of the class", 0, 1e6, "hidden", "Units in the campaign by party and class."),
    F("camp_start", ("party", "force"), "units of the class", 0, 1e6, "hidden", "Units committed at the start."),
    F("camp_bases_open", ("party",), "bases", 0, 1000, "hidden", "Bases open for flying."),
    F("camp_bases_closed", ("party",), "bases", 0, 1000, "hidden", "Bases closed by craters, waiting for repair."),
    F("camp_lodgement", (), "battalions", 0, 1000, "hidden", "Challenger's battalions on the objective."),
    F("camp_force_in_being", (), "share", 0, 1, "hidden", "Share of the target's fighting value still in being."),
    F("camp_leakers", (), "missiles", 0, 1e6, "hidden", "Missiles that got through defences so far."),
    F("camp_plan", (), "code", 0, 2, "hidden", "Challenger's plan: 0 quick seizure, 1 bases first, 2 blockade.", "code"),
    F("last_force_in_being", (), "share", 0, 1, "hidden", "Force in being when the guarantor arrived, or at the end, in the last campaign."),
    F("last_control", ("contingency",), "share", 0, 1, "hidden", "Challenger's control at the end of the last campaign there."),
    F("losses", ("actor", "force"), "units of the class", 0, 1e6, "public", "Units lost in campaigns this quarter."),
    F("camp_reserve", ("party", "force"), "units of the class", 0, 1e6, "hidden", "Units committed that have not arrived yet."),
    F("camp_tanker_short", ("party",), "bases", 0, 1000, "hidden", "Open bases whose repaired runway is still too short for tankers."),
    F("camp_sites_civil", ("party",), "bases", 0, 1000, "hidden", "Civil airfields among the party's bases."),
    F("camp_host_bases", (), "bases", 0, 1000, "hidden", "Guarantor's bases in the host that the host's answer has opened."),
    F("camp_garrison", (), "battalions", 0, 1e4, "hidden", "Target's battalions on the objective."),
    F("camp_supply", (), "share", 0, 1, "hidden", "Share of the lodgement's supply that gets through."),
    F("camp_sea_control", (), "share", 0, 1, "hidden", "Challenger's share of fighting value at sea and in the air around the objective."),
    F("camp_magazine", ("party",), "days", 0, 1e4, "hidden", "Days of full fighting that the party's munitions still last."),
    F("camp_released", (), "code", 0, 1, "hidden", "1 once the guarantor's forces are released.", "code"),
    F("camp_phase", (), "code", 0, 2, "hidden", "Phases of reinforcement that have arrived.", "code"),
    F("camp_held_days", (), "days", 0, 400, "hidden", "Days in a row on which the challenger held the objective."),
    F("camp_over", (), "code", 0, 2, "hidden", "0 the campaign goes on, 1 the challenger holds the objective, 2 it has culminated.", "code"),
    F("committed", ("actor", "force"), "units of the class", 0, 1e6, "hidden", "Units tied in campaigns earlier this quarter."),
    F("committed_quarter", (), "code", 0, 1e6, "hidden", "Quarter, counted from 1, that `committed` speaks of.", "code"),
)  # fmt: skip

SCORE = (
    F("total_opportunities", ("contingency",), "count", 0, BIG, "hidden", "Opportunities so far.", "count"),
    F("total_challenges", ("contingency",), "count", 0, BIG, "hidden", "Opportunities used by the challenger so far.", "count"),
    F("total_endings", ("contingency", "ending"), "count", 0, BIG, "hidden", "Crises so far by ending.", "count"),
    F("total_supported", ("contingency",), "count", 0, BIG, "hidden", "Crises in which the protector supported or fought.", "count"),
    F("total_casualties", ("actor",), "thousand people", 0, BIG, "hidden", "Losses of people so far."),
    F("total_losses", ("actor",), "bn USD 2023", 0, BIG, "hidden", "Value of equipment lost so far."),
    F("total_spending", ("actor",), "bn USD 2023", 0, BIG, "hidden", "Military spending so far, undiscounted."),
    F("total_lever_cost", ("side",), "bn USD 2023", -BIG, BIG, "hidden", "Cost of levers in force and of payments under a deal so far; negative where levers save."),
    F("total_surprises", (), "count", 0, BIG, "hidden", "Surprises so far.", "count"),
    F("sum_trust", ("side",), "share quarters", 0, BIG, "hidden", "Sum of trust over quarters."),
    F("sum_unmet", ("side",), "share quarters", 0, BIG, "hidden", "Sum of unmet expectation over quarters."),
    F("sum_gap", (), "index quarters", 0, BIG, "hidden", "Sum of the mean perception gap over quarters."),
    F("sum_decision_days", (), "day quarters", 0, BIG, "hidden", "Sum over quarters of mean decision time in contingencies against the ally."),
    F("sum_first_strike", (), "share quarters", 0, BIG, "hidden", "Sum of first-strike stability over quarters."),
    F("total_rounds", (), "count", 0, BIG, "hidden", "Further rounds of crises so far, beyond the first of each.", "count"),
    F("deterrence_viewed", (), "code", 0, 1, "hidden", "1 where this future's opportunities are judged with a view taken away.", "code"),
    F("deterrence_count", ("contingency", "eight"), "count", 0, BIG, "hidden", "Opportunities by deterrence class (see crisis.deterrence).", "count"),
    F("chain_code", ("eight",), "code", 0, BIG, "hidden", "First eight event codes of the future.", "code"),
    F("chain_quarter", ("eight",), "code", 0, 1000, "hidden", "Quarter of each of the first eight events.", "code"),
    F("chain_length", (), "count", 0, 8, "hidden", "Event codes kept.", "count"),
    F("asked_seat", (), "code", -1, 1000, "hidden", "Seat that was asked when a person was awaited.", "code"),
    F("asked_question", (), "code", 0, 1000, "hidden", "Question that was asked.", "code"),
    F("asked_count", (), "count", 0, 1000, "hidden", "Number of choices offered.", "count"),
)  # fmt: skip
