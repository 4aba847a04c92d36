"""What is true and what is drawn in a crisis: own types, what law allows the mover, who misreads whom.

True resolve: binomial on three points with the mean that the side knows of itself. Whether the guarantor holds itself
bound to fight is drawn with its own belief that it fights, moved by the type of its administration where that belief
was formed for another; one that does not is barred from fighting:
  logit m = logit belief[g, k] + slope x weight x (type_resolve[administration] - what the belief took it to be)
Law: a move that the ally's law forbids is barred to the ally; what is left open permits with chance open_law_permits.
Where acts are hidden, a move that needs proof is barred to a side that cannot prove who acted (crisis.attribution).
Others know in public only that police may act; whether force is permitted is their guess (picture_law).
Misreading: with chance misread_chance x (1 - misread_exchange x exchange) an onlooker takes a move for a neighbour with
the same successors; exchange is channels to a rival, habit of coordination between allies.

Clock: move. Units: probabilities. Draws: resolve_type, law_type, misread, cyber_attribution by role. Reads: law,
beliefs, channels.
Source: docs/explanation/the-crisis.md, D2 and D5; Press 2005 and its opponents for the weight of type.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import logistic, logit
from kaname.core.slots import SLOT
from kaname.model.crisis.attribution import can_prove
from kaname.model.crisis.thinking import actor_in, chance_of_point, resolve_at
from kaname.model.world.board import BARRED, CONTESTED, FREE
from kaname.model.world.doubt import slope_of
from kaname.model.world.game_form import NOT_MADE
from kaname.model.world.turn import Turn, at, uniform
from kaname.words.axes import POLICE_RESPONSE
from kaname.words.declare import Param
from kaname.words.moves import FIGHT, GUARANTOR, TARGET

SLOT_RESOLVE, SLOT_LAW, SLOT_MISREAD = SLOT["resolve_type"], SLOT["law_type"], SLOT["misread"]
FORBIDDEN, PERMITTED = 0, 1
UPWARD = 64


@kernel
def true_mean(w, p, k: int, role: int) -> float:
    """Return the mean of the side's resolve (0..1) as nature draws it; the guarantor's chance of being bound."""
    actor = actor_in(p, k, role)
    if role != GUARANTOR or actor != p.protector:
        return w.belief[actor, k] if role == GUARANTOR else w.picture_resolve[actor, actor]
    return mean_of_type(w, p, k, actor, w.administration)


@kernel
def is_bound(w, p, turn: Turn, k: int) -> bool:
    """Whether the guarantor holds itself bound to fight in this crisis; a person in its seat decides by moving."""
    if turn.seats[actor_in(p, k, GUARANTOR)] == 1:
        return True
    return uniform(turn, SLOT_RESOLVE, GUARANTOR) < true_mean(w, p, k, GUARANTOR)


@kernel
def mean_of_type(w, p, k: int, observer: int, g: int) -> float:
    """Chance of being bound that `observer` would expect of the guarantor if its leadership were known as type g."""
    weight = p.interest_share + (1.0 - p.interest_share) * p.dispositional_share
    held = 0.0
    for h in range(w.type_belief.shape[1]):
        held += w.type_belief[observer, h] * p.type_resolve[h]
    moved = slope_of(p.choice_precision, p.value_doubt) * weight * (p.type_resolve[g] - held)
    return logistic(logit(w.belief[observer, k]) + moved)


@kernel
def true_point(w, p, turn: Turn, k: int, role: int) -> int:
    """The resolve that the side has in this crisis: a point 0, 1 or 2 of the grid."""
    if role == GUARANTOR:
        return 1
    mean = true_mean(w, p, k, role)
    u = uniform(turn, SLOT_RESOLVE, role)
    low = chance_of_point(mean, 0)
    if u < low:
        return 0
    return 1 if u < low + chance_of_point(mean, 1) else 2


@kernel
def true_resolve(w, p, turn: Turn, k: int, role: int) -> float:
    """Return the weight of its stake that the side has in this crisis."""
    return resolve_at(p, float(true_point(w, p, at(turn, k, 0), k, role)))


@kernel
def allows(w, p, turn: Turn, k: int, law: int) -> bool:
    """Whether law lets the ally make a move now; an open question is settled by a draw of its own."""
    answer = w.permit[k, law]
    if answer in (FORBIDDEN, PERMITTED):
        return answer == PERMITTED
    return uniform(turn, SLOT_LAW, law) < p.open_law_permits


@kernel
def find_legality(w, p, turn: Turn, k: int) -> None:
    """Write legality (as others must guess) and own_legality (as each side knows of itself) of every move."""
    form, board = turn.tables.tree[k], turn.board[0]
    target_knows, guarantor_knows = True, True
    bound = form.hidden == 1 or is_bound(w, p, turn, k)
    if form.hidden == 1:
        target_knows = can_prove(w, p, turn, k, actor_in(p, k, TARGET), TARGET)
        guarantor_knows = can_prove(w, p, turn, k, actor_in(p, k, GUARANTOR), GUARANTOR)
    for n in range(form.nodes):
        first, owner = form.first[n], form.owner[n]
        knows = target_knows if owner == TARGET else guarantor_knows
        for c in range(first, first + form.children[n]):
            law = form.law[c]
            board.legality[c] = FREE
            board.own_legality[c] = FREE
            if law != NOT_MADE and actor_in(p, k, owner) == p.ally:
                board.own_legality[c] = FREE if allows(w, p, turn, k, law) else BARRED
                board.legality[c] = board.own_legality[c] if law == POLICE_RESPONSE else CONTESTED
            if owner == GUARANTOR and form.move[c] == FIGHT and form.hidden == 0:
                board.legality[c] = CONTESTED
                board.own_legality[c] = FREE if bound else BARRED
            if form.proof[c] == 1:
                board.legality[c] = CONTESTED
                if not knows:
                    board.own_legality[c] = BARRED


@kernel
def misread_chance(w, p, k: int, mover: int, onlooker: int) -> float:
    """Chance that the side in role `onlooker` takes a move of the side in role `mover` for its neighbour."""
    moving, watching = actor_in(p, k, mover), actor_in(p, k, onlooker)
    exchange = max(w.channels[moving], w.channels[watching])
    allied = (moving == p.protector and watching == p.ally) or (moving == p.ally and watching == p.protector)
    if allied:
        exchange = w.habit
    return p.misread_chance * (1.0 - p.misread_exchange * exchange)


@kernel
def perceived(turn: Turn, form, node: int, chance: float, index: int) -> int:
    """The node that an onlooker believes was reached when `node` was (in its own history); index names the draw."""
    up, down = form.twin_up[node], form.twin_down[node]
    if (up == NOT_MADE and down == NOT_MADE) or uniform(turn, SLOT_MISREAD, index) >= chance:
        return node
    if up == NOT_MADE:
        return down
    if down == NOT_MADE:
        return up
    return up if uniform(turn, SLOT_MISREAD, UPWARD + index) < 1.0 / 2.0 else down


PARAMS = (
    Param("misread_chance", (), "probability per move", 0, 1,
          "Chance that an onlooker takes a move for its neighbour, without any exchange."),
    Param("misread_exchange", (), "share", 0, 1, "Share of misreading that full exchange of information removes."),
    Param("open_law_permits", (), "probability", 0, 1,
          "Chance that a question of law left open is settled in time and permits."),
)  # fmt: skip
