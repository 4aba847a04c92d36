"""Logit choice at a node and logit backward induction of a complete-information game: passes D3 and D4.

At a node with values v of its moves, precision L between rungs and M >= L within a rung g of n moves:
  nest value  V[g] = max v + log(mean over g of exp(M (v - max v))) / M
  P(move)     = exp(L V[g]) / sum over rungs exp(L V)  x  exp(M v) / sum within g exp(M v)
With one move a rung this is plain logit; a move written twice on its rung changes the chance of the others by at most a
factor 2**(L / M), and by nothing where the rung had one move. Where law may bar a move and permits it with chance q,
P = q P(all moves) + (1 - q) P(lawful moves).

Clock: move. Units: values on the scale where the challenger's stake is 1; precision 1/stake. Writes the board.
Source: docs/explanation/the-crisis.md; McKelvey and Palfrey 1998 (agent quantal response); McFadden 1978 (nests), with
the mean in place of the sum.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import exp, log
from kaname.model.world.board import BARRED, CAREFUL, CONTESTED, DEAD, FREE, PLAIN, ROLE_COUNT


@kernel
def move_odds(form, n: int, legality, value, odds, permits: float, precision: float, nest: float) -> None:
    """Write the probabilities of the moves at node `n` to `odds`, from `value`; both are arrays over nodes.

    legality: array over nodes that says which moves are free, barred or contested by law; permits: chance that law
    permits the contested ones. nest: precision within a rung over that between rungs, 1 or more.
    """
    first = form.first[n]
    last = first + form.children[n]
    best, contested = _best(legality, value, first, last)
    if form.nested[n] == 1:
        _nested_weights(form, n, legality, value, odds, precision, nest)
    else:
        for c in range(first, last):
            if legality[c] == BARRED:
                odds[c] = 0.0
            else:
                odds[c] = exp(precision * (value[c] - best))
    _share(legality, odds, first, last, permits if contested else 1.0)


@kernel
def _best(legality, value, first: int, last: int) -> tuple[float, bool]:
    """Return the highest value of a move that is not barred, and whether any is contested."""
    best, any_open, contested = 0.0, False, False
    for c in range(first, last):
        if legality[c] != BARRED:
            best = max(best, value[c]) if any_open else value[c]
            any_open = True
            contested = contested or legality[c] == CONTESTED
    return best, contested


@kernel
def _share(legality, odds, first: int, last: int, permits: float) -> None:
    """Turn weights into probabilities; the contested moves' own share exists with chance `permits`."""
    total, lawful = 0.0, 0.0
    for c in range(first, last):
        total += odds[c]
        if legality[c] != CONTESTED:
            lawful += odds[c]
    with_law = permits / total
    without = (1.0 - permits) / lawful if permits < 1.0 else 0.0
    for c in range(first, last):
        if legality[c] == CONTESTED:
            odds[c] *= with_law
        else:
            odds[c] *= with_law + without


@kernel
def _nested_weights(form, n: int, legality, value, odds, precision: float, nest: float) -> None:
    """Write weights where moves share a rung (siblings are in the order of their rungs; barred ones do not count)."""
    first = form.first[n]
    last = first + form.children[n]
    inner = precision * nest
    top = _best(legality, value, first, last)[0]
    start = first
    while start < last:
        stop = start
        best, count, any_open = 0.0, 0.0, False
        while stop < last and form.rung[stop] == form.rung[start]:
            if legality[stop] != BARRED:
                best = max(best, value[stop]) if any_open else value[stop]
                any_open = True
                count += 1.0
            stop += 1
        total = 0.0
        for c in range(start, stop):
            odds[c] = exp(inner * (value[c] - best)) if legality[c] != BARRED else 0.0
            total += odds[c]
        if any_open:
            worth = best + (log(total / count) / inner if inner > 0.0 else 0.0)
            weight = exp(precision * (worth - top)) / total
            for c in range(start, stop):
                odds[c] *= weight
        start = stop


@kernel
def mark_nodes(form, board) -> None:
    """Write node_kind: PLAIN where all moves are free and stand on rungs of their own (the common, quick case).

    Nodes below a move that is barred to all are DEAD: no theory need value them.
    """
    kind, legality = board.node_kind, board.legality
    kind[0] = CAREFUL
    for n in range(form.nodes):
        first, dead = form.first[n], kind[n] == DEAD
        plain = form.nested[n] == 0
        for c in range(first, first + form.children[n]):
            plain = plain and legality[c] == FREE
            kind[c] = DEAD if dead or legality[c] == BARRED else CAREFUL
        if plain and not dead:
            kind[n] = PLAIN


@kernel
def backward(form, board, precision: float, nest: float) -> None:
    """Solve the complete-information game of the types in `resolve` and `law`: write odds and value.

    Roles are valued one by one, written out for speed; a fourth only where one is asked. Dead nodes keep any value.
    """
    fourth = form.roles == ROLE_COUNT
    odds, value = board.odds, board.value
    for r in range(form.roles):
        resolve = board.resolve[r]
        for n in range(form.nodes):
            value[r, n] = board.payoff_fixed[r, n] + resolve * board.payoff_resolve[r, n]
    for n in range(form.nodes - 1, -1, -1):
        count, kind = form.children[n], board.node_kind[n]
        if count == 0 or kind == DEAD:
            continue
        first, owner = form.first[n], form.owner[n]
        if kind == PLAIN:
            logit_odds(value[owner], odds, first, first + count, precision)
        else:
            move_odds(form, n, board.legality, value[owner], odds, board.law[owner], precision, nest)
        v0, v1, v2, v3 = 0.0, 0.0, 0.0, 0.0
        for c in range(first, first + count):
            chance = odds[c]
            v0 += chance * value[0, c]
            v1 += chance * value[1, c]
            v2 += chance * value[2, c]
            if fourth:
                v3 += chance * value[ROLE_COUNT - 1, c]
        value[0, n] = v0
        value[1, n] = v1
        value[2, n] = v2
        if fourth:
            value[ROLE_COUNT - 1, n] = v3


@kernel
def logit_odds(value, odds, first: int, last: int, precision: float) -> None:
    """Write plain logit over the moves first..last-1 by `value` to `odds`; both are arrays over nodes."""
    best = value[first]
    for c in range(first + 1, last):
        best = max(best, value[c])
    total = 0.0
    for c in range(first, last):
        behind = value[c] - best
        weight = exp(precision * behind) if behind < 0.0 else 1.0
        odds[c] = weight
        total += weight
    each = 1.0 / total
    for c in range(first, last):
        odds[c] *= each
