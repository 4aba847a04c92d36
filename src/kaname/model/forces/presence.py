"""Forward presence follows what was promised, less what other theatres, budgets and a change of team draw away.

Formula: lean = by type of administration - fiscal * max(0, debt - norm) + incident * I / (1 + I) + support * (2 s - 1)
+ team * change + host * log((1 + support paid) / (1 + support at the start)) + noise; attention moves to
logistic(lean); presence moves to promised * (1 - draw * (1 - attention)) * (1 - opposed * (opposition - normal)).
I is the sum of incident memory over contingencies: trouble in the theatre pulls attention back, so that other theatres
do not draw it away for ever. What the host pays makes forces cheaper to keep forward than at home, and opposition
around the bases dearer (Calder 2007). The effects of debt, of a new team and of public support may be near zero; that
of a new team has a free sign.

Clock: quarter. Units: shares, log odds inside the lean. Source: the rebalance and its doubts (Pacific Forum CSIS 2013:
fiscal limits, commitments elsewhere, a new team). Systems S37, S30.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, log, logistic
from kaname.core.slots import SLOT
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal
from kaname.words.axes import PROTECTOR_SIDE
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

PRESENCE_SHOCK = SLOT["presence_shock"]
FORWARD_PRESENCE, HOST_SUPPORT = LEVER["forward_presence"], LEVER["host_support"]
OF_ATTENTION, OF_PRESENCE = 0, 1


@kernel
def presence(w, p, turn: Turn) -> None:
    """Write the quarter's attention and presence."""
    w.attention = approach(w.attention, logistic(lean(w, p, turn)), p.attention_speed)
    goal = w.lever[FORWARD_PRESENCE] * (1.0 - p.presence_draw * (1.0 - w.attention))
    goal *= 1.0 - p.presence_opposed * (w.base_opposition - p.base_normal)
    drift = p.presence_noise * normal(turn, PRESENCE_SHOCK, OF_PRESENCE)
    w.presence = clip(approach(w.presence, goal, p.presence_speed) + drift, 0.0, 1.0)


@kernel
def lean(w, p, turn: Turn) -> float:
    """Log odds of attention that the protector would have free for the theatre."""
    trouble = 0.0
    for k in range(w.incident.shape[0]):
        trouble += w.incident[k]
    debt = max(0.0, w.debt[p.protector] - p.attention_debt_norm)
    return (
        p.attention_by_type[w.administration]
        - p.attention_fiscal * debt
        + p.attention_incident * trouble / (1.0 + trouble)
        + p.attention_support * (2.0 * w.support_alliance[PROTECTOR_SIDE] - 1.0)
        + p.attention_need * w.treaty_need
        + p.attention_team * w.leader_change[PROTECTOR_SIDE]
        + p.attention_host * (log(1.0 + w.lever[HOST_SUPPORT]) - log(1.0 + p.lever_start[HOST_SUPPORT]))
        + p.attention_noise * normal(turn, PRESENCE_SHOCK, OF_ATTENTION)
    )


FIELDS = (
    Field("presence", (), "share", 0, 1, "public", "Share of the protector's forces present in the theatre."),
    Field("attention", (), "share", 0, 1, "public", "Share of the protector's attention free for the theatre."),
)  # fmt: skip
PARAMS = (
    Param("attention_by_type", ("administration",), "logit", -5, 5,
          "Attention free for the theatre under each type of administration (log odds)."),
    Param("attention_fiscal", (), "coefficient", 0, 5,
          "Fall of that attention per unit of the protector's debt above its norm."),
    Param("attention_debt_norm", (), "share of GDP", 0, 5,
          "Debt above which the protector's budget draws attention home."),
    Param("attention_incident", (), "coefficient", 0, 5,
          "Rise of attention with incidents in the theatre's contingencies."),
    Param("attention_support", (), "coefficient", -5, 5,
          "Effect of the protector's public support for the alliance (from -1 to 1)."),
    Param("attention_need", (), "coefficient", -5, 5,
          "Effect of the protector's own need of the treaty beyond that of the start."),
    Param("attention_team", (), "coefficient", -5, 5, "Effect of a new foreign-policy team in its first quarter."),
    Param("attention_host", (), "coefficient", -1, 2,
          "Effect of the logarithm of host-nation support on the attention that forward forces keep."),
    Param("attention_noise", (), "standard deviation", 0, 3,
          "Quarterly pull of other theatres on attention (log odds)."),
    Param("attention_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that attention goes in a quarter."),
    Param("presence_draw", (), "share", 0, 1, "Share of promised presence drawn away when no attention is free."),
    Param("presence_opposed", (), "share", 0, 1,
          "Share of promised presence that full opposition to the bases, above the normal, keeps away."),
    Param("presence_speed", (), "1/quarter", 0, 1, "Share of the way to its goal that presence goes in a quarter."),
    Param("presence_noise", (), "standard deviation", 0, 0.2,
          "Quarterly noise of presence from deployments and refits."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Forward presence follows the promise, less what other theatres, debt and changes of team draw away.",
    source=("pacificforum2013", "calder_2007"),
    systems=("S37", "S30", "S29"),
    run=presence,
)
