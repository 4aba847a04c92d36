"""The order of the day: the names of the mechanisms in the order in which a quarter runs them.

The place of a name is its place in `Tables.active`. Mechanisms that answer within a crisis or a campaign stand where
their door opens.
"""

from __future__ import annotations

ORDER: tuple[str, ...] = (
    "politics.calendar",
    "politics.parliament",
    "economy.growth",
    "economy.debt",
    "economy.pact",
    "economy.trade",
    "economy.competition",
    "perception.threat",
    "politics.opinion",
    "politics.reckoning",
    "politics.ideology",
    "politics.base_opposition",
    "politics.capital",
    "politics.votes",
    "politics.consent",
    "commitments.adoption",
    "economy.burden",
    "economy.sea_lanes",
    "forces.presence",
    "forces.reinforcement",
    "forces.readiness",
    "forces.buildup",
    "forces.dispersal",
    "stability.programme",
    "stability.arsenal",
    "stability.exposure",
    "stability.homeland",
    "stability.first_strike",
    "stability.need",
    "diplomacy.mediation",
    "diplomacy.sanctions",
    "diplomacy.friction",
    "diplomacy.wedge",
    "diplomacy.deal",
    "diplomacy.framework",
    "diplomacy.bridge",
    "diplomacy.engagement",
    "diplomacy.channels",
    "diplomacy.neighbours",
    "commitments.guidelines",
    "commitments.ledger",
    "commitments.coordination",
    "commitments.intelligence",
    "commitments.equality",
    "crisis.guarantee",
    "perception.signals",
    "perception.type_filter",
    "law.permission",
    "coordination.delay",
    "perception.picture",
    "crisis.temper",
    "crisis.tempo",
    "crisis.opportunity",
    "crisis.deterrence",
    "crisis.response",
    "campaign.day",
    "crisis.battle",
    "law.rear_area",
    "politics.disaster",
    "crisis.aftermath",
    "politics.proliferation",
    "engine.score",
)
PLACE: dict[str, int] = {name: place for place, name in enumerate(ORDER)}
AT_THE_DOORS = "crisis.opportunity"
"""Before it the doors clear the quarter, after it they open its crises and campaigns."""
OUTCOMES: tuple[str, ...] = ("ends", "crises", "alliance", "by_place", "politics", "views")
"""The files of engine/outcomes, in the order in which their outcomes are written."""
