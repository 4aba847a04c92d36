"""What the protector has promised in a case, and who knows of an agreed trigger: read by beliefs and by crises alike.

promise  = what is promised on the issue (islands, missiles, networks, sea lanes, region), x coverage x clarity of the
           words where the ally's own territory is at stake
bond     = how far a treaty binds the guarantor to the target: the law's answer for the ally (a half while it is open),
           treaty_bond for others
trigger  = how far an observer knows of an agreed trigger: lever 0.5 secret (protector and ally know), 1 declared (all)
Clock: whichever reads it. Units: shares. Reads: levers, promised, covered. Source: Benson 2012 (ambiguous commitments).
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip
from kaname.words.axes import CYBER, MISSILE_DEFENCE, REGIONAL, REMOTE_ISLANDS, SEA_LANES
from kaname.words.declare import Param
from kaname.words.levers import LEVER

CLARITY, TRIGGERS = LEVER["clarity"], LEVER["triggers"]
COVERED, OPEN = 1, 2


@kernel
def promise_of(w, p, k: int, coverage: float) -> float:
    """Return how clearly help is promised in contingency k, 0 to 1; coverage: of the treaty, where it is the ally's."""
    promise = w.promised[issue_of(p, k)]
    return promise * coverage * w.lever[CLARITY] if p.homeland_case[k] > 0.0 else promise


@kernel
def issue_of(p, k: int) -> int:
    """Return the issue under which the protector has promised help."""
    if p.missile_case[k] > 0.0:
        return MISSILE_DEFENCE
    if p.cyber_case[k] > 0.0:
        return CYBER
    if p.homeland_case[k] > 0.0:
        return REMOTE_ISLANDS
    return SEA_LANES if p.blockade_case[k] > 0.0 else REGIONAL


@kernel
def bond_of(w, p, k: int) -> float:
    """Return how far a treaty binds the guarantor to the target, 0 to 1."""
    if p.target[k] != p.ally:
        return p.treaty_bond[k]
    if w.covered[k] == COVERED:
        return 1.0
    return 1.0 / 2.0 if w.covered[k] == OPEN else 0.0


@kernel
def known_trigger(w, p, observer: int) -> float:
    """Return how far the observer knows of an agreed trigger, 0 to 1."""
    if observer == p.protector or observer == p.ally:
        return clip(2.0 * w.lever[TRIGGERS], 0.0, 1.0)
    return clip(2.0 * w.lever[TRIGGERS] - 1.0, 0.0, 1.0)


@kernel
def is_own_land(p, k: int) -> bool:
    """Whether the object is the ally's own territory, to which another has a claim."""
    return p.homeland_case[k] > 0.0 and p.missile_case[k] == 0.0 and p.cyber_case[k] == 0.0


PARAMS = (
    Param("treaty_bond", ("contingency",), "share", 0, 1,
          "How far a treaty binds the guarantor to a target that is not the ally."),
)  # fmt: skip
