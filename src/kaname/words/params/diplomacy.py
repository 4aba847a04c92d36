"""Parameters of the mechanisms of the room `diplomacy`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

SANCTIONS = (
    P("sanctions_weight", ("actor",), "share", 0, 1, "Each member's share of the proliferator's trade that sanctions can reach."),
    P("sanctions_cost", ("actor",), "stake", 0, 2, "Cost to each member of complete enforcement; grows with the square of enforcement."),
    P("sanctions_threat", (), "stake", -2, 2, "Worth of complete enforcement per unit of threat that the member sees."),
    P("sanctions_spill", (), "stake", -2, 2, "Worth of complete enforcement when all others enforce; free riding if negative."),
    P("sanctions_recruit", (), "stake", -2, 2, "Worth of complete enforcement for others when the ally enforces and the allies work together."),
    P("sanctions_stance", (), "stake", -2, 2, "Worth of complete enforcement for the protector's friends when it stands on pressure."),
    P("sanctions_rivalry", (), "stake", -2, 2, "Loss of worth for the rival per unit of its tension with the alliance."),
    P("sanctions_thaw", (), "stake", -2, 2, "Loss of worth for partner and rival when partner and proliferator thaw."),
    P("sanctions_relief", (), "stake", 0, 2, "Loss of worth for all when a deal promises relief."),
    P("sanctions_speed", (), "1/quarter", 0, 1, "Share of the way to what it chose that a member's enforcement goes in a quarter."),
)  # fmt: skip

FRICTION = (
    P("friction_base", (), "share", 0, 1, "Friction over history with levers as they are and no nationalism in government."),
    P("friction_nationalism", (), "coefficient", 0, 2, "Rise of friction per share of nationalists in the ally's government."),
    P("friction_image", (), "coefficient", -1, 1, "Rise of friction with the hawkish image of the ally's leader."),
    P("friction_reconciliation", (), "coefficient", -1, 1, "Fall of friction per unit of effort to settle history."),
    P("friction_flare", (), "probability per quarter", 0, 1, "Chance that a quarrel over history flares up."),
    P("friction_season", (), "factor", 0, 5, "Added part of that chance in the ally's election window."),
    P("friction_jump", (), "share", 0, 1, "Part of the way to complete friction that one flare goes."),
    P("friction_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that friction goes in a quarter."),
    P("trilateral_friction", (), "share", 0, 1, "Share of the cooperation aimed at that complete friction prevents."),
    P("trilateral_thaw", (), "signed share", -1, 1, "Share of it that a complete thaw between partner and proliferator prevents."),
    P("trilateral_threat", (), "coefficient", 0, 2, "Part of it that waits for a common threat from the proliferator."),
    P("trilateral_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that cooperation goes in a quarter."),
)  # fmt: skip

WEDGE = (
    P("partner_first_election", (), "quarters", 0, 24, "Quarters from the start to the partner's first election of a leader.", "count"),
    P("partner_term", (), "quarters", 4, 24, "Quarters between them.", "count"),
    P("thaw_gain", (), "stake", 0, 2, "Worth of a thaw to the proliferator per unit of sanctions that it may loosen."),
    P("thaw_price", (), "stake", 0, 2, "Cost to the proliferator of offering a thaw."),
    P("thaw_peace", (), "stake", -2, 2, "Worth of a thaw to the partner per unit of threat that it sees."),
    P("thaw_outlook", (), "stake", 0, 2, "Worth of a thaw to a partner whose government seeks engagement."),
    P("thaw_loyalty", (), "stake", -2, 2, "Cost of a thaw to the partner when its faith in the umbrella is complete; free sign."),
    P("thaw_tests", (), "stake", 0, 2, "Cost of a thaw to the partner in a quarter of many tests."),
    P("thaw_speed", (), "1/quarter", 0, 1, "Share of the way that a thaw comes or goes in a quarter."),
    P("wedge_bloc", (), "coefficient", -2, 2, "Pull of the rival's trade bloc."),
    P("wedge_tariff", (), "coefficient", -2, 5, "Push of the protector's tariffs."),
    P("wedge_table", (), "coefficient", -2, 2, "Push of the protector's own table with the rival, which passes the ally by."),
    P("wedge_thaw", (), "coefficient", -2, 2, "Pull of a table of partner, rival and proliferator."),
    P("wedge_trust", (), "coefficient", -2, 2, "Openness to the rival's offers when the ally's trust is gone."),
    P("wedge_engagement", (), "coefficient", -2, 2, "Opening that engagement of the rival gives it, when the alliance is uncertain."),
    P("wedge_engagement_certainty", (), "coefficient", -2, 2, "Change of that opening when the alliance is certain."),
    P("wedge_gain", (), "stake", 0, 2, "Worth to the rival of members that are open to its offers."),
    P("wedge_price", (), "stake", 0, 2, "Cost to the rival of courting them."),
    P("wedge_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that the wedge goes in a quarter."),
)  # fmt: skip

DEAL = (
    P("deal_price", ("range",), "bn USD 2023 per year", 0, 20, "Price that the proliferator asks for each class of missiles."),
    P("deal_money", (), "coefficient", 0, 0.2, "Stake per bn USD a year."),
    P("deal_ally_share", (), "share", 0, 1, "Share of the price of the missiles that threaten the ally that the ally pays."),
    P("deal_home", (), "stake", 0, 2, "Worth to the protector of ending the risk to its homeland."),
    P("deal_for_ally", (), "stake", 0, 2, "Worth to the protector of ending the threat to an ally that it trusts."),
    P("deal_stance", (), "stake", 0, 3, "Cost to the protector of an offer other than its stated stance."),
    P("deal_relief", (), "stake", 0, 3, "Worth to the proliferator of relief from complete sanctions."),
    P("deal_missiles", ("range",), "stake", 0, 2, "Worth to the proliferator of keeping each class of missiles."),
    P("deal_patience", (), "stake", -1, 1, "Worth to the proliferator of a quarter's delay in talks."),
    P("deal_talks_speed", (), "1/quarter", 0, 1, "Progress of talks in a quarter in which both move."),
    P("deal_break", (), "stake", 0, 3, "Cost to either side of breaking a deal in force."),
)  # fmt: skip

FRAMEWORK = (
    P("framework_candidate", ("actor",), "share", 0, 1, "Weight of each actor that could join the ring around the alliance; 0 for others."),
    P("framework_threat", (), "stake", -2, 2, "Worth of joining per unit of threat that a candidate sees from the rival."),
    P("framework_presence", (), "stake", -2, 2, "Worth of joining to those who need the protector's presence, per unit of it."),
    P("framework_offence", (), "stake", 0, 2, "Cost of joining a ring that is closed to the rival."),
    P("framework_friction", (), "stake", 0, 2, "Cost of joining for the partner when friction with the ally is complete."),
    P("framework_own", (), "coefficient", -1, 2, "Part of the ring's depth that its own members enforce."),
    P("framework_alliance", (), "coefficient", -1, 2, "Part of the ring's depth that the alliance enforces, when certain."),
    P("framework_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that depth goes in a quarter."),
)  # fmt: skip

TENSION = (
    P("tension_base", ("actor",), "share", 0, 1, "Tension between the alliance and each actor with things as they are and no incidents."),
    P("tension_incident", (), "coefficient", 0, 2, "Rise of tension with incidents in which the actor is the challenger."),
    P("tension_calm", (), "coefficient", -2, 2, "Fall of tension by the ally's engagement when the alliance is uncertain."),
    P("tension_calm_certainty", (), "coefficient", -2, 2, "Change of that fall when the alliance is certain."),
    P("tension_reassurance", (), "coefficient", -2, 2, "Fall of tension by the protector's reassurance of the rival."),
    P("tension_door", (), "coefficient", -2, 2, "Fall of tension by a ring with an open door; a closed one raises it as much."),
    P("tension_presence", (), "coefficient", -2, 2, "Rise of tension with the protector's presence."),
    P("tension_deal", (), "coefficient", -2, 2, "Fall of tension with the proliferator by a deal or a thaw."),
    P("tension_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that tension goes in a quarter."),
)  # fmt: skip

CHANNELS = (
    P("channels_base", ("actor",), "share", 0, 1, "Information exchanged with each actor with things as they are."),
    P("channels_engagement", (), "coefficient", 0, 2, "Rise with the ally's engagement of the rival."),
    P("channels_table", (), "coefficient", 0, 2, "Rise with the protector's reassurance of the rival and talks on strategic arms."),
    P("channels_contact", (), "coefficient", 0, 2, "Rise with talks, a deal or a thaw with the proliferator."),
    P("channels_cut", (), "share", 0, 1, "Share of channels cut by grave incidents."),
    P("channels_deceit", (), "probability per quarter", 0, 1, "Chance that what comes through is found deceptive, at full tension."),
    P("channels_loss", (), "share", 0, 1, "Share of the information's worth lost when deception is found."),
    P("channels_speed", (), "1/quarter", 0, 1, "Share of the way to their goal that channels go in a quarter."),
)  # fmt: skip

PARAMS: tuple[P, ...] = (*SANCTIONS, *FRICTION, *WEDGE, *DEAL, *FRAMEWORK, *TENSION, *CHANNELS)
