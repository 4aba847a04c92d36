"""Parameters of the mechanisms of the room `campaign`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

CONTINGENCY: tuple[P, ...] = (
    P("commit_share", ("contingency", "party"), "share", 0, 1, "Share of the party's forces that goes to the contingency."),
    P("base_share", ("contingency", "party"), "share", 0, 1, "Share of the party's bases within reach of the objective."),
    P("host_base_share", ("contingency",), "share", 0, 1, "Share of the guarantor's bases in reach that stand in the host."),
    P("civil_airfields", ("contingency",), "airfields", 0, 200, "Suitable civil airfields of the ally within reach."),
    P("civil_guest_share", (), "share", 0, 1, "Share of these that the guarantor's aircraft may use."),
    P("forward_share", ("contingency",), "share", 0, 1, "Share of the guarantor's forces in the theatre that stand within reach on day 0."),
    P("garrison_share", ("contingency",), "share", 0, 1, "Share of the target's committed ground force on the objective at the start."),
    P("hold_strength", ("contingency",), "battalions", 0.01, 100, "Unopposed battalions with which the challenger would hold half the objective."),
    P("lodgement_room", ("contingency",), "battalions", 0, 1000, "Most battalions that the challenger can use on the objective."),
    P("crossing", ("contingency",), "share", 0, 1, "Share of the challenger's reinforcement and supply that crosses water."),
    P("target_crossing", ("contingency",), "share", 0, 1, "Share of the target's reinforcement of the objective that crosses water."),
    P("blockade_case", ("contingency",), "share", 0, 1, "1 where the object is traffic at sea and nothing can be landed."),
    P("tanker_need", ("contingency", "party"), "share", 0, 1, "Share of sorties that the party cannot fly without tankers."),
    P("transit_first", ("contingency",), "days", 0, 90, "Days from release to the guarantor's first reinforcement."),
    P("transit_second", ("contingency",), "days", 0, 180, "Days from release to the guarantor's second reinforcement."),
)  # fmt: skip

DEFENCE: tuple[P, ...] = (
    P("kill_upper", (), "probability per shot", 0, 1, "Chance that one upper-tier interceptor kills a tracked missile."),
    P("kill_lower", (), "probability per shot", 0, 1, "Chance that one lower-tier interceptor kills a tracked missile."),
    P("track_upper", (), "probability", 0, 1, "Chance that the upper tier tracks an arriving missile; caps what shots can do."),
    P("track_lower", (), "probability", 0, 1, "Chance that the lower tier tracks an arriving missile; caps what shots can do."),
    P("track_common", (), "share", 0, 1, "Share of tracking failure that strikes a whole salvo at once."),
    P("shots_per_missile", (), "interceptors", 1, 6, "Interceptors that a layer wants to fire at one missile.", "count"),
    P("firing_policy", (), "switch", 0, 1, "0 barrage, 1 shoot-look-shoot.", "code"),
    P("ready_interceptors", (), "share", 0, 1, "Share of the interceptors left that can be fired in one day."),
)  # fmt: skip

BASES: tuple[P, ...] = (
    P("missile_reliability", (), "probability per shot", 0, 1, "Chance that a land-attack missile flies to its aim if not shot down."),
    P("tempo_seize", (), "share per day", 0, 1, "Share of the missiles at the start fired each day in a quick seizure."),
    P("tempo_bases", (), "share per day", 0, 1, "Share of the missiles at the start fired each day when bases come first."),
    P("tempo_blockade", (), "share per day", 0, 1, "Share of the missiles at the start fired each day in a blockade."),
    P("planned_leak", (), "share", 0.01, 1, "Share of its missiles that the attacker expects to arrive when it picks how many bases to aim at."),
    P("runway_hits", (), "hits", 1, 60, "Hits that close a base.", "count"),
    P("parking_aim", (), "share", 0, 1, "Share of arriving missiles aimed at aircraft rather than runways."),
    P("parking_kill", (), "probability per shot", 0, 1, "Chance that one arriving missile kills each aircraft in the open on its base."),
    P("shelter_kill", (), "probability per shot", 0, 1, "Chance that one arriving missile destroys the shelter it is aimed at."),
    P("shelter_share", ("actor",), "share", 0, 1, "Share of aircraft on main bases that stand in hardened shelters."),
    P("ground_share", (), "share", 0, 1, "Share of aircraft on the ground when a salvo arrives without warning."),
    P("warning_effect", (), "share", 0, 1, "Share of those aircraft that full intelligence sharing gets away in time."),
    P("repair_fighter", (), "days", 1, 60, "Mean days until a closed base is open for fighters."),
    P("repair_tanker", (), "days", 0, 180, "Mean further days until its runway is long enough for tankers."),
    P("aircraft_per_base", (), "aircraft per base", 1, 400, "Aircraft that can fly from one open base."),
    P("dispersal_loss", (), "share", 0, 1, "Share of sorties lost by aircraft that fly from civil airfields."),
    P("sortie_rate", (), "sorties per aircraft per day", 0, 6, "Sorties that one ready aircraft flies in a day."),
)  # fmt: skip

EXCHANGE: tuple[P, ...] = (
    P("attrition_theory", (), "switch", 0, 1, "0 stochastic salvo (Hughes, Armstrong), 1 Lanchester.", "code"),
    P("engage_forward", (), "share", 0, 1, "Share of air and surface forces that a forward decisive defence risks each day."),
    P("engage_denial", (), "share", 0, 1, "Share of them that active denial risks each day before help arrives."),
    P("engage_challenger", (), "share", 0, 1, "Share of its air and surface forces that the challenger risks each day."),
    P("engage_guarantor", (), "share", 0, 1, "Share of its air and surface forces that the guarantor risks each day."),
    P("rear_share", (), "share", 0, 1, "Share of aircraft that active denial withdraws beyond missile reach before help arrives."),
    P("doctrine_other", (), "share", 0, 1, "Mixture of doctrines of a target that is not the ally: 0 forward decisive, 1 active denial."),
    P("air_quality", ("actor",), "factor", 0.1, 5, "Chance to kill in the air relative to the reference force."),
    P("air_superiority_share", (), "share", 0, 1, "Share of sorties flown against aircraft; the rest against ships."),
    P("air_shots", (), "missiles per unit", 0, 10, "Shots at aircraft per sortie that meets an opponent."),
    P("air_kill", (), "probability per shot", 0, 1, "Chance that a shot at an aircraft kills it."),
    P("coastal_air", (), "missiles per unit", 0, 50, "Shots at aircraft per ground battery and day."),
    P("coastal_salvo", (), "missiles per unit", 0, 50, "Anti-ship missiles fired per ground battery and day."),
    P("coastal_loss", (), "probability per day", 0, 1, "Chance that a ground battery is found and destroyed when the opponent has all the sea and air."),
    P("surface_salvo", (), "missiles per unit", 0, 50, "Anti-ship missiles fired per engaged ship and day."),
    P("air_salvo", (), "missiles per unit", 0, 20, "Anti-ship missiles fired per sortie against ships."),
    P("submarine_salvo", (), "missiles per unit", 0, 20, "Torpedoes fired per submarine and day."),
    P("ship_aim", (), "probability per shot", 0, 1, "Chance that an anti-ship missile is well aimed."),
    P("torpedo_hit", (), "probability per shot", 0, 1, "Chance that a torpedo hits."),
    P("ship_defence", (), "missiles per unit", 0, 50, "Anti-ship missiles that an engaged ship can engage in a day."),
    P("ship_kill", (), "probability per shot", 0, 1, "Chance that an engaged anti-ship missile is stopped."),
    P("ship_staying", (), "hits per unit", 0.1, 20, "Hits that put a ship out of action."),
    P("submarine_loss", (), "probability per day", 0, 1, "Chance that a submarine is lost in a day against an intact opponent."),
    P("attrition_air", (), "1/day", 0, 1, "Lanchester rate: aircraft lost per engaged opposing aircraft and day."),
    P("attrition_sea", (), "1/day", 0, 1, "Lanchester rate: ships lost per engaged opposing ship and day."),
    P("magazine_days", (), "days", 1, 365, "Days of full fighting in the munitions held at the start."),
    P("magazine_floor", (), "share", 0, 1, "Share of fire that resupply sustains once these are spent."),
    P("joint_friction", (), "share", 0, 1, "Share of joint fire lost by parallel chains of command without habit."),
    P("role_loss", (), "share", 0, 1, "Share of the target's fire lost where roles in the alliance are wholly unclear."),
    P("fighting_weight", ("force",), "ratio", 0, 100, "Fighting value of a unit at sea and in the air around an objective, in aircraft."),
)  # fmt: skip

LAND: tuple[P, ...] = (
    P("lift_per_ship", (), "ratio", 0, 10, "Battalions landed per surface ship and day."),
    P("overland_rate", (), "share per day", 0, 1, "Share of the ground force that can join a lodgement overland in a day."),
    P("landing_delay", (), "days", 0, 60, "Days before landing when bases come first."),
    P("landing_risk", (), "probability", 0, 1, "Chance that a battalion is lost on the way when the defender has all the sea and air."),
    P("counter_lift", (), "share per day", 0, 1, "Share of the target's ground reserve that reaches the objective in a day when nothing hinders it."),
    P("supply_decay", (), "share per day", 0, 1, "Share of a lodgement lost in a day without supply."),
    P("ground_loss", (), "1/day", 0, 1, "Battalions lost per opposing battalion and day on the objective."),
    P("defender_edge", (), "factor", 0.2, 5, "How much better the defender's battalions kill than the lodgement's."),
    P("control_speed", (), "share per day", 0, 1, "Daily move of control towards what the balance on the objective implies."),
    P("blockade_speed", (), "share per day", 0, 1, "Daily move of control under a blockade."),
    P("blockade_yield", (), "share", 0, 1, "Share of what is at issue that a complete blockade brings in the end."),
    P("coercion_leakers", (), "missiles", 1, 1e5, "Leakers at which missile coercion has half its way."),
    P("hold_control", (), "share", 0, 1, "Control from which the challenger counts as holding the objective."),
    P("hold_days", (), "days", 1, 90, "Days in a row of it that end the campaign when no help is coming."),
    P("culmination_share", (), "share", 0, 1, "Share of its ships below which the challenger can no longer land or supply."),
    P("campaign_horizon", (), "days", 1, 365, "Days after which help that has not come counts as not coming."),
)  # fmt: skip

COUNTERSTRIKE: tuple[P, ...] = (
    P("counter_tempo", (), "share per day", 0, 1, "Share of its strike missiles that the defender fires each day."),
    P("counter_bases", (), "share", 0, 1, "Share of counterstrike aimed at bases rather than launchers."),
    P("counter_find", (), "probability per shot", 0, 1, "Chance that a strike missile aimed at a launcher finds and destroys it."),
    P("launcher_missiles", (), "missiles per unit", 0, 50, "Missiles lost with a launcher."),
    P("homeland_sanctuary", (), "switch", 0, 1, "0 the guarantor strikes the challenger's homeland once released, 1 only when its own bases were struck or the war was widened.", "code"),
)  # fmt: skip

VALUE: tuple[P, ...] = (
    P("lost_part", ("force",), "share", 0, 1, "Part of the price of a unit of each class that is lost with it."),
)  # fmt: skip

PARAMS: tuple[P, ...] = (*CONTINGENCY, *DEFENCE, *BASES, *EXCHANGE, *LAND, *COUNTERSTRIKE, *VALUE)
