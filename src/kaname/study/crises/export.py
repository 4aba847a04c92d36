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
from kaname.model.crisis.board import (
    BARRED,
    CONTESTED,
    FLAT,
    GATE,
    KEEN,
    LAW_AT,
    MEAN_LAW_AT,
    MEAN_RESOLVE_AT,
    ODDS,
    OWN_GATE,
    TYPES,
    VALUE,
)
from kaname.model.crisis.ladder import CHILDREN, FIRST, IN_TIME, LATE, NESTED, OWNER, PARENT
from kaname.model.crisis.nature import open_gates
from kaname.model.crisis.solve import backward
from kaname.model.crisis.thinking import actor_in, picture_of
from kaname.model.world.turn import SCRATCH, at
from kaname.study.crises.case import Case, Eve
from kaname.study.crises.pictures import ending_word, sides_of, way_to
from kaname.words.moves import ROLES

PERMITS, FORBIDS = "may", "may_not"


@dataclass(frozen=True)
class Seen:
    """A side's picture of one run: payoff[role, node] at endings, gate[node], chance that law permits by role."""

    tree: np.ndarray
    payoff: np.ndarray
    gate: np.ndarray
    permits: np.ndarray
    precision: float
    nest: float

    @property
    def nested(self) -> int:
        """Nodes at which moves share a rung."""
        return int(self.tree[:, NESTED].sum())

    def solved(self) -> tuple[np.ndarray, np.ndarray]:
        """The engine's own rule for this game: odds[node] of the move into it and value[role, node]."""
        nodes, roles, scratch = len(self.tree), len(self.payoff), np.zeros(SCRATCH)
        scratch[FLAT : FLAT + roles, :nodes] = self.payoff
        scratch[GATE, :nodes] = self.gate
        scratch[TYPES, LAW_AT : LAW_AT + len(self.permits)] = self.permits
        backward(self.tree, scratch, nodes, self.precision, self.nest)
        return scratch[ODDS, :nodes].copy(), scratch[VALUE : VALUE + roles, :nodes].copy()

    def worth(self) -> np.ndarray:
        """What the game is worth to every role, by the engine's own rule."""
        return self.solved()[1][:, 0]


def seen_by(case: Case, eve: Eve, role: str, run: int = 0) -> Seen:
    """The picture of the side in `role`; InputError where that role does not move in this contingency."""
    k = case.contingency
    tree, nodes, roles = case.laid, len(case.tree), case.roles
    if role not in ROLES[:roles]:
        raise unknown_name("a side that moves in this contingency", role, ROLES[:roles], path="--as")
    place = ROLES.index(role)
    w, p = eve.worlds[run], eve.params[run]
    turn = at(case.turn(case.tables, run=run), k, 0)
    open_gates(w, p, turn, k, tree, nodes)
    picture_of(w, p, turn.tables.surrogate, turn.scratch, k, tree, nodes, place)
    scratch = turn.scratch
    resolve = scratch[TYPES, MEAN_RESOLVE_AT : MEAN_RESOLVE_AT + roles, None]
    payoff = scratch[FLAT : FLAT + roles, :nodes] + resolve * scratch[KEEN : KEEN + roles, :nodes]
    own = [actor_in(p, k, r) == actor_in(p, k, place) for r in range(len(ROLES))]
    mine = np.array(own)[case.tree[case.tree[:, PARENT], OWNER]]
    return Seen(
        case.tree, payoff, np.where(mine, scratch[OWN_GATE, :nodes], scratch[GATE, :nodes]),
        scratch[TYPES, MEAN_LAW_AT : MEAN_LAW_AT + roles].copy(), float(p.choice_precision), float(p.nest_precision),
    )  # fmt: skip


def exported(case: Case, eve: Eve, role: str, run: int = 0) -> Game:
    """The game as the side in `role` sees it, players named by their roles."""
    seen = seen_by(case, eve, role, run)
    year, quarter = quarter_of(case.compiled.scenario, case.quarter)
    name = list(case.compiled.names["contingency"].values())[case.contingency]
    sides = sides_of(case)
    title = f"{name}, {year}Q{quarter}, as the {role} ({sides[role]}) sees it"
    return game_of(title, tuple(sides), _draft(seen, 0), _comment(seen, sides))


def _comment(seen: Seen, sides: dict[str, str]) -> str:
    told = ", ".join(f"{role} {name}" for role, name in sides.items())
    said = f"Players: {told}. Payoffs in stakes; agent logit QRE at precision {seen.precision:g} is the crisis's rule."
    if seen.nested:
        said += f" At {seen.nested} nodes moves share a rung: there the crisis nests them and plain logit differs."
    return said


def _draft(seen: Seen, n: int, way: tuple[str, ...] = ()) -> Draft:
    """The game from a node on; way: the moves to it, chance's among them, since a label stands once in a file."""
    row = seen.tree[n]
    if row[CHILDREN] == 0:
        return Ending([float(value) for value in seen.payoff[:, n]], outcome=_outcome(row))
    moves = [c for c in range(row[FIRST], row[FIRST] + row[CHILDREN]) if seen.gate[c] != BARRED]
    free = [c for c in moves if seen.gate[c] != CONTESTED]
    permits = float(seen.permits[row[OWNER]])
    if len(free) == len(moves) or permits >= 1.0:
        return _choice(seen, n, moves, way)
    may, may_not = _choice(seen, n, moves, (*way, PERMITS)), _choice(seen, n, free, (*way, FORBIDS))
    return Chance([(PERMITS, permits, may), (FORBIDS, 1.0 - permits, may_not)])


def _choice(seen: Seen, n: int, moves: list[int], way: tuple[str, ...]) -> Choice:
    named = [(way_to(seen.tree, c)[-1], c) for c in moves]
    drafts = [(name, _draft(seen, c, (*way, name))) for name, c in named]
    return Choice(ROLES[seen.tree[n, OWNER]], drafts, label=" ".join(way))


def _outcome(row: np.ndarray) -> str:
    late, in_time = ending_word(row[LATE]), ending_word(row[IN_TIME])
    return in_time if late == in_time else f"{in_time} or {late} if late"
