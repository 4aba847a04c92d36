"""From a figure's words to numbers on axes: names laid out, units converted to those of the declaration.

A figure's `by` must be the declaration's dims in their order. Rates reach the clock of quarters by their kind (see
core.units): linear, probability, kept share, growth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from kaname.core.errors import InputError, unknown_name
from kaname.core.units import convert
from kaname.evidence.figures import Figure
from kaname.model.world.declare import ALIASES, Field, Param

Axes = Mapping[str, Sequence[str]]


def array_of(figure: Figure, value: Any, declared: Field | Param, axes: Axes) -> np.ndarray:
    """`value` (a figure's central or sampled value) as float64 of the declaration's shape, in its unit.

    A single number fills every place. Errors: InputError where `by` differs from dims or a member is missing.
    """
    shape = tuple(len(axes[ALIASES.get(dim, dim)]) for dim in declared.dims)
    out = np.zeros(shape)
    if not isinstance(value, dict):
        out[...] = float(value) if figure.unit == declared.unit else convert(float(value), figure.unit, declared.unit)
        return out
    if figure.by != declared.dims:
        raise InputError(
            f"laid out by {list(figure.by)}, but {declared.name} lies on {list(declared.dims)}",
            file=figure.file, line=figure.line, path=figure.id, hint=f"Write by: {list(declared.dims)}.",
        )  # fmt: skip
    _fill(out, value, figure, declared, axes, 0)
    return out


def in_unit(values: np.ndarray, unit: str, wanted: str) -> np.ndarray:
    """Numbers of one unit in another, element by element."""
    if unit == wanted:
        return values
    return np.array([convert(float(value), unit, wanted) for value in values])


def _fill(out: np.ndarray, value: dict[str, Any], figure: Figure, declared: Field | Param, axes: Axes, depth: int) -> None:
    dim = declared.dims[depth]
    members = tuple(axes[ALIASES.get(dim, dim)])
    for name, inner in value.items():
        if name not in members:
            raise unknown_name(f"a member of the axis {dim}", name, members)
        place = members.index(name)
        if isinstance(inner, dict):
            _fill(out[place], inner, figure, declared, axes, depth + 1)
        else:
            out[place] = convert(float(inner), figure.unit, declared.unit)
