"""The protector's tariff follows its pledge and its leaders' type; the rival's trade bloc gains where trade is shut.

    tariff' = tariff + speed (min(1, pledged tariff x factor[type]) - tariff)
    bloc goal = logistic(logit(normal) + size (log(gdp rival / gdp protector) - normal ratio)
                         + shut (tariff - normal tariff) - widening framework depth)

A tariff shuts the ally's trade with the protector and so moves it to the rival's bloc, by a coefficient whose sign is
free: exports may also turn to third markets. The ally's answer to an exclusive bloc is to widen it: the deeper the
ring around the alliance, the smaller the rival's weight. The protector's own membership of a pact is not modelled:
leaving one is a tariff in all but name, and is coded so. Tariffs reach trust and opinion through their readers
(politics.opinion, the ledger), never from here.

Clock: quarter. Units: shares. Source: gowa_1994, heginbotham2018, solomon2018. Systems: S34.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, log, logistic, logit
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.levers import LEVER

TARIFFS = LEVER["tariffs"]


@kernel
def trade(w, p, turn: Turn) -> None:
    """Move the tariff and the rival's bloc by one quarter."""
    goal = clip(w.lever[TARIFFS] * p.tariff_by_type[w.administration], 0.0, 1.0)
    w.tariff = approach(w.tariff, goal, p.tariff_speed)
    size = log(w.gdp[p.rival]) - log(w.gdp[p.protector]) - p.bloc_normal_size
    pull = p.bloc_size * size + p.bloc_shut * (w.tariff - p.tariff_normal) - p.bloc_widening * w.framework_depth
    w.bloc_weight = approach(w.bloc_weight, logistic(logit(p.bloc_normal) + pull), p.bloc_speed)


MECHANISM = Mechanism(
    sentence="The protector's tariff follows pledge and leadership type; the rival's bloc grows with its economy, "
    "shut trade and the lack of a wider ring.",
    source=("gowa_1994", "heginbotham2018", "solomon2018"),
    systems=("S34",),
    run=trade,
)
