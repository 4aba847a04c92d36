"""Paths into a world and its parameters: `stock.jp.strike`, `belief` for all of it, `belief.*.senkaku`.

Reads: the declared fields and parameters, the axes of a compiled scenario. Writes: nothing itself. Units: as declared.
Errors: InputError with the nearest name for what does not exist, or with the range.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError, unknown_name
from kaname.words import fields, params
from kaname.words.declare import ALIASES, Field, Param

ALL = "*"


@dataclass(frozen=True)
class Place:
    """Target of a path: the declared field or parameter, and an index on its axes."""

    declared: Field | Param
    index: tuple[int | slice, ...]

    def of(self, start: np.ndarray, parameters: np.ndarray) -> np.ndarray:
        """Return the part of all futures' first worlds or parameters that the path names, as a view."""
        record = start if isinstance(self.declared, Field) else parameters
        whole: np.ndarray = record[self.declared.name]
        return whole[(slice(None), *(_kept(number) for number in self.index))]


def _kept(number: int | slice) -> slice:
    """Return a slice in place of a number, so that what is taken stays a view."""
    return number if isinstance(number, slice) else slice(number, number + 1)


def place_of(compiled: Compiled, path: str) -> Place:
    """Return where a path `name.member.member` leads; InputError with the nearest name for what does not exist."""
    name, *members = path.split(".")
    declared = fields.BY_NAME.get(name) or params.BY_NAME.get(name)
    if declared is None:
        raise unknown_name("a field or a parameter", name, [*fields.BY_NAME, *params.BY_NAME], path=path)
    if len(members) > len(declared.dims):
        raise InputError(f"{name} has {len(declared.dims)} axes", path=path, found=len(members))
    index: list[int | slice] = []
    for dim, member in zip(declared.dims, members, strict=False):
        known = list(compiled.axes[ALIASES.get(dim, dim)])
        if member != ALL and member not in known:
            raise unknown_name(f"a member of {dim}", member, known, path=path)
        index.append(slice(None) if member == ALL else known.index(member))
    return Place(declared, tuple(index))


def multiply(place: Place, start: np.ndarray, parameters: np.ndarray, factor: float) -> None:
    """Multiply what a path names in all worlds or parameters, kept within its declared range."""
    part = place.of(start, parameters)
    part[...] = np.clip(part * factor, place.declared.low, place.declared.high)
