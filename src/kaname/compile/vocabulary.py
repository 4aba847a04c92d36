"""The words that scenario, bargain and evidence files may use, taken from what the model declares (no Numba needed)."""

from __future__ import annotations

from functools import lru_cache

from kaname.model.world.axes import FIXED_AXES
from kaname.model.world.fields import BY_NAME as FIELDS
from kaname.model.world.levers import LEVERS
from kaname.model.world.params import BACKED
from kaname.scenario.vocabulary import Vocabulary


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Fields, parameters that need a figure, levers and fixed axes, by name."""
    return Vocabulary(
        fields=dict(FIELDS),
        params={param.name: param for param in BACKED},
        levers={lever.name: lever for lever in LEVERS},
        axes=dict(FIXED_AXES),
    )
