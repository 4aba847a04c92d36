"""A second opinion: pygambit's agent logit equilibria of the same files (1e-6; 200 trees, 50 with information sets)."""

from __future__ import annotations

import io

import numpy as np
import pygambit
import pytest

from kaname.games.efg_write import efg_text
from kaname.games.form import Choice, Ending, Game, game_of
from kaname.games.solve import BACKWARD, PRINCIPAL, solve
from tests.games.random_games import random_game

WITHIN = 1e-6
TREES, BLURRED = 200, 50


def gambit(game: Game, precision: float) -> tuple[dict[int, list[float]], list[float]]:
    """Probabilities by place of the information set, and values, as pygambit finds them on its principal branch."""
    theirs = pygambit.read_efg(io.StringIO(efg_text(game)))
    (found,) = pygambit.qre.logit_solve_lambda(theirs, precision)
    assert found.lam == pytest.approx(precision, rel=1e-7)
    odds = {}
    for player, name in enumerate(game.players):
        for place, (_, chances) in zip(game.sets_of(player), found.profile[name], strict=True):
            odds[place] = [float(chances[action]) for action in game.information_sets[place].actions]
    return odds, [float(found.profile.payoffs[name]) for name in game.players]


def farthest(game: Game, precision: float, method: str) -> float:
    """Largest difference of a probability or a value between the two solvers."""
    solved = solve(game, precision)
    assert solved.method == method
    odds, values = gambit(game, precision)
    (ours,) = solved.points
    assert set(ours.probabilities) == set(odds)
    pairs = [(ours.probabilities[place], odds[place]) for place in odds] + [(ours.values, values)]
    return max(float(np.abs(np.subtract(*pair)).max()) for pair in pairs)


def precisions(count: int) -> np.ndarray:
    """Precisions from 0.3 to 20, evenly in their logarithm, in a mixed order."""
    return np.exp(np.random.default_rng(11).permutation(np.linspace(np.log(0.3), np.log(20.0), count)))


@pytest.mark.parametrize("part", range(4))
def test_trees_of_perfect_information_have_the_equilibria_that_gambit_finds(part: int) -> None:
    sizes = []
    for number in range(part, TREES, 4):
        game = random_game(number, most=20 + 140 * (number % 10) // 9)
        sizes.append(len(game.nodes))
        assert farthest(game, float(precisions(TREES)[number]), BACKWARD) < WITHIN
    assert 130 < max(sizes) <= 160


def test_games_with_information_sets_have_the_principal_branch_that_gambit_follows() -> None:
    for number in range(BLURRED):
        game = random_game(number, most=20 + number, blurred=True)
        assert farthest(game, float(precisions(BLURRED)[number]), PRINCIPAL) < WITHIN


def test_a_game_of_two_by_two_has_it_too() -> None:
    row, column = [[2.0, 0.0], [0.5, 1.0]], [[1.0, 0.0], [0.0, 3.0]]
    answers = [
        (f"r{i}", Choice("C", [(f"c{j}", Ending([row[i][j], column[i][j]])) for j in range(2)], "blind"))
        for i in range(2)
    ]
    game = game_of("two by two", ["R", "C"], Choice("R", answers))
    for precision in (0.5, 2.0, 8.0):
        assert farthest(game, precision, PRINCIPAL) < WITHIN
