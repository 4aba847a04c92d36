"""The world: every state variable with dims, unit, range, visibility and a sentence, as the model's files declare it.

From this one list come the record type, the dataset's coordinates, the reference page and each seat's view.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kaname.words.collected.fields import FIELDS
from kaname.words.declare import Field, record_type

__all__ = ["BY_NAME", "FIELDS", "world_type"]
BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}


def world_type(sizes: Mapping[str, int]) -> np.dtype:
    """Record type of a world whose axes have the given sizes (fixed axes included)."""
    return record_type(FIELDS, sizes)
