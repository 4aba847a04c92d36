"""A second opinion: a crisis solved by plain recursion over dictionaries, sharing no code with the kernels."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass
class Solution:
    """Values by (role, node) and chances by child node."""

    value: dict[tuple[int, int], float]
    chance: dict[int, float]


def children(tree: np.ndarray, node: int) -> list[int]:
    return list(range(tree.first[node], tree.first[node] + tree.children[node]))


def logit(values: Sequence[float], precision: float) -> list[float]:
    top = max(values)
    weights = [math.exp(precision * (value - top)) for value in values]
    return [weight / sum(weights) for weight in weights]


def mixed(values: Sequence[float], contested: Sequence[bool], permits: float, precision: float) -> list[float]:
    """Logit where law may bar some moves and permits them with chance `permits`."""
    free = logit(values, precision)
    lawful = iter(logit([v for v, c in zip(values, contested, strict=True) if not c], precision))
    bound = [0.0 if c else next(lawful) for c in contested]
    return [permits * a + (1 - permits) * b for a, b in zip(free, bound, strict=True)]


def agent_response(
    tree: np.ndarray,
    payoff: Mapping[int, Sequence[float]],
    precision: float,
    permits: Mapping[int, float],
    bound: frozenset[int] = frozenset(),
) -> Solution:
    """Agent logit quantal response of the complete-information game.

    payoff[role][node] at terminals; permits[role]: chance that law permits the role's contested moves; bound: roles
    whose moves with a law are contested.
    """
    found = Solution({}, {})

    def visit(node: int) -> None:
        below = children(tree, node)
        if not below:
            for role, values in payoff.items():
                found.value[role, node] = values[node]
            return
        for child in below:
            visit(child)
        owner = int(tree.owner[node])
        contested = [owner in bound and tree.law[child] >= 0 for child in below]
        values = [found.value[owner, child] for child in below]
        chances = mixed(values, contested, permits.get(owner, 1.0), precision)
        found.chance.update(zip(below, chances, strict=True))
        for role in payoff:
            found.value[role, node] = sum(
                chance * found.value[role, child] for chance, child in zip(chances, below, strict=True)
            )

    visit(0)
    return found


def predicted(tree: np.ndarray, other: int, theories: Sequence[tuple[float, Solution]]) -> dict[int, float]:
    """Chance of each move of `other` after what has been seen of it, by Bayes over (prior, theory) pairs."""
    found: dict[int, float] = {}

    def visit(node: int, weights: list[float]) -> None:
        for child in children(tree, node):
            if tree.owner[node] == other:
                after = [w * theory.chance[child] for w, (_, theory) in zip(weights, theories, strict=True)]
                found[child] = sum(after) / sum(weights)
                visit(child, after)
            else:
                visit(child, weights)

    visit(0, [prior for prior, _ in theories])
    return found


def own_rule(
    tree: np.ndarray,
    role: int,
    payoff: Sequence[float],
    others: Mapping[int, float],
    precision: float,
    barred: frozenset[int] = frozenset(),
) -> Solution:
    """Own logit play against predicted moves of the others; barred: children that own law forbids."""
    found = Solution({}, {})

    def visit(node: int) -> None:
        below = children(tree, node)
        if not below:
            found.value[role, node] = payoff[node]
            return
        for child in below:
            visit(child)
        if tree.owner[node] == role:
            open_moves = [child for child in below if child not in barred]
            chances = dict(zip(open_moves, logit([found.value[role, c] for c in open_moves], precision), strict=True))
        else:
            chances = {child: others[child] for child in below}
        found.chance.update({child: chances.get(child, 0.0) for child in below})
        found.value[role, node] = sum(chances.get(child, 0.0) * found.value[role, child] for child in below)

    visit(0)
    return found
