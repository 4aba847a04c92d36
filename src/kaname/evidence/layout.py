"""A figure's values laid out on axes: from words to an array.

Idea: `values` name members; arrays have places. What a figure does not name on an axis is the same for all members of
that axis; the member `others` stands for every member that is not named itself.

Formula: result[i, j, ...] = value at the members of i, j, ... on the axes that `by` lists. Units: those of the figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from kaname.core.axes import Axis
from kaname.core.errors import InputError, shown
from kaname.evidence.figures import Figure, Value

OTHERS = "others"


def lay_out(figure: Figure, value: Value, dims: Sequence[str], axes: Mapping[str, Axis]) -> np.ndarray:
    """Return the value on the axes named by dims, in their order; axes holds an Axis for each of these names.

    InputError when the figure has an axis that dims lack, an order that is not theirs, or lacks a member.
    """
    places = _places(figure, dims)
    shape = tuple(len(axes[dim]) for dim in dims)
    result = np.empty(shape, dtype=np.float64)
    for index in np.ndindex(*shape):
        members = [axes[dims[place]].members[index[place]] for place in places]
        result[index] = _at(figure, value, members)
    return result


def _places(figure: Figure, dims: Sequence[str]) -> list[int]:
    places = in_order(figure.by, dims)
    if places is None:
        text = f"{figure.id} is by {', '.join(figure.by)}, but is laid out by {', '.join(dims) or 'nothing'}"
        raise InputError(text, file=figure.file, line=figure.line, path=figure.id, found=list(figure.by))
    return places


def in_order(by: Sequence[str], dims: Sequence[str]) -> list[int] | None:
    """Return the place of each axis of `by` among dims, in their order (an axis may stand there twice), or None.

    >>> in_order(["actor", "force"], ["contingency", "actor", "force"])
    [1, 2]
    """
    places: list[int] = []
    for name in by:
        place = next((n for n, dim in enumerate(dims) if dim == name and (not places or n > places[-1])), None)
        if place is None:
            return None
        places.append(place)
    return places


def _at(figure: Figure, value: Value, members: Sequence[str]) -> float:
    for place, member in enumerate(members):
        if not isinstance(value, dict) or (member not in value and OTHERS not in value):
            path = ".".join([figure.id, *members[:place]])
            message = f"{shown(member)} is missing from the values"
            hint = f"Add it, or {OTHERS} for every member that is not named."
            raise InputError(message, file=figure.file, line=figure.line, path=path, found=member, hint=hint)
        value = value[member] if member in value else value[OTHERS]
    if isinstance(value, dict):
        raise InputError("the values are nested deeper than by has axes", file=figure.file, line=figure.line,
                         path=figure.id)  # fmt: skip
    return value
