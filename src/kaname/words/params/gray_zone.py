"""Parameters of pushing below the threshold: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

TEMPO = (
    P("gray_zone", ("contingency",), "share", 0, 1, "1 where the challenger is present or not day by day, below the threshold of force."),
    P("tempo_precision", (), "nat", 0.1, 200, "Precision of the choice of a tempo, per worth of a quarter of presence on every day."),
    P("tempo_worth", (), "stake", 0.001, 1, "What a quarter of presence on every day is worth to the challenger."),
    P("tempo_satiation", (), "factor", 0.05, 10, "Share of days at which further days add little; large: every day adds the same."),
    P("tempo_instead", (), "coefficient", -1, 2, "How far a guarantee believed in makes pushing below it worth more (it stands in for what is deterred), or less."),
    P("tempo_cost", (), "factor", 0, 10, "Cost of presence on every day against a coast guard equal to the challenger's, over its worth."),
    P("tempo_hazard", (), "probability per quarter", 0, 1, "Chance that presence on every day, unusual so far, is met by force where law and resolve are certain."),
    P("tempo_tolerance", (), "share", 0, 1, "Part of the usual tempo that no longer provokes."),
    P("tempo_habit", (), "1/quarter", 0, 1, "Speed at which what is usual follows what is done."),
    P("tempo_window", (), "signed share", -1, 1, "How far an election window lowers the risk of being met by force; sign free."),
    P("tempo_elsewhere", (), "share", 0, 1, "How far the guarantee counts less while the protector's attention is elsewhere."),
    P("tempo_patience", (), "share kept per quarter", 0, 0.99, "Weight of the next quarter to the challenger over that of this one."),
    P("tempo_clash", (), "stake", 0, 5, "Cost to the challenger of being met by the target's force alone."),
    P("tempo_speed", (), "1/quarter", 0.01, 1, "Share of the way to its choice that the tempo goes in a quarter."),
    P("tempo_patrol", (), "ships", 0, 50, "Ships on a day of presence where the two coast guards are equal."),
    P("tempo_patrol_growth", (), "elasticity", -1, 2, "How patrols grow with the challenger's coast guard over the target's."),
)  # fmt: skip

FELT = (
    P("incident_pushing", (), "index", 0, 1, "What a quarter of presence on every day adds to the memory of incidents."),
    P("readiness_pushing", (), "coefficient", 0, 5, "Fall of the target's readiness per ship to be shadowed on a day, over its coast guard."),
    P("readiness_pushing_normal", (), "share", 0, 1, "The ally's load at which its readiness stands at its base."),
)  # fmt: skip

PARAMS: tuple[P, ...] = (*TEMPO, *FELT)
