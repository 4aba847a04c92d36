"""Figures at the ends of their distributions: what worlds in a corner of the priors draw.

A corner is a world in which every figure stands at its low or its high end, by lot, or a world as sampled in which one
figure stands at an end. Terms of bargains stay as sampled. Units: those of the figures. Reads: Compiled. Writes:
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.compile.sampling import Sampled, uniforms
from kaname.compile.terms import Term

LOW, HIGH = 0.01, 0.99
"""Quantiles that are taken for the ends of a figure: a distribution need not have any."""
MIDDLE = 0.5


@dataclass(frozen=True)
class Corner:
    """Values of figures: drawn in world `world` (fixed), or one figure at an end. name, end: that figure and end."""

    seed: int
    name: str = ""
    end: float = HIGH
    world: int | None = None

    def quantiles(self, name: str, first: int, count: int) -> np.ndarray | None:
        """Return the quantiles of a figure in worlds first..first+count-1; None where it is as sampled."""
        if self.name:
            return np.full(count, self.end) if name == self.name else None
        if self.world is not None:
            return np.repeat(self._by_lot(name, self.world, 1), count)
        return self._by_lot(name, first, count)

    def _by_lot(self, name: str, first: int, count: int) -> np.ndarray:
        return np.where(uniforms(self.seed + 1, first, count, name) < MIDDLE, LOW, HIGH)


@dataclass(frozen=True)
class AtCorners:
    """Draws of figures in a corner, as study.draws gives those of the priors."""

    corner: Corner

    def of(self, compiled: Compiled, seed: int, first: int, count: int) -> Mapping[str, np.ndarray]:
        """Return column -> float64[count] of everything that `compiled` draws in worlds first..first+count-1."""
        return {item.column: self._values(item, seed, first, count) for item in compiled.drawn}

    def _values(self, item: Sampled | Term, seed: int, first: int, count: int) -> np.ndarray:
        quantiles = self.corner.quantiles(item.name, first, count)
        if quantiles is None or not isinstance(item, Sampled):
            return item.values(seed, first, count)
        distribution = item.figure.distribution or item.figure.spread
        assert distribution is not None
        return np.asarray(distribution.ppf(quantiles), np.float64)
