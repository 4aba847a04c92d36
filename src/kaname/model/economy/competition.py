"""The alliance's standing in trade and technology follows its joint size, cohesion and the ally's work in it.

    goal = logistic(logit(normal) + size (log(gdp together / gdp rival) - normal ratio)
                    + industry (delivered by the ally on industry - normal) - bloc (bloc weight - normal bloc))
    gdp together = gdp protector + (1 - loss tariff) gdp ally + gdp partner
    standing' = standing + speed (goal - standing) + spread z

The protector's public reads the standing as a reason for the alliance apart from forces (politics.opinion): the ally
is worth having as a tool in the competition, or not. A tariff inside the alliance costs cohesion by a share that may
be zero.

Clock: quarter. Units: index 0..1. Source: solomon2018. Systems: S66.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, log, logistic, logit
from kaname.core.slots import SLOT
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal
from kaname.words.axes import ALLY_SIDE, INDUSTRY

SHOCK = SLOT["competition"]


@kernel
def competition(w, p, turn: Turn) -> None:
    """Move the alliance's economic standing by one quarter."""
    together = w.gdp[p.protector] + (1.0 - p.competition_tariff_loss * w.tariff) * w.gdp[p.ally] + w.gdp[p.partner]
    size = log(together) - log(w.gdp[p.rival]) - p.competition_normal_size
    pull = p.competition_size * size
    pull += p.competition_industry * (w.delivered[ALLY_SIDE, INDUSTRY] - p.competition_normal_industry)
    pull -= p.competition_bloc * (w.bloc_weight - p.bloc_normal)
    goal = logistic(logit(p.competition_normal) + pull)
    moved = approach(w.competition, goal, p.competition_speed) + p.competition_spread * normal(turn, SHOCK, 0)
    w.competition = clip(moved, 0.0, 1.0)


MECHANISM = Mechanism(
    sentence="The alliance's standing in the economic competition follows its joint size, its cohesion and the "
    "ally's work in it.",
    source=("solomon2018",),
    systems=("S66",),
    run=competition,
)
