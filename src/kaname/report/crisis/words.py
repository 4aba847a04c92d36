"""Words for moves, endings, steps, influences, measures and experiments, as a reader would say them.

`{challenger}`, `{target}` and so on are filled with the names of the sides. Units: none. Reads, writes: nothing.
Source: the terms of the law room and of the crisis, in plain words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOVES = {
    "nothing": "let it pass", "acquiesce": "yield", "police_response": "police", "military_response": "force",
    "cyber": "cyber attack", "stand_aside": "stand aside",
}  # fmt: skip
ENDINGS = {
    "status_quo": "status quo", "concession": "concession", "fait_accompli": "fait accompli",
    "settlement": "settlement", "limited_war": "limited war", "wide_war": "wide war",
    "undecided": "war without decision", "fighting": "fighting",
}  # fmt: skip
STEPS = {
    "recognition": "detect and find", "cabinet": "cabinet decides", "parliament": "parliament approves",
    "joint": "both governments agree",
}  # fmt: skip
INFLUENCES = {
    "open_law": "dispute over what law and treaty leave open",
    "ally_election": "the ally's election window",
    "protector_election": "the protector's election window",
    "reluctance": "a public reluctant to use force",
    "parallel_command": "two parallel chains of command",
    "lack_of_habit": "lack of practice in deciding together",
    "unconsulted": "a protector that does not consult",
    "warning": "shared intelligence (warning)",
    "partners_warning": "warning shared by the partner",
    "own_sensors": "the ally's own sensors",
    "triggers": "agreed triggers",
    "predelegation": "delegation in advance",
}
PARTS = {
    "belief": "belief that the guarantor fights", "law": "what law permits", "resolve": "resolve of the others",
    "capability": "capability of the others", "delay": "days until a response",
}  # fmt: skip
CLASSES = {
    "not_tempted": "not tempted", "deterred_by_guarantee": "deterred by the guarantee",
    "deterred_by_denial": "deterred by denial", "deterred_by_either": "deterred by either alone",
    "deterred_by_both": "deterred by both together", "failed": "deterrence failed", "provoked": "provoked",
}  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """A measure in words: a noun phrase, its unit in words for a difference, the factor, and whether more is worse
    (-1), better (1) or neither (0) for the target."""

    words: str
    unit: str
    factor: float = 100.0
    good: int = 0


POINTS = "percentage points"
MEASURES = {
    "acts": Measure("the chance that {challenger} uses the opportunity", POINTS),
    "answers_with_force": Measure("the chance that {target} answers the highest opening with force", POINTS),
    "fights": Measure("the chance that {guarantor} fights once {target} has answered with force", POINTS),
    "supported": Measure("crises in which {guarantor} supports or fights", POINTS),
    "yielded": Measure("crises in which {challenger} has its way without a fight", POINTS),
    "war": Measure("crises that end in war", POINTS),
    "tremble": Measure("wars that a mover's own picture was against", POINTS),
    "casualties": Measure("people lost by {target} per crisis", "people", 1000.0),
    "opportunities": Measure("opportunities", "per future", 1.0),
    "challenges": Measure("opportunities that {challenger} used", "per future", 1.0),
    "seizures": Measure("crises lost without a fight", "per future", 1.0),
    "wars": Measure("wars", "per future", 1.0),
}
OF_FUTURES = {"supported": Measure("crises in which {guarantor} supports or fights", "per future", 1.0)}


@dataclass(frozen=True)
class Arms:
    """Question of an experiment and its two arms, in words."""

    question: str
    reference: str
    other: str


EXPERIMENTS = {
    "homeland_risk": Arms(
        "Does risk to {guarantor}'s homeland decouple it from {target}?",
        "no risk to {guarantor}'s homeland", "one war in three would reach {guarantor}'s homeland",
    ),
    "abandonment_elsewhere": Arms(
        "Does standing aside elsewhere invite a challenge here?",
        "{guarantor} fought over {elsewhere} in the quarter before",
        "{guarantor} stood aside over {elsewhere} in the quarter before",
    ),
    "secret_trigger": Arms("What does a secret trigger change?", "no agreed trigger", "a secret trigger"),
    "declared_trigger": Arms("What does a declared trigger change?", "no agreed trigger", "a declared trigger"),
    "vague_clause": Arms("What does a vague promise change?", "a precise promise", "a vague promise"),
    "two_fronts": Arms(
        "What does a second front change?", "an opportunity here alone", "an opportunity over {elsewhere} as well",
    ),
    "moral_hazard": Arms("Does a clearer promise embolden {target}?", "a vague promise", "a clear promise"),
    "close_gap": Arms("What would a true picture change?", "pictures as they are", "{which} made true"),
}  # fmt: skip


def move_words(move: str) -> str:
    """Return a move, short enough for an edge of a tree."""
    return MOVES.get(move, move.replace("_", " "))


def filled(text: str, sides: Mapping[str, str], **more: str) -> str:
    """Return a phrase with the names of the sides in it."""
    return text.format_map({**sides, **more})


def gap_words(which: str, sides: Mapping[str, str]) -> str:
    """Return in words which gap is closed."""
    if which == "all":
        return "every picture"
    if which in sides:
        return f"the picture of {sides[which]}"
    return PARTS[which]
