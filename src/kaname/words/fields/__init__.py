"""The world, declared once: every state variable with dims, unit, range, visibility and a sentence.

From this one list come the record type, the dataset's coordinates, the reference page and each seat's view.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kaname.words.declare import Field, record_type
from kaname.words.fields import crisis, strategic

FIELDS: tuple[Field, ...] = (
    *strategic.POLITICS,
    *strategic.ECONOMY,
    *strategic.PERCEPTION,
    *strategic.FORCES,
    *strategic.STABILITY,
    *strategic.DIPLOMACY,
    *strategic.COMMITMENTS,
    *crisis.LAW,
    *crisis.CRISIS,
    *crisis.CAMPAIGN,
    *crisis.SCORE,
)
BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}


def world_type(sizes: Mapping[str, int]) -> np.dtype:
    """Record type of a world whose axes have the given sizes (fixed axes included)."""
    return record_type(FIELDS, sizes)
