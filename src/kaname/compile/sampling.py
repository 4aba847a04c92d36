"""Uncertainty, sampled by name: figure k of future f is its inverse distribution at a uniform keyed (seed, f, name).

Nothing depends on how many futures or figures there are: adding one moves nobody else's draw. The key's counter is the
first 32 bits of SHA-256 of the figure's name, on the slot "parameter".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kaname.compile.values import Axes, array_of, in_unit
from kaname.core.hashing import bytes_digest
from kaname.core.kernel import kernel
from kaname.core.random import SLOT_STRIDE, unit
from kaname.core.slots import SLOT
from kaname.evidence.figures import Figure
from kaname.model.world.declare import Field, Param

COUNTER = SLOT["parameter"] * SLOT_STRIDE


@dataclass(frozen=True)
class Sampled:
    """One uncertain figure and the parameter or starting value that it feeds."""

    name: str
    figure: Figure
    declared: Field | Param
    starts: bool

    @property
    def column(self) -> str:
        return f"u.{self.name}"


@kernel
def _units(seed: int, first: int, word: int, out: np.ndarray) -> None:
    for n in range(out.shape[0]):
        out[n] = unit(seed, first + n, word, COUNTER)


def uniforms(seed: int, first: int, count: int, name: str) -> np.ndarray:
    """float64[count] in (0, 1): the figure's uniform in futures first..first+count-1."""
    out = np.zeros(count)
    _units(seed, first, int(bytes_digest(name.encode())[:8], 16), out)
    return out


def draw(
    sampled: Sequence[Sampled], seed: int, first: int, start: np.ndarray, params: np.ndarray, axes: Axes
) -> dict[str, np.ndarray]:
    """Write each sampled figure into `start` and `params` (record arrays of the futures); return the stored columns."""
    columns: dict[str, np.ndarray] = {}
    for item in sampled:
        u = uniforms(seed, first, len(params), item.name)
        distribution = item.figure.distribution or item.figure.spread
        assert distribution is not None
        values = np.asarray(distribution.ppf(u), dtype=np.float64)
        columns[item.column] = values
        _write(item, values, start if item.starts else params, axes)
    return columns


def _write(item: Sampled, values: np.ndarray, records: np.ndarray, axes: Axes) -> None:
    declared, figure = item.declared, item.figure
    if figure.spread is None:
        base: np.ndarray = np.ones(array_of(figure, 0.0, declared, axes).shape)
        values = in_unit(values, figure.unit, declared.unit)
    else:
        base = array_of(figure, figure.value, declared, axes)
    scale = values.reshape((-1,) + (1,) * base.ndim)
    records[item.name][...] = np.clip(base * scale, declared.low, declared.high)

