"""The robustness checks: the same futures and shocks with one thing changed under all bargains.

A bargain is called better only where the sign of its difference stands in every check that is required; the others are
shown beside. How the arm of a check is made from a comparison stands in `study.checks`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RobustnessCheck:
    """required: whether a difference that loses its sign in this check is no longer called better."""

    id: str
    name: str
    sentence: str
    required: bool


ADOPTED, NO_REACTION, CURRENT_CALCULUS, PAST_ACTIONS = "adopted", "no_reaction", "current_calculus", "past_actions"
CORE, EQUAL_COST, RETRENCHMENT = "core", "equal_cost", "retrenchment"

CHECKS: tuple[RobustnessCheck, ...] = (
    RobustnessCheck(ADOPTED, "Adopted at once",
                    "Every step is in force at once and in full; nobody is asked, nothing lapses.", False),
    RobustnessCheck(NO_REACTION, "No reaction", "Adversaries do not adapt their forces to the alliance's.", True),
    RobustnessCheck(CURRENT_CALCULUS, "Current calculus",
                    "Observers judge resolve by interests and power at hand; past conduct does not count.", True),
    RobustnessCheck(PAST_ACTIONS, "Past actions",
                    "Observers judge resolve by past conduct as far as it can be so judged.", True),
    RobustnessCheck(CORE, "Core model", "The core mechanisms alone; all others stand still.", True),
    RobustnessCheck(EQUAL_COST, "Equal cost",
                    "Each side spends the same present value under every bargain: what a bargain costs more or less is "
                    "cut from or added to that side's own military budget, level over the years.", False),
    RobustnessCheck(RETRENCHMENT, "Retrenchment",
                    "From the protector's next election on its leadership is of the retrenching type, whoever would "
                    "have been drawn.", False),
)  # fmt: skip
BY_ID: dict[str, RobustnessCheck] = {check.id: check for check in CHECKS}
REQUIRED: tuple[str, ...] = tuple(check.id for check in CHECKS if check.required)
"""Without these a bargain is not called better."""
