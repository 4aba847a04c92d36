"""How one side thinks a crisis through: subjective quantal response of depth 2 (D2-D4).

1. Its picture of every side's payoffs (crisis.payoffs).
2. Its theory of each other side j, for each type t of j: logit backward induction of the complete-information game in
   which j is t, third sides have its mean type for them and it is itself as it believes others see it (its image).
3. Forward: Bayes along the public history; reach[j, t](n) = prior x product of the theory's chances of j's moves.
4. Backward: own values with own later moves logit, others' moves as predicted: P(m) = sum_t reach(child) / sum_t reach.
One pass each way: unique, no fixed point, and nothing is off the path.

Types: resolve on three points between resolve_low and resolve_high, binomial with mean m = picture_resolve, x whether
the contested moves may be made (0, 1): by the ally where its law may bar them, and by the guarantor, which fights only
if it holds itself bound. The latter's chance is the observer's belief itself, so that the chance of fighting that the
game uses is the belief that the quarter formed (a bound guarantor adds commitment_stake to fighting and stays out only
where fighting is worse by more than that). The guarantor's resolve is the middle one. Own entries are the image. Law:
picture_law, times the chance of attribution where acts are hidden.
Precision of choice in a side's picture = choice_precision (1 + precision_stakes x what is at stake for it there), for
the challenger times precision_prepared: it has chosen the moment, and the others have days (Holsti 1972); sign free.
In a further round the others' types are what was learned (crisis.rounds), and the
days that have passed are off the days expected.

Clock: move. Units: probabilities, stakes. Reads: beliefs and pictures of one actor. Writes: the board.
Source: docs/explanation/the-crisis.md, D1-D6; Bennett 1977; McKelvey and Palfrey 1998; Signorino 1999.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.crisis.attribution import attribution
from kaname.model.crisis.fighting import foresee
from kaname.model.crisis.payoffs import fill_payoffs
from kaname.model.crisis.rounds import learned_law, learned_resolve
from kaname.model.crisis.scene import scene_of
from kaname.model.crisis.solve import backward, logit_odds, mark_nodes, move_odds
from kaname.model.world.board import CONTESTED, DEAD, FREE, LAW_POINTS, PLAIN, ROLE_COUNT, TYPE_COUNT
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
    """Return the binomial chance of the point 0, 1 or 2 when the mean share is `mean`."""
    if point == 0:
        return (1.0 - mean) * (1.0 - mean)
    if point == 1:
        return 2.0 * mean * (1.0 - mean)
    return mean * mean


@kernel
def mean_resolve(w, p, k: int, observer: int, role: int) -> float:
    """How resolute (0..1) `observer` holds the side in `role` to be; of itself: how it believes others see it."""
    if role == GUARANTOR:
        return 1.0 / 2.0
    return w.picture_resolve[observer, actor_in(p, k, role)]


@kernel
def days_expected(w, board, k: int, observer: int) -> float:
    """Return the days until a joint response that `observer` still expects in this round."""
    return max(w.picture_delay[observer, k] - board.days_elapsed, 0.0)


@kernel
def picture_of(w, p, turn, k: int, role: int) -> None:
    """Write the payoffs of every side and the mean types, in the picture of the side in `role`."""
    form, board, observer = turn.tables.tree[k], turn.board[0], actor_in(p, k, role)
    days = days_expected(w, board, k, observer)
    scene = scene_of(w, p, k, observer, days)
    foresee(w, p, turn, k, observer, days, form.weighed_plans)
    for r in range(ROLE_COUNT):
        board.mean_resolve[r] = resolve_in_mind(w, p, board, k, role, r)
        board.mean_law[r] = law_in_mind(w, p, form, board, k, role, r)
    if board.unaided == 1:
        board.mean_law[GUARANTOR] = 0.0
    fill_payoffs(p, form, board, k, scene)
    board.precision = p.choice_precision * (1.0 + p.precision_stakes * at_stake(form, board, role))
    if role == CHALLENGER:
        board.precision *= p.precision_prepared


@kernel
def resolve_in_mind(w, p, board, k: int, role: int, other: int) -> float:
    """Return the weight of its stake that the side `other` has in the mean, as `role` believes in this round."""
    if other != role and board.rounds_before > 0.0:
        return resolve_at(p, 2.0 * learned_resolve(board, role, other))
    return resolve_at(p, 2.0 * mean_resolve(w, p, k, actor_in(p, k, role), other))


@kernel
def law_in_mind(w, p, form, board, k: int, role: int, other: int) -> float:
    """Return the chance that the side `other` is free to make its contested moves, as `role` believes in this round."""
    if other != role and board.rounds_before > 0.0:
        return learned_law(board, role, other)
    return mean_law(w, p, form, k, actor_in(p, k, role), other)


@kernel
def at_stake(form, board, role: int) -> float:
    """Return what is at stake for the side in `role`: its best ending less its worst, at its mean resolve."""
    resolve, fixed, scaled = board.mean_resolve[role], board.payoff_fixed[role], board.payoff_resolve[role]
    low, high, any_ending = 0.0, 0.0, False
    for n in range(form.nodes):
        if form.children[n] == 0:
            value = fixed[n] + resolve * scaled[n]
            low = min(low, value) if any_ending else value
            high = max(high, value) if any_ending else value
            any_ending = True
    return high - low


@kernel
def mean_law(w, p, form, k: int, observer: int, role: int) -> float:
    """Return the chance that the side in `role` is free to make its contested moves, in the eyes of `observer`.

    Its law permits, and where acts are hidden it knows who acted.
    """
    actor = actor_in(p, k, role)
    if role == GUARANTOR and form.hidden == 0:
        return w.belief[observer, k]
    chance = w.picture_law[observer, k] if actor == p.ally else 1.0
    if form.hidden == 1 and role != CHALLENGER:
        chance *= attribution(w, p, k, observer, actor)
    return chance


@kernel
def think(w, p, turn, k: int, role: int, point: int) -> None:
    """Write own_odds and own_value of the side in `role` with resolve at `point`: its rule, and what it values.

    No chance is drawn. legality and own_legality are written beforehand.
    """
    picture_of(w, p, turn, k, role)
    reconsider(w, p, turn, k, role, point)


@kernel
def reconsider(w, p, turn, k: int, role: int, point: int) -> None:
    """Think again in the picture that was laid out last, after legality has changed.

    Everybody at the mean is solved once: below the one move of a side its type changes nobody else's choice.
    """
    form, board = turn.tables.tree[k], turn.board[0]
    mark_nodes(form, board)
    for r in range(ROLE_COUNT):
        board.resolve[r] = board.mean_resolve[r]
        board.law[r] = board.mean_law[r]
    backward(form, board, board.precision, p.nest_precision)
    for other in range(form.roles):
        if other != role and form.moves_again[other] == 0:
            _expect_priors(w, p, turn, k, role, other)
            _theories_of_one_move(p, form, board, role, other)
    for other in range(form.roles):
        if other != role and form.moves_again[other] == 1:
            _expect_priors(w, p, turn, k, role, other)
            _theories_of_more_moves(p, form, board, role, other)
    own_play(p, form, board, role, point)


@kernel
def _expect_priors(w, p, turn, k: int, role: int, other: int) -> None:
    """Write what `role` believes of the types of `other` before the first move of this round: reach of the root."""
    form, board, total = turn.tables.tree[k], turn.board[0], 0.0
    mean = mean_resolve(w, p, k, actor_in(p, k, role), other)
    contested, lawful = _is_contested(form, board, other), board.mean_law[other]
    for t in range(TYPE_COUNT):
        prior = chance_of_point(mean, t // LAW_POINTS)
        if other == GUARANTOR:
            prior = 1.0 if t // LAW_POINTS == 1 else 0.0
        if board.rounds_before > 0.0:
            prior = board.prior[role, other, t]
        elif contested:
            prior *= lawful if t % LAW_POINTS == 1 else 1.0 - lawful
        elif t % LAW_POINTS == 0:
            prior = 0.0
        board.reach[role, other, t, 0] = max(prior, 0.0)
        total += max(prior, 0.0)
    board.predicted[other, 0] = total


@kernel
def _is_contested(form, board, role: int) -> bool:
    """Whether law, or want of proof, may bar a move of the side in `role`."""
    for n in range(form.nodes):
        if form.children[n] > 0 and form.owner[n] == role:
            for c in range(form.first[n], form.first[n] + form.children[n]):
                if board.legality[c] == CONTESTED:
                    return True
    return False


@kernel
def _theories_of_one_move(p, form, board, role: int, other: int) -> None:
    """Theories of a side that moves once on every path: only its own values, below its move, depend on its type."""
    _value_at_points(p, form, board, other)
    contested = _is_contested(form, board, other)
    for n in range(form.nodes):
        if form.owner[n] == other and form.children[n] > 0:
            _follow_once(p, form, board, n, role, contested)


@kernel
def _value_at_points(p, form, board, side: int) -> None:
    """Write value_at: what each node below the move of `side` is worth to it at each point of its resolve."""
    value, last = board.value_at, form.last[side]
    low, middle, high = resolve_at(p, 0.0), resolve_at(p, 1.0), resolve_at(p, 2.0)
    for n in range(form.nodes - 1, 0, -1):
        if last[n] == 0:
            continue
        count = form.children[n]
        if count == 0:
            fixed, scaled = board.payoff_fixed[side, n], board.payoff_resolve[side, n]
            value[0, n] = fixed + low * scaled
            value[1, n] = fixed + middle * scaled
            value[2, n] = fixed + high * scaled
        elif board.node_kind[n] != DEAD:
            first = form.first[n]
            v0, v1, v2 = 0.0, 0.0, 0.0
            for c in range(first, first + count):
                odds = board.odds[c]
                v0 += odds * value[0, c]
                v1 += odds * value[1, c]
                v2 += odds * value[2, c]
            value[0, n] = v0
            value[1, n] = v1
            value[2, n] = v2


@kernel
def _follow_once(p, form, board, n: int, role: int, contested: bool) -> None:
    """Write the reach of the moves at the node by every type of its owner, and their sum, predicted."""
    first, other, kind = form.first[n], form.owner[n], board.node_kind[n]
    last = first + form.children[n]
    reach, predicted, odds = board.reach[role, other], board.predicted[other], board.odds_at
    for c in range(first, last):
        predicted[c] = 0.0
    for t in range(TYPE_COUNT):
        prior, value = reach[t, 0], board.value_at[t // LAW_POINTS]
        if prior <= 0.0 or kind == DEAD:
            for c in range(first, last):
                reach[t, c] = 0.0
            continue
        if kind == PLAIN:
            if t % LAW_POINTS == 0 or reach[t - 1, 0] <= 0.0:
                logit_odds(value, odds, first, last, board.precision)
        else:
            permits = float(t % LAW_POINTS) if contested else board.mean_law[other]
            move_odds(form, n, board.legality, value, odds, permits, board.precision, p.nest_precision)
        for c in range(first, last):
            after = prior * odds[c]
            reach[t, c] = after
            predicted[c] += after


@kernel
def _theories_of_more_moves(p, form, board, role: int, other: int) -> None:
    """Theories of a side that moves again: the whole game is solved for each of its types."""
    contested, predicted = _is_contested(form, board, other), board.predicted[other]
    for n in range(1, form.nodes):
        predicted[n] = 0.0
    for t in range(TYPE_COUNT):
        if board.reach[role, other, t, 0] <= 0.0:
            for n in range(form.nodes):
                board.reach[role, other, t, n] = 0.0
            continue
        _take_types(p, board, other, t, contested)
        backward(form, board, board.precision, p.nest_precision)
        _follow(form, board, role, other, t)


@kernel
def _take_types(p, board, other: int, t: int, contested: bool) -> None:
    """Set everybody to the mean (`role` itself to its image), but `other` to its type t."""
    for r in range(ROLE_COUNT):
        board.resolve[r] = board.mean_resolve[r]
        board.law[r] = board.mean_law[r]
    board.resolve[other] = resolve_at(p, float(t // LAW_POINTS))
    if contested:
        board.law[other] = float(t % LAW_POINTS)


@kernel
def _follow(form, board, role: int, other: int, t: int) -> None:
    """Write the chance of the history so far under a type's moves, times its prior, after each of these moves."""
    reach, predicted = board.reach[role, other, t], board.predicted[other]
    for n in range(form.nodes):
        if form.owner[n] == other:
            before, first = reach[form.last[other, n]], form.first[n]
            for c in range(first, first + form.children[n]):
                after = before * board.odds[c]
                reach[c] = after
                predicted[c] += after


@kernel
def own_play(p, form, board, role: int, point: int) -> None:
    """Write own values backward: own later moves logit, others' moves as predicted from what has been seen."""
    value, odds, resolve = board.own_value[role], board.own_odds[role], resolve_at(p, float(point))
    for n in range(form.nodes - 1, -1, -1):
        count = form.children[n]
        if count == 0:
            value[n] = board.payoff_fixed[role, n] + resolve * board.payoff_resolve[role, n]
            continue
        first, owner = form.first[n], form.owner[n]
        if owner == role:
            _own_odds(p, form, board, n, role)
        else:
            before = board.predicted[owner, form.last[owner, n]]
            for c in range(first, first + count):
                odds[c] = 1.0 / count if before == 0.0 else board.predicted[owner, c] / before
        total = 0.0
        for c in range(first, first + count):
            total += odds[c] * value[c]
        value[n] = total


@kernel
def _own_odds(p, form, board, n: int, role: int) -> None:
    """Write own_odds of the moves at a node of one's own, with one's own law known."""
    first, value, odds = form.first[n], board.own_value[role], board.own_odds[role]
    last = first + form.children[n]
    plain = form.nested[n] == 0
    for c in range(first, last):
        plain = plain and board.own_legality[c] == FREE
    if plain:
        logit_odds(value, odds, first, last, board.precision)
    else:
        move_odds(form, n, board.own_legality, value, odds, 1.0, board.precision, p.nest_precision)


PARAMS = (
    Param("choice_precision", (), "nat", 0, 100,
          "Precision (lambda) of quantal response; the challenger's stake is 1."),
    Param("precision_stakes", (), "1/stake", 0, 20,
          "How far precision rises with what is at stake for the side that thinks (its best less its worst ending)."),
    Param("precision_prepared", (), "factor", 0.25, 4,
          "Precision of the side that chose the moment over that of those who must answer; either side of 1."),
    Param("nest_precision", (), "factor", 1, 20, "Precision of choice within a rung over that between rungs."),
    Param("resolve_low", (), "factor", 0, 1, "Weight that the least resolute type gives to its stake."),
    Param("resolve_high", (), "factor", 1, 5, "Weight that the most resolute type gives to its stake."),
)  # fmt: skip
