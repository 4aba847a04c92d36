"""A rough sum of forces, as governments and newspapers make it: units times a weight per class.

strength[a] = sum over f of strength_weight[f] x stock[a, f]
Units: aircraft equivalents. Reads: stock. It decides no battle; only pictures rest on it.
Source: the practice of counting forces; the weights are judgements.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import ratio
from kaname.words.declare import Param


@kernel
def strength(w, p, actor: int) -> float:
    """The actor's weighted sum of forces, 0 or more."""
    total = 0.0
    for f in range(w.stock.shape[1]):
        total += p.strength_weight[f] * w.stock[actor, f]
    return total


@kernel
def share_of(own: float, other: float) -> float:
    """own / (own + other), one half where both are 0."""
    return ratio(own, own + other, 1.0 / 2.0)


PARAMS = (
    Param("strength_weight", ("force",), "factor", 0, 100,
          "What one unit of each class counts in a rough sum of forces."),
)  # fmt: skip
