"""Random games for the tests of the solver, the same in every run: trees with inner payoffs and moves of chance."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

import numpy as np

from kaname.games.form import Chance, Choice, Draft, Ending, Game, game_of

DEEPEST = 5
FEWEST_NODES = 10
Memory = tuple[Hashable, ...]


@dataclass
class Grower:
    """One random tree while it grows; `blurred` puts nodes into common information sets, with perfect recall."""

    rng: np.random.Generator
    most: int
    blurred: bool
    players: list[str] = field(default_factory=list)
    moves_of: dict[Hashable, int] = field(default_factory=dict)
    nodes: int = 1

    def payoffs(self) -> list[float]:
        return list(self.rng.normal(size=len(self.players)).round(3))

    def draft(self, depth: int, memories: tuple[Memory, ...]) -> Draft:
        room = self.most - self.nodes
        if depth >= DEEPEST or room < 2 or (depth > 0 and self.rng.random() < 0.2):
            return Ending(self.payoffs())
        gained = self.payoffs() if self.rng.random() < 0.15 else None
        return (self.chance if self.rng.random() < 0.15 else self.choice)(depth, memories, gained)

    def chance(self, depth: int, memories: tuple[Memory, ...], gained: list[float] | None) -> Draft:
        count = int(min(self.most - self.nodes, self.rng.integers(2, 4)))
        self.nodes += count
        weights = self.rng.integers(1, 10, count)
        odds = weights / weights.sum()
        return Chance(
            [(f"c{k}", float(p), self.draft(depth + 1, memories)) for k, p in enumerate(odds)], payoffs=gained
        )

    def choice(self, depth: int, memories: tuple[Memory, ...], gained: list[float] | None) -> Draft:
        player = int(self.rng.integers(len(self.players)))
        key = (player, depth, memories[player], int(self.rng.integers(2))) if self.blurred else None
        count = self.moves_of.get(key, int(min(self.most - self.nodes, self.rng.integers(2, 5))))
        if key is not None:
            self.moves_of[key] = count
        self.nodes += count
        after = []
        for k in range(count):
            known = (*memories[:player], (*memories[player], (key, k)), *memories[player + 1 :])
            after.append((f"m{k}", self.draft(depth + 1, known)))
        return Choice(self.players[player], after, key, payoffs=gained)


def random_game(number: int, most: int, blurred: bool = False) -> Game:
    """Random game `number` with about `most` nodes; with `blurred` some information set holds several nodes."""
    rng = np.random.default_rng([number, most, blurred])
    while True:
        players = ["A", "B", "C"][: int(rng.integers(2, 4))]
        grower = Grower(rng, most, blurred, players)
        game = game_of("random", players, grower.draft(0, ((),) * len(players)))
        if len(game.nodes) >= FEWEST_NODES and game.has_perfect_information() != blurred:
            return game
