"""What is believed at the end of a crisis goes back to the quarter, as evidence about the protector's leadership.

Every side that thought has learned whether the guarantor is bound: likelihood of t = belief after / belief before.
Of a leadership of type g it expects that with the chance m[g] of nature.mean_of_type, so that
  log L[o, g] = log sum over t of chance(t | m[o, g]) after[o, t] / before[o, t], less the largest over g
is what the crisis says of type g in the eyes of o. perception.type_filter weighs it by dispositional_share, where it
stands in place of the plain emission "conduct", by which those judge who only heard of the crisis.
No lever and no ending enters but through what was seen and expected. Crises of one quarter add up.

Clock: move, once at the end. Units: log likelihood, 0 for the type that explains best. Writes crisis_evidence, witness.
Source: docs/explanation/the-crisis.md, D5; Press 2005 and its opponents for the weight.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import log, ratio
from kaname.model.crisis.nature import mean_of_type
from kaname.model.crisis.thinking import actor_in
from kaname.model.world.board import LAW_POINTS, RESOLVE_POINTS
from kaname.model.world.log import note
from kaname.words.events import KIND
from kaname.words.moves import GUARANTOR

TESTIMONY = KIND["testimony"]
FURTHEST = -50.0
"""Below this a type is as good as excluded; further digits are noise."""
NO_NEWS = 1e-9
"""Types that explain what was seen equally well but for rounding: nothing was learned."""


@kernel
def testify(w, p, turn, k: int) -> None:
    """Add to crisis_evidence what each side that has learned something can say of the protector's leadership."""
    if p.guarantor[k] != p.protector:
        return
    for role in range(turn.tables.tree[k].roles):
        observer = actor_in(p, k, role)
        if role != GUARANTOR and observer != p.protector and turn.board[0].has_learned[role] == 1:
            _bear_witness(w, p, turn, k, role, observer)


@kernel
def _bear_witness(w, p, turn, k: int, role: int, observer: int) -> None:
    fit, types = turn.board[0].chances, w.type_belief.shape[1]
    best, lowest = 0.0, 0.0
    for g in range(types):
        fit[g] = log(_likelihood(w, p, turn.board[0], k, role, observer, g))
        best = fit[g] if g == 0 else max(best, fit[g])
        lowest = fit[g] if g == 0 else min(lowest, fit[g])
    if best - lowest < NO_NEWS:
        return
    w.witness[observer] = 1
    for g in range(types):
        w.crisis_evidence[observer, g] = max(w.crisis_evidence[observer, g] + fit[g] - best, FURTHEST)
    note(
        w, turn, TESTIMONY, observer, k, w.crisis_evidence[observer, 0], w.crisis_evidence[observer, 1],
        w.crisis_evidence[observer, 2], w.crisis_evidence[observer, types - 1], 0.0,
    )  # fmt: skip


@kernel
def _likelihood(w, p, board, k: int, role: int, observer: int, g: int) -> float:
    """How well a leadership of type g explains what the side saw of the guarantor in the whole crisis."""
    before, mean, total = w.belief[observer, k], mean_of_type(w, p, k, observer, g), 0.0
    for bound in range(LAW_POINTS):
        after = 0.0
        for point in range(RESOLVE_POINTS):
            after += board.prior[role, GUARANTOR, point * LAW_POINTS + bound]
        share, expected = (mean, before) if bound == 1 else (1.0 - mean, 1.0 - before)
        total += share * ratio(after, expected, 0.0)
    return total
