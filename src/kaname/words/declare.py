"""How a state variable, a parameter and an outcome are declared, and the record types made from declarations.

Dims name axes; `observer` and `other` are the actor axis in another role. A field of kind "real" becomes float64,
"code" and "count" become int64 (codes name a place on an axis or a small closed list, said in the sentence).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar

import numpy as np

Kind = Literal["real", "code", "count"]
Visibility = Literal["public", "owner", "observer", "hidden"]
F = TypeVar("F")
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


@dataclass(frozen=True)
class Outcome:
    """What a future is judged or explained by.

    role: end (judged by), deterrence or mean (explains), views (counted in the futures that are viewed). good: the
    direction in which a state is better off: 1 higher, -1 lower, 0 none of its own (as for China's arsenal seen from
    nowhere in particular). label: its name in words, where that is not its own. Stored yearly for the first 2,000
    futures: fan, to be drawn over time; yearly, to be counted with (present values, the window of weakness, beliefs).
    """

    name: str
    dims: tuple[str, ...] = ()
    unit: str = ""
    role: str = "mean"
    good: int = 0
    sentence: str = ""
    fan: bool = False
    yearly: bool = False
    label: str = ""


def outcome(**declared: Any) -> Callable[[F], F]:
    """Mark a kernel as the measure of the outcome of its name; its docstring is the sentence. Words as in Outcome."""
    Outcome("", **declared)
    return lambda measured: measured


def record_type(declared: Iterable[Field | Param], sizes: Mapping[str, int]) -> np.dtype:
    """The NumPy record type of a list of declarations for axes of the given sizes (aligned, in written order)."""
    columns = []
    for item in declared:
        base = np.float64 if item.kind == "real" else np.int64
        shape = tuple(sizes[ALIASES.get(dim, dim)] for dim in item.dims)
        columns.append((item.name, base, shape) if shape else (item.name, base))
    return np.dtype(columns, align=True)
