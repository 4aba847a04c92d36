"""How far a change can travel, by the declarations alone: the fields that one lever can reach through what runs.

A mechanism that reads a reached field may move every field that it writes. Three things are known beside the
declarations: the doors keep endings and event codes of the crises that they open; no crisis opens without an
opportunity or an answer to it, and then no campaign; the score adds each field to its own total.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kaname.model.engine.catalogue import core, mechanisms
from kaname.model.engine.order import ORDER
from kaname.model.world.mechanism import Mechanism

BY_NAME: dict[str, Mechanism] = {mechanism.name: mechanism for mechanism in mechanisms()}
KEPT_BY_DOORS = {"ending", "total_endings", "chain_code", "chain_length", "chain_quarter"}
CRISES = ("crisis.response", "crisis.battle", "campaign.day")
TOTALS = {
    "casualties": "total_casualties",
    "spending": "total_spending",
    "losses": "total_losses",
    "trust": "sum_trust",
    "unmet": "sum_unmet",
    "gap": "sum_gap",
    "decision_days": "sum_decision_days",
    "first_strike": "sum_first_strike",
    "surprise_count": "total_surprises",
}
SCORE = "engine.score"
ADOPTION = "commitments.adoption"
ITSELF = "lever"


def running(preset: str, frozen: Sequence[str] = ()) -> set[str]:
    """Mechanisms that can run."""
    found = set(ORDER if preset == "full" else core()) - set(frozen)
    if not {"crisis.opportunity", "crisis.response"} <= found:
        found -= set(CRISES)
    return found


def reached(lever: str, names: Iterable[str]) -> set[str]:
    """Fields that the value of a lever put in force at once can move while these mechanisms run.

    Adoption at once asks nobody, so that it hands on nothing but the lever itself.
    """
    names = set(names)
    if ADOPTION not in names:
        return set()
    moving = {f"lever.{lever}", ITSELF}
    while True:
        further = set(moving)
        for name in names - {SCORE, ADOPTION}:
            if moving & set(BY_NAME[name].reads):
                further |= set(BY_NAME[name].writes)
                further |= KEPT_BY_DOORS if name in CRISES else set()
        if SCORE in names:
            further |= {total for field, total in TOTALS.items() if field in further}
        if further == moving:
            return moving - {f"lever.{lever}"}
        moving = further
