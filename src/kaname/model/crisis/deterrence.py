"""Whether an opportunity that passed unused was deterred, and by what: the challenger is asked again on the same draw.

The challenger's own rule is computed as things are; with no belief in the guarantee (nobody takes the guarantor to be
bound, and support costs it the weight of the switch); without denial (the target's police keep nothing from being
gained, and in a fight that the guarantor has not joined the target holds nothing and costs nothing); and with both. One
belief or one payoff is changed, never the tree. One uniform, the one that decides its move, says in each case what it
does. Classes, for acting at all and again for using arms:
  0 not_tempted            would not act in any case
  1 deterred_by_guarantee  acts only when the guarantee is taken away
  2 deterred_by_denial     acts only when the target's own response is taken away
  3 deterred_by_either     acts only when both are: each alone suffices
  4 failed                 acts as things are, and would without guarantee or without denial too
  5 provoked               acts as things are, but would not without the guarantee, or without the denial
  6 deterred_by_both       acts when either is taken away: both were needed
The definition asks three times; with the fourth, an opportunity that either would have deterred is not taken for one
that nobody wanted. Tempted are all but 0 and 5; the deterrence rate is (1 + 2 + 3 + 6) over those.

Clock: move, before the crisis, on futures 0-499, or on all where a run asks for it. Units: counts. Writes both counts.
Source: docs/explanation/the-crisis.md, D7; Huth 1988 and Zagare and Kilgour 2000 on immediate and general deterrence.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.slots import SLOT
from kaname.model.crisis.nature import find_legality, true_point
from kaname.model.crisis.rounds import begin
from kaname.model.crisis.thinking import picture_of, reconsider
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import at, uniform
from kaname.words.axes import BY_BOTH, BY_DENIAL, BY_EITHER, BY_GUARANTEE, FAILED, NOT_TEMPTED, PROVOKED
from kaname.words.declare import Field
from kaname.words.events import KIND
from kaname.words.moves import ARMED_RUNG, CHALLENGER, GUARANTOR, SUPPORT

JUDGED_FUTURES = 500
"""Opportunities of the futures before this one are always judged; those of the others where a run asks for it."""
SLOT_MOVE = SLOT["crisis_move"]
CLASSED = KIND["deterrence"]


@kernel
def counterfactual_deterrence(w, p, turn, k: int) -> bool:
    """Class the opportunity in contingency k, for acting at all and for using arms, and count it.

    Return whether there was one; the board then holds the challenger's thought of things as they are (see
    crisis.rounds.take_forethought).
    """
    form, board = turn.tables.tree[k], turn.board[0]
    if w.opportunity[k] == 0 or form.nodes == 0:
        return False
    here = at(turn, k, 0)
    begin(board)
    point = true_point(w, p, here, k, CHALLENGER)
    find_legality(w, p, here, k)
    without_guarantee = net_incentive_to_act(w, p, here, k, point, True, False)
    rung_without_guarantee = _rung(here, form)
    without_denial = net_incentive_to_act(w, p, here, k, point, False, True)
    rung_without_denial = _rung(here, form)
    net_incentive_to_act(w, p, here, k, point, True, True)
    rung_without_both = _rung(here, form)
    as_is = net_incentive_to_act(w, p, here, k, point, False, False)
    rung = _rung(here, form)
    outcome_class = class_of(rung > 0, rung_without_guarantee > 0, rung_without_denial > 0, rung_without_both > 0)
    of_arms = class_of(
        rung >= ARMED_RUNG, rung_without_guarantee >= ARMED_RUNG, rung_without_denial >= ARMED_RUNG,
        rung_without_both >= ARMED_RUNG,
    )  # fmt: skip
    w.deterrence_count[k, outcome_class] += 1
    w.deterrence_arms[k, of_arms] += 1
    note(w, here, CLASSED, p.challenger[k], k, outcome_class, as_is, without_guarantee, without_denial, of_arms)
    return True


@kernel
def class_of(acts: bool, without_guarantee: bool, without_denial: bool, without_both: bool) -> int:
    """The class of an opportunity, from whether the challenger acts in each of the four cases."""
    if acts:
        return FAILED if without_guarantee and without_denial else PROVOKED
    if without_guarantee:
        return BY_BOTH if without_denial else BY_GUARANTEE
    if without_denial:
        return BY_DENIAL
    return BY_EITHER if without_both else NOT_TEMPTED


@kernel
def net_incentive_to_act(w, p, turn, k: int, point: int, no_guarantee: bool, no_denial: bool) -> float:
    """Return what the challenger's best move is worth to it beyond waiting, without what is taken away."""
    form, board = turn.tables.tree[k], turn.board[0]
    board.denied, board.unaided = int(no_denial), int(no_guarantee)
    picture_of(w, p, turn, k, CHALLENGER)
    board.denied, board.unaided = 0, 0
    if no_guarantee:
        _expect_no_support(p, form, board)
    reconsider(w, p, turn, k, CHALLENGER, point)
    value, first = board.own_value[CHALLENGER], form.first[0]
    waiting = value[first]
    best = value[first + 1]
    for c in range(first + 1, first + form.children[0]):
        best = max(best, value[c])
    return best - waiting


@kernel
def _expect_no_support(p, form, board) -> None:
    """Change one payoff, of the guarantor's support, as crisis.guarantee does."""
    for n in range(form.nodes):
        if form.guarantee[n] == SUPPORT and form.children[n] == 0:
            board.payoff_fixed[GUARANTOR, n] -= p.guarantee_weight


@kernel
def _rung(turn, form) -> int:
    """The rung of the move that the draw which decides the challenger's move makes it choose."""
    u, reach = uniform(turn, SLOT_MOVE, CHALLENGER), 0.0
    first, last = form.first[0], form.first[0] + form.children[0] - 1
    for c in range(first, last):
        reach += turn.board[0].own_odds[CHALLENGER, c]
        if u < reach:
            return form.rung[c]
    return form.rung[last]


FIELDS = (
    Field("deterrence_arms", ("contingency", "eight"), "count", 0, 1e9, "hidden",
          "As deterrence_count, but of using arms (see crisis.deterrence).", "count"),
    Field("deterrence_count", ("contingency", "eight"), "count", 0, 1e9, "hidden",
          "Opportunities by deterrence class (see crisis.deterrence).", "count"),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Each opportunity is judged with and without the guarantee and the target's response, on the same draw.",
    source=("huth_1988", "zagare_kilgour_2000"),
    systems=("S12", "S13", "S45"),
    run=counterfactual_deterrence,
    core=True,
)
