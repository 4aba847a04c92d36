"""Models whose truth is known, in place of the engine: an outcome is a function of what an arm changes, of a world's
figures and of chance, which all arms share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kaname.scenarios.claims import Claim, Line
from kaname.scenarios.contrasts import Change
from kaname.study.claims.audit import audited
from kaname.study.claims.corner_draws import Corner
from kaname.study.claims.estimate import REPEATS
from kaname.study.claims.verdict import Audited

MOST = 4000
Model = Callable[[float, Mapping[str, np.ndarray], np.ndarray], np.ndarray]
"""What is done in an arm (0 or more), figures by future, chance by future (n, 3) -> outcome by future."""


@dataclass(frozen=True)
class Planted:
    """A model as the audit sees one. figures are uniform in 0..1."""

    model: Model
    seed: int = 7

    def figures(self, worlds: int) -> dict[str, np.ndarray]:
        rng = np.random.default_rng(self.seed)
        drawn = {f"u.figure_{place}": rng.random(MOST) for place in range(12)}
        return {name: values[:worlds] for name, values in drawn.items()}

    def at_corner(self, corner: Corner, first: int) -> Planted:
        """The same model with its figures in a corner."""
        return AtCorner(self.model, self.seed, corner, first)

    def ask(self, change: Change, outcomes: Sequence[str]) -> None:
        """A model is there at once."""

    def column(self, change: Change, outcome: str, futures: int) -> np.ndarray:
        figures = {name: np.repeat(values, REPEATS) for name, values in self.figures(futures // REPEATS).items()}
        chance = np.random.default_rng(self.seed + 1).normal(size=(2 * MOST, 3))[:futures]
        return self.model(sum(change.levers.values()), figures, chance)


@dataclass(frozen=True)
class AtCorner(Planted):
    """A model whose figures stand in a corner."""

    corner: Corner = Corner(1)
    first: int = 0

    def figures(self, worlds: int) -> dict[str, np.ndarray]:
        found = {}
        for name, values in Planted(self.model, self.seed).figures(worlds).items():
            ends = self.corner.quantiles(name.removeprefix("u."), self.first // REPEATS, worlds)
            found[name] = values if ends is None else ends
        return found


def claim(expect: str = "higher", matters: float = 0.1, built_in: str = "", name: str = "P01") -> Claim:
    """A claim that doing something raises the outcome."""
    line = Line("1", "", (("done", 1.0), ("as_is", -1.0)), (("outcome", 1.0),), expect, matters, "", False)
    arms = {"as_is": Change(), "done": Change(levers={"lever": 1.0})}
    return Claim(name, "planted", "It does.", "None.", "planted", arms, (line,), built_in=built_in)


def audit(model: Model, futures: int = 2000, **words: object) -> Audited:
    """The audit of one claim in a planted model."""
    (found,) = audited([claim(**words)], lambda *_: Planted(model), futures)  # type: ignore[arg-type]
    return found
