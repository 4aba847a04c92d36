"""Readiness is built slowly by joint exercises and first responders' practice, and lost faster than it is built.

Formula: goal = base + exercise * (x - x0) - wear * (x**2 - x0**2) [protector, ally, partner] + first_responder *
(f - f0) - pushing * (load - load0) [ally]; readiness moves to the goal at one speed upwards and another downwards. x is
the tempo of exercises, f the first responders' readiness, x0 and f0 their values as things are; load is the number of
ships to be shadowed on a day, over the ally's coast guard. Wear is the counter-mechanism: more tempo is not
always more readiness. Forces that do not exercise with the protector stay near their base.

Clock: quarter. Units: shares. Source: the exercises cancelled in 2018 and Tokyo's view that they are essential (Solomon
2018); wear by tempo is the finding of reviews after the collisions of 2017, recalled (US Navy 2017).
System S36.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, ratio
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.axes import COAST_GUARD
from kaname.words.declare import Field, Param
from kaname.words.fields import BY_NAME as FIELD
from kaname.words.levers import LEVER

EXERCISE_TEMPO = LEVER["exercise_tempo"]
FIRST_RESPONDER = LEVER["first_responder_readiness"]
DAYS_A_QUARTER = FIELD["tempo"].high


@kernel
def readiness(w, p, turn: Turn) -> None:
    """Write every actor's readiness."""
    joint = effect_of_exercises(w, p)
    practice = w.lever[FIRST_RESPONDER] - p.lever_start[FIRST_RESPONDER]
    for a in range(w.readiness.shape[0]):
        goal = p.readiness_base[a]
        if a == p.protector or a == p.ally or a == p.partner:
            goal += joint
        if a == p.ally:
            goal += p.readiness_first_responder * practice
            goal -= p.readiness_pushing * (load_of_pushing(w, p) - p.readiness_pushing_normal)
        speed = p.readiness_loss
        if goal > w.readiness[a]:
            speed = p.readiness_gain
        w.readiness[a] = approach(w.readiness[a], clip(goal, 0.0, 1.0), speed)


@kernel
def effect_of_exercises(w, p) -> float:
    """Change of readiness that the tempo of exercises makes, against the tempo as things are."""
    now, before = w.lever[EXERCISE_TEMPO], p.lever_start[EXERCISE_TEMPO]
    return p.readiness_exercise * (now - before) - p.readiness_wear * (now * now - before * before)


@kernel
def load_of_pushing(w, p) -> float:
    """Ships that push against the ally on a day of last quarter, over its coast guard; 1 at most."""
    ships = 0.0
    for k in range(w.tempo_ships.shape[0]):
        if p.target[k] == p.ally:
            ships += w.tempo_ships[k] / DAYS_A_QUARTER
    return clip(ratio(ships, w.stock[p.ally, COAST_GUARD], 1.0), 0.0, 1.0)


FIELDS = (
    Field("readiness", ("actor",), "share", 0, 1, "owner", "Share of forces ready to fight."),
)  # fmt: skip
PARAMS = (
    Param("readiness_base", ("actor",), "share", 0, 1, "Readiness of each actor's forces with levers as they are."),
    Param("readiness_exercise", (), "coefficient", 0, 1,
          "Rise of readiness per unit of joint exercise tempo above the present."),
    Param("readiness_wear", (), "coefficient", 0, 1,
          "Fall of readiness per unit of squared tempo: ships and crews wear out."),
    Param("readiness_first_responder", (), "coefficient", 0, 1,
          "Rise of the ally's readiness per unit of first-responder readiness."),
    Param("readiness_gain", (), "1/quarter", 0, 1, "Speed at which readiness is built."),
    Param("readiness_loss", (), "1/quarter", 0, 1, "Speed at which readiness is lost."),
    Param("readiness_pushing", (), "coefficient", 0, 5,
          "Fall of the target's readiness per ship to be shadowed on a day, over its coast guard."),
    Param("readiness_pushing_normal", (), "share", 0, 1, "The ally's load at which its readiness stands at its base."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Readiness is built by exercises and practice, worn by tempo and by pushing, and lost faster than built.",
    source=("solomon2018", "navy_collisions_2017"),
    systems=("S36",),
    run=readiness,
)
