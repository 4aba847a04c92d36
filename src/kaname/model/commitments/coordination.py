"""The habit of joint coordination: grown by use in peace and crisis, lost without it.

use   = 1 - (1 - coordination_use)(1 - combined x command_mode)(1 - exercised x (tempo of exercises - at the start))
            (1 - crisis, after a quarter with one)
habit' = habit + learning x use x (1 - habit) - decay x (1 - use) x habit
A mechanism on paper (use 0) never becomes a habit; one that is used does, and a combined command is use every day.

Clock: quarter; crises are those of the quarter before. Units: shares. Source: Heginbotham 2018; form ours.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip
from kaname.model.world.mechanism import Mechanism
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

COORDINATION_USE, COMMAND_MODE = LEVER["coordination_use"], LEVER["command_mode"]
EXERCISE_TEMPO = LEVER["exercise_tempo"]


@kernel
def coordination(w, p, turn) -> None:
    """Learn from use, forget without it."""
    idle = (1.0 - w.lever[COORDINATION_USE]) * (1.0 - p.habit_combined * w.lever[COMMAND_MODE])
    idle *= 1.0 - p.habit_exercised * (w.lever[EXERCISE_TEMPO] - p.lever_start[EXERCISE_TEMPO])
    for k in range(w.rung.shape[0]):
        if w.rung[k] > 0 and (p.target[k] == p.ally or p.host[k] == p.ally):
            idle *= 1.0 - p.habit_crisis
    idle = clip(idle, 0.0, 1.0)
    learned = p.habit_learning * (1.0 - idle) * (1.0 - w.habit)
    w.habit = clip(w.habit + learned - p.habit_decay * idle * w.habit, 0.0, 1.0)


FIELDS = (
    Field("habit", (), "share", 0, 1, "public", "Habit of joint coordination, grown by use."),
)  # fmt: skip
PARAMS = (
    Param("habit_learning", (), "share", 0, 1, "Share of the missing habit that a quarter of full use teaches."),
    Param("habit_decay", (), "share", 0, 1, "Share of habit that a quarter without use loses."),
    Param("habit_combined", (), "share", 0, 1, "Use that a combined command amounts to."),
    Param("habit_exercised", (), "share", 0, 1,
          "Use that a full tempo of joint exercises amounts to, above that at the start."),
    Param("habit_crisis", (), "share", 0, 1, "Use that a crisis in the last quarter amounts to."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Joint coordination becomes a habit by use, in peace and in crisis, and fades without it.",
    source=("heginbotham2018",),
    systems=("S06", "S07"),
    run=coordination,
)
