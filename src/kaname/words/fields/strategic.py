"""State variables of the strategic clock: politics, economy, perception, forces, stability, diplomacy, commitments."""

from __future__ import annotations

from kaname.words.declare import Field as F

BIG = 1e9

POLITICS = (
    F("administration", (), "code", 0, 3, "hidden", "Type of the protector's leadership (place on the administration axis).", "code"),
    F("window", ("side",), "share", 0, 1, "public", "1 while an election window freezes risky decisions of the side."),
    F("quarters_to_election", ("side",), "quarters", 0, 64, "public", "Quarters until the side's next election."),
    F("leader_change", ("side",), "share", 0, 1, "public", "1 in a quarter in which the side's leadership changed."),
    F("leader_image", ("side",), "index", -1, 1, "public", "Hawkish image of the leader beyond the policy pursued; decays."),
    F("ideology", ("cohort", "ideology"), "share", 0, 1, "public", "Shares of pacifists, realists, nationalists by birth cohort."),
    F("cohort_weight", ("cohort",), "share", 0, 1, "public", "Share of each birth cohort in the ally's adult public."),
    F("public_ideology", ("ideology",), "share", 0, 1, "public", "The three ideologies in the ally's public, all cohorts."),
    F("party_voice", ("ideology",), "share", 0, 1, "public", "The three ideologies' voice in the ally's parties."),
    F("government_ideology", ("ideology",), "share", 0, 1, "public", "The three ideologies in the ally's government consensus."),
    F("support_force", (), "share", 0, 1, "public", "Ally's public support for using force when attacked."),
    F("support_alliance", ("side",), "share", 0, 1, "public", "Public support for the alliance on each side."),
    F("support_strike", (), "share", 0, 1, "public", "Ally's public support for strike capability."),
    F("support_nuclear", (), "share", 0, 1, "public", "Ally's public support for nuclear weapons of its own."),
    F("blame", ("blame",), "share", 0, 1, "public", "Where the ally's public puts the blame for its last losses; sums to at most 1."),
    F("casualty_memory", (), "index", 0, 10, "public", "Decaying memory of the ally's losses (log of thousands of people)."),
    F("base_opposition", (), "share", 0, 1, "public", "Opposition to the protector's bases where they stand."),
    F("approval", ("side",), "share", 0, 1, "public", "Approval of each side's government."),
    F("capital", ("side",), "share", 0, 1, "owner", "Political capital for alliance matters on each side."),
    F("consent", ("consenter",), "probability per quarter", 0, 1, "public", "Chance that each body agrees to a step put to it this quarter."),
    F("nuclear_option", (), "code", 0, 1, "public", "1 once the ally has taken up its own nuclear option as a political fact.", "code"),
    F("strike_option", (), "share", 0, 1, "public", "How far the ally's politics accepts counterstrike."),
    F("war_weariness", (), "index", 0, 10, "public", "Decaying memory of the protector's losses (log of thousands of people)."),
    F("hedge", (), "code", 0, 4, "public", "What the ally turned to: 0 the guarantee, 1 partners, 2 accommodation, 3 autonomy, 4 nuclear arms.", "code"),
)  # fmt: skip

ECONOMY = (
    F("gdp", ("actor",), "bn USD 2023", 0.1, 1e6, "public", "Gross domestic product at market rates, constant 2023 dollars."),
    F("growth_shock", (), "1/quarter", -0.5, 0.5, "public", "Common AR(1) shock to growth."),
    F("debt", ("actor",), "share of GDP", 0, 20, "public", "Public debt as a share of GDP."),
    F("defence_share", ("actor",), "share", 0, 0.5, "public", "Military spending as a share of GDP."),
    F("spending", ("actor",), "bn USD 2023 per year", 0, 1e5, "public", "Military spending."),
    F("tariff", (), "share", 0, 1, "public", "Tariff that the protector lays on the ally's goods."),
    F("bloc_weight", (), "share", 0, 1, "public", "Weight of the rival's trade bloc in the ally's region."),
    F("competition", (), "index", 0, 1, "public", "Alliance's standing in the economic competition with the rival."),
    F("deficit_cut", ("actor",), "share", 0, 1, "public", "Part of other spending crowded out by military spending, share of GDP."),
    F("growth", ("actor",), "log", -1, 1, "public", "Growth of GDP this quarter (change of its logarithm)."),
    F("gdp_ppp", ("actor",), "bn USD 2023 PPP", 0.1, 2e6, "public", "Gross domestic product at purchasing-power parity."),
    F("tariff_felt", (), "share", 0, 1, "public", "Tariff to which the ally's trade has adjusted."),
    F("sea_lane_effort", ("side",), "share", 0, 1, "public", "Share of its military spending that each side gives to the safety of sea lanes."),
)  # fmt: skip

PERCEPTION = (
    F("threat", ("observer", "other"), "index", 0, 1, "observer", "Threat that the observer sees from the other."),
    F("type_belief", ("observer", "administration"), "probability", 0, 1, "observer", "Observer's belief over the protector's leadership type."),
    F("hazard_belief", ("observer",), "probability per quarter", 0, 1, "observer", "Hazard of a change of type that the observer infers."),
    F("belief", ("observer", "contingency"), "probability per crisis", 0, 1, "observer", "Belief that the protector fights, in a reference case."),
    F("belief_nuclear", ("observer",), "probability per crisis", 0, 1, "observer", "Belief in the nuclear umbrella, apart from conventional help."),
    F("profession", (), "share", 0, 1, "public", "Confidence in the guarantee that the ally's government professes."),
    F("signal", ("signal",), "index", -5, 5, "public", "Signals seen this quarter, by kind (emissions of the protector's type)."),
    F("picture_capability", ("observer", "other"), "factor", 0.05, 20, "observer", "Observer's estimate of the other's capability over the truth."),
    F("picture_resolve", ("observer", "other"), "share", 0, 1, "observer", "Observer's estimate of the other's resolve."),
    F("picture_law", ("observer", "contingency"), "probability", 0.01, 0.99, "observer", "Belief that the ally's law permits the answer that it is asked for."),
    F("picture_delay", ("observer", "contingency"), "days", 0, 365, "observer", "Days that the observer expects until a joint response."),
    F("gap", ("contingency",), "index", 0, 1, "hidden", "Perception gap: distance between the pictures of protector and ally, and of the challenger."),
    F("homeland_risk", ("actor",), "share", 0, 1, "public", "Damage that the actor could do to the protector's homeland after defences."),
    F("surprise_count", (), "count", 0, BIG, "public", "Times the protector acted without consulting the ally.", "count"),
    F("consultation_level", (), "share", 0, 1, "public", "How far the protector consults the ally."),
    F("caveat", (), "index", -5, 5, "public", "Support for the ally's claim in this quarter's statement, apart from the rest of it."),
    F("signal_promised", ("signal",), "index", -5, 5, "public", "Part of each signal that the promises in force would make if kept."),
    F("misclassification", (), "index", 0, 5, "public", "How far the protector treats its ally worse, and its rival better, than their class would have it."),
)  # fmt: skip

FORCES = (
    F("stock", ("actor", "force"), "units of the class", 0, 1e6, "owner", "Forces by class (aircraft, ships, missiles, battalions, bases, warheads)."),
    F("pipeline", ("actor", "force"), "units of the class", 0, 1e6, "owner", "Forces ordered and not yet delivered."),
    F("readiness", ("actor",), "share", 0, 1, "owner", "Share of forces ready to fight."),
    F("presence", (), "share", 0, 1, "public", "Share of the protector's forces present in the theatre."),
    F("attention", (), "share", 0, 1, "public", "Share of the protector's attention free for the theatre."),
    F("dispersal", (), "share", 0, 1, "public", "Share of suitable civil airfields usable now."),
    F("base_access", (), "share", 0, 1, "public", "Share of the protector's bases in the ally usable without quarrel."),
    F("regional_capacity", (), "bn USD 2023", 0, 1e5, "public", "Value of the ally's means for roles in the wider region (lift, supply, deployed staff)."),
    F("reaction_start", (), "index", -1000, 1000, "hidden", "Alliance posture that adversaries answer (see forces.buildup), at the first quarter."),
    F("reaction_seen", (), "index", -1000, 1000, "hidden", "Alliance posture as adversaries' planning has taken it in so far."),
    F("reaction_effort", (), "signed share", -1, 1, "hidden", "Change of adversaries' procurement effort that answers the alliance's posture."),
)  # fmt: skip

STABILITY = (
    F("missiles", ("range",), "missiles", 0, 1e5, "owner", "The proliferator's missiles by range class."),
    F("tests", (), "count", 0, 1000, "public", "Missile tests by the proliferator this quarter.", "count"),
    F("enforcement", ("actor",), "share", 0, 1, "public", "Each member's enforcement of sanctions on the proliferator."),
    F("sanctions_pressure", (), "share", 0, 1, "public", "Trade-weighted enforcement of sanctions."),
    F("first_strike", (), "share", 0, 1, "hidden", "First-strike stability between protector and rival: 1 no incentive to pre-empt."),
    F("deal", (), "code", 0, 2, "public", "Deal with the proliferator: 0 none, 1 long-range missiles only, 2 all ranges.", "code"),
    F("programme_skill", (), "share", 0, 1, "owner", "Reliability of the proliferator's long-range missiles, learned from tests."),
    F("programme_drive", (), "log", -10, 10, "hidden", "Log of the proliferator's testing tempo beside what is explained."),
    F("talks", (), "share", 0, 1, "public", "Progress of talks on the proliferator's missiles; 1 is agreement."),
    F("talks_about", (), "code", 0, 2, "public", "What the talks are about: 0 none, 1 long-range missiles only, 2 all ranges.", "code"),
    F("deal_payment", ("side",), "bn USD 2023 per year", 0, 1000, "public", "What each side pays the proliferator under the deal in force."),
)  # fmt: skip

DIPLOMACY = (
    F("friction", (), "share", 0, 1, "public", "Friction between the ally and the partner over history."),
    F("trilateral_level", (), "share", 0, 1, "public", "Working level of cooperation with the partner."),
    F("thaw", (), "share", 0, 1, "public", "Thaw between the partner and the proliferator."),
    F("framework_depth", (), "share", 0, 1, "public", "Depth of the multilateral ring around the alliance."),
    F("tension", ("actor",), "index", 0, 1, "public", "Tension between the alliance and the actor."),
    F("channels", ("actor",), "share", 0, 1, "public", "Information exchanged with the actor through channels."),
    F("wedge", (), "share", 0, 1, "public", "How far the rival's offers pull the ally and its partners from the protector."),
    F("partner_outlook", (), "signed index", -1, 1, "public", "Outlook of the partner's government on the proliferator: -1 pressure, 1 engagement."),
)  # fmt: skip

COMMITMENTS = (
    F("promised", ("issue",), "share", 0, 1, "public", "Level promised on each issue."),
    F("expected", ("side", "issue"), "share", 0, 1, "owner", "Level that each side expects of the other on each issue."),
    F("delivered", ("side", "issue"), "share", 0, 1, "public", "Level that each side delivers on each issue."),
    F("unmet", ("side",), "share", 0, 1, "owner", "Weighted shortfall of delivery against each side's expectation."),
    F("trust", ("side",), "share", 0, 1, "owner", "Each side's trust in the other."),
    F("implemented", ("issue",), "share", 0, 1, "public", "Share of the promise on each issue that has been implemented."),
    F("role_clarity", (), "share", 0, 1, "public", "How clear the ally's role is to both sides."),
    F("guidelines_age", (), "quarters", 0, 1000, "public", "Quarters since the last revision of the guidelines."),
    F("revisions", (), "count", 0, 1000, "public", "Revisions of the guidelines so far.", "count"),
    F("autonomy_demand", (), "share", 0, 1, "public", "Demand in the ally for political equality or autonomy."),
    F("abandonment_fear", (), "share", 0, 1, "owner", "Ally's fear of being abandoned."),
    F("intelligence_level", (), "share", 0, 1, "public", "Depth of intelligence sharing reached."),
    F("habit", (), "share", 0, 1, "public", "Habit of joint coordination, grown by use."),
    F("lever", ("lever",), "unit of the lever", 0, 120, "public", "Value of each lever in force."),
    F("lever_state", ("lever",), "code", 0, 5, "public", "State of each lever: unchanged, offered, refused, agreed, in force, lapsed.", "code"),
    F("lever_wait", ("lever",), "quarters", 0, 400, "public", "Quarters until an agreed lever takes effect."),
    F("equality_answer", (), "code", 0, 2, "public", "Ally's standing answer to inequality: 0 accept, 1 reciprocate, 2 leave.", "code"),
)  # fmt: skip
