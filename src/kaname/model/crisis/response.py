"""A crisis: the challenger uses an opportunity or not, the others answer, each in its own picture, round by round.

The movers' own rules and true types decide. A side that has thought keeps its rule for the round; each keeps its
own perceived history, since moves on neighbouring rungs can be misread; endings and fighting never are. What a round
came to is written by crisis.settling; whether another follows, and with what beliefs, is crisis.rounds; what is
believed at the end goes back to the quarter as evidence (crisis.testimony); a trace hears why (crisis.account).

Clock: move (four or five a round, most_rounds rounds). Units: probabilities, stakes, days. Answers the ending, -1 when
fighting begins, 0 when no opportunity arose. Source: docs/explanation/the-crisis.md, D1-D6; McKelvey and Palfrey 1998;
Bennett 1977; Snyder 1984; Fearon 1994.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.slots import SLOT
from kaname.model.crisis.account import account, tell_learned
from kaname.model.crisis.nature import find_legality, misread_chance, perceived, true_point
from kaname.model.crisis.rounds import ROUND_STEP, begin, graver, learn, may_go_on, open_round
from kaname.model.crisis.settling import settle
from kaname.model.crisis.testimony import testify
from kaname.model.crisis.thinking import actor_in, think
from kaname.model.world.board import BARRED
from kaname.model.world.game_form import FIGHTING, NOT_MADE
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.seats import QUESTION, choose_by_chance
from kaname.model.world.turn import at
from kaname.words.axes import END_NONE
from kaname.words.declare import Field, Param
from kaname.words.events import KIND
from kaname.words.moves import GUARANTOR, HOST, NOTHING, SUPPORTER_PLY

SLOT_MOVE = SLOT["crisis_move"]
CHALLENGED, LET_PASS, MISREAD = KIND["challenge"], KIND["no_challenge"], KIND["misread"]
RESPONDED, GUARANTEED, ANSWERED, SUPPORTED = KIND["response"], KIND["guarantor"], KIND["host"], KIND["supporter"]
SETTLED, GOES_ON_AGAIN = KIND["settled"], KIND["round"]
ASKED_MOVE, ASKED_HOST = QUESTION["crisis_move"], QUESTION["host_access"]
ROLE_STRIDE = 8


@kernel
def respond(w, p, turn, k: int) -> int:
    """Play the crisis in contingency k; the place of its ending, or -1 when fighting begins (see the module's text)."""
    form, board = turn.tables.tree[k], turn.board[0]
    if w.opportunity[k] == 0 or form.nodes == 0:
        return END_NONE
    begin(board)
    find_legality(w, p, at(turn, k, 0), k)
    standing, number, guarantor_moved, going = END_NONE, 0, False, True
    while going:
        here = at(turn, k, number * ROUND_STEP)
        open_round(p, board, number)
        node = _play(w, p, here, k, number)
        ending = settle(w, p, here, k, node)
        standing = graver(standing, ending)
        guarantor_moved = guarantor_moved or form.guarantee[node] != NOT_MADE
        going = may_go_on(p, form, board, node, ending)
        if going or guarantor_moved:
            _learn_all(w, p, here, k, going)
        if going:
            number += 1
            w.total_rounds += 1
            note(w, here, GOES_ON_AGAIN, p.challenger[k], k, number + 1.0, standing, number * p.round_days, 0.0, 0.0)
    if guarantor_moved:
        testify(w, p, at(turn, k, number * ROUND_STEP), k)
    if standing != FIGHTING and w.rung[k] > 0:
        note(w, turn, SETTLED, p.challenger[k], k, standing, number + 1.0, w.decision_days[k], 0.0, 0.0)
    begin(board)
    return standing


@kernel
def _play(w, p, turn, k: int, number: int) -> int:
    """Return the ending that is reached, move by move from the root."""
    form, board = turn.tables.tree[k], turn.board[0]
    board.opening_gain = 0.0
    node, ply = 0, 0
    while form.children[node] > 0:
        here = at(turn, k, number * ROUND_STEP + ply)
        role = form.owner[node]
        _think_once(w, p, turn, k, role)
        move = _choose(w, p, here, k, role, ply)
        node = form.first[node] + move
        for r in range(form.roles):
            board.seen_node[r] = _sees(w, p, here, k, role, r, move)
        ply += 1
    return node


@kernel
def _think_once(w, p, turn, k: int, role: int) -> None:
    """Let the side think, unless it has thought in this round; its true type holds for the whole crisis."""
    if turn.board[0].has_thought[role] == 0:
        point = true_point(w, p, at(turn, k, 0), k, role)
        think(w, p, turn, k, role, point)
        turn.board[0].has_thought[role] = 1


@kernel
def _learn_all(w, p, turn, k: int, going: bool) -> None:
    """Everybody who has thought learns from the round; before a further round, those who only looked on do too."""
    form, board = turn.tables.tree[k], turn.board[0]
    for role in range(form.roles):
        if going:
            _think_once(w, p, turn, k, role)
        if board.has_thought[role] == 1:
            learn(form, board, role)
            tell_learned(w, p, turn, k, role)


@kernel
def _choose(w, p, turn, k: int, role: int, ply: int) -> int:
    """Return the mover's choice at the node where it believes the game to be, as an index among the moves there."""
    form, board = turn.tables.tree[k], turn.board[0]
    seen = board.seen_node[role]
    first, count = form.first[seen], form.children[seen]
    account(w, p, turn, k, role, seen)
    for i in range(count):
        board.chances[i] = board.own_odds[role, first + i]
    question = ASKED_HOST if role == HOST and form.ply[first] != SUPPORTER_PLY else ASKED_MOVE
    move = choose_by_chance(w, turn, actor_in(p, k, role), question, board.chances, count, SLOT_MOVE, role)
    while move > 0 and board.own_legality[first + move] == BARRED:
        move -= 1
    _note_move(w, p, turn, k, role, move, ply)
    return move


@kernel
def _note_move(w, p, turn, k: int, role: int, move: int, ply: int) -> None:
    """Note the values that decided; keep how the move compares with the most peaceful one in the mover's picture."""
    form, board = turn.tables.tree[k], turn.board[0]
    seen = board.seen_node[role]
    first, count, values = form.first[seen], form.children[seen], board.own_value[role]
    value, peaceful = values[first + move], values[first]
    best, any_other = 0.0, False
    for i in range(count):
        if i != move and board.own_legality[first + i] != BARRED:
            best = max(best, values[first + i]) if any_other else values[first + i]
            any_other = True
    board.last_gain = value - peaceful
    actor, chance, code = actor_in(p, k, role), board.chances[move], form.move[first + move]
    if ply == 0:
        board.opening_gain = value - peaceful
        belief = w.belief[actor, k]
        if code == NOTHING:
            note(w, turn, LET_PASS, actor, k, code, peaceful, best, chance, belief)
        else:
            note(w, turn, CHALLENGED, actor, k, code, peaceful, value, chance, belief)
        return
    kind = RESPONDED
    if role == GUARANTOR:
        kind = GUARANTEED
    elif role == HOST:
        kind = SUPPORTED if form.ply[first + move] == SUPPORTER_PLY else ANSWERED
    note(w, turn, kind, actor, k, code, chance, value, best, w.decision_days[k])


@kernel
def _sees(w, p, turn, k: int, mover: int, onlooker: int, move: int) -> int:
    """Return the node at which the onlooker believes the game to be after the move."""
    form = turn.tables.tree[k]
    reached = form.first[turn.board[0].seen_node[onlooker]] + move
    if onlooker == mover:
        return reached
    chance = misread_chance(w, p, k, mover, onlooker)
    seen = perceived(turn, form, reached, chance, mover * ROLE_STRIDE + onlooker)
    if seen != reached:
        actor = actor_in(p, k, onlooker)
        note(w, turn, MISREAD, actor, k, form.ply[seen], form.move[reached], form.move[seen], chance, 0.0)
    return seen


FIELDS = (
    Field("total_rounds", (), "count", 0, 1e9, "hidden",
          "Further rounds of crises so far, beyond the first of each.", "count"),
)  # fmt: skip
PARAMS = (
    Param("round_days", (), "days", 0, 90, "Days from one round of a crisis to the next."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Each government answers a challenge by its own picture of the others, of law, of time and of a fight.",
    source=(
        "mckelvey_palfrey_1998",
        "bennett_1977",
        "signorino_1999",
        "fearon_1994",
        "fearon_1995",
        "snyder_1984",
        "holsti_1972",
    ),
    systems=("S05", "S09", "S11", "S14", "S38", "S39", "S40", "S45", "S46", "S49", "S54", "S55", "S57", "S59"),
    run=respond,
    core=True,
)
