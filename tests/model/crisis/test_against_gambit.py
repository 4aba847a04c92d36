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
from kaname.model.crisis import solve as crisis
from kaname.model.world.board import FREE, ROLE_COUNT, empty_board
from kaname.model.world.game_form import MOST_NODES, empty_forms
from kaname.words.moves import ROLES
from tests.games.gambit import WITHIN, apart, gambit
from tests.model.crisis.games import flagship_forms, games

backward, mark_nodes = plain(crisis.backward), plain(crisis.mark_nodes)
GAMES, PARTS = 200, 4
MOST_NODES = MOST_NODES
PRECISIONS = np.exp(np.random.default_rng(7).permutation(np.linspace(np.log(0.3), np.log(15.0), GAMES)))


def random_tree(rng: np.random.Generator, most: int) -> np.record:
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
    form = empty_forms(1)[0]
    form.first[: len(rows)], form.children[: len(rows)] = np.array(rows).T
    form.owner[: len(rows)] = rng.integers(0, ROLE_COUNT, len(rows))
    form.nodes = len(rows)
    return form


def as_game(tree: np.record, payoff: np.ndarray) -> Game:
    """The same tree as a game in extensive form; payoff[role, node] counts at the endings."""

    def draft(n: int) -> Draft:
        first, count = tree.first[n], tree.children[n]
        if count == 0:
            return Ending([float(one) for one in payoff[:, n]])
        moves = [(f"move {c - first}", draft(c)) for c in range(first, first + count)]
        return Choice(ROLES[tree.owner[n]], moves, set_label=str(n))

    return game_of("crisis", ROLES, draft(0))


def by_the_crisis(tree: np.record, payoff: np.ndarray, precision: float, game: Game) -> Solution:
    """Chances and values by the crisis's kernel, as a solution of `game`."""
    nodes, tree = int(tree.nodes), tree.copy()
    tree.roles = ROLE_COUNT
    board = empty_board()
    board.legality[:nodes] = FREE
    board.payoff_fixed[:, :nodes] = payoff
    board.law[:] = 1.0
    mark_nodes(tree, board)
    backward(tree, board, precision, 1.0)
    odds = {}
    for place, held in enumerate(game.information_sets):
        first = tree.first[int(held.label)]
        odds[place] = list(board.odds[first : first + len(held.actions)])
    return Solution(precision, odds, list(board.value[:, 0]))


def check(tree: np.record, rng: np.random.Generator, precision: float) -> None:
    nodes = int(tree.nodes)
    payoff = rng.normal(size=(ROLE_COUNT, nodes))
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
        largest = max(largest, int(tree.nodes))
        check(tree, rng, float(PRECISIONS[number]))
    assert largest <= MOST_NODES
    assert part != 3 or largest > MOST_NODES - 10


@pytest.mark.parametrize(("k", "name"), list(enumerate(games())))
def test_the_shipped_forms_are_solved_as_gambit_solves_them(k: int, name: str) -> None:
    tree = flagship_forms()[k]
    nested = int(tree.nested[: tree.nodes].sum())
    assert nested == 0, f"{name} has nests, which plain logit has not"
    for precision in (1.0, 6.0):
        check(tree, np.random.default_rng(k), precision)
