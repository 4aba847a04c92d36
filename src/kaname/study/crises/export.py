"""The game as one side sees it, as a game in extensive form that any solver reads.

Payoffs are those of the side's own picture, every side with its mean resolve there; what an ending that depends on time
is worth is mixed with the side's own chance that the response comes late. Where law, or proof of who acted, is open in
this picture, chance decides before the move whether the side may (a side knows that of itself: there barred moves are
left out, and nothing is left to chance). A further round is no part of this game. Agent logit quantal response of it at
the precision of choice is the complete-information game in which types are known and pictures equal, which the engine
solves by `crisis.solve.backward`.

Moves that share a rung form one nest of the engine's rule, which plain logit does not have: at such nodes the two rules
differ, and the comment of the game counts them. No shipped game has one.

Clock: eve of a crisis, central figures. Units: stakes (the challenger's is 1). Reads: Eve. Writes: nothing.
Source: docs/explanation/the-crisis.md; McKelvey and Palfrey 1998.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kaname.compile.layout import quarter_of
from kaname.core.errors import unknown_name
from kaname.games.form import Chance, Choice, Draft, Ending, Game, game_of
from kaname.model.crisis.nature import find_legality
from kaname.model.crisis.solve import backward
from kaname.model.crisis.thinking import actor_in, picture_of
from kaname.model.world.board import BARRED, CONTESTED, empty_board
from kaname.model.world.turn import at
from kaname.study.crises.case import Case, Eve
from kaname.study.crises.pictures import ending_word, sides_of, way_to
from kaname.words.moves import ROLES

PERMITS, FORBIDS = "may", "may_not"


@dataclass(frozen=True)
class Seen:
    """A side's picture of one run: payoff[role, node] at endings, legality[node], chance that law permits by role."""

    form: np.record
    payoff: np.ndarray
    legality: np.ndarray
    permits: np.ndarray
    precision: float
    nest: float

    @property
    def nodes(self) -> int:
        return len(self.legality)

    @property
    def nested(self) -> int:
        """Nodes at which moves share a rung."""
        return int(self.form.nested[: self.nodes].sum())

    def solved(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the engine's own rule for this game: odds[node] of the move into it and value[role, node]."""
        roles, board = len(self.payoff), empty_board()
        board.payoff_fixed[:roles, : self.nodes] = self.payoff
        board.legality[: self.nodes] = self.legality
        board.law[: len(self.permits)] = self.permits
        backward(self.form, board, self.precision, self.nest)
        return board.odds[: self.nodes].copy(), board.value[:roles, : self.nodes].copy()

    def worth(self) -> np.ndarray:
        """Return what the game is worth to every role, by the engine's own rule."""
        return self.solved()[1][:, 0]


def seen_by(case: Case, eve: Eve, role: str, run: int = 0) -> Seen:
    """Return the picture of the side in `role`; InputError where that role does not move in this contingency."""
    k = case.contingency
    form, nodes, roles = case.form, case.nodes, case.roles
    if role not in ROLES[:roles]:
        raise unknown_name("a side that moves in this contingency", role, ROLES[:roles], path="--as")
    side = ROLES.index(role)
    w, p = eve.worlds[run], eve.params[run]
    turn = at(case.turn(case.tables, run=run), k, 0)
    board = turn.board[0]
    find_legality(w, p, turn, k)
    picture_of(w, p, turn, k, side)
    resolve = board.mean_resolve[:roles, None]
    payoff = board.payoff_fixed[:roles, :nodes] + resolve * board.payoff_resolve[:roles, :nodes]
    own = [actor_in(p, k, r) == actor_in(p, k, side) for r in range(len(ROLES))]
    mine = np.array(own)[form.owner[form.parent[:nodes]]]
    return Seen(
        form, payoff, np.where(mine, board.own_legality[:nodes], board.legality[:nodes]),
        board.mean_law[:roles].copy(), float(board.precision), float(p.nest_precision),
    )  # fmt: skip


def exported(case: Case, eve: Eve, role: str, run: int = 0) -> Game:
    """Return the game as the side in `role` sees it, players named by their roles."""
    seen = seen_by(case, eve, role, run)
    year, quarter = quarter_of(case.compiled.scenario, case.quarter)
    name = list(case.compiled.names["contingency"].values())[case.contingency]
    sides = sides_of(case)
    title = f"{name}, {year}Q{quarter}, as the {role} ({sides[role]}) sees it"
    return game_of(title, tuple(sides), _draft(seen, 0), _comment(seen, sides))


def _comment(seen: Seen, sides: dict[str, str]) -> str:
    words = ", ".join(f"{role} {name}" for role, name in sides.items())
    text = f"Players: {words}. Payoffs in stakes; agent logit QRE at precision {seen.precision:g} is the crisis's rule."
    if seen.nested:
        text += f" At {seen.nested} nodes moves share a rung: there the crisis nests them and plain logit differs."
    return text


def _draft(seen: Seen, n: int, way: tuple[str, ...] = ()) -> Draft:
    """Return the game from a node on; way: the moves to it, chance's among them, since a label stands once in a
    file.
    """
    form = seen.form
    if form.children[n] == 0:
        return Ending([float(value) for value in seen.payoff[:, n]], outcome=_outcome(form, n))
    moves = [c for c in range(form.first[n], form.first[n] + form.children[n]) if seen.legality[c] != BARRED]
    free = [c for c in moves if seen.legality[c] != CONTESTED]
    permits = float(seen.permits[form.owner[n]])
    if len(free) == len(moves) or permits >= 1.0:
        return _choice(seen, n, moves, way)
    may, may_not = _choice(seen, n, moves, (*way, PERMITS)), _choice(seen, n, free, (*way, FORBIDS))
    return Chance([(PERMITS, permits, may), (FORBIDS, 1.0 - permits, may_not)])


def _choice(seen: Seen, n: int, moves: list[int], way: tuple[str, ...]) -> Choice:
    named = [(way_to(seen.form, c)[-1], c) for c in moves]
    drafts = [(name, _draft(seen, c, (*way, name))) for name, c in named]
    return Choice(ROLES[seen.form.owner[n]], drafts, label=" ".join(way))


def _outcome(form: np.record, n: int) -> str:
    late, in_time = ending_word(form.late[n]), ending_word(form.in_time[n])
    return in_time if late == in_time else f"{in_time} or {late} if late"
