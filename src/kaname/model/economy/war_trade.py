"""What a war takes from output by cutting trade: who trades with whom, who fights whom, whose ports are closed.

    cut[a, b]  = scale x (1 between opponents; ports_closed where one is the target; neutral_cut where one is the
                 challenger), the largest over last quarter's wars;  scale = people lost / (people lost + war_scale)
    lost[a]    = cap (1 - exp(-loss x / cap)),  x = sum over b of trade[a, b] cut[a, b]
    felt[a]'   = max(-log(1 - lost[a]), felt[a] (1 - recovery));  output moves by what felt has moved

Opponents of the challenger: the target, a guarantor that fights, and its host where it has opened its bases or was
struck. A level of output is lost while trade is cut and comes back as trade does. That a cut multiplies through supply
chains is in `loss`, a level that is calibrated to published estimates; who loses how much follows from trade.

Clock: quarter. Units: shares of output; felt is a logarithm. Source: bloomberg_cost_of_war_2024 for the level.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import exp, log, ratio
from kaname.words.axes import END_LIMITED_WAR
from kaname.words.declare import Field, Param
from kaname.words.moves import GRANT

FOUGHT = 1.0


@kernel
def felt_of_war(w, p, a: int, scale: float) -> float:
    """Logarithm of output that actor `a` lacks this quarter because wars cut its trade; scale: that of last quarter."""
    kept = w.war_trade_felt[a] * (1.0 - p.war_trade_recovery)
    if scale <= 0.0:
        return kept
    cut = 0.0
    for b in range(w.gdp.shape[0]):
        if b != a:
            cut += p.trade_share[a, b] * trade_cut(w, p, a, b)
    lost = p.war_trade_cap * (1.0 - exp(-p.war_trade_loss * scale * cut / p.war_trade_cap))
    return max(kept, -log(1.0 - lost))


@kernel
def war_scale_of(w, p) -> float:
    """How large last quarter's wars were, 0 (none) towards 1, by people lost on all sides."""
    for k in range(w.ending.shape[0]):
        if w.ending[k] >= END_LIMITED_WAR:
            lost = 0.0
            for a in range(w.casualties.shape[0]):
                lost += w.casualties[a]
            return ratio(lost, lost + p.war_scale, 0.0)
    return 0.0


@kernel
def trade_cut(w, p, a: int, b: int) -> float:
    """Share of the trade between two actors that last quarter's wars cut off, before their scale."""
    largest = 0.0
    for k in range(w.ending.shape[0]):
        if w.ending[k] < END_LIMITED_WAR:
            continue
        challenger, target = p.challenger[k], p.target[k]
        if (a == challenger and is_opponent(w, p, k, b)) or (b == challenger and is_opponent(w, p, k, a)):
            return 1.0
        if target in (a, b):
            largest = max(largest, p.war_ports_closed)
        if challenger in (a, b):
            largest = max(largest, p.war_neutral_cut)
    return largest


@kernel
def is_opponent(w, p, k: int, a: int) -> bool:
    """Whether the actor stands against the challenger of the war over k."""
    if a == p.target[k]:
        return True
    if a == p.guarantor[k]:
        return w.conduct[k] >= FOUGHT
    return a == p.host[k] and w.conduct[k] >= FOUGHT and (w.access[k] >= GRANT or w.struck[a] > 0.0)


FIELDS = (
    Field("war_trade_felt", ("actor",), "log", 0, 5, "public", "Logarithm of output that cut trade of wars withholds."),
)
PARAMS = (
    Param("trade_share", ("actor", "other"), "ratio", 0, 2,
          "Trade in goods, both ways, of the actor with the other, over the actor's output."),
    Param("war_trade_loss", (), "ratio", 0, 10, "Output lost per trade lost, at first."),
    Param("war_trade_cap", (), "share", 0.05, 0.9, "Most of its output that an actor can lose by cut trade."),
    Param("war_trade_recovery", (), "share per quarter", 0, 1,
          "Part of what cut trade withholds that comes back in a quarter."),
    Param("war_ports_closed", (), "share", 0, 1, "Part of the target's trade with others that a large war cuts."),
    Param("war_neutral_cut", (), "share", 0, 1,
          "Part of the challenger's trade with those who do not fight that a large war cuts."),
    Param("war_scale", (), "thousand people", 0.1, 1000,
          "People lost in a quarter of war at which half of its cuts are made."),
)  # fmt: skip
