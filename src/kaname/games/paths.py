"""A game as arrays: which actions lie on the way to each ending, what chance adds, what each player gets there.

Idea: with log probabilities x of actions, an ending z is reached with weight c(z) exp(sum of x on its path), and the
value of action a of information set h to its owner is the mean payoff of the endings behind it,
    V(h, a) = sum_z Q(a, z) u(z),  Q(a, z) = weight of z over that of all endings behind a,
    dV(h, a) / dx(b) = sum_z Q(a, z) (u(z) - V(h, a)) [b on the path of z].
Q is a share, so nothing underflows where an information set is hardly ever reached. A move of chance with probability
0 counts as one of vanishing probability. Every information set chooses as an agent of its own.
Clock: none. Units: those of the payoffs. Reads, writes: nothing. Errors: InputError (a game too large, or in which one
path meets an information set twice). Source: McKelvey and Palfrey 1998 (agent form); Turocy 2010 (log probabilities).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kaname.core.errors import InputError, shown
from kaname.games.form import CHANCE, Game, Node

Array = NDArray[Any]
MOST_ACTIONS = 1000
MOST_CELLS = 16_000_000


@dataclass(frozen=True)
class Paths:
    """The arrays; `n` actions stand in the order of the players' information sets, `z` endings in pre-order."""

    sets: tuple[int, ...]
    """Places of the players' information sets in the game."""
    first: Array
    """First action of each of these sets, and n at the end."""
    set_of: Array
    """The set of each action, as a place in `sets`."""
    on_path: Array
    """[n, z] 1 where the action is on the path of the ending."""
    counts: Array
    """[n, z] 1 where the ending counts for the value of the action."""
    chance: Array
    """[z] log of what chance multiplies the ending by, moves of probability 0 left out."""
    weight: Array
    """[z] 1, or 0 where chance never leads to the ending."""
    payoffs: Array
    """[z, player] sum of payoffs on the path."""
    own: Array
    """[n, z] payoff of the ending to the owner of the action."""

    def shares(self, x: Array) -> Array:
        """Q: [n, z], each row sums to 1."""
        logs = x @ self.on_path + self.chance
        held = np.where(self.counts, logs, -np.inf)
        found = np.exp(held - held.max(axis=1, keepdims=True))
        return np.asarray(found / found.sum(axis=1, keepdims=True))

    def values_and_slopes(self, x: Array) -> tuple[Array, Array]:
        """V of every action, and its derivatives [action, by log probability of action]."""
        shares = self.shares(x)
        values = (shares * self.own).sum(axis=1)
        return values, (shares * (self.own - values[:, None])) @ self.on_path.T

    def expected(self, x: Array) -> Array:
        """Return what the game is worth to each player at its root."""
        reached = np.exp(x @ self.on_path + self.chance) * self.weight
        return np.asarray(reached @ self.payoffs / reached.sum())


def paths_of(game: Game) -> Paths:
    """Return the arrays of a game in which no path meets an information set twice; InputError where it is too large."""
    sets = tuple(place for place, one in enumerate(game.information_sets) if one.owner != CHANCE)
    first = np.cumsum([0, *(len(game.information_sets[place].actions) for place in sets)])
    rank = {place: number for number, place in enumerate(sets)}
    endings = _endings(game)
    if first[-1] > MOST_ACTIONS or first[-1] * len(endings) > MOST_CELLS:
        raise InputError(
            f"the game has {first[-1]} actions and {len(endings)} endings, too many to follow a branch of equilibria",
            hint=f"With information sets of several nodes, at most {MOST_ACTIONS} actions are allowed.",
        )
    on_path = np.zeros((first[-1], len(endings)))
    chance, zeros = np.zeros(len(endings)), np.zeros(len(endings))
    for z, steps in enumerate(way for _, way in endings):
        for place, action in steps:
            held = game.information_sets[place]
            if held.owner != CHANCE:
                on_path[first[rank[place]] + action, z] += 1.0
            elif held.chances[action] > 0:
                chance[z] += math.log(held.chances[action])
            else:
                zeros[z] += 1.0
    payoffs = np.array([gained for gained, _ in endings]).reshape(len(endings), len(game.players))
    return _assembled(game, sets, first, on_path, chance, zeros, payoffs)


def _assembled(
    game: Game, sets: tuple[int, ...], first: Array, on_path: Array, chance: Array, zeros: Array, payoffs: Array
) -> Paths:
    set_of = np.repeat(np.arange(len(sets)), np.diff(first))
    owners = np.array([game.information_sets[sets[place]].owner for place in set_of], dtype=int)
    behind = np.where(on_path > 0, zeros, np.inf)
    counts = (on_path > 0) & (behind == behind.min(axis=1, keepdims=True))
    own = payoffs.T[owners] if len(owners) else np.zeros((0, len(payoffs)))
    return Paths(sets, first, set_of, on_path, counts, chance, 1.0 * (zeros == 0), payoffs, own)


Steps = tuple[tuple[int, int], ...]


def _endings(game: Game) -> list[tuple[Array, Steps]]:
    """Of every ending: the payoffs gained on the way, and the way as (information set, action)."""
    endings: list[tuple[Array, Steps]] = []
    waiting: list[tuple[int, Array, Steps]] = [(0, np.zeros(len(game.players)), ())]
    while waiting:
        place, gained, way = waiting.pop()
        node = game.nodes[place]
        if node.payoffs is not None:
            gained = gained + np.array(node.payoffs)
        if node.information_set is None:
            endings.append((gained, way))
            continue
        _refuse_second_meeting(game, node, way)
        for action in range(len(node.children) - 1, -1, -1):
            waiting.append((node.children[action], gained, (*way, (node.information_set, action))))
    return endings


def _refuse_second_meeting(game: Game, node: Node, way: Steps) -> None:
    held = game.information_sets[node.information_set or 0]
    if held.owner != CHANCE and any(place == node.information_set for place, _ in way):
        label = f" ({shown(held.label)})" if held.label else ""
        name = f"information set {held.number}{label} of {shown(game.players[held.owner])}"
        raise InputError(
            f"a path meets {name} twice: its owner forgets having moved",
            hint="Give the second meeting a set of its own: then each meeting is solved as an agent of its own.",
        )


def has_perfect_recall(game: Game) -> bool:
    """Return whether every player always knows what it knew and did before."""
    memory: dict[int, Steps] = {}
    waiting: list[tuple[int, tuple[Steps, ...]]] = [(0, tuple(() for _ in game.players))]
    while waiting:
        place, known = waiting.pop()
        node = game.nodes[place]
        if node.information_set is None:
            continue
        owner = game.information_sets[node.information_set].owner
        if owner != CHANCE and memory.setdefault(node.information_set, known[owner]) != known[owner]:
            return False
        for action, child in enumerate(node.children):
            after = list(known)
            if owner != CHANCE:
                after[owner] = (*known[owner], (node.information_set, action))
            waiting.append((child, tuple(after)))
    return True
