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
from kaname.words.declare import Field, Param

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


FIELDS = (
    Field("competition", (), "index", 0, 1, "public",
          "Alliance's standing in the economic competition with the rival."),
)  # fmt: skip
PARAMS = (
    Param("competition_normal", (), "index", 0.1, 0.9,
          "Standing of the alliance in the competition at normal size and work."),
    Param("competition_normal_size", (), "log", -2, 3,
          "Logarithm of the alliance's GDP over the rival's at the start."),
    Param("competition_size", (), "coefficient", -3, 5, "Effect of relative size on standing, log odds."),
    Param("competition_industry", (), "coefficient", -3, 5, "Effect of what the ally delivers on industry, log odds."),
    Param("competition_normal_industry", (), "share", 0, 1, "Level delivered on industry at which standing is normal."),
    Param("competition_bloc", (), "coefficient", -3, 5, "Effect of the rival's bloc on standing, log odds, lowering."),
    Param("competition_tariff_loss", (), "share", 0, 1,
          "Part of the ally's weight that a tariff of 100 per cent takes from the common effort."),
    Param("competition_speed", (), "share per quarter", 0, 1,
          "Part of the way to its goal that standing goes in a quarter."),
    Param("competition_spread", (), "standard deviation", 0, 0.1, "Spread of quarterly luck in the competition."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="The alliance's standing in the economic competition follows its joint size, its cohesion and the "
    "ally's work in it.",
    source=("solomon2018",),
    systems=("S66",),
    run=competition,
)
