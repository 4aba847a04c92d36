"""A value held to the range of its declaration. Reads, writes: nothing. Units: those of the declaration."""

from __future__ import annotations

from kaname.core.errors import InputError
from kaname.words.declare import Declared


def require_within(declared: Declared, value: float, path: str) -> None:
    """Raise InputError where a value is out of the range of a field, parameter or lever; path: where it was given."""
    if not declared.low <= value <= declared.high:
        raise InputError(f"{value:g} is outside {declared.low:g}..{declared.high:g} (unit: {declared.unit})",
                         path=path, found=value)  # fmt: skip
