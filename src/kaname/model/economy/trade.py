"""The protector's tariff follows its pledge and its leaders' type; the rival's trade bloc gains where trade is shut.

    tariff' = tariff + speed (min(1, pledged tariff x factor[type]) - tariff)
    bloc goal = logistic(logit(normal) + size (log(gdp rival / gdp protector) - normal ratio)
                         + shut (tariff - normal tariff) - widening framework depth
                         - pact (membership - at the start))

A tariff shuts the ally's trade with the protector and so moves it to the rival's bloc, by a coefficient whose sign is
free: exports may also turn to third markets. The ally's answer to an exclusive bloc is to widen it: the deeper the
ring around the alliance, the smaller the rival's weight. The protector's membership of a pact is economy.pact's.
Tariffs reach trust and opinion through their readers (politics.opinion, the ledger), never from here.

Clock: quarter. Units: shares. Source: gowa_1994, heginbotham2018, solomon2018. Systems: S34.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, log, logistic, logit
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

TARIFFS = LEVER["tariffs"]
PACT = LEVER["pact_membership"]


@kernel
def trade(w, p, turn: Turn) -> None:
    """Move the tariff and the rival's bloc by one quarter."""
    goal = clip(w.lever[TARIFFS] * p.tariff_by_type[w.administration], 0.0, 1.0)
    w.tariff = approach(w.tariff, goal, p.tariff_speed)
    size = log(w.gdp[p.rival]) - log(w.gdp[p.protector]) - p.bloc_normal_size
    pull = p.bloc_size * size + p.bloc_shut * (w.tariff - p.tariff_normal) - p.bloc_widening * w.framework_depth
    pull -= p.bloc_pact * (w.pact_level - p.lever_start[PACT])
    w.bloc_weight = approach(w.bloc_weight, logistic(logit(p.bloc_normal) + pull), p.bloc_speed)


FIELDS = (
    Field("tariff", (), "share", 0, 1, "public", "Tariff that the protector lays on the ally's goods."),
    Field("bloc_weight", (), "share", 0, 1, "public", "Weight of the rival's trade bloc in the ally's region."),
)  # fmt: skip
PARAMS = (
    Param("tariff_by_type", ("administration",), "factor", 0, 3,
          "Tariff that each type of leadership sets, over the pledged one."),
    Param("tariff_speed", (), "share per quarter", 0, 1,
          "Part of the way to its goal that the tariff goes in a quarter."),
    Param("tariff_normal", (), "share", 0, 1, "Tariff at which opinion and trade stand at their normal values."),
    Param("bloc_normal", (), "share", 0.05, 0.95, "Weight of the rival's bloc at normal size and tariff."),
    Param("bloc_normal_size", (), "log", -2, 2, "Logarithm of the rival's GDP over the protector's at the start."),
    Param("bloc_size", (), "coefficient", -3, 5, "Effect of relative size on the rival's bloc, log odds."),
    Param("bloc_shut", (), "coefficient", -5, 5, "Effect of the protector's tariff on the rival's bloc, log odds."),
    Param("bloc_widening", (), "coefficient", -3, 5,
          "Effect of a wider ring around the alliance on the rival's bloc, log odds, lowering."),
    Param("bloc_pact", (), "coefficient", -3, 5,
          "Effect of the protector's membership of the pact on the rival's bloc, log odds, lowering."),
    Param("bloc_speed", (), "share per quarter", 0, 1, "Part of the way to its goal that the bloc goes in a quarter."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="The protector's tariff follows pledge and leadership type; the rival's bloc grows with its economy, "
    "shut trade and the lack of a wider ring.",
    source=("gowa_1994", "heginbotham2018", "solomon2018"),
    systems=("S34",),
    run=trade,
)
