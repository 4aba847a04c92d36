"""Two sources of luck for the Mesa model: its own generators (timed), and the kernels' named draws (compared).

A named draw in plain Python costs twenty microseconds and more, which no Mesa user would pay; so the timed model draws
from `model.random` and `model.rng`, and only the comparison of numbers asks for the same uniforms as the kernels do.
Clock: the same words as model.world.turn. Units: uniforms, standard normals, counts.
"""

from __future__ import annotations

from typing import Any

from kaname.core.random import SLOT_STRIDE, normal_quantile, unit
from kaname.core.slots import SLOT
from kaname.model.campaign.draws import Chance, binomial
from kaname.model.world.turn import CONTINGENCY_STRIDE, QUARTER_STRIDE


class OwnLuck:
    """Luck from the generators that every Mesa model carries."""

    def __init__(self, model: Any) -> None:
        self._gauss, self._random, self._binomial = model.random.gauss, model.random.random, model.rng.binomial

    def now(self, quarter: int, contingency: int = 0, step: int = 0) -> None:
        """Nothing to name: the next draw is the next draw."""

    def normal(self, slot: str, index: int) -> float:
        return self._gauss(0.0, 1.0)

    def uniform(self, slot: str, index: int) -> float:
        return self._random()

    def binomial(self, slot: str, index: int, n: float, p: float) -> int:
        n = int(n)
        if n <= 0 or p <= 0.0:
            return 0
        return n if p >= 1.0 else int(self._binomial(n, p))


class NamedLuck:
    """The draws that the compiled kernels make, by the same names."""

    def __init__(self, seed: int, future: int) -> None:
        self._seed, self._future, self._time = seed, future, 0

    def now(self, quarter: int, contingency: int = 0, step: int = 0) -> None:
        self._time = quarter * QUARTER_STRIDE + contingency * CONTINGENCY_STRIDE + step

    def normal(self, slot: str, index: int) -> float:
        return float(normal_quantile(self.uniform(slot, index)))

    def uniform(self, slot: str, index: int) -> float:
        return float(unit(self._seed, self._future, self._time, SLOT[slot] * SLOT_STRIDE + index))

    def binomial(self, slot: str, index: int, n: float, p: float) -> int:
        return int(binomial(Chance(self._seed, self._future, self._time), SLOT[slot], index, n, p))
