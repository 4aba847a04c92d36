"""What a round came to: endings that depend on time, conduct on record, and the first orders of a campaign.

An answer is too late with chance 1 - e**(-days / completion_days), days being those that the decision takes this
quarter, less the days that have passed in earlier rounds. Where the ending depends on it without a fight, whether the
challenge stands is also a matter of force (crisis.standoff), each side's in its own eyes. Fighting begins
by the challenger's plan; the guarantor's release takes those days, more where the host delays or refuses and fewer
where a supporter gives rear support. A war is a tremble war if the challenger's own picture valued its opening below
waiting, or the last mover's picture its last move below its most peaceful one.

Clock: move, at the end of a round. Units: days, codes. Writes rung, conduct, access, totals, the campaign's orders, the
moves kept among a row's events. Draws: crisis_late.
Source: docs/explanation/the-crisis.md; McKelvey and Palfrey 1998 for errors of choice.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.slots import SLOT
from kaname.model.crisis.fighting import aided_days, foresee
from kaname.model.crisis.nature import true_resolve
from kaname.model.crisis.scene import too_late
from kaname.model.crisis.standoff import Weighed, escalates_to_arms, floor, stands_between, unused, weigh
from kaname.model.crisis.thinking import actor_in, days_expected, law_in_mind, resolve_in_mind
from kaname.model.world.game_form import FIGHTING, NOT_MADE
from kaname.model.world.log import chain
from kaname.model.world.turn import uniform
from kaname.words.axes import END_NONE
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.moves import (
    ABSTAIN,
    ARMED_RUNG,
    ASSIST,
    CHALLENGER,
    DELAY,
    FIGHT,
    GRANT,
    GUARANTOR,
    NEVER,
    NOTHING,
    PLIES,
    REFUSE,
    SUPPORT,
    TARGET,
)

SLOT_LATE = SLOT["crisis_late"]
KIND_OF_PLY = (
    KIND["challenge"], KIND["response"], KIND["guarantor"], KIND["host"], KIND["supporter"], KIND["response"],
)  # fmt: skip


@kernel
def settle(w, p, turn, k: int, node: int) -> int:
    """Write what the round came to; its ending, or -1 with the campaign's first orders when fighting begins."""
    form, board = turn.tables.tree[k], turn.board[0]
    first = board.rounds_before == 0.0
    if form.challenge[node] == NOTHING:
        return form.late[node] if first else END_NONE
    height = _highest_rung(p, form, k, node)
    w.rung[k] = height if first else max(w.rung[k], height)
    if first:
        w.total_challenges[k] += 1
    _write_conduct(w, p, turn, k, node)
    if height >= ARMED_RUNG:
        _keep_chain(w, turn, k, node)
    days = max(w.decision_days[k] - board.days_elapsed, 0.0)
    ending = form.late[node]
    if ending != form.in_time[node] and uniform(turn, SLOT_LATE, 0) >= _chance_of_late_ending(
        w, p, turn, k, node, days
    ):
        ending = form.in_time[node]
    if ending == FIGHTING:
        _order_campaign(w, p, turn, k, node, days)
    return ending


@kernel
def _chance_of_late_ending(w, p, turn, k: int, node: int, days: float) -> float:
    """Return the chance that the ending is that of an answer too late.

    By days alone where it would come to fighting, else by what each side could have by fighting (crisis.standoff).
    """
    form, late = turn.tables.tree[k], too_late(p, k, days)
    if form.late[node] == FIGHTING or form.in_time[node] == FIGHTING:
        return late
    wish = true_resolve(w, p, turn, k, CHALLENGER) * (1.0 - w.status_quo[k])
    challenger = _weigh_as(w, p, turn, k, node, CHALLENGER, wish, 1.0).challenger
    stake = true_resolve(w, p, turn, k, TARGET) * p.stake[k, p.target[k]]
    usual = resolve_in_mind(w, p, turn.board[0], k, TARGET, CHALLENGER) * (1.0 - p.status_quo_usual)
    target = _weigh_as(w, p, turn, k, node, TARGET, usual, stake).target
    if form.fought_plans == 0:
        return late * p.network_leverage * (challenger + target) / 2.0
    first_use = p.aggression_cost[k] * unused(p, form, k, node) / floor(wish)
    return stands_between(p, challenger, target, late, first_use)


@kernel
def _weigh_as(w, p, turn, k: int, node: int, role: int, wish: float, stake: float) -> Weighed:
    """Return both reservations in the picture of the side in `role`."""
    form, board, observer = turn.tables.tree[k], turn.board[0], actor_in(p, k, role)
    foresee(w, p, turn, k, observer, days_expected(w, board, k, observer), form.weighed_plans)
    board.mean_law[GUARANTOR] = law_in_mind(w, p, form, board, k, role, GUARANTOR)
    return weigh(p, form, board, k, node, wish, stake)


@kernel
def _highest_rung(p, form, k: int, node: int) -> int:
    """The challenger's highest rung: of its first move, or of arms where it escalated (attacks on networks apart)."""
    if escalates_to_arms(p, form, k, node):
        return max(form.height[node], ARMED_RUNG)
    return form.height[node]


@kernel
def _write_conduct(w, p, turn, k: int, node: int) -> None:
    form, board = turn.tables.tree[k], turn.board[0]
    answer, move = form.answer[node], form.guarantee[node]
    w.access[k] = answer if answer > REFUSE else 0
    if answer == NOT_MADE and move == FIGHT:
        w.access[k] = GRANT
    if move >= SUPPORT and board.protector_acted == 0:
        w.total_supported[k] += 1
        board.protector_acted = 1
    if p.guarantor[k] != p.protector:
        return
    if move == FIGHT:
        w.conduct[k] = 1.0
    elif move == SUPPORT:
        w.conduct[k] = 1.0 / 2.0
    elif move == ABSTAIN:
        w.conduct[k] = -1.0


@kernel
def _keep_chain(w, turn, k: int, node: int) -> None:
    """The moves of a round in arms, role by role, among the events that a row keeps."""
    form, moves, step = turn.tables.tree[k], turn.board[0].chances, node
    for ply in range(len(PLIES) - 1, -1, -1):
        moves[ply] = -1.0
    while step > 0:
        moves[form.ply[step]] = float(form.move[step])
        step = form.parent[step]
    for ply in range(len(PLIES)):
        if moves[ply] >= 0.0:
            chain(w, turn, KIND_OF_PLY[ply], k, int(moves[ply]))


@kernel
def _order_campaign(w, p, turn, k: int, node: int, days: float) -> None:
    """The challenger's plan, the day of the guarantor's release, and whether a mover's own picture was against it."""
    form, board = turn.tables.tree[k], turn.board[0]
    w.camp_plan = form.plan[node]
    w.camp_arrival = NEVER
    w.camp_standing, w.camp_host_answers, w.camp_host_fire, w.camp_recapture = 0, 0, 0, 0
    for party in range(w.camp_ceiling.shape[0]):
        w.camp_ceiling[party] = 0
    if form.guarantee[node] == FIGHT:
        release = days
        if form.answer[node] == DELAY:
            release += p.answer_delay
        elif form.answer[node] == REFUSE:
            release += 2.0 * p.answer_delay
        elif form.backing[node] >= ASSIST:
            release = aided_days(w, p, days)
        w.camp_arrival = min(release, NEVER - 1.0)
        w.camp_ceiling[GUARANTOR] = 1
    if board.opening_gain < 0.0 or board.last_gain < 0.0:
        w.tremble += 1


FIELDS = (
    Field("tremble", (), "count", 0, 1e9, "hidden", "Wars that the mover's own picture valued below waiting.", "count"),
    Field("camp_plan", (), "code", 0, 2, "hidden",
          "Challenger's plan: 0 quick seizure, 1 bases first, 2 blockade.", "code"),
    Field("total_challenges", ("contingency",), "count", 0, 1e9, "hidden",
          "Opportunities used by the challenger so far.", "count"),
)  # fmt: skip
PARAMS = (
    Param("answer_delay", (), "days", 0, 180,
          "Days that a host's delay adds to the guarantor's release; refusal adds twice as many."),
)  # fmt: skip
