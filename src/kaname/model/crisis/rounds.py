"""Further rounds: what was learned in one is believed in the next.

A crisis that ends a round unsettled below arms may go on: the challenger moves again at the root of the same tree, with
  prior'[o, j](t) = prior[o, j](t) x product of the chances, by o's theory of type t, of what o saw j do / sum over t
for every side o and every other side j; means of third sides follow. A side's image of itself does not learn, nor
does the quarter's filter (its clock is the quarter; see `crisis.testimony` for what goes back to it).
Each round takes round_days: answers under way come so much nearer, in truth and in every picture.
The crisis ends by the gravest ending of its rounds (war, fait accompli, concession, settlement, status quo): what
an earlier round settled stays settled, since later rounds are about what is left.

Clock: move. Units: probabilities, days. Reads and writes the board.
Source: docs/explanation/the-crisis.md, D1; Fearon 1994 and Slantchev 2003 on learning across rounds.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.world.board import LAW_POINTS, RESOLVE_POINTS, ROLE_COUNT, TYPE_COUNT
from kaname.model.world.game_form import FIGHTING
from kaname.words.axes import END_NONE, END_SETTLEMENT, END_STATUS_QUO
from kaname.words.declare import Param
from kaname.words.moves import ARMED_RUNG, CHALLENGER

ROUND_STEP = 64
"""Steps of the clock word between two rounds; a round has fewer moves."""


@kernel
def begin(board) -> None:
    """A new crisis: nothing has been learned in it."""
    board.rounds_before = 0.0
    board.days_elapsed = 0.0
    board.protector_acted = 0
    for r in range(ROLE_COUNT):
        board.has_learned[r] = 0


@kernel
def take_forethought(board, thought: bool) -> None:
    """Let the crisis that `respond` plays next, of this same world and contingency, start from what the challenger has
    thought of it already (see crisis.deterrence)."""
    board.forethought = 1 if thought else 0


@kernel
def open_round(p, board, number: int) -> None:
    """Round `number` (from 0): everybody stands at the root and has to think again."""
    board.rounds_before = float(number)
    board.days_elapsed = number * p.round_days
    for r in range(ROLE_COUNT):
        board.seen_node[r] = 0
        board.has_thought[r] = 0
    board.has_thought[CHALLENGER] = board.forethought
    board.forethought = 0


@kernel
def may_go_on(p, form, board, node: int, ending: int) -> bool:
    """Whether the ending of the round leaves room for another."""
    unsettled = ending in (END_STATUS_QUO, END_SETTLEMENT)
    if not unsettled or form.goes_on[node] == 0 or form.height[node] >= ARMED_RUNG:
        return False
    return board.rounds_before + 1.0 < p.most_rounds


@kernel
def learn(form, board, role: int) -> None:
    """Carry what `role` believes of the others, where it sees the game now, into its priors."""
    for other in range(form.roles):
        if other != role:
            seen = form.last[other, board.seen_node[role]]
            if not _take_over(board, role, other, seen):
                _take_over(board, role, other, 0)
    board.has_learned[role] = 1


@kernel
def _take_over(board, role: int, other: int, node: int) -> bool:
    """Write the shares of the types of `other` at a node; False where none is left above zero in numbers."""
    reach, total = board.reach[role, other], 0.0
    for t in range(TYPE_COUNT):
        total += reach[t, node]
    if total <= 0.0:
        return False
    for t in range(TYPE_COUNT):
        board.prior[role, other, t] = reach[t, node] / total
    return True


@kernel
def learned_resolve(board, role: int, other: int) -> float:
    """Mean resolve (0..1) of `other` in the eyes of `role`, after earlier rounds."""
    total = 0.0
    for t in range(TYPE_COUNT):
        total += board.prior[role, other, t] * (t // LAW_POINTS)
    return total / (RESOLVE_POINTS - 1)


@kernel
def learned_law(board, role: int, other: int) -> float:
    """Chance that `other` may make its contested moves, in the eyes of `role`, after earlier rounds."""
    total = 0.0
    for t in range(TYPE_COUNT):
        total += board.prior[role, other, t] * (t % LAW_POINTS)
    return total


@kernel
def graver(first: int, second: int) -> int:
    """The graver of two endings of rounds; fighting before all, a settlement between status quo and concession."""
    if first == FIGHTING or second == FIGHTING:
        return FIGHTING
    return first if _gravity(first) >= _gravity(second) else second


@kernel
def _gravity(ending: int) -> float:
    if ending == END_NONE:
        return 0.0
    if ending == END_SETTLEMENT:
        return END_STATUS_QUO + 1.0 / 2.0
    return float(ending)


PARAMS = (
    Param("most_rounds", (), "count", 1, 12, "Rounds after which a crisis below arms ends as it stands.", "count"),
)  # fmt: skip
