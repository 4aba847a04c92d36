"""Uncertainty, sampled by name: figure k of future f is its inverse distribution at a uniform keyed (seed, f, name).

Nothing depends on how many futures or figures there are: adding one moves nobody else's draw. The key's counter is the
first 32 bits of SHA-256 of the figure's name, on the slot "parameter".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kaname.compile.values import Axes, in_unit, laid_out
from kaname.core.hashing import bytes_digest
from kaname.core.kernel import kernel
from kaname.core.random import SLOT_STRIDE, unit
from kaname.core.slots import SLOT
from kaname.evidence.figures import Figure
from kaname.words.declare import Field, Param

COUNTER = SLOT["parameter"] * SLOT_STRIDE


@dataclass(frozen=True)
class Sampled:
    """One uncertain figure and the parameter or starting value that it feeds.

    base: what a drawn factor (a spread) multiplies, or ones for a drawn value; in the figure's unit, of the
    declared shape.
    """

    name: str
    figure: Figure
    declared: Field | Param
    starts: bool
    base: np.ndarray

    @property
    def column(self) -> str:
        return f"u.{self.name}"

    def values(self, seed: int, first: int, count: int) -> np.ndarray:
        """Return float64[count]: what futures first..first+count-1 draw, in the figure's unit (or a factor, for a
        spread).
        """
        distribution = self.figure.distribution or self.figure.spread
        assert distribution is not None
        return np.asarray(distribution.ppf(uniforms(seed, first, count, self.name)), dtype=np.float64)

    def put(self, values: np.ndarray, start: np.ndarray, params: np.ndarray) -> None:
        """Write drawn values into `start` or `params` (record arrays of the same futures)."""
        scaled = self.base * values.reshape((-1,) + (1,) * self.base.ndim)
        declared = self.declared
        records = start if self.starts else params
        records[self.name][...] = np.clip(in_unit(scaled, self.figure.unit, declared.unit), declared.low, declared.high)


@kernel
def _units(seed: int, first: int, word: int, out: np.ndarray) -> None:
    for n in range(out.shape[0]):
        out[n] = unit(seed, first + n, word, COUNTER)


def uniforms(seed: int, first: int, count: int, name: str) -> np.ndarray:
    """Return float64[count] in (0, 1): the figure's uniform in futures first..first+count-1."""
    out = np.zeros(count)
    _units(seed, first, int(bytes_digest(name.encode())[:8], 16), out)
    return out


def sampled_of(figure: Figure, declared: Field | Param, starts: bool, axes: Axes) -> Sampled:
    """Return the sampling of one uncertain figure."""
    value = 1.0 if figure.spread is None or figure.value is None else figure.value
    return Sampled(declared.name, figure, declared, starts, laid_out(figure, value, declared, axes))


def draw(
    sampled: Sequence[Sampled], seed: int, first: int, start: np.ndarray, params: np.ndarray
) -> dict[str, np.ndarray]:
    """Write each sampled figure into `start` and `params` (record arrays of the futures); return the stored columns."""
    columns = {item.column: item.values(seed, first, len(params)) for item in sampled}
    for item in sampled:
        item.put(columns[item.column], start, params)
    return columns
