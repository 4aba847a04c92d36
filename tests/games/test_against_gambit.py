"""Games of all kinds have the agent logit equilibria that pygambit finds (1e-6).

Two hundred more trees, with the crisis's own solver, stand in tests/model/crisis/test_against_gambit.py.
"""

from __future__ import annotations

import numpy as np
import pytest

from kaname.games.form import Choice, Ending, game_of
from kaname.games.solve import BACKWARD, PRINCIPAL
from tests.games.gambit import WITHIN, farthest
from tests.games.random_games import random_game

TREES, BLURRED = 60, 60


def precisions(count: int) -> np.ndarray:
    """Precisions from 0.3 to 20, evenly in their logarithm, in a mixed order."""
    return np.exp(np.random.default_rng(11).permutation(np.linspace(np.log(0.3), np.log(20.0), count)))


def test_trees_with_chance_and_inner_payoffs_have_the_equilibria_that_gambit_finds() -> None:
    sizes = []
    for number in range(TREES):
        game = random_game(number, most=20 + 140 * (number % 10) // 9)
        sizes.append(len(game.nodes))
        assert farthest(game, float(precisions(TREES)[number]), BACKWARD) < WITHIN
    assert 130 < max(sizes) <= 160


def test_games_with_information_sets_have_the_principal_branch_that_gambit_follows() -> None:
    for number in range(BLURRED):
        game = random_game(number, most=20 + number, blurred=True)
        assert farthest(game, float(precisions(BLURRED)[number]), PRINCIPAL) < WITHIN


@pytest.mark.parametrize("precision", [0.5, 2.0, 8.0])
def test_a_game_of_two_by_two_has_it_too(precision: float) -> None:
    row, column = [[2.0, 0.0], [0.5, 1.0]], [[1.0, 0.0], [0.0, 3.0]]
    answers = [
        (f"r{i}", Choice("C", [(f"c{j}", Ending([row[i][j], column[i][j]])) for j in range(2)], "blind"))
        for i in range(2)
    ]
    assert farthest(game_of("two by two", ["R", "C"], Choice("R", answers)), precision, PRINCIPAL) < WITHIN
