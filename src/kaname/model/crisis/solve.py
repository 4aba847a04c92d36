"""Logit choice at a node and logit backward induction of a complete-information game.

At a node with values v of its moves, precision L between rungs and M >= L within a rung g of n moves:
  nest value  V[g] = max v + log(mean over g of exp(M (v - max v))) / M
  P(move)     = exp(L V[g]) / sum over rungs exp(L V)  x  exp(M v) / sum within g exp(M v)
With one move a rung this is plain logit; a move written twice on its rung changes the chance of the others by at most a
factor 2**(L / M), and by nothing where the rung had one move. Where law may bar a move and permits it with chance q,
P = q P(all moves) + (1 - q) P(lawful moves).

Clock: move. Units: values on the scale where the challenger's stake is 1; precision 1/stake. Reads and writes scratch.
Source: docs/explanation/the-crisis.md; McKelvey and Palfrey 1998 (agent quantal response); McFadden 1978 (nests), with
the mean in place of the sum.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import exp, log
from kaname.model.crisis.board import (
    BARRED,
    CAREFUL,
    CHOICE,
    CONTESTED,
    DEAD,
    FLAT,
    FREE,
    GATE,
    KEEN,
    LAW_AT,
    ODDS,
    PLAIN,
    PLAIN_AT,
    RESOLVE_AT,
    ROLE_COUNT,
    TYPES,
    VALUE,
)
from kaname.model.crisis.ladder import ASKED, CHILDREN, FIRST, NESTED, OWNER, RUNG


@kernel
def move_odds(
    tree, scratch, n: int, gate: int, value: int, odds: int, permits: float, precision: float, nest: float
) -> None:
    """Write the probabilities of the moves at node `n` to row `odds`, from the values in row `value`.

    gate: row that says which moves are free, barred or contested by law; permits: chance that law permits these.
    nest: precision within a rung over that between rungs, 1 or more.
    """
    first = tree[n, FIRST]
    last = first + tree[n, CHILDREN]
    best, contested = _best(scratch, first, last, gate, value)
    if tree[n, NESTED] == 1:
        _nested_weights(tree, scratch, first, last, gate, value, odds, precision, nest)
    else:
        for c in range(first, last):
            if scratch[gate, c] == BARRED:
                scratch[odds, c] = 0.0
            else:
                scratch[odds, c] = exp(precision * (scratch[value, c] - best))
    _share(scratch, first, last, gate, odds, permits if contested else 1.0)


@kernel
def _best(scratch, first: int, last: int, gate: int, value: int) -> tuple[float, bool]:
    """The highest value of a move that is not barred, and whether any is contested."""
    best, found, contested = 0.0, False, False
    for c in range(first, last):
        if scratch[gate, c] != BARRED:
            best = max(best, scratch[value, c]) if found else scratch[value, c]
            found = True
            contested = contested or scratch[gate, c] == CONTESTED
    return best, contested


@kernel
def _share(scratch, first: int, last: int, gate: int, odds: int, permits: float) -> None:
    """Turn weights into probabilities; the contested moves' own share exists with chance `permits`."""
    total, lawful = 0.0, 0.0
    for c in range(first, last):
        total += scratch[odds, c]
        if scratch[gate, c] != CONTESTED:
            lawful += scratch[odds, c]
    with_law = permits / total
    without = (1.0 - permits) / lawful if permits < 1.0 else 0.0
    for c in range(first, last):
        if scratch[gate, c] == CONTESTED:
            scratch[odds, c] *= with_law
        else:
            scratch[odds, c] *= with_law + without


@kernel
def _nested_weights(
    tree, scratch, first: int, last: int, gate: int, value: int, odds: int, precision: float, nest: float
) -> None:
    """Weights where moves share a rung (siblings are in the order of their rungs; barred ones do not count)."""
    inner = precision * nest
    top = _best(scratch, first, last, gate, value)[0]
    start = first
    while start < last:
        stop = start
        best, count, found = 0.0, 0.0, False
        while stop < last and tree[stop, RUNG] == tree[start, RUNG]:
            if scratch[gate, stop] != BARRED:
                best = max(best, scratch[value, stop]) if found else scratch[value, stop]
                found = True
                count += 1.0
            stop += 1
        total = 0.0
        for c in range(start, stop):
            scratch[odds, c] = exp(inner * (scratch[value, c] - best)) if scratch[gate, c] != BARRED else 0.0
            total += scratch[odds, c]
        if found:
            worth = best + (log(total / count) / inner if inner > 0.0 else 0.0)
            weight = exp(precision * (worth - top)) / total
            for c in range(start, stop):
                scratch[odds, c] *= weight
        start = stop


@kernel
def mark_plain_nodes(tree, scratch, nodes: int) -> None:
    """Note for every node whether all its moves are free and stand on rungs of their own (the common, quick case).

    Nodes below a move that is barred to all are noted as dead: no theory need value them.
    """
    mark = scratch[CHOICE]
    mark[PLAIN_AT] = CAREFUL
    for n in range(nodes):
        first, dead = tree[n, FIRST], mark[PLAIN_AT + n] == DEAD
        plain = tree[n, NESTED] == 0
        for c in range(first, first + tree[n, CHILDREN]):
            plain = plain and scratch[GATE, c] == FREE
            mark[PLAIN_AT + c] = DEAD if dead or scratch[GATE, c] == BARRED else CAREFUL
        if plain and not dead:
            mark[PLAIN_AT + n] = PLAIN


@kernel
def backward(tree, scratch, nodes: int, precision: float, nest: float) -> None:
    """Solve the complete-information game of the types in row TYPES: fills ODDS and the rows VALUE + role.

    Roles are valued one by one, written out for speed; a fourth only where one is asked. Dead nodes keep any value.
    """
    fourth = tree[0, ASKED] == ROLE_COUNT
    for r in range(tree[0, ASKED]):
        resolve = scratch[TYPES, RESOLVE_AT + r]
        for n in range(nodes):
            scratch[VALUE + r, n] = scratch[FLAT + r, n] + resolve * scratch[KEEN + r, n]
    for n in range(nodes - 1, -1, -1):
        count, mark = tree[n, CHILDREN], scratch[CHOICE, PLAIN_AT + n]
        if count == 0 or mark == DEAD:
            continue
        first = tree[n, FIRST]
        if mark == PLAIN:
            logit_odds(scratch, first, first + count, VALUE + tree[n, OWNER], ODDS, precision)
        else:
            permits = scratch[TYPES, LAW_AT + tree[n, OWNER]]
            move_odds(tree, scratch, n, GATE, VALUE + tree[n, OWNER], ODDS, permits, precision, nest)
        v0, v1, v2, v3 = 0.0, 0.0, 0.0, 0.0
        for c in range(first, first + count):
            odds = scratch[ODDS, c]
            v0 += odds * scratch[VALUE, c]
            v1 += odds * scratch[VALUE + 1, c]
            v2 += odds * scratch[VALUE + 2, c]
            if fourth:
                v3 += odds * scratch[VALUE + 2 + 1, c]
        scratch[VALUE, n] = v0
        scratch[VALUE + 1, n] = v1
        scratch[VALUE + 2, n] = v2
        if fourth:
            scratch[VALUE + 2 + 1, n] = v3


@kernel
def logit_odds(scratch, first: int, last: int, value: int, odds: int, precision: float) -> None:
    """Plain logit over the moves first..last-1 by row `value`, into row `odds`."""
    best = scratch[value, first]
    for c in range(first + 1, last):
        best = max(best, scratch[value, c])
    total = 0.0
    for c in range(first, last):
        behind = scratch[value, c] - best
        weight = exp(precision * behind) if behind < 0.0 else 1.0
        scratch[odds, c] = weight
        total += weight
    each = 1.0 / total
    for c in range(first, last):
        scratch[odds, c] *= each
