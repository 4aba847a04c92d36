"""A finite game solved from Python: probabilities of every move, values, the branch over precision.

Reads: an .efg file. Writes: nothing. Units: probabilities; precision per unit of payoff; values in payoffs.
Errors: InputError where the file holds no game or a precision is outside its range.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from pathlib import Path

from kaname.api.table import Table
from kaname.games.efg_read import read_efg
from kaname.games.form import Game
from kaname.games.solve import Solution, Solved, solve_path
from kaname.games.solve import solve as solve_at
from kaname.report.game_terminal import branch_table, table_of

POINTS = 101
BRANCH = (0.0, 10.0)


@dataclass(frozen=True)
class SolvedGame:
    """A game and its logit equilibria: one at a precision, or a branch from one precision to another.

    game: the tree as it was read; solved: points in the order of the branch, the method, notes.

    >>> from kaname.games.efg_write import efg_text
    >>> from kaname.games.form import Choice, Ending, game_of
    >>> threat = Choice("A", [("yield", Ending([0, 1])), ("attack", Ending([1, 0]))])
    >>> _ = Path("game.efg").write_text(efg_text(game_of("A threat", ["A", "B"], threat)))
    >>> solve("game.efg", precision=2.0).probabilities.columns
    ('lambda', 'player', 'information_set', 'label', 'action', 'probability')
    """

    game: Game
    solved: Solved

    @property
    def method(self) -> str:
        """Return how the game was solved."""
        return self.solved.method

    @property
    def notes(self) -> tuple[str, ...]:
        """Return notes on the solution: crossings and folds of the branch, imperfect recall."""
        return tuple(self.solved.notes)

    @cached_property
    def probabilities(self) -> Table:
        """Return every move at every point: lambda, player, information set (from 1), its label, action,
        probability.
        """
        sets = self.game.information_sets
        return Table.of_rows([
            {"lambda": point.precision, "player": player, "information_set": number + 1, "label": sets[place].label,
             "action": action, "probability": chance}
            for point in self.solved.points
            for owner, player in enumerate(self.game.players)
            for number, place in enumerate(self.game.sets_of(owner))
            for action, chance in zip(sets[place].actions, point.probabilities[place], strict=True)
        ], notes=self.notes)  # fmt: skip

    @cached_property
    def values(self) -> Table:
        """Return what the game is worth to each player at every point: lambda, player, value."""
        return Table.of_rows([
            {"lambda": point.precision, "player": player, "value": value}
            for point in self.solved.points for player, value in zip(self.game.players, point.values, strict=True)
        ])  # fmt: skip

    def at(self, precision: float) -> SolvedGame:
        """Return the equilibrium at one precision, 0 (uniform play) to 1e6. Raises InputError outside that."""
        return SolvedGame(self.game, solve_at(self.game, precision))

    @property
    def last(self) -> Solution:
        """Return the last point of the branch."""
        return self.solved.points[-1]

    def __repr__(self) -> str:
        points = f"{len(self.solved.points)} points to " if len(self.solved.points) > 1 else ""
        return f"{self.game.title or 'a game'}: {points}lambda {self.last.precision:g}, {self.method}"

    def __str__(self) -> str:
        if len(self.solved.points) > 1:
            return branch_table(self.game, self.solved)
        return table_of(self.game, replace(self.solved, points=[self.last]))

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def solve(
    file: str | Path, precision: float | None = None, path: tuple[float, float] = BRANCH, points: int = POINTS
) -> SolvedGame:  # fmt: skip
    """Return the logit equilibria of a game in the .efg format that standard solvers write.

    precision: how exactly players choose, per unit of payoff, 0 to 1e6; left out: the whole branch over `path` (low,
    high), from 0 to 10 by default, at `points` points. Raises InputError where the file holds no game.

    >>> from kaname.games.efg_write import efg_text
    >>> from kaname.games.form import Choice, Ending, game_of
    >>> threat = Choice("A", [("yield", Ending([0, 1])), ("attack", Ending([1, 0]))])
    >>> _ = Path("game.efg").write_text(efg_text(game_of("A threat", ["A", "B"], threat)))
    >>> solve("game.efg").last.precision
    10.0
    """
    game = read_efg(Path(file))
    return SolvedGame(game, solve_path(game, *path, points) if precision is None else solve_at(game, precision))
