"""What one side expects of a fight: the surrogate of the campaign, fed with that side's picture.

For each plan of the challenger, without the guarantor and with it (its host granting, delaying or refusing bases):
control of the objective by the challenger, and the share of its committed forces that each party loses. The guarantor
comes after the days that the observer expects; a host's delay adds answer_delay and halves access, its refusal adds
twice as much and leaves none. Before a war all phases are taken to come as needed and a loss to be recaptured, and a
host that grants is expected to fight from its soil by host_joins (half where it delays); in war orders are those seen.
A supporter's rear support brings the guarantor sooner, by rear_hastening x aid of the days. Two fronts divide forces
(`scene.front_share`). Support without fighting counts as part of the guarantor's weight: expectations without and with
it are mixed in that share.
Counterstrike: what a first day of it would destroy of the challenger's missiles is a cost of fighting without having
struck first (world.surrogate.preemption_gain): it deters fighting and tempts to strike at once, both.

Clock: move. Units: shares. Reads: stocks, pictures, tables.surrogate. Writes: the board.
Source: fitted by script to this project's own campaign; hypergames (Bennett 1977) for fighting under a picture.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.crisis.scene import aid_of, front_share
from kaname.model.world.surrogate import (
    PHASES,
    Orders,
    Sight,
    arrival_of,
    expected_campaign,
    log_ratio,
    preemption_gain,
    sight_of,
)
from kaname.words.declare import Param
from kaname.words.moves import ASSIST, DELAY, FIGHT, GUARANTOR, PLANS, REFUSE, SUPPORT

CONTROL, LOSS_CHALLENGER, LOSS_TARGET, LOSS_GUARANTOR, LOSS_HOST = range(5)
ALONE, REFUSED, DELAYED, GRANTED = range(4)
AIDED = DELAYED
"""Where no host is named: with a supporter's rear support. No game has both."""
PLAN_COUNT = len(PLANS)
ALL_PLANS = (1 << PLAN_COUNT) - 1
"""One bit a plan, as in `fought_plans` of a game form."""


@kernel
def expect(board, plan: int, case: int, weight: float, measure: int) -> float:
    """An expectation of the fight in which the guarantor, with its host's answer, has `weight` (0 absent, 1 all)."""
    alone = board.battles[plan, ALONE, measure]
    joined = board.battles[plan, case, measure]
    return alone + weight * (joined - alone)


@kernel
def weight_of_guarantor(p, form, board, n: int) -> float:
    """Return how much of the guarantor is, or would be, in a fight at a terminal: all, a part if it supports.

    Where it could not yet choose to fight when it moved, it joins in the picture's chance that it is bound.
    """
    move = form.guarantee[n]
    if move == FIGHT:
        return 1.0
    support = p.support_share if move == SUPPORT else 0.0
    return support + (1.0 - support) * board.mean_law[GUARANTOR] if form.joins[n] == 1 else support


@kernel
def case_of_answer(form, n: int) -> int:
    """The third party's answer at a terminal as a case of fighting; where no host is asked, bases are open."""
    answer = form.answer[n]
    if form.backing[n] >= ASSIST:
        return AIDED
    if answer == REFUSE:
        return REFUSED
    return DELAYED if answer == DELAY else GRANTED


@kernel
def foresee(w, p, turn, k: int, observer: int, days: float, plans: int) -> None:
    """Write what `observer` expects of every plan and case, and of the preemption of missiles.

    days: until the guarantor's release; plans: a bit for each plan that is asked about (the places of the others keep
    any value). Other fronts leave a share of the target's and the guarantor's forces.
    """
    foresee_under(w, p, turn, k, observer, days, plans, Orders(float(PHASES), float(PHASES), p.host_joins, 1.0))


@kernel
def foresee_under(w, p, turn, k: int, observer: int, days: float, plans: int, orders: Orders) -> None:
    """Write the same under given orders; orders.host is that of a host that grants."""
    share_target = front_share(w, p, k, p.target[k]) * (1.0 + w.neighbour_help[k])
    share_guarantor = front_share(w, p, k, p.guarantor[k])
    sight = sight_of(w, p, k, observer, share_target, share_guarantor, orders)
    days = max(0.0, days - p.reinforcement_days * w.prepared_beyond)
    _write(turn, ALONE, sight, 0.0, plans)
    _write(turn, GRANTED, sight, arrival_of(days), plans)
    if p.host[k] >= 0 and p.host[k] != p.target[k]:
        delayed = _with_access(sight, sight.access / 2.0, orders.host / 2.0)
        _write(turn, DELAYED, delayed, arrival_of(days + p.answer_delay), plans)
        _write(turn, REFUSED, _with_access(sight, 0.0, 0.0), arrival_of(days + 2.0 * p.answer_delay), plans)
    elif p.host[k] < 0:
        _write(turn, AIDED, sight, arrival_of(aided_days(w, p, days)), plans)
    turn.board[0].preemption = preemption_gain(w, p, k)
    if turn.board[0].denied == 1:
        _take_denial_away(turn.board[0])


@kernel
def _take_denial_away(board) -> None:
    """As if the target, alone, could neither hold the objective nor hurt the challenger (see crisis.deterrence)."""
    for plan in range(PLAN_COUNT):
        board.battles[plan, ALONE, CONTROL] = 1.0
        board.battles[plan, ALONE, LOSS_CHALLENGER] = 0.0
    board.preemption = 0.0


@kernel
def aided_days(w, p, days: float) -> float:
    """Days until the guarantor's release where a supporter gives rear support."""
    return days * (1.0 - p.rear_hastening * aid_of(w, p))


@kernel
def _with_access(sight: Sight, access: float, host: float) -> Sight:
    """The same fight with another share of bases to use, and another weight of the host's own forces."""
    return Sight(
        sight.case, sight.balance, log_ratio(sight.help + host * sight.host_help, sight.attack), sight.present, access,
        sight.interception, sight.strike, sight.doctrine, sight.ground, sight.recapture, sight.attack, sight.help,
        sight.host_help,
    )  # fmt: skip


@kernel
def _write(turn, case: int, sight: Sight, arrival: float, plans: int) -> None:
    board = turn.board[0]
    for plan in range(PLAN_COUNT):
        if (plans >> plan) & 1 == 0:
            continue
        control, challenger, target, guarantor, host = expected_campaign(turn.tables.surrogate, sight, arrival, plan)
        board.battles[plan, case, CONTROL] = control
        board.battles[plan, case, LOSS_CHALLENGER] = challenger
        board.battles[plan, case, LOSS_TARGET] = target
        board.battles[plan, case, LOSS_GUARANTOR] = guarantor
        board.battles[plan, case, LOSS_HOST] = host


PARAMS = (
    Param("host_joins", (), "share", 0, 1,
          "Weight that all give, before a war, to a host's own forces where it grants its bases."),
    Param("rear_hastening", (), "share", 0, 1,
          "Part of the days until the guarantor's release that rear support with full means saves."),
)  # fmt: skip
