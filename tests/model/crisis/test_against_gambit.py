"""The crisis's own backward induction, and the tool's, against pygambit: 200 random trees and every shipped form.

With known types and equal pictures a crisis is agent logit quantal response of its tree; each move stands here on a
rung of its own, so that no nest is at work.
"""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.games.form import Choice, Draft, Ending, Game, game_of
from kaname.games.solve import BACKWARD, Solution, solve
from kaname.model.crisis import board, ladder
from kaname.model.crisis import solve as crisis
from kaname.words.moves import ROLES
from tests.games.gambit import WITHIN, apart, gambit
from tests.model.crisis.games import flagship_forms, games

backward, mark_plain_nodes = plain(crisis.backward), plain(crisis.mark_plain_nodes)
GAMES, PARTS = 200, 4
MOST_NODES = ladder.MOST_NODES
PRECISIONS = np.exp(np.random.default_rng(7).permutation(np.linspace(np.log(0.3), np.log(15.0), GAMES)))


def random_tree(rng: np.random.Generator, most: int) -> np.ndarray:
    """A game form of at most `most` nodes: roles in any order, two to four moves at a node."""
    rows = [[0, 0]]
    waiting = [0]
    while waiting and len(rows) + 4 <= most:
        n = waiting.pop(0)
        count = int(rng.integers(2, 5))
        if n and rng.random() < 0.1:
            continue
        rows[n] = [len(rows), count]
        waiting.extend(range(len(rows), len(rows) + count))
        rows.extend([0, 0] for _ in range(count))
    tree = np.full((len(rows), ladder.COLUMNS), -1, np.int64)
    tree[:, [ladder.FIRST, ladder.CHILDREN]] = rows
    tree[:, ladder.OWNER] = rng.integers(0, board.ROLE_COUNT, len(rows))
    tree[:, ladder.NESTED] = 0
    tree[0, ladder.NODES] = len(rows)
    return tree


def as_game(tree: np.ndarray, payoff: np.ndarray) -> Game:
    """The same tree as a game in extensive form; payoff[role, node] counts at the endings."""

    def draft(n: int) -> Draft:
        first, count = tree[n, ladder.FIRST], tree[n, ladder.CHILDREN]
        if count == 0:
            return Ending([float(one) for one in payoff[:, n]])
        moves = [(f"move {c - first}", draft(c)) for c in range(first, first + count)]
        return Choice(ROLES[tree[n, ladder.OWNER]], moves, set_label=str(n))

    return game_of("crisis", ROLES, draft(0))


def by_the_crisis(tree: np.ndarray, payoff: np.ndarray, precision: float, game: Game) -> Solution:
    """Chances and values by the crisis's kernel, as a solution of `game`."""
    nodes, tree = int(tree[0, ladder.NODES]), tree.copy()
    tree[0, ladder.ASKED] = board.ROLE_COUNT
    scratch = np.zeros((64, 512))
    scratch[board.GATE, :nodes] = board.FREE
    scratch[board.FLAT : board.FLAT + 4, :nodes] = payoff
    scratch[board.TYPES, 4:8] = 1.0
    mark_plain_nodes(tree, scratch, nodes)
    backward(tree, scratch, nodes, precision, 1.0)
    odds = {}
    for place, held in enumerate(game.information_sets):
        first = tree[int(held.label), ladder.FIRST]
        odds[place] = list(scratch[board.ODDS, first : first + len(held.actions)])
    return Solution(precision, odds, list(scratch[board.VALUE : board.VALUE + 4, 0]))


def check(tree: np.ndarray, rng: np.random.Generator, precision: float) -> None:
    nodes = int(tree[0, ladder.NODES])
    payoff = rng.normal(size=(board.ROLE_COUNT, nodes))
    game = as_game(tree, payoff)
    theirs = gambit(game, precision)
    assert apart(by_the_crisis(tree, payoff, precision, game), theirs) < WITHIN
    solved = solve(game, precision)
    assert solved.method == BACKWARD
    assert apart(solved.points[0], theirs) < WITHIN


@pytest.mark.parametrize("part", range(PARTS))
def test_random_trees_are_solved_as_gambit_solves_them(part: int) -> None:
    largest = 0
    for number in range(part, GAMES, PARTS):
        rng = np.random.default_rng(number)
        tree = random_tree(rng, 10 + (MOST_NODES - 10) * (number % 20) // 19)
        largest = max(largest, len(tree))
        check(tree, rng, float(PRECISIONS[number]))
    assert largest <= MOST_NODES
    assert part != 3 or largest > MOST_NODES - 10


@pytest.mark.parametrize(("k", "name"), list(enumerate(games())))
def test_the_shipped_forms_are_solved_as_gambit_solves_them(k: int, name: str) -> None:
    tree = flagship_forms()[k]
    nested = int(tree[: tree[0, ladder.NODES], ladder.NESTED].sum())
    assert nested == 0, f"{name} has nests, which plain logit has not"
    for precision in (1.0, 6.0):
        check(tree, np.random.default_rng(k), precision)
