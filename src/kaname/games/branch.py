"""The principal branch: agent logit equilibria from uniform play at precision 0 onwards, followed as a curve.

Unknown are the log probabilities x and the precision L. In every information set h with actions a:
    sum over a of exp(x_a) = 1,     x_a - x_first = L (V_a - V_first)
The curve starts at uniform play. A step goes along its tangent (predictor) and back to the curve by Newton's method at
right angles to the tangent (corrector), with the analytic Jacobian; its length follows how well the last one went. The
precision may fall for a while where the curve folds back. Where other curves cross this one (the determinant of the
bordered Jacobian changes sign), the curve is followed straight on, and the place is noted.
Clock: none. Units: L per unit of payoff, inside in units of the spread of payoffs. Reads, writes: nothing.
Source: Turocy 2005, 2010; Allgower and Georg 1990, "Numerical Continuation Methods".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.linalg import lu_factor, lu_solve

from kaname.core.errors import InputError
from kaname.games.paths import Array, Paths

FIRST_STEP, SHORTEST_STEP = 0.05, 1e-9
GROWTH, SHRINKAGE = 2.0, 0.5
EASY_MISS, WORST_MISS = 0.04, 0.2
SMALLEST_COSINE = 0.97
WORST_CONTRACTION = 0.5
NEWTON_STEPS = 12
CLOSE, ROUNDING = 1e-11, 1e-14
MOST_STEPS = 20_000
HALVINGS = 20
NEARLY = 1e-8
SCALE_OF_MISS = 0.05


@dataclass(frozen=True)
class Point:
    """A point of the branch: precision in units of the game, and log probabilities of the actions."""

    precision: float
    x: Array


@dataclass(frozen=True)
class _Place:
    """A point inside the tracer: (x, scaled precision), the unit tangent, the sign of the bordered determinant."""

    y: Array
    tangent: Array
    sign: float


class Branch:
    """The principal branch of one game."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        spread = float(np.ptp(paths.own)) if paths.own.size else 0.0
        self.scale = spread or 1.0
        self.crossings: list[float] = []
        self.folds: list[float] = []

    def until(self, precision: float, spacing: float = np.inf) -> Iterator[Point]:
        """Yield points from uniform play to the first one at `precision` (0 or more), which is the last.

        spacing: how far apart in precision two neighbours may be, at most.
        """
        last: _Place | None = None
        goal = precision * self.scale
        for place in self._places(goal, spacing * self.scale):
            if place.y[-1] >= goal:
                yield self._point(place.y if last is None else self._at(goal, last, place))
                return
            yield self._point(place.y)
            last = place

    def _point(self, y: Array) -> Point:
        return Point(float(y[-1]) / self.scale, y[:-1])

    def _places(self, goal: float, spacing: float) -> Iterator[_Place]:
        place, step = self._start(), FIRST_STEP
        yield place
        for _ in range(MOST_STEPS):
            step = min(step, spacing / max(abs(place.tangent[-1]), SHORTEST_STEP))
            after, quality = self._stepped(place, step)
            if after is None or not self._lands_well(place, after, goal):
                step *= SHRINKAGE
                if step < SHORTEST_STEP:
                    raise self._stuck(place)
                continue
            self._note(place, after, step, goal)
            place = after
            yield place
            if quality < EASY_MISS:
                step *= GROWTH
        raise self._stuck(place)

    def _note(self, place: _Place, after: _Place, step: float, goal: float) -> None:
        """Keep where another branch crosses this one, or it turns back, unless that lies beyond the goal."""
        if after.sign != place.sign:
            found = self._where(place, step, lambda one: one.sign == place.sign)
            if found <= goal:
                self.crossings.append(found / self.scale)
        if after.tangent[-1] * place.tangent[-1] < 0 and after.y[-1] < goal:
            found = self._where(place, step, lambda one: one.tangent[-1] * place.tangent[-1] > 0)
            self.folds.append(found / self.scale)

    def _where(self, place: _Place, step: float, before: Callable[[_Place], bool]) -> float:
        """Scaled precision at which a property changes within a step, by halving it."""
        low, high, where = 0.0, step, float(place.y[-1])
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            there, _ = self._stepped(place, middle)
            where = float((place.y + middle * place.tangent if there is None else there.y)[-1])
            if there is None:
                break  # the Jacobian is singular where branches cross: this is the place
            low, high = (middle, high) if before(there) else (low, middle)
        return where

    def _lands_well(self, place: _Place, after: _Place, goal: float) -> bool:
        """Return whether a step stops short of the goal, or the point at the goal can be found between its ends."""
        if not place.y[-1] < goal <= after.y[-1] or after.y[-1] - goal < NEARLY * (1.0 + goal):
            return True
        return self._found_at(goal, place, after) is not None

    def _stuck(self, place: _Place) -> InputError:
        reached = float(place.y[-1]) / self.scale
        return InputError(f"the branch of equilibria could not be followed beyond precision {reached:.6g}",
                          path="--lambda", hint="Ask for a smaller one.")  # fmt: skip

    def _start(self) -> _Place:
        sizes = np.diff(self.paths.first)
        y = np.append(-np.log(np.repeat(sizes, sizes).astype(float)), 0.0)
        forward = np.zeros(len(y))
        forward[-1] = 1.0
        _, jacobian = self._system(y)
        return self._with_tangent(y, jacobian, forward)

    def _system(self, y: Array) -> tuple[Array, Array]:
        """Left sides minus right sides of all equations, and their derivatives [equation, unknown]."""
        x, precision, first, set_of = y[:-1], y[-1], self.paths.first, self.paths.set_of
        values, slopes = self.paths.values_and_slopes(x)
        values, slopes = values / self.scale, slopes / self.scale
        heads = first[:-1]
        head = heads[set_of]
        miss = x - x[head] - precision * (values - values[head])
        jacobian = np.empty((len(x), len(y)))
        jacobian[:, :-1] = -precision * (slopes - slopes[head])
        rows = np.arange(len(x))
        jacobian[rows, rows] += 1.0
        np.subtract.at(jacobian, (rows, head), 1.0)
        jacobian[:, -1] = values[head] - values
        odds = np.exp(x)
        miss[heads] = np.add.reduceat(odds, heads) - 1.0 if len(x) else 0.0
        jacobian[heads] = 0.0
        jacobian[head, rows] = odds
        return miss, jacobian

    def _stepped(self, place: _Place, step: float) -> tuple[_Place | None, float]:
        """Return the point of the curve one step on, and how far the tangent missed it; None where that went badly."""
        y = place.y + step * place.tangent
        moved, size = np.zeros(len(y)), np.inf
        for turn in range(NEWTON_STEPS):
            miss, jacobian = self._system(y)
            move = _solved(jacobian, place.tangent, np.append(-miss, 0.0))
            if move is None:
                return None, np.inf
            before, size = size, _size(move, y)
            close = CLOSE + ROUNDING * abs(y[-1])
            if size > (WORST_MISS if turn == 0 else max(WORST_CONTRACTION * before, close)):
                return None, np.inf
            y, moved = y + move, moved + move
            if size < close:
                after = self._with_tangent(y, self._system(y)[1], place.tangent)
                turned = float(after.tangent @ place.tangent) < SMALLEST_COSINE
                return (None if turned else after), _size(moved, y)
        return None, np.inf

    def _with_tangent(self, y: Array, jacobian: Array, ahead: Array) -> _Place:
        bordered = np.vstack([jacobian, ahead])
        factors, swaps = lu_factor(bordered, check_finite=False)
        wanted = np.zeros(len(y))
        wanted[-1] = 1.0
        tangent = lu_solve((factors, swaps), wanted, check_finite=False)
        swapped = np.count_nonzero(swaps != np.arange(len(y)))
        sign = float(np.prod(np.sign(np.diag(factors)))) * (-1.0) ** swapped
        return _Place(y, tangent / np.linalg.norm(tangent), sign)

    def _at(self, goal: float, before: _Place, after: _Place) -> Array:
        found = self._found_at(goal, before, after)
        return after.y if found is None else found

    def _found_at(self, goal: float, before: _Place, after: _Place) -> Array | None:
        """Return the point at the goal between two points of the curve, by Newton's method at that precision."""
        share = (goal - before.y[-1]) / (after.y[-1] - before.y[-1])
        y = before.y + share * (after.y - before.y)
        fixed = np.zeros(len(y))
        fixed[-1] = 1.0
        for _ in range(NEWTON_STEPS):
            y[-1] = goal
            miss, jacobian = self._system(y)
            move = _solved(jacobian, fixed, np.append(-miss, 0.0))
            if move is None or _size(move, y) > WORST_MISS:
                return None
            y = y + move
            if _size(move, y) < CLOSE + ROUNDING * goal:
                return y
        return None


def _size(move: Array, y: Array) -> float:
    """Return the size of a move: in log probabilities, and as a part of those that are large."""
    return float(np.abs(move / (1.0 + SCALE_OF_MISS * np.abs(y))).max())


def _solved(jacobian: Array, row: Array, right: Array) -> Array | None:
    try:
        found = np.linalg.solve(np.vstack([jacobian, row]), right)
    except np.linalg.LinAlgError:
        return None
    return found if np.isfinite(found).all() else None
