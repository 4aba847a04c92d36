"""The second opinion of the tests: pygambit's agent logit equilibrium of the same file, and how far ours is from it."""

from __future__ import annotations

import io

import numpy as np
import pygambit
import pytest

from kaname.games.efg_write import efg_text
from kaname.games.form import Game
from kaname.games.solve import Solution, solve

WITHIN = 1e-6
"""How near two solvers must be, in every probability and value."""


def gambit(game: Game, precision: float, text: str | None = None) -> Solution:
    """Probabilities and values as pygambit finds them on its principal branch, from our text or a given one."""
    theirs = pygambit.read_efg(io.StringIO(text or efg_text(game)))
    (found,) = pygambit.qre.logit_solve_lambda(theirs, precision)
    assert found.lam == pytest.approx(precision, rel=1e-7)
    odds = {}
    for player, name in enumerate(game.players):
        for place, (_, chances) in zip(game.sets_of(player), found.profile[name], strict=True):
            odds[place] = [float(chances[action]) for action in game.information_sets[place].actions]
    return Solution(precision, odds, [float(found.profile.payoffs[name]) for name in game.players])


def apart(one: Solution, other: Solution) -> float:
    """Largest difference of a probability or a value."""
    assert set(one.probabilities) == set(other.probabilities)
    pairs = [(one.probabilities[place], other.probabilities[place]) for place in one.probabilities]
    return max(float(np.abs(np.subtract(*pair)).max()) for pair in [*pairs, (one.values, other.values)])


def farthest(game: Game, precision: float, method: str) -> float:
    """How far our solution, found by the named method, is from pygambit's."""
    solved = solve(game, precision)
    assert solved.method == method
    return apart(solved.points[0], gambit(game, precision))
