"""The rival's arsenal goes to an aim that shortfall of retaliation and exclusion from talks may raise, or lower.

Formula: R = warheads that arrive after a first strike by the protector, through its defences (see
stability.exchange); aim = plan * exp(b_s * log(requirement / R) - b_t * talks), held to 0..limit and the log
shortfall to -2..2; W' = W + speed * (aim - W) with a log shock. Defences count with the part of the upper tier that
one integrated architecture makes available against long-range missiles. Both coefficients have free signs: more
survivable forces may also be the occasion for larger ones, and talks may legitimise growth.

Clock: quarter. Units: warheads. Source: Soeya 2001 (modernisation in answer to defences and to being left out of
talks); plan and pace from the U.S. Department of Defense's yearly reports, recalled. System S48.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip, exp, log
from kaname.core.slots import SLOT
from kaname.model.stability.exchange import arriving, survivors
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal
from kaname.words.axes import INTERCEPTOR_UPPER, WARHEAD
from kaname.words.declare import Param
from kaname.words.levers import LEVER

ARSENAL_SHOCK = SLOT["arsenal_shock"]
ARCHITECTURE = LEVER["defence_architecture"]
ARMS_TALKS = LEVER["arms_talks"]


@kernel
def arsenal(w, p, turn: Turn) -> None:
    """Write the rival's warheads."""
    shortfall = clip(log(p.arsenal_requirement / max(1.0, retaliation(w, p))), -2.0, 2.0)
    lean = p.arsenal_survivability * shortfall - p.arsenal_talks * w.lever[ARMS_TALKS]
    aim = min(p.arsenal_limit, p.arsenal_plan * exp(lean))
    shock = exp(p.arsenal_noise * normal(turn, ARSENAL_SHOCK, 0))
    grown = approach(w.stock[p.rival, WARHEAD], aim, p.arsenal_speed) * shock
    w.stock[p.rival, WARHEAD] = clip(grown, 0.0, p.arsenal_limit)


@kernel
def retaliation(w, p) -> float:
    """The rival's warheads that would arrive after the protector had struck first."""
    attackers = p.exchange_counterforce * w.stock[p.protector, WARHEAD]
    left = survivors(w.stock[p.rival, WARHEAD], p.exchange_vulnerable[p.rival], attackers, p.exchange_kill)
    upper = w.lever[ARCHITECTURE] * p.homeland_upper_share * w.stock[p.protector, INTERCEPTOR_UPPER]
    shield = p.homeland_interceptors[p.protector] + upper
    return arriving(left, shield, p.exchange_intercept, p.exchange_shots)


PARAMS = (
    Param("arsenal_plan", (), "warheads", 100, 5000,
          "Warheads that the rival aims at, its survivability and talks apart."),
    Param("arsenal_speed", (), "1/quarter", 0, 0.5,
          "Share of the way to its aim that the rival's arsenal goes in a quarter."),
    Param("arsenal_requirement", (), "warheads", 1, 1000,
          "Warheads that the rival wants to arrive after being struck first."),
    Param("arsenal_survivability", (), "coefficient", -2, 2,
          "Effect on the aim of a log shortfall of arriving warheads."),
    Param("arsenal_talks", (), "coefficient", -2, 2, "Effect on the aim of being in talks on strategic arms."),
    Param("arsenal_noise", (), "standard deviation", 0, 0.2, "Quarterly noise of the arsenal's growth (log)."),
    Param("arsenal_limit", (), "warheads", 1000, 10000, "Most warheads that material allows."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="The rival's arsenal goes to an aim that lost retaliation and exclusion from talks may raise or lower.",
    source=("soeya2001",),
    systems=("S48",),
    run=arsenal,
)
