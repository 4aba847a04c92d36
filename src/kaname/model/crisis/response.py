"""A crisis: the challenger uses an opportunity or not, the others answer, each in its own picture, round by round.

The movers' own rules and true types decide. A side that has thought keeps its rule for the round; each keeps its
own perceived history, since moves on neighbouring rungs can be misread; endings and fighting never are. What a round
came to is written by crisis.settling; whether another follows, and with what beliefs, is crisis.rounds; what is
believed at the end goes back to the quarter as evidence (crisis.testimony); a trace hears why (crisis.account).

Clock: move (four or five a round, most_rounds rounds). Units: probabilities, stakes, days. Answers the ending, -1 when
fighting begins, 0 when no opportunity arose. Source: docs/explanation/the-crisis.md; McKelvey and Palfrey 1998;
Bennett 1977; Snyder 1984; Fearon 1994.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.slots import SLOT
from kaname.model.crisis.account import account, tell_learned
from kaname.model.crisis.board import (
    BARRED,
    CHOICE,
    LAST_AT,
    OPENING_AT,
    OWN_GATE,
    OWN_ODDS,
    OWN_VALUE,
    SEEN_AT,
    THOUGHT_AT,
)
from kaname.model.crisis.ladder import CHILDREN, FIGHTING, FIRST, GUARANTEE, MOVE, NODES, NOT_MADE, OWNER, PLY
from kaname.model.crisis.nature import misread_chance, open_gates, perceived, roles_in, true_point
from kaname.model.crisis.rounds import ROUND_STEP, begin, graver, learn, may_go_on, open_round
from kaname.model.crisis.settling import settle
from kaname.model.crisis.testimony import testify
from kaname.model.crisis.thinking import actor_in, think
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
    tree, scratch = turn.tables.tree[k], turn.scratch
    nodes = tree[0, NODES]
    if w.opportunity[k] == 0 or nodes == 0:
        return END_NONE
    roles = roles_in(tree, nodes)
    begin(scratch)
    open_gates(w, p, at(turn, k, 0), k, tree, nodes)
    standing, number, asked, going = END_NONE, 0, False, True
    while going:
        here = at(turn, k, number * ROUND_STEP)
        open_round(p, scratch, number)
        node = _play(w, p, here, k, tree, nodes, roles, number)
        ending = settle(w, p, here, k, tree, node)
        standing = graver(standing, ending)
        asked = asked or tree[node, GUARANTEE] != NOT_MADE
        going = may_go_on(p, scratch, tree, node, ending)
        if going or asked:
            _learn_all(w, p, here, k, tree, nodes, roles, going)
        if going:
            number += 1
            w.total_rounds += 1
            note(w, here, GOES_ON_AGAIN, p.challenger[k], k, number + 1.0, standing, number * p.round_days, 0.0, 0.0)
    if asked:
        testify(w, p, at(turn, k, number * ROUND_STEP), k, roles)
    if standing != FIGHTING and w.rung[k] > 0:
        note(w, turn, SETTLED, p.challenger[k], k, standing, number + 1.0, w.decision_days[k], 0.0, 0.0)
    begin(scratch)
    return standing


@kernel
def _play(w, p, turn, k: int, tree, nodes: int, roles: int, number: int) -> int:
    """Move by move from the root to a terminal node; answers that node."""
    memory = turn.scratch[CHOICE]
    memory[OPENING_AT] = 0.0
    node, ply = 0, 0
    while tree[node, CHILDREN] > 0:
        here = at(turn, k, number * ROUND_STEP + ply)
        role = tree[node, OWNER]
        _think_once(w, p, turn, k, tree, nodes, roles, role)
        move = _choose(w, p, here, k, tree, nodes, role, int(memory[SEEN_AT + role]), ply)
        node = tree[node, FIRST] + move
        for r in range(roles):
            memory[SEEN_AT + r] = _sees(w, p, here, k, tree, role, r, int(memory[SEEN_AT + r]), move)
        ply += 1
    return node


@kernel
def _think_once(w, p, turn, k: int, tree, nodes: int, roles: int, role: int) -> None:
    """Let the side think, unless it has thought in this round; its true type holds for the whole crisis."""
    if turn.scratch[CHOICE, THOUGHT_AT + role] == 0.0:
        point = true_point(w, p, at(turn, k, 0), k, role)
        think(w, p, turn.tables.surrogate, turn.scratch, k, tree, nodes, roles, role, point)
        turn.scratch[CHOICE, THOUGHT_AT + role] = 1.0


@kernel
def _learn_all(w, p, turn, k: int, tree, nodes: int, roles: int, going: bool) -> None:
    """Everybody who has thought learns from the round; before a further round, those who only looked on do too."""
    for role in range(roles):
        if going:
            _think_once(w, p, turn, k, tree, nodes, roles, role)
        if turn.scratch[CHOICE, THOUGHT_AT + role] == 1.0:
            learn(tree, turn.scratch, roles, role)
            tell_learned(w, p, turn, k, roles, role)


@kernel
def _choose(w, p, turn, k: int, tree, nodes: int, role: int, seen: int, ply: int) -> int:
    """The mover's choice at the node where it believes the game to be, as a place among the moves there."""
    scratch = turn.scratch
    first, count = tree[seen, FIRST], tree[seen, CHILDREN]
    account(w, p, turn, k, tree, nodes, role, seen)
    for i in range(count):
        scratch[CHOICE, i] = scratch[OWN_ODDS + role, first + i]
    question = ASKED_HOST if role == HOST and tree[first, PLY] != SUPPORTER_PLY else ASKED_MOVE
    move = choose_by_chance(w, turn, actor_in(p, k, role), question, scratch[CHOICE], count, SLOT_MOVE, role)
    while move > 0 and scratch[OWN_GATE, first + move] == BARRED:
        move -= 1
    _tell(w, p, turn, k, tree, role, seen, move, ply)
    return move


@kernel
def _tell(w, p, turn, k: int, tree, role: int, seen: int, move: int, ply: int) -> None:
    """Note the values that decided; keep how the move compares with the most peaceful one in the mover's picture."""
    scratch = turn.scratch
    first, count = tree[seen, FIRST], tree[seen, CHILDREN]
    value = scratch[OWN_VALUE + role, first + move]
    peaceful = scratch[OWN_VALUE + role, first]
    best, found = 0.0, False
    for i in range(count):
        if i != move and scratch[OWN_GATE, first + i] != BARRED:
            best = max(best, scratch[OWN_VALUE + role, first + i]) if found else scratch[OWN_VALUE + role, first + i]
            found = True
    scratch[CHOICE, LAST_AT] = value - peaceful
    actor, chance, code = actor_in(p, k, role), scratch[CHOICE, move], tree[first + move, MOVE]
    if ply == 0:
        scratch[CHOICE, OPENING_AT] = value - peaceful
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
        kind = SUPPORTED if tree[first + move, PLY] == SUPPORTER_PLY else ANSWERED
    note(w, turn, kind, actor, k, code, chance, value, best, w.decision_days[k])


@kernel
def _sees(w, p, turn, k: int, tree, mover: int, onlooker: int, believed: int, move: int) -> int:
    """The node at which the onlooker believes the game to be after the move."""
    reached = tree[believed, FIRST] + move
    if onlooker == mover:
        return reached
    chance = misread_chance(w, p, k, mover, onlooker)
    seen = perceived(turn, tree, reached, chance, mover * ROLE_STRIDE + onlooker)
    if seen != reached:
        actor = actor_in(p, k, onlooker)
        note(w, turn, MISREAD, actor, k, tree[seen, PLY], tree[reached, MOVE], tree[seen, MOVE], chance, 0.0)
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
    source=("mckelvey_palfrey_1998", "bennett_1977", "signorino_1999", "fearon_1994", "fearon_1995", "snyder_1984"),
    systems=("S05", "S09", "S11", "S14", "S38", "S39", "S40", "S45", "S46", "S49", "S54", "S55", "S57", "S59"),
    run=respond,
    core=True,
)
