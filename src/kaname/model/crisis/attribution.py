"""Who did it: the chance that a side can prove who was behind a hidden act.

logit chance[side] = attribution_base + attribution_skill x log((its means + 1) / (the challenger's + 1))
                     + attribution_sharing x intelligence shared, for protector and ally
Means are stocks of the class isr_cyber; an observer puts in what it thinks of them. What comes true is a draw for each
side in each crisis, at the true stocks. A side without proof is barred from answers that need it, and pays for those
that name a culprit all the same: misattribution_cost x (1 - chance). The challenger expects both, and open costs
of aggression in so far as it expects to be found out by target or guarantor.

Clock: move. Units: probabilities, kept inside [0.01, 0.99]. Reads: stock, pictures, intelligence_level. Draws:
cyber_attribution by role. Source: the dispute over attribution; Libicki 2009 and Rid and Buchanan 2015, recalled.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, log, logistic
from kaname.core.slots import SLOT
from kaname.model.world.turn import Turn, uniform
from kaname.words.axes import ISR_CYBER
from kaname.words.declare import Param

SLOT_ATTRIBUTION = SLOT["cyber_attribution"]
SUREST_NO, SUREST_YES = 0.01, 0.99


@kernel
def attribution(w, p, k: int, observer: int, knower: int) -> float:
    """Chance that `knower` can prove who acted in contingency k, as `observer` sees it."""
    sees_knower, sees_foe = w.picture_capability[observer, knower], w.picture_capability[observer, p.challenger[k]]
    return _chance(w, p, k, knower, sees_knower, sees_foe)


@kernel
def can_prove(w, p, turn: Turn, k: int, knower: int, role: int) -> bool:
    """Whether the side in `role` can prove it in this crisis."""
    return uniform(turn, SLOT_ATTRIBUTION, role) < _chance(w, p, k, knower, 1.0, 1.0)


@kernel
def _chance(w, p, k: int, knower: int, sees_knower: float, sees_foe: float) -> float:
    means = sees_knower * w.stock[knower, ISR_CYBER] + 1.0
    foe = sees_foe * w.stock[p.challenger[k], ISR_CYBER] + 1.0
    odds = p.attribution_base + p.attribution_skill * log(means / foe)
    if knower == p.protector or knower == p.ally:
        odds += p.attribution_sharing * w.intelligence_level
    return clip(logistic(odds), SUREST_NO, SUREST_YES)


PARAMS = (
    Param("attribution_base", (), "coefficient", -10, 10,
          "Log odds of proving who acted, with means equal to the challenger's and no intelligence shared."),
    Param("attribution_skill", (), "coefficient", -2, 5,
          "Log odds added for each log unit by which a side's means of intelligence and cyber exceed the "
          "challenger's."),
    Param("attribution_sharing", (), "coefficient", -2, 5,
          "Log odds added by full sharing of intelligence between protector and ally."),
)  # fmt: skip
