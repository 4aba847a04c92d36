"""Why a move was made, for a trace: what the mover expected, what was closed to it, what was open at what worth.

For each move: one event "estimate" (days to a joint response, chance that the target answers by force, that the
guarantor supports or fights, that it comes to fighting, control of the objective if it does), one event for each move
that law or want of proof took away, one for each that was open (value, probability, the uniform that drew), then the
move.
After a round: what each side has come to believe of the others.
Nothing here is computed in an ensemble (its log has no rows) and nothing here changes what happens.

Clock: move. Units: days, probabilities, stakes, shares. Reads scratch after the mover has thought. Writes the log, and
scratch rows that the next thought writes anew (VALUE, BATTLES).
Source: bookkeeping for explanation; none needed.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import ratio
from kaname.core.slots import SLOT
from kaname.model.crisis.attribution import attribution
from kaname.model.crisis.board import BARRED, CHOICE, OWN_GATE, OWN_ODDS, OWN_VALUE, ROUND_AT, VALUE
from kaname.model.crisis.fighting import ALL_PLANS, CONTROL, case_of_answer, expect, foresee, weight_of_guarantor
from kaname.model.crisis.ladder import (
    CHILDREN,
    FIGHTING,
    FIRST,
    GUARANTEE,
    IN_TIME,
    LATE,
    LAW,
    MOVE,
    PLAN,
    PLY,
    PROOF,
    RESPONSE,
)
from kaname.model.crisis.rounds import learned_law, learned_resolve
from kaname.model.crisis.scene import front_share, too_late
from kaname.model.crisis.thinking import actor_in, days_expected, mean_resolve
from kaname.model.world.log import note
from kaname.model.world.turn import uniform
from kaname.words.events import KIND
from kaname.words.moves import POLICE, SUPPORT

SLOT_MOVE = SLOT["crisis_move"]
ESTIMATE, OPTION, BARRED_BY_LAW = KIND["estimate"], KIND["option"], KIND["barred"]
UNPROVEN_MOVE, LEARNED = KIND["unproven"], KIND["learned"]


@kernel
def account(w, p, turn, k: int, tree, nodes: int, role: int, seen: int) -> None:
    """Tell what the side in `role`, about to move at the node `seen`, expected and could choose from."""
    if turn.log.shape[0] == 0:
        return
    scratch, actor = turn.scratch, actor_in(p, k, role)
    _tell_estimate(w, p, turn, k, tree, nodes, role, seen)
    first, last = tree[seen, FIRST], tree[seen, FIRST] + tree[seen, CHILDREN]
    for c in range(first, last):
        if scratch[OWN_GATE, c] != BARRED:
            continue
        if tree[c, PROOF] == 1:
            chance = attribution(w, p, k, actor, actor)
            note(w, turn, UNPROVEN_MOVE, actor, k, tree[c, PLY], tree[c, MOVE], chance, 0.0, 0.0)
        else:
            note(w, turn, BARRED_BY_LAW, actor, k, tree[c, PLY], tree[c, MOVE], tree[c, LAW], w.undetermined[k], 0.0)
    draw = -1.0 if turn.seats[actor] == 1 else uniform(turn, SLOT_MOVE, role)
    for c in range(first, last):
        if scratch[OWN_GATE, c] != BARRED:
            odds, value = scratch[OWN_ODDS + role, c], scratch[OWN_VALUE + role, c]
            note(w, turn, OPTION, actor, k, tree[c, PLY], tree[c, MOVE], value, odds, draw)


@kernel
def _tell_estimate(w, p, turn, k: int, tree, nodes: int, role: int, seen: int) -> None:
    scratch, actor = turn.scratch, actor_in(p, k, role)
    share_target, share_guarantor = front_share(w, p, k, p.target[k]), front_share(w, p, k, p.guarantor[k])
    days = days_expected(w, scratch, k, actor)
    foresee(w, p, turn.tables.surrogate, scratch, k, actor, days, share_target, share_guarantor, ALL_PLANS)
    late = too_late(p, k, days)
    _reach_from(tree, scratch, nodes, role, seen)
    forced, helped, fought, control = 0.0, 0.0, 0.0, 0.0
    for n in range(seen, nodes):
        chance = scratch[VALUE, n]
        if tree[n, CHILDREN] > 0 or chance == 0.0:
            continue
        forced += chance if tree[n, RESPONSE] >= POLICE else 0.0
        helped += chance if tree[n, GUARANTEE] >= SUPPORT else 0.0
        fights = late if tree[n, LATE] == FIGHTING else 0.0
        fights += 1.0 - late if tree[n, IN_TIME] == FIGHTING else 0.0
        weight, case = weight_of_guarantor(p, tree, n), case_of_answer(tree, n)
        fought += chance * fights
        control += chance * fights * expect(scratch, tree[n, PLAN], case, weight, CONTROL)
    note(w, turn, ESTIMATE, actor, k, days, forced, helped, fought, ratio(control, fought, 0.0))


@kernel
def _reach_from(tree, scratch, nodes: int, role: int, seen: int) -> None:
    """Chance of every node from `seen` on, in the picture of the side in `role` (row VALUE)."""
    for n in range(nodes):
        scratch[VALUE, n] = 0.0
    scratch[VALUE, seen] = 1.0
    for n in range(seen, nodes):
        for c in range(tree[n, FIRST], tree[n, FIRST] + tree[n, CHILDREN]):
            scratch[VALUE, c] = scratch[VALUE, n] * scratch[OWN_ODDS + role, c]


@kernel
def tell_learned(w, p, turn, k: int, roles: int, role: int) -> None:
    """Tell what the side in `role` now believes of the others, beside what it believed when the crisis began."""
    if turn.log.shape[0] == 0:
        return
    scratch, actor = turn.scratch, actor_in(p, k, role)
    for other in range(roles):
        if other != role:
            before, after = mean_resolve(w, p, k, actor, other), learned_resolve(scratch, role, other)
            law, number = learned_law(scratch, role, other), scratch[CHOICE, ROUND_AT] + 1.0
            note(w, turn, LEARNED, actor, k, actor_in(p, k, other), before, after, law, number)
