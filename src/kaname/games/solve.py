"""Solves a game: logit equilibrium at a precision, or its whole branch, by the method that the game allows.

Perfect information: logit backward induction. Information sets of several nodes: the principal branch of agent logit
equilibria, followed from uniform play. In both, each information set chooses by logit of its own expected values, so
where a player forgets what it knew or did (imperfect recall) its sets act as agents that share its payoffs.
Clock: none. Units: precision per unit of payoff. Reads, writes: nothing. Errors: InputError.
Source: McKelvey and Palfrey 1998.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from kaname.core.errors import InputError
from kaname.games.backward import backward_induction
from kaname.games.branch import Branch, Point
from kaname.games.form import CHANCE, Game
from kaname.games.paths import Paths, has_perfect_recall, paths_of

HIGHEST_PRECISION = 1e6


@dataclass(frozen=True)
class Solution:
    """Probabilities of the actions by place of the information set (chance left out), and values of the root."""

    precision: float
    probabilities: dict[int, list[float]]
    values: list[float]


@dataclass(frozen=True)
class Solved:
    """Solutions in the order of the branch, the method, and what should be known about them."""

    points: list[Solution]
    method: str
    notes: list[str] = field(default_factory=list)


BACKWARD = "logit backward induction"
PRINCIPAL = "principal branch of agent logit equilibria"


def solve(game: Game, precision: float) -> Solved:
    """Return the equilibrium at one precision, as a branch of one point."""
    check_precision(precision, "--lambda")
    if game.has_perfect_information():
        return Solved([_induced(game, precision)], BACKWARD)
    paths = paths_of(game)
    branch = Branch(paths)
    for point in branch.until(precision):
        last = point
    return Solved([_solution(paths, last)], PRINCIPAL, _notes(game, branch))


def solve_path(game: Game, low: float, high: float, points: int) -> Solved:
    """Return the branch from `low` to `high`: so many even points by induction; traced, points no farther apart than
    that.
    """
    check_precision(low, "--path")
    check_precision(high, "--path")
    if not low < high:
        raise InputError(f"{low:g}..{high:g} does not rise", path="--path", hint="For example --path 0..10.")
    if game.has_perfect_information():
        return Solved([_induced(game, float(one)) for one in np.linspace(low, high, points)], BACKWARD)
    paths = paths_of(game)
    solutions: list[Solution] = []
    if low > 0:
        *_, first = Branch(paths).until(low)
        solutions.append(_solution(paths, first))
    branch = Branch(paths)
    inside = False
    for point in branch.until(high, (high - low) / (points - 1)):
        inside = inside or point.precision >= low
        if inside and not (solutions and point.precision == solutions[-1].precision):
            solutions.append(_solution(paths, point))
    return Solved(solutions, PRINCIPAL, _notes(game, branch))


def check_precision(precision: float, path: str) -> None:
    """Raise InputError unless the precision is a number in 0..HIGHEST_PRECISION."""
    if not (math.isfinite(precision) and 0 <= precision <= HIGHEST_PRECISION):
        raise InputError(f"{precision:g} is outside 0..{HIGHEST_PRECISION:g}", path=path, found=precision)


def _induced(game: Game, precision: float) -> Solution:
    odds, values = backward_induction(game, precision)
    places = [place for place, one in enumerate(game.information_sets) if one.owner != CHANCE]
    return Solution(precision, {place: odds[place] for place in places}, values)


def _solution(paths: Paths, point: Point) -> Solution:
    odds = np.exp(point.x)
    held = {
        place: (odds[a:b] / odds[a:b].sum()).tolist()
        for place, a, b in zip(paths.sets, paths.first[:-1], paths.first[1:], strict=True)
    }
    return Solution(point.precision, held, paths.expected(point.x).tolist())


def _notes(game: Game, branch: Branch) -> list[str]:
    notes = []
    if not has_perfect_recall(game):
        notes.append("A player forgets what it knew or did: its information sets act as agents with the same payoffs.")
    if branch.crossings:
        where = ", ".join(f"{crossing:.3g}" for crossing in branch.crossings)
        notes.append(f"Other branches cross this one near lambda {where}; it is followed straight on.")
    if branch.folds:
        where = ", ".join(f"{fold:.3g}" for fold in branch.folds)
        notes.append(f"The branch turns back near lambda {where}: there are several equilibria close by.")
    return notes
