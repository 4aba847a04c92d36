"""Parameters of the mechanisms of the room `perception`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

THREAT = (
    P("strength_weight", ("force",), "factor", 0, 100, "What one unit of each class counts in a rough sum of forces."),
    P("enmity", ("observer", "other"), "index", 0, 1, "Hostile intent that the observer ascribes to the other in calm times, less its distance."),
    P("threat_scale", (), "factor", 0, 20, "Pressure at which full enmity makes half of the greatest threat, inverted."),
    P("threat_capability", (), "coefficient", 0, 5, "Weight of the other's share of strength in the pressure."),
    P("threat_tension", (), "coefficient", -2, 5, "Weight of tension in the pressure."),
    P("threat_incident", (), "coefficient", 0, 5, "Weight of remembered incidents in the pressure."),
    P("threat_missile", (), "coefficient", 0, 5, "Weight of the proliferator's missiles in the pressure."),
    P("threat_missile_half", (), "missiles", 1, 1e5, "Missiles at which half of that weight is reached."),
    P("threat_unrestrained", (), "coefficient", -2, 5, "Weight, in the threat from the ally, of doubt about the guarantee; sign free."),
    P("threat_memory", (), "share kept per quarter", 0, 1, "Threat perception kept from one quarter to the next."),
)  # fmt: skip

SIGNALS = (
    P("emission_mean", ("signal", "administration"), "coefficient", -5, 5, "Mean of each signal sent by each type, promises apart."),
    P("emission_noise", ("signal",), "standard deviation", 0.05, 5, "Noise of each signal around its mean."),
    P("signal_unit", ("signal",), "factor", 0.001, 10, "Change of the promised or observed quantity that moves the signal by one."),
    P("promise_keeping", ("administration",), "share", 0, 1, "Share of a promise that each type keeps."),
    P("caveat_mean", ("administration",), "coefficient", -5, 5, "Support of each type for the ally's claim, promises apart."),
    P("reversal_probability", ("administration",), "probability per quarter", 0, 1, "Chance that the type reverses a policy."),
    P("reversal_at_change", (), "probability", 0, 1, "Chance that a change of leadership reverses a policy."),
    P("exercise_cancelling", ("administration",), "probability per quarter", 0, 1, "Chance that the type cancels exercises."),
    P("exercise_cancelled_mark", (), "coefficient", 0, 5, "Size of the signal that cancelled exercises send."),
    P("partial_deal_mark", (), "coefficient", -5, 5, "Size of the signal that a deal on long-range missiles alone sends; sign free."),
    P("norm_friend_tariff", (), "share", 0, 1, "Tariff that a friend is normally spared beyond."),
    P("norm_rival_reassurance", (), "coefficient", -5, 5, "Signal of reassurance that a rival is normally given."),
    P("consultation_speed", (), "share", 0, 1, "Share of the distance to its goal that consultation moves in a quarter."),
    P("consultation_frustration", (), "share", 0, 1, "Share of consultation that an ally's indecision can cost."),
    P("consultation_doubt", (), "coefficient", -1, 1, "Consultation added where the ally shows doubt; sign free."),
    P("knowledge_of_ally", ("administration",), "share", 0, 1, "How well each type knows the ally's politics."),
    P("indecision_half", (), "days", 0.1, 365, "Days of decision at which an ally counts as half undecided."),
    P("surprise_rate", ("administration",), "probability per quarter", 0, 1, "Chance of a unilateral act that consultation would have announced."),
)  # fmt: skip

TYPE_FILTER = (
    P("signal_reading", ("observer", "signal"), "factor", 0, 10, "Weight the observer gives to each signal (1: as noisy as it is)."),
    P("caveat_reading", ("observer",), "coefficient", -5, 5, "Weight the observer gives to support for the claim, within the statement."),
    P("promise_discount", ("observer",), "share", 0, 1, "How far the observer ascribes a signal to the promise made (0: wholly to the type)."),
    P("hazard_learning", ("observer",), "share", 0, 1, "Speed with which the observer revises the hazard of a change of type."),
    P("hazard_floor", (), "probability per quarter", 0.0001, 0.5, "Least hazard of change that any observer assumes."),
    P("hazard_ceiling", (), "probability per quarter", 0.1, 1, "Greatest hazard of change that any observer assumes."),
    P("hazard_at_change", (), "probability per quarter", 0, 1, "Hazard of a change of type assumed when the leadership changes."),
    P("type_expected", ("administration",), "probability", 0, 1, "Observers' distribution of the type after a change."),
    P("dispositional_share", (), "share", 0, 1, "How far past conduct bears on resolve: 0 current calculus, 1 past actions."),
    P("dispositional_share_believed", (), "share", 0, 1, "The same as the protector believes observers to hold."),
    P("interest_share", (), "share", 0, 1, "Part of a type's resolve that is present interest, whatever conduct shows."),
    P("type_resolve", ("administration",), "stake", -2, 2, "Resolve of each type over and above the calculus of stakes and forces."),
    P("reliability_theory", (), "switch", 0, 1, "Base rate of kept alliances: 0 all wars of the record, 1 since 1945.", "code"),
    P("reliability_all", (), "probability", 0, 1, "Share of alliance commitments honoured in war, whole record."),
    P("reliability_recent", (), "probability", 0, 1, "Share of alliance commitments honoured in war, since 1945."),
    P("reliability_pull", (), "coefficient", 0, 2, "How far observers start from that base rate (in its log odds)."),
    P("reputation_stake", (), "stake", 0, 2, "Value of a name for fighting, if observers go by past actions."),
    P("coverage_stake", (), "stake", 0, 2, "Stake that a treaty's coverage adds for the guarantor."),
    P("usual_stake", (), "share", 0, 1, "Stake of guarantors in the wars from which the base rate comes."),
    P("value_doubt", (), "stake", 0, 5, "Standard deviation of anyone's doubt about the guarantor's value of fighting."),
    P("help_balance", (), "stake", 0, 3, "Value of a wholly favourable over an even balance of forces, for helping."),
    P("help_homeland", (), "stake", 0, 3, "Cost of a challenger's full reach to the guarantor's homeland, conventional help."),
    P("umbrella_stake", (), "stake", -2, 3, "Net stake of using the nuclear umbrella, homeland risk apart."),
    P("umbrella_homeland", (), "stake", 0, 5, "Cost of a challenger's full reach to the guarantor's homeland, nuclear umbrella."),
    P("profession_candour", (), "share", 0, 1, "How much of its doubt the ally's government admits in public."),
    P("profession_speed", (), "share", 0, 1, "Share of the distance to its goal that profession moves in a quarter."),
    P("fear_hazard", (), "coefficient", -2, 4, "Fear of abandonment added by an inferred hazard of change; sign free."),
    P("fear_speed", (), "share", 0, 1, "Share of the distance to its goal that fear of abandonment moves in a quarter."),
)  # fmt: skip

PICTURE = (
    P("capability_memory", (), "share kept per quarter", 0, 1, "Estimate of another's capability kept over a quarter."),
    P("capability_bias", ("observer",), "coefficient", -0.9, 2, "Lasting error of the observer's estimates of others, as a share of the truth."),
    P("capability_noise", (), "standard deviation", 0, 1, "New error of an estimate in a quarter, as a share."),
    P("information_intelligence", (), "share", 0, 1, "Share of new error that full intelligence sharing removes."),
    P("information_channels", (), "share", 0, 1, "Share of new error that full exchange through channels removes."),
    P("channel_deception", (), "coefficient", -0.5, 0.5, "Error that channels put into the estimate of resolve; sign free."),
    P("resolve_anchor", ("actor",), "share", 0, 1, "Resolve usually ascribed to each actor."),
    P("resolve_memory", (), "share kept per quarter", 0, 1, "Estimate of resolve kept over a quarter."),
    P("resolve_noise", (), "standard deviation", 0, 1, "New error of an estimate of resolve in a quarter."),
    P("image_abroad", (), "coefficient", -1, 2, "How far others read a leader's image as resolve."),
    P("image_at_home", (), "coefficient", -1, 2, "How far a leader's own side reads it so; sign free."),
    P("law_learning", ("observer",), "share", 0, 1, "Speed with which the observer learns what the target's law permits."),
    P("undetermined_permits", ("observer",), "probability", 0, 1, "Observer's guess that an open question of law ends in permission."),
    P("delay_learning", (), "share", 0, 1, "Speed with which expected delay follows the delay that would be."),
    P("delay_bias", ("observer",), "factor", 0.1, 10, "Expected over actual delay."),
    P("gap_challenger", (), "share", 0, 1, "Weight of the challenger's distance beside that between protector and ally."),
    P("gap_delay_scale", (), "days", 0.1, 365, "Difference of expected delay that counts as half a gap."),
)  # fmt: skip

PARAMS: tuple[P, ...] = (*THREAT, *SIGNALS, *TYPE_FILTER, *PICTURE)
