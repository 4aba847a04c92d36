"""From a figure's words to numbers on axes, in the unit of the declaration that they feed.

Rates reach the clock of quarters by their kind (see core.units): linear, probability, kept share, growth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from kaname.core.axes import Axis
from kaname.core.units import convert, parse_unit
from kaname.evidence.figures import Figure, Value
from kaname.evidence.layout import lay_out
from kaname.words.declare import ALIASES, Field, Param

Axes = Mapping[str, Sequence[str]]


def array_of(figure: Figure, value: Value, declared: Field | Param, axes: Axes) -> np.ndarray:
    """`value` (a figure's central or sampled value) as float64 of the declaration's shape, in its unit.

    Errors: InputError where the figure's axes are not the declaration's or a member is missing.
    """
    return in_unit(laid_out(figure, value, declared, axes), figure.unit, declared.unit)


def laid_out(figure: Figure, value: Value, declared: Field | Param, axes: Axes) -> np.ndarray:
    """`value` on the declaration's axes, still in the figure's unit."""
    if not isinstance(value, dict):
        return np.full(tuple(len(axes[ALIASES.get(dim, dim)]) for dim in declared.dims), float(value))
    named = {dim: Axis(dim, tuple(axes[ALIASES.get(dim, dim)])) for dim in declared.dims}
    return lay_out(figure, value, declared.dims, named)


def in_unit(values: np.ndarray, unit: str, wanted: str) -> np.ndarray:
    """Return numbers of one unit in another; units of one linear kind by a factor, others element by element."""
    if unit == wanted:
        return values
    if parse_unit(unit).kind == "linear":
        return values * convert(1.0, unit, wanted)
    flat = [convert(float(value), unit, wanted) for value in values.reshape(-1)]
    return np.array(flat).reshape(values.shape)
