"""How one side thinks a crisis through: subjective quantal response of depth 2.

1. Its picture of every side's payoffs (crisis.payoffs).
2. Its theory of each other side j, for each type t of j: logit backward induction of the complete-information game in
   which j is t, third sides have its mean type for them and it is itself as it believes others see it (its image).
3. Forward: Bayes along the public history; reach[j, t](n) = prior x product of the theory's chances of j's moves.
4. Backward: own values with own later moves logit, others' moves as predicted: P(m) = sum_t reach(child) / sum_t reach.
One pass each way: unique, no fixed point, and nothing is off the path.

Types: resolve on three points between resolve_low and resolve_high, binomial with mean m, x law permits (0, 1), the
latter only of sides whose moves the ally's law may bar. m: belief of the observer in the guarantor (the credibility
filter's), picture_resolve of the others; own entries of these are the image. Law: picture_law, times the chance of
attribution where acts are hidden. In a further round the others' types are what was learned (crisis.rounds), and the
days that have passed are off the days expected.

Clock: move. Units: probabilities, stakes. Reads: beliefs and pictures of one actor. Writes: scratch rows OWN_*.
Source: docs/explanation/the-crisis.md; Bennett 1977; McKelvey and Palfrey 1998; Signorino 1999.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.crisis.attribution import attribution
from kaname.model.crisis.board import (
    CHOICE,
    CONTESTED,
    DEAD,
    ELAPSED_AT,
    FLAT,
    FREE,
    GATE,
    KEEN,
    LANE,
    LANE_ODDS,
    LAW_AT,
    LAW_POINTS,
    MEAN_LAW_AT,
    MEAN_RESOLVE_AT,
    ODDS,
    OWN_GATE,
    OWN_ODDS,
    OWN_VALUE,
    PLAIN,
    PLAIN_AT,
    RESOLVE_AT,
    ROLE_COUNT,
    ROUND_AT,
    SEEN,
    TYPE_COUNT,
    TYPES,
    kept_column,
    kept_row,
    place_of,
    prior_at,
)
from kaname.model.crisis.fighting import foresee
from kaname.model.crisis.ladder import (
    CHILDREN,
    FIRST,
    FOUGHT_PLANS,
    HIDDEN,
    LAST,
    MOVE_AGAIN,
    NESTED,
    OWNER,
)
from kaname.model.crisis.payoffs import fill_payoffs
from kaname.model.crisis.rounds import learned_law, learned_resolve
from kaname.model.crisis.scene import front_share, scene_of
from kaname.model.crisis.solve import backward, logit_odds, mark_plain_nodes, move_odds
from kaname.words.declare import Param
from kaname.words.moves import CHALLENGER, GUARANTOR, TARGET


@kernel
def actor_in(p, k: int, role: int) -> int:
    """The actor that plays a role in contingency k (where no host is named, the ally stands there: as supporter)."""
    if role == CHALLENGER:
        return p.challenger[k]
    if role == TARGET:
        return p.target[k]
    if role == GUARANTOR:
        return p.guarantor[k]
    return p.host[k] if p.host[k] >= 0 else p.ally


@kernel
def resolve_at(p, point: float) -> float:
    """Weight of the stake at a point of the grid (0, 1, 2) or between."""
    return p.resolve_low + (p.resolve_high - p.resolve_low) * point / 2.0


@kernel
def chance_of_point(mean: float, point: int) -> float:
    """Binomial chance of the point 0, 1 or 2 when the mean share is `mean`."""
    if point == 0:
        return (1.0 - mean) * (1.0 - mean)
    if point == 1:
        return 2.0 * mean * (1.0 - mean)
    return mean * mean


@kernel
def mean_resolve(w, p, k: int, observer: int, role: int) -> float:
    """How resolute (0..1) `observer` holds the side in `role` to be; of itself: how it believes others see it."""
    if role == GUARANTOR:
        return w.belief[observer, k]
    return w.picture_resolve[observer, actor_in(p, k, role)]


@kernel
def days_expected(w, scratch, k: int, observer: int) -> float:
    """Days until a joint response that `observer` still expects in this round."""
    return max(w.picture_delay[observer, k] - scratch[CHOICE, ELAPSED_AT], 0.0)


@kernel
def picture_of(w, p, table, scratch, k: int, tree, nodes: int, role: int) -> None:
    """Payoffs of every side and mean types, in the picture of the side in `role`."""
    observer = actor_in(p, k, role)
    share_target = front_share(w, p, k, p.target[k])
    share_guarantor = front_share(w, p, k, p.guarantor[k])
    days = days_expected(w, scratch, k, observer)
    scene = scene_of(w, p, k, observer, days)
    foresee(w, p, table, scratch, k, observer, days, share_target, share_guarantor, tree[0, FOUGHT_PLANS])
    fill_payoffs(p, tree, scratch, k, scene, nodes)
    for r in range(ROLE_COUNT):
        resolve, law = mean_resolve(w, p, k, observer, r), mean_law(w, p, k, tree, observer, r)
        if r != role and scratch[CHOICE, ROUND_AT] > 0.0:
            resolve, law = learned_resolve(scratch, role, r), learned_law(scratch, role, r)
        scratch[TYPES, MEAN_RESOLVE_AT + r] = resolve_at(p, 2.0 * resolve)
        scratch[TYPES, MEAN_LAW_AT + r] = law


@kernel
def mean_law(w, p, k: int, tree, observer: int, role: int) -> float:
    """Chance that the side in `role` is free to make its contested moves: its law permits, and it knows who acted."""
    actor = actor_in(p, k, role)
    chance = w.picture_law[observer, k] if actor == p.ally else 1.0
    if tree[0, HIDDEN] == 1 and role != CHALLENGER:
        chance *= attribution(w, p, k, observer, actor)
    return chance


@kernel
def think(w, p, table, scratch, k: int, tree, nodes: int, roles: int, role: int, point: int) -> None:
    """Fill OWN_ODDS + role and OWN_VALUE + role: the rule and values of the side in `role` with resolve at `point`.

    table: Tables.surrogate; scratch: the turn's (no chance is drawn here).
    GATE (what law says in public) and OWN_GATE (with its own law known) are filled beforehand.
    """
    picture_of(w, p, table, scratch, k, tree, nodes, role)
    reconsider(w, p, scratch, k, tree, nodes, roles, role, point)


@kernel
def reconsider(w, p, scratch, k: int, tree, nodes: int, roles: int, role: int, point: int) -> None:
    """Think again in the picture that was laid out last, after gates have changed.

    Everybody at the mean is solved once: below the one move of a side its type changes nobody else's choice.
    """
    mark_plain_nodes(tree, scratch, nodes)
    for r in range(ROLE_COUNT):
        scratch[TYPES, RESOLVE_AT + r] = scratch[TYPES, MEAN_RESOLVE_AT + r]
        scratch[TYPES, LAW_AT + r] = scratch[TYPES, MEAN_LAW_AT + r]
    backward(tree, scratch, nodes, p.choice_precision, p.nest_precision)
    for other in range(roles):
        if other != role and not _moves_again(tree, other):
            _theories_of_one_move(w, p, scratch, k, tree, nodes, role, other)
    for other in range(roles):
        if other != role and _moves_again(tree, other):
            _theories_of_more_moves(w, p, scratch, k, tree, nodes, role, other)
    own_play(p, scratch, tree, nodes, role, point)


@kernel
def _moves_again(tree, role: int) -> bool:
    """Whether some path of the tree asks the side in `role` twice."""
    return (tree[0, MOVE_AGAIN] >> role) & 1 == 1


@kernel
def _prior(w, p, scratch, k: int, role: int, other: int, t: int, contested: bool) -> float:
    """What `role` believes of type t of `other` before the first move of this round."""
    if scratch[CHOICE, ROUND_AT] > 0.0:
        return scratch[CHOICE, prior_at(role, other) + t]
    prior = chance_of_point(mean_resolve(w, p, k, actor_in(p, k, role), other), t // LAW_POINTS)
    if contested:
        lawful = scratch[TYPES, MEAN_LAW_AT + other]
        prior *= lawful if t % LAW_POINTS == 1 else 1.0 - lawful
    elif t % LAW_POINTS == 0:
        prior = 0.0
    return prior


@kernel
def _theories_of_one_move(w, p, scratch, k: int, tree, nodes: int, role: int, other: int) -> None:
    """Theories of a side that moves once on every path: only its own values, below its move, depend on its type."""
    contested = _is_contested(tree, scratch, nodes, other)
    place = place_of(role, other)
    low, middle, high = resolve_at(p, 0.0), resolve_at(p, 1.0), resolve_at(p, 2.0)
    last = LAST + other
    for n in range(nodes - 1, 0, -1):
        if tree[n, last] == 0:
            continue
        count = tree[n, CHILDREN]
        if count == 0:
            flat, keen = scratch[FLAT + other, n], scratch[KEEN + other, n]
            scratch[LANE, n] = flat + low * keen
            scratch[LANE + 1, n] = flat + middle * keen
            scratch[LANE + 2, n] = flat + high * keen
        elif scratch[CHOICE, PLAIN_AT + n] != DEAD:
            first = tree[n, FIRST]
            v0, v1, v2 = 0.0, 0.0, 0.0
            for c in range(first, first + count):
                odds = scratch[ODDS, c]
                v0 += odds * scratch[LANE, c]
                v1 += odds * scratch[LANE + 1, c]
                v2 += odds * scratch[LANE + 2, c]
            scratch[LANE, n] = v0
            scratch[LANE + 1, n] = v1
            scratch[LANE + 2, n] = v2
    scratch[SEEN + other, 0] = 0.0
    for t in range(TYPE_COUNT):
        row, column = kept_row(role, place + t), kept_column(role, place + t)
        prior = _prior(w, p, scratch, k, role, other, t, contested)
        scratch[row, column] = max(prior, 0.0)
        scratch[SEEN + other, 0] += max(prior, 0.0)
    for n in range(nodes):
        if tree[n, OWNER] == other and tree[n, CHILDREN] > 0:
            _follow_once(p, scratch, tree, n, role, other, place, contested)


@kernel
def _follow_once(p, scratch, tree, n: int, role: int, other: int, place: int, contested: bool) -> None:
    """Reach of the moves at the node by every type, and their sum in SEEN."""
    first, count = tree[n, FIRST], tree[n, CHILDREN]
    mark = scratch[CHOICE, PLAIN_AT + n]
    for c in range(first, first + count):
        scratch[SEEN + other, c] = 0.0
    for t in range(TYPE_COUNT):
        row, column, lane = kept_row(role, place + t), kept_column(role, place + t), LANE + t // LAW_POINTS
        prior = scratch[row, column]
        if prior <= 0.0 or mark == DEAD:
            for c in range(first, first + count):
                scratch[row, column + c] = 0.0
            continue
        if mark == PLAIN:
            if t % LAW_POINTS == 0 or scratch[kept_row(role, place + t - 1), kept_column(role, place + t - 1)] <= 0.0:
                logit_odds(scratch, first, first + count, lane, LANE_ODDS, p.choice_precision)
        else:
            permits = float(t % LAW_POINTS) if contested else scratch[TYPES, MEAN_LAW_AT + other]
            move_odds(tree, scratch, n, GATE, lane, LANE_ODDS, permits, p.choice_precision, p.nest_precision)
        for c in range(first, first + count):
            reach = prior * scratch[LANE_ODDS, c]
            scratch[row, column + c] = reach
            scratch[SEEN + other, c] += reach


@kernel
def _theories_of_more_moves(w, p, scratch, k: int, tree, nodes: int, role: int, other: int) -> None:
    """Theories of a side that moves again: the whole game is solved for each of its types."""
    contested = _is_contested(tree, scratch, nodes, other)
    place = place_of(role, other)
    for n in range(nodes):
        scratch[SEEN + other, n] = 0.0
    for t in range(TYPE_COUNT):
        row, column = kept_row(role, place + t), kept_column(role, place + t)
        prior = _prior(w, p, scratch, k, role, other, t, contested)
        if prior <= 0.0:
            for n in range(nodes):
                scratch[row, column + n] = 0.0
            continue
        _set_types(p, scratch, other, t // LAW_POINTS)
        if contested:
            scratch[TYPES, LAW_AT + other] = float(t % LAW_POINTS)
        backward(tree, scratch, nodes, p.choice_precision, p.nest_precision)
        _follow(tree, scratch, nodes, other, row, column, prior)


@kernel
def _is_contested(tree, scratch, nodes: int, other: int) -> bool:
    for n in range(nodes):
        if tree[n, CHILDREN] > 0 and tree[n, OWNER] == other:
            for c in range(tree[n, FIRST], tree[n, FIRST] + tree[n, CHILDREN]):
                if scratch[GATE, c] == CONTESTED:
                    return True
    return False


@kernel
def _set_types(p, scratch, other: int, point: int) -> None:
    """Everybody at the mean (for itself: at its image), but `other` at a point of the grid."""
    for r in range(ROLE_COUNT):
        scratch[TYPES, RESOLVE_AT + r] = scratch[TYPES, MEAN_RESOLVE_AT + r]
        scratch[TYPES, LAW_AT + r] = scratch[TYPES, MEAN_LAW_AT + r]
    scratch[TYPES, RESOLVE_AT + other] = resolve_at(p, float(point))


@kernel
def _follow(tree, scratch, nodes: int, other: int, row: int, column: int, prior: float) -> None:
    """Chance of the history so far under a type's moves, times its prior, after each of these moves."""
    scratch[row, column] = prior
    scratch[SEEN + other, 0] += prior
    for n in range(nodes):
        if tree[n, OWNER] == other:
            reach, first = scratch[row, column + tree[n, LAST + other]], tree[n, FIRST]
            for c in range(first, first + tree[n, CHILDREN]):
                after = reach * scratch[ODDS, c]
                scratch[row, column + c] = after
                scratch[SEEN + other, c] += after


@kernel
def own_play(p, scratch, tree, nodes: int, role: int, point: int) -> None:
    """Own values backward, own later moves logit, others' moves predicted from what has been seen."""
    value, odds = OWN_VALUE + role, OWN_ODDS + role
    resolve = resolve_at(p, float(point))
    for n in range(nodes - 1, -1, -1):
        count = tree[n, CHILDREN]
        if count == 0:
            scratch[value, n] = scratch[FLAT + role, n] + resolve * scratch[KEEN + role, n]
            continue
        first, owner = tree[n, FIRST], tree[n, OWNER]
        total = 0.0
        if owner == role:
            plain = tree[n, NESTED] == 0
            for c in range(first, first + count):
                plain = plain and scratch[OWN_GATE, c] == FREE
            if plain:
                logit_odds(scratch, first, first + count, value, odds, p.choice_precision)
            else:
                move_odds(tree, scratch, n, OWN_GATE, value, odds, 1.0, p.choice_precision, p.nest_precision)
            for c in range(first, first + count):
                total += scratch[odds, c] * scratch[value, c]
        else:
            before = scratch[SEEN + owner, tree[n, LAST + owner]]
            if before == 0.0:
                for c in range(first, first + count):
                    scratch[odds, c] = 1.0 / count
                    total += scratch[odds, c] * scratch[value, c]
            else:
                for c in range(first, first + count):
                    chance = scratch[SEEN + owner, c] / before
                    scratch[odds, c] = chance
                    total += chance * scratch[value, c]
        scratch[value, n] = total


PARAMS = (
    Param("choice_precision", (), "nat", 0, 100,
          "Precision (lambda) of quantal response; the challenger's stake is 1."),
    Param("nest_precision", (), "factor", 1, 20, "Precision of choice within a rung over that between rungs."),
    Param("resolve_low", (), "factor", 0, 1, "Weight that the least resolute type gives to its stake."),
    Param("resolve_high", (), "factor", 1, 5, "Weight that the most resolute type gives to its stake."),
)  # fmt: skip
