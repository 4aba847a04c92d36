"""Quarrels over history flare by chance, feed on nationalism and seasons of election, and limit trilateral cooperation.

Formula: goal = base + nationalism * nationalists in government + image * leader's image - reconciliation * effort;
friction goes part of the way there, and in a quarter of a flare (chance flare * (1 + season * window)) a part of the
way to 1. trilateral goal = lever * (1 - f * friction - t * thaw) * (1 - c + c * common threat), common threat the
lesser of what ally and partner see from the proliferator; no step is taken in the ally's election window.

Clock: quarter. Units: shares. Source: Pacific Forum CSIS 2013 (no institutional cooperation soon; elections; fear of
three fronts), Heginbotham 2018 (history unconfronted feeds nationalism). System S53.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.core.slots import SLOT
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, uniform
from kaname.words.axes import ALLY_SIDE, NATIONALIST
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

FRICTION_SHOCK = SLOT["friction_shock"]
RECONCILIATION = LEVER["reconciliation"]
TRILATERAL = LEVER["trilateral"]


@kernel
def friction(w, p, turn: Turn) -> None:
    """Write friction over history and the level of trilateral cooperation."""
    goal = (
        p.friction_base
        + p.friction_nationalism * w.government_ideology[NATIONALIST]
        + p.friction_image * w.leader_image[ALLY_SIDE]
        - p.friction_reconciliation * w.lever[RECONCILIATION]
    )
    w.friction = approach(w.friction, clip(goal, 0.0, 1.0), p.friction_speed)
    chance = p.friction_flare * (1.0 + p.friction_season * w.window[ALLY_SIDE])
    if uniform(turn, FRICTION_SHOCK, 0) < chance:
        w.friction = approach(w.friction, 1.0, p.friction_jump)
    speed = p.trilateral_speed * (1.0 - w.window[ALLY_SIDE])
    w.trilateral_level = approach(w.trilateral_level, cooperation(w, p), speed)


@kernel
def cooperation(w, p) -> float:
    """The cooperation that friction, a thaw and the common threat leave of what is aimed at."""
    common = min(w.threat[p.ally, p.proliferator], w.threat[p.partner, p.proliferator])
    waits = min(1.0, p.trilateral_threat)
    left = clip(1.0 - p.trilateral_friction * w.friction - p.trilateral_thaw * w.thaw, 0.0, 1.0)
    return w.lever[TRILATERAL] * left * (1.0 - waits * (1.0 - common))


FIELDS = (
    Field("friction", (), "share", 0, 1, "public", "Friction between the ally and the partner over history."),
    Field("trilateral_level", (), "share", 0, 1, "public", "Working level of cooperation with the partner."),
)  # fmt: skip
PARAMS = (
    Param("friction_base", (), "share", 0, 1,
          "Friction over history with levers as they are and no nationalism in government."),
    Param("friction_nationalism", (), "coefficient", 0, 2,
          "Rise of friction per share of nationalists in the ally's government."),
    Param("friction_image", (), "coefficient", -1, 1, "Rise of friction with the hawkish image of the ally's leader."),
    Param("friction_reconciliation", (), "coefficient", -1, 1,
          "Fall of friction per unit of effort to settle history."),
    Param("friction_flare", (), "probability per quarter", 0, 1, "Chance that a quarrel over history flares up."),
    Param("friction_season", (), "factor", 0, 5, "Added part of that chance in the ally's election window."),
    Param("friction_jump", (), "share", 0, 1, "Part of the way to complete friction that one flare goes."),
    Param("friction_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that friction goes in a quarter."),
    Param("trilateral_friction", (), "share", 0, 1,
          "Share of the cooperation aimed at that complete friction prevents."),
    Param("trilateral_thaw", (), "signed share", -1, 1,
          "Share of it that a complete thaw between partner and proliferator prevents."),
    Param("trilateral_threat", (), "coefficient", 0, 2,
          "Part of it that waits for a common threat from the proliferator."),
    Param("trilateral_speed", (), "1/quarter", 0, 1,
          "Share of the way to its goal that cooperation goes in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Quarrels over history flare by chance, feed on nationalism and limit trilateral cooperation.",
    source=("pacificforum2013", "heginbotham2018"),
    systems=("S53",),
    run=friction,
)
