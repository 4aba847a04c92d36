"""Logit backward induction: the agent logit equilibrium of a game of perfect information, exact at every precision.

    P(a at n) = exp(L v(a)) / sum over a' of exp(L v(a')),   v(n) = payoffs gained at n + sum over a of P(a) v(a)

Each player weighs by its own value; chance by its probabilities. One sweep from the last node to the first.
Clock: none. Units: precision L per unit of payoff. Reads, writes: nothing. Source: McKelvey and Palfrey 1998.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from kaname.games.form import CHANCE, Game


def backward_induction(game: Game, precision: float) -> tuple[dict[int, list[float]], list[float]]:
    """Return probabilities of the actions by place of the information set, and the root's value to each player.

    Every information set of a player holds one node; a set of chance may hold several.
    """
    values: list[list[float]] = [[0.0] * len(game.players) for _ in game.nodes]
    odds: dict[int, list[float]] = {}
    for place in range(len(game.nodes) - 1, -1, -1):
        node = game.nodes[place]
        if node.payoffs is not None:
            values[place] = list(node.payoffs)
        if node.information_set is None:
            continue
        held = game.information_sets[node.information_set]
        after = [values[child] for child in node.children]
        if held.owner == CHANCE:
            chances = [float(chance) for chance in held.chances]
        else:
            chances = odds[node.information_set] = logit([one[held.owner] for one in after], precision)
        for player in range(len(game.players)):
            values[place][player] += sum(p * one[player] for p, one in zip(chances, after, strict=True))
    return odds, values[0]


def logit(values: Sequence[float], precision: float) -> list[float]:
    """Logit probabilities of actions with these values.

    >>> logit([1.0, 1.0], 5.0)
    [0.5, 0.5]
    """
    best = max(values)
    weights = [math.exp(precision * (value - best)) for value in values]
    total = math.fsum(weights)
    return [weight / total for weight in weights]
