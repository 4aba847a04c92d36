"""What one side expects of a fight: the surrogate of the campaign, fed with that side's picture.

For each plan of the challenger and with or without the guarantor: control of the objective by the challenger, and the
share of its committed forces that each party loses. Forces are those that the parties commit, times what the observer
thinks of them; the guarantor comes after the days that the observer expects. Two fronts divide forces (see `fronts`).
Support without fighting, and fighting without the host's bases, count as part of the guarantor's weight: outcomes are
mixed in that share.

Clock: move. Units: shares. Reads: stocks, pictures, tables.surrogate. Writes: scratch row BATTLES.
Source: fitted by script to this project's own campaign; hypergames (Bennett 1977) for fighting under a picture.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import ratio
from kaname.model.crisis.board import BATTLES
from kaname.model.crisis.ladder import ANSWER, DELAY, FIGHT, GRANT, GUARANTEE, NOT_MADE, PLANS, SUPPORT
from kaname.model.world.axes import CHALLENGER, GUARANTOR, TARGET

CONTROL, LOSS_CHALLENGER, LOSS_TARGET, LOSS_GUARANTOR = range(4)
WHATS = 4
ALONE, JOINED = 0, 1
CASES = 2
PLAN_COUNT = len(PLANS)


@kernel
def battle_at(plan: int, joined: int, what: int) -> int:
    """Where in row BATTLES an expectation stands."""
    return (plan * CASES + joined) * WHATS + what


@kernel
def expect(scratch, plan: int, weight: float, what: int) -> float:
    """An expectation of the fight in which the guarantor has `weight` (0 absent, 1 all of it)."""
    alone = scratch[BATTLES, battle_at(plan, ALONE, what)]
    joined = scratch[BATTLES, battle_at(plan, JOINED, what)]
    return alone + weight * (joined - alone)


@kernel
def weight_of_guarantor(p, tree, n: int) -> float:
    """How much of the guarantor is in the fight at a terminal: its move, and the host's answer where one was asked."""
    move = tree[n, GUARANTEE]
    if move == FIGHT:
        share = 1.0
    elif move == SUPPORT:
        share = p.support_share
    else:
        return 0.0
    answer = tree[n, ANSWER]
    if answer in (NOT_MADE, GRANT):
        return share
    if answer == DELAY:
        return share * (1.0 - p.base_need / 2.0)
    return share * (1.0 - p.base_need)


@kernel
def foresee(w, p, turn, k: int, observer: int, share_target: float, share_guarantor: float) -> None:
    """Fill row BATTLES with what `observer` expects of every plan, with and without the guarantor.

    share_target, share_guarantor: shares of their forces that other fronts leave for this contingency.
    """
    scratch = turn.scratch
    attack = _seen(w, p, k, observer, p.challenger[k], CHALLENGER)
    own = _seen(w, p, k, observer, p.target[k], TARGET) * share_target
    helped = own + _seen(w, p, k, observer, p.guarantor[k], GUARANTOR) * share_guarantor
    for plan in range(PLAN_COUNT):
        for joined in range(CASES):
            defence = helped if joined == JOINED else own
            won = ratio(attack * attack, attack * attack + defence * defence, 1.0 / 2.0)
            scratch[BATTLES, battle_at(plan, joined, CONTROL)] = won
            scratch[BATTLES, battle_at(plan, joined, LOSS_CHALLENGER)] = 1.0 - won
            scratch[BATTLES, battle_at(plan, joined, LOSS_TARGET)] = won
            scratch[BATTLES, battle_at(plan, joined, LOSS_GUARANTOR)] = won if joined == JOINED else 0.0


@kernel
def _seen(w, p, k: int, observer: int, actor: int, party: int) -> float:
    total = 0.0
    for f in range(w.stock.shape[1]):
        total += p.fighting_weight[f] * w.stock[actor, f]
    return total * p.commit_share[k, party] * w.picture_capability[observer, actor] * w.readiness[actor]
