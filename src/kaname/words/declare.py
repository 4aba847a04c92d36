"""How a state variable and a parameter are declared: one frozen record each, and the record types made from them.

Dims name axes; `observer` and `other` are the actor axis in another role. A field of kind "real" becomes float64,
"code" and "count" become int64 (codes name a place on an axis or a small closed list, said in the sentence).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np

Kind = Literal["real", "code", "count"]
Visibility = Literal["public", "owner", "observer", "hidden"]
ALIASES = {"observer": "actor", "other": "actor"}


@dataclass(frozen=True)
class Field:
    """One state variable of the world.

    sees: public (everyone), owner (the actor or side of its first dim), observer (the observer of its first dim),
    hidden (the facilitator only). low, high: the range outside which a future is recorded as failed.
    """

    name: str
    dims: tuple[str, ...]
    unit: str
    low: float
    high: float
    sees: Visibility
    sentence: str
    kind: Kind = "real"


@dataclass(frozen=True)
class Param:
    """One parameter of a mechanism: what its figure must look like. `low`, `high` bound every value it may take."""

    name: str
    dims: tuple[str, ...]
    unit: str
    low: float
    high: float
    sentence: str
    kind: Kind = "real"


class Declared(Protocol):
    """What a figure can be the value of: a field, a parameter or a lever."""

    @property
    def name(self) -> str: ...
    @property
    def dims(self) -> tuple[str, ...]: ...
    @property
    def unit(self) -> str: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


def record_type(declared: Iterable[Field | Param], sizes: Mapping[str, int]) -> np.dtype:
    """The NumPy record type of a list of declarations for axes of the given sizes (aligned, in written order)."""
    columns = []
    for item in declared:
        base = np.float64 if item.kind == "real" else np.int64
        shape = tuple(sizes[ALIASES.get(dim, dim)] for dim in item.dims)
        columns.append((item.name, base, shape) if shape else (item.name, base))
    return np.dtype(columns, align=True)
