"""The crisis's thinking with ordinary objects: a tree of nodes with attributes, and governments that think it through.

Logit backward induction of the complete-information game of every type of every other side, Bayes along the history,
own play backward: the passes D3 and D4 of crisis.solve and crisis.thinking, nests and contested law included. Payoffs
and gates of each picture are laid out beforehand, here and in the compiled version.
Clock: move. Units: stakes, probabilities.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, log
from types import SimpleNamespace
from typing import Any

import mesa

from kaname.words.moves import GUARANTOR

BARRED, FREE, CONTESTED = 0.0, 1.0, 2.0
MIDDLE = 1


@dataclass(slots=True, eq=False)
class Node:
    """A node of one government's picture: payoffs of all sides, gates, and what it works out.

    odds: chance of the move into the node in the theory at hand; values: worth of the node to every side there; reach:
    prior times chance so far by type of another side; seen: its sum, by side; own_odds, own_value: the side's own rule.
    """

    owner: int
    rung: int
    flat: list[float]
    keen: list[float]
    gate: float
    own_gate: float
    children: list[Node] = field(default_factory=list)
    nested: bool = False
    plain: bool = False
    odds: float = 0.0
    values: list[float] = field(default_factory=list)
    reach: float = 0.0
    seen: list[float] = field(default_factory=lambda: [0.0] * 4)
    own_odds: float = 0.0
    own_value: float = 0.0


def tree_of(layout: list[SimpleNamespace], picture: list[list[float]]) -> list[Node]:
    """The nodes of one picture, parents before children."""
    nodes = [
        Node(
            row.owner, row.rung, [picture[r][n] for r in range(4)],
            [picture[4 + r][n] for r in range(4)], picture[8][n], picture[9][n],
        )
        for n, row in enumerate(layout)
    ]  # fmt: skip
    for node, row in zip(nodes, layout, strict=True):
        count = max(row.children, 0)
        node.children = nodes[row.first : row.first + count] if count else []
        node.nested = row.nested == 1
        node.plain = not node.nested and all(child.gate == FREE for child in node.children)
    return nodes


def weigh(
    moves: list[tuple[Node, float, float]], nested: bool, permits: float, precision: float, nest: float
) -> list[float]:
    """Chances of moves given as (child, gate, value): logit, nested where moves share a rung, law contested or not."""
    open_values = [value for _, gate, value in moves if gate != BARRED]
    best = max(open_values, default=0.0)
    if nested:
        weights = nested_weights(moves, best, precision, nest)
    else:
        weights = [exp(precision * (value - best)) if gate != BARRED else 0.0 for _, gate, value in moves]
    if not any(gate == CONTESTED for _, gate, _ in moves):
        permits = 1.0
    lawful = sum(weight for weight, (_, gate, _) in zip(weights, moves, strict=True) if gate != CONTESTED)
    with_law = permits / sum(weights)
    without = (1.0 - permits) / lawful if permits < 1.0 else 0.0
    return [
        weight * (with_law if gate == CONTESTED else with_law + without)
        for weight, (_, gate, _) in zip(weights, moves, strict=True)
    ]


def nested_weights(moves: list[tuple[Node, float, float]], top: float, precision: float, nest: float) -> list[float]:
    """Weights where moves share a rung."""
    inner = precision * nest
    rungs: dict[int, list[tuple[float, float]]] = {}
    for child, gate, value in moves:
        rungs.setdefault(child.rung, []).append((gate, value))
    weights: list[float] = []
    for group in rungs.values():
        values = [value for gate, value in group if gate != BARRED]
        best = max(values, default=0.0)
        within = [exp(inner * (value - best)) if gate != BARRED else 0.0 for gate, value in group]
        scale = 0.0
        if values:
            total = sum(within)
            worth = best + (log(total / len(values)) / inner if inner > 0.0 else 0.0)
            scale = exp(precision * (worth - top)) / total
        weights += [weight * scale for weight in within]
    return weights


class Government(mesa.Agent):
    """One side of the crisis, with its picture of the game."""

    def __init__(self, model: Any, role: int, picture: list[list[float]]) -> None:
        super().__init__(model)
        self.role = role
        self.nodes = tree_of(model.layout, picture)
        self.mean_resolve, self.mean_law = picture[10][:4], picture[10][4:8]
        self.held_means, (self.true_mean, self.precision) = picture[10][8:12], picture[11][:2]
        self.thought = False

    def think(self) -> None:
        """Work out the own rule, once a crisis."""
        if self.thought:
            return
        self.thought = True
        for other in range(self.model.roles):
            if other != self.role:
                self.theories_of(other, self.held_means[other])
        self.own_play(self.resolve_at(self.draw_point()))

    def resolve_at(self, point: float) -> float:
        p = self.model.p
        return p.resolve_low + (p.resolve_high - p.resolve_low) * point / 2.0

    def draw_point(self) -> int:
        if self.role == GUARANTOR:
            return MIDDLE
        self.model.luck.now(self.model.quarter, self.model.k, 0)
        u = self.model.luck.uniform("resolve_type", self.role)
        mean = self.true_mean
        low = (1.0 - mean) * (1.0 - mean)
        return 0 if u < low else 1 if u < low + 2.0 * mean * (1.0 - mean) else 2

    def theories_of(self, other: int, mean: float) -> None:
        lawful = self.mean_law[other]
        bound = lawful < 1.0 and any(
            child.gate == CONTESTED for node in self.nodes if node.owner == other for child in node.children
        )
        for node in self.nodes:
            node.seen[other] = 0.0
        for point, prior in self.priors(other, mean):
            for law in (0.0, 1.0) if bound else (lawful,):
                resolves, laws = list(self.mean_resolve), list(self.mean_law)
                resolves[other], laws[other] = self.resolve_at(point), law
                self.backward(resolves, laws)
                weight = prior * (lawful if law else 1.0 - lawful) if bound else prior
                self.follow(other, weight)

    def priors(self, other: int, mean: float) -> list[tuple[int, float]]:
        if other == GUARANTOR:
            return [(MIDDLE, 1.0)]
        return list(enumerate(((1.0 - mean) * (1.0 - mean), 2.0 * mean * (1.0 - mean), mean * mean)))

    def backward(self, resolves: list[float], laws: list[float]) -> None:
        """Solve the complete-information game of these types."""
        precision, nest = self.precision, self.model.p.nest_precision
        for node in reversed(self.nodes):
            children = node.children
            if not children:
                node.values = [f + r * k for f, r, k in zip(node.flat, resolves, node.keen, strict=True)]
                continue
            owner = node.owner
            if node.plain:
                values = [child.values[owner] for child in children]
                best = max(values)
                weights = [exp(precision * (value - best)) for value in values]
                total = sum(weights)
                odds = [weight / total for weight in weights]
            else:
                moves = [(child, child.gate, child.values[owner]) for child in children]
                odds = weigh(moves, node.nested, laws[owner], precision, nest)
            v0 = v1 = v2 = v3 = 0.0
            for child, chance in zip(children, odds, strict=True):
                child.odds = chance
                a, b, c, d = child.values
                v0 += chance * a
                v1 += chance * b
                v2 += chance * c
                v3 += chance * d
            node.values = [v0, v1, v2, v3]

    def follow(self, other: int, prior: float) -> None:
        """Chance of each node's history so far under a type's moves, times its prior."""
        self.nodes[0].reach = prior
        for node in self.nodes:
            reach = node.reach
            node.seen[other] += reach
            if node.owner == other:
                for child in node.children:
                    child.reach = reach * child.odds
            else:
                for child in node.children:
                    child.reach = reach

    def own_play(self, resolve: float) -> None:
        p, role = self.model.p, self.role
        for node in reversed(self.nodes):
            children = node.children
            if not children:
                node.own_value = node.flat[role] + resolve * node.keen[role]
                continue
            owner = node.owner
            if owner == role:
                moves = [(child, child.own_gate, child.own_value) for child in children]
                odds = weigh(moves, node.nested, 1.0, self.precision, p.nest_precision)
            else:
                here = node.seen[owner]
                odds = [child.seen[owner] / here if here else 1.0 / len(children) for child in children]
            total = 0.0
            for child, chance in zip(children, odds, strict=True):
                child.own_odds = chance
                total += chance * child.own_value
            node.own_value = total

    def choose(self, place: int, ply: int) -> int:
        """Draw a move at the node; its place among the children."""
        model, children = self.model, self.nodes[place].children
        model.luck.now(model.quarter, model.k, ply)
        u = model.luck.uniform("crisis_move", self.role)
        move, reach = len(children) - 1, 0.0
        for i, child in enumerate(children[:-1]):
            reach += child.own_odds
            if u < reach:
                move = i
                break
        while move > 0 and children[move].own_gate == BARRED:
            move -= 1
        return move
