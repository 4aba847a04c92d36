"""A finite game in extensive form: nodes, information sets, players; and a short way to write one down in code.

Idea: a game is a list of nodes in pre-order (the root is node 0, a node stands before what follows it). A node belongs
to one information set, of a player or of chance, or it is an ending. Payoffs may be gained at any node, an inner one
too; what a path is worth is their sum. `game_of` makes a game from nested `Choice`, `Chance` and `Ending`.
Clock: none. Units: payoffs in whatever unit the game has; chances are exact fractions that sum to 1.
Reads, writes: nothing. Errors: InputError. Source: Kuhn 1953, "Extensive games and the problem of information".
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Union

from kaname.core.errors import InputError, shown

CHANCE = -1
"""Owner of an information set at which nobody chooses."""
LARGEST_PAYOFF = 1e100
SUM_WITHIN = 1e-9
"""How far chances given as decimals may miss 1; the last one then takes up the rest."""


@dataclass(frozen=True)
class InformationSet:
    """Knowledge of a mover when it moves; `owner` is a place in the game's players, or CHANCE."""

    owner: int
    number: int
    label: str
    actions: tuple[str, ...]
    chances: tuple[Fraction, ...] = ()


@dataclass(frozen=True)
class Node:
    """`information_set` and `children` are places in the game's lists (None and empty at an ending).

    payoffs: what each player gains on reaching the node; None where nothing is gained.
    """

    information_set: int | None
    children: tuple[int, ...]
    payoffs: tuple[float, ...] | None = None
    label: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Game:
    """A finite game; information sets stand in the order in which pre-order meets them."""

    title: str
    players: tuple[str, ...]
    information_sets: tuple[InformationSet, ...]
    nodes: tuple[Node, ...]
    comment: str = ""

    def sets_of(self, player: int) -> list[int]:
        """Return the places of the player's information sets, in pre-order."""
        return [place for place, one in enumerate(self.information_sets) if one.owner == player]

    def members(self) -> list[list[int]]:
        """Nodes of each information set, in pre-order."""
        members: list[list[int]] = [[] for _ in self.information_sets]
        for place, node in enumerate(self.nodes):
            if node.information_set is not None:
                members[node.information_set].append(place)
        return members

    def has_perfect_information(self) -> bool:
        """Return whether every mover knows at which node it moves (chance need not)."""
        sets = self.information_sets
        return all(len(nodes) == 1 or one.owner == CHANCE for one, nodes in zip(sets, self.members(), strict=True))


@dataclass(frozen=True)
class Ending:
    """The end of a path, and what each player gains there."""

    payoffs: Sequence[float]
    label: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Choice:
    """A move of `player`: pairs of an action's name and what follows it.

    information_set: any key; nodes of one player with the same key are one information set. None: a set of its own.
    """

    player: str
    moves: Sequence[tuple[str, Draft]]
    information_set: Hashable = None
    set_label: str = ""
    label: str = ""
    payoffs: Sequence[float] | None = None


@dataclass(frozen=True)
class Chance:
    """A move of chance: (name, probability, what follows) each; probabilities sum to 1."""

    moves: Sequence[tuple[str, float | Fraction, Draft]]
    set_label: str = ""
    label: str = ""
    payoffs: Sequence[float] | None = None


Draft = Union[Ending, Choice, Chance]  # noqa: UP007  (the classes above name it before it exists)


@dataclass
class _Growing:
    """A game while it grows."""

    players: tuple[str, ...]
    sets: list[InformationSet] = field(default_factory=list)
    known: dict[tuple[int, Hashable], int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def set_of(self, draft: Choice | Chance) -> int:
        """Return the place of the draft's information set, made when it is new."""
        actions = tuple(str(move[0]) for move in draft.moves)
        if len(set(actions)) < len(actions):
            raise InputError(f"two moves of one node have the same name: {', '.join(map(shown, actions))}")
        if isinstance(draft, Chance):
            return self._added(CHANCE, draft.set_label, actions, exact_chances([move[1] for move in draft.moves]))
        if draft.player not in self.players:
            raise InputError(f"{shown(draft.player)} is not a player of the game", allowed=self.players)
        owner = self.players.index(draft.player)
        if draft.information_set is None:
            return self._added(owner, draft.set_label, actions, ())
        place = self.known.get((owner, draft.information_set))
        if place is None:
            place = self._added(owner, draft.set_label, actions, ())
            self.known[owner, draft.information_set] = place
        if self.sets[place].actions != actions:
            raise InputError(f"one information set of {shown(draft.player)} has two lists of actions")
        return place

    def _added(self, owner: int, label: str, actions: tuple[str, ...], chances: tuple[Fraction, ...]) -> int:
        self.counts[owner] = self.counts.get(owner, 0) + 1
        self.sets.append(InformationSet(owner, self.counts[owner], label, actions, chances))
        return len(self.sets) - 1


def game_of(title: str, players: Sequence[str], root: Draft, comment: str = "") -> Game:
    """Return the game that a draft describes; InputError where payoffs, chances or information sets do not fit.

    >>> game_of("A threat", ["A", "B"], Choice("A", [("yield", Ending([0, 1])), ("attack", Ending([1, 0]))])).nodes[1]
    Node(information_set=None, children=(), payoffs=(0.0, 1.0), label='', outcome='')
    """
    growing = _Growing(tuple(players))
    nodes: list[Node] = []
    follows: list[list[int]] = []
    waiting: list[tuple[Draft, int]] = [(root, -1)]
    while waiting:
        draft, parent = waiting.pop()
        if parent >= 0:
            follows[parent].append(len(nodes))
        gained = None if draft.payoffs is None else checked_payoffs(draft.payoffs, len(players))
        follows.append([])
        if isinstance(draft, Ending):
            nodes.append(Node(None, (), gained, draft.label, draft.outcome))
            continue
        if not draft.moves:
            raise InputError("a node that is no ending has no moves")
        waiting.extend((after, len(nodes)) for after in reversed(_following(draft)))
        nodes.append(Node(growing.set_of(draft), (), gained, draft.label))
    done = tuple(
        Node(node.information_set, tuple(after), node.payoffs, node.label, node.outcome)
        for node, after in zip(nodes, follows, strict=True)
    )
    return Game(title, growing.players, tuple(growing.sets), done, comment)


def _following(draft: Choice | Chance) -> list[Draft]:
    if isinstance(draft, Chance):
        return [after for _, _, after in draft.moves]
    return [after for _, after in draft.moves]


def checked_payoffs(payoffs: Sequence[float], players: int) -> tuple[float, ...]:
    """Payoffs as floats; InputError for a wrong number of them or one that cannot be reckoned with."""
    if len(payoffs) != players:
        raise InputError(f"{len(payoffs)} payoffs are given for {players} players")
    found = tuple(float(payoff) for payoff in payoffs)
    for one in found:
        if not math.isfinite(one) or abs(one) > LARGEST_PAYOFF:
            raise InputError(f"the payoff {one:g} is outside -{LARGEST_PAYOFF:g}..{LARGEST_PAYOFF:g}")
    return found


def exact_chances(given: Sequence[float | Fraction]) -> tuple[Fraction, ...]:
    """Return chances as fractions that sum to 1 exactly; a decimal stands for what it reads as."""
    for one in given:
        if not 0 <= float(one) <= 1:  # a number that is none fails this too
            raise InputError(f"the chance {float(one):g} is outside 0..1")
    found = [one if isinstance(one, Fraction) else Fraction(repr(float(one))) for one in given]
    rest = 1 - sum(found)
    if abs(float(rest)) > SUM_WITHIN:
        raise InputError(f"the chances sum to {float(1 - rest):.10g}, not 1")
    largest = found.index(max(found))
    found[largest] += rest
    return tuple(found)
