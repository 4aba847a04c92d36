"""The parameters: those of the files of the model, and those that a scenario's structure gives (`words.structure`).

From this one list come the record type and the check that each of BACKED has a figure.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kaname.words import structure
from kaname.words.collected.params import PARAMS as OF_THE_MODEL
from kaname.words.declare import Param, record_type

BACKED: tuple[Param, ...] = (*structure.FIGURES, *OF_THE_MODEL)
PARAMS: tuple[Param, ...] = (*structure.PARAMS, *BACKED)
BACKED_BY_NAME: dict[str, Param] = {param.name: param for param in BACKED}
"""Those that need a figure of the evidence or the scenario."""
BY_NAME: dict[str, Param] = {param.name: param for param in PARAMS}


def params_type(sizes: Mapping[str, int]) -> np.dtype:
    """Record type of the parameters for axes of the given sizes."""
    return record_type(PARAMS, sizes)
