"""The parameters, declared once, by room; from this list come the record type and the check that each has a figure."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kaname.words.declare import Param, record_type
from kaname.words.params import (
    campaign,
    commitments,
    coordination,
    crisis,
    diplomacy,
    economy,
    forces,
    gray_zone,
    law,
    perception,
    politics,
    stability,
    structure,
)

ROOMS = (
    politics,
    perception,
    economy,
    forces,
    stability,
    diplomacy,
    commitments,
    law,
    coordination,
    crisis,
    campaign,
    gray_zone,
)
BACKED: tuple[Param, ...] = (*structure.FIGURES, *(param for room in ROOMS for param in room.PARAMS))
PARAMS: tuple[Param, ...] = (*structure.PARAMS, *BACKED)
BACKED_BY_NAME: dict[str, Param] = {param.name: param for param in BACKED}
"""Those that need a figure of the evidence or the scenario."""
BY_NAME: dict[str, Param] = {param.name: param for param in PARAMS}


def params_type(sizes: Mapping[str, int]) -> np.dtype:
    """Record type of the parameters for axes of the given sizes."""
    return record_type(PARAMS, sizes)
