"""Why a move was made, for a trace: what the mover expected, what was closed to it, what was open at what worth.

For each move: one event "estimate" (days to a joint response, chance that the target answers by force, that the
guarantor supports or fights, that it comes to fighting, control of the objective if it does), one event for each move
that law or want of proof took away, one for each that was open (value, probability, the uniform that drew), then the
move.
After a round: what each side has come to believe of the others.
Nothing here is computed in an ensemble (its log has no rows) and nothing here changes what happens.

Clock: move. Units: days, probabilities, stakes, shares. Reads the board after the mover has thought. Writes the log,
and what the next thought writes anew (value, battles).
Source: bookkeeping for explanation; none needed.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import ratio
from kaname.core.slots import SLOT
from kaname.model.crisis.attribution import attribution
from kaname.model.crisis.fighting import ALL_PLANS, CONTROL, case_of_answer, expect, foresee, weight_of_guarantor
from kaname.model.crisis.rounds import learned_law, learned_resolve
from kaname.model.crisis.scene import too_late
from kaname.model.crisis.thinking import actor_in, days_expected, mean_resolve
from kaname.model.world.board import BARRED
from kaname.model.world.game_form import FIGHTING
from kaname.model.world.log import note
from kaname.model.world.turn import uniform
from kaname.words.events import KIND
from kaname.words.moves import GUARANTOR, POLICE, SUPPORT

SLOT_MOVE = SLOT["crisis_move"]
ESTIMATE, OPTION, BARRED_BY_LAW = KIND["estimate"], KIND["option"], KIND["barred"]
STAYS_OUT = KIND["unbound"]
UNPROVEN_MOVE, LEARNED = KIND["unproven"], KIND["learned"]


@kernel
def account(w, p, turn, k: int, role: int, seen: int) -> None:
    """Tell what the side in `role`, about to move at the node `seen`, expected and could choose from."""
    if turn.log.shape[0] == 0:
        return
    form, board, actor = turn.tables.tree[k], turn.board[0], actor_in(p, k, role)
    _tell_estimate(w, p, turn, k, role, seen)
    first, last = form.first[seen], form.first[seen] + form.children[seen]
    for c in range(first, last):
        if board.own_legality[c] != BARRED:
            continue
        if role == GUARANTOR and form.hidden == 0:
            note(w, turn, STAYS_OUT, actor, k, form.ply[c], form.move[c], w.belief[actor, k], 0.0, 0.0)
        elif form.proof[c] == 1:
            chance = attribution(w, p, k, actor, actor)
            note(w, turn, UNPROVEN_MOVE, actor, k, form.ply[c], form.move[c], chance, 0.0, 0.0)
        else:
            note(w, turn, BARRED_BY_LAW, actor, k, form.ply[c], form.move[c], form.law[c], w.undetermined[k], 0.0)
    draw = -1.0 if turn.seats[actor] == 1 else uniform(turn, SLOT_MOVE, role)
    for c in range(first, last):
        if board.own_legality[c] != BARRED:
            odds, value = board.own_odds[role, c], board.own_value[role, c]
            note(w, turn, OPTION, actor, k, form.ply[c], form.move[c], value, odds, draw)


@kernel
def _tell_estimate(w, p, turn, k: int, role: int, seen: int) -> None:
    form, board, actor = turn.tables.tree[k], turn.board[0], actor_in(p, k, role)
    days = days_expected(w, board, k, actor)
    foresee(w, p, turn, k, actor, days, ALL_PLANS)
    late = too_late(p, k, days)
    _reach_from(form, board, role, seen)
    forced, helped, fought, control = 0.0, 0.0, 0.0, 0.0
    for n in range(seen, form.nodes):
        chance = board.value[0, n]
        if form.children[n] > 0 or chance == 0.0:
            continue
        forced += chance if form.response[n] >= POLICE else 0.0
        helped += chance if form.guarantee[n] >= SUPPORT else 0.0
        fights = late if form.late[n] == FIGHTING else 0.0
        fights += 1.0 - late if form.in_time[n] == FIGHTING else 0.0
        weight, case = weight_of_guarantor(p, form, board, n), case_of_answer(form, n)
        fought += chance * fights
        control += chance * fights * expect(board, form.plan[n], case, weight, CONTROL)
    note(w, turn, ESTIMATE, actor, k, days, forced, helped, fought, ratio(control, fought, 0.0))


@kernel
def _reach_from(form, board, role: int, seen: int) -> None:
    """Chance of every node from `seen` on, in the picture of the side in `role` (in value[0])."""
    for n in range(form.nodes):
        board.value[0, n] = 0.0
    board.value[0, seen] = 1.0
    for n in range(seen, form.nodes):
        for c in range(form.first[n], form.first[n] + form.children[n]):
            board.value[0, c] = board.value[0, n] * board.own_odds[role, c]


@kernel
def tell_learned(w, p, turn, k: int, role: int) -> None:
    """Tell what the side in `role` now believes of the others, beside what it believed when the crisis began."""
    if turn.log.shape[0] == 0:
        return
    board, actor = turn.board[0], actor_in(p, k, role)
    for other in range(turn.tables.tree[k].roles):
        if other != role:
            before, after = mean_resolve(w, p, k, actor, other), learned_resolve(board, role, other)
            if other == GUARANTOR:
                before, after = w.belief[actor, k], learned_law(board, role, other)
            law, number = learned_law(board, role, other), board.rounds_before + 1.0
            note(w, turn, LEARNED, actor, k, actor_in(p, k, other), before, after, law, number)
