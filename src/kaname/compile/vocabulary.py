"""The words that scenario, bargain and evidence files may use, taken from what the model declares (no Numba needed)."""

from __future__ import annotations

from functools import lru_cache

from kaname.scenario.vocabulary import Vocabulary
from kaname.words.axes import FIXED_AXES
from kaname.words.fields import BY_NAME as FIELDS
from kaname.words.levers import LEVERS
from kaname.words.params import BACKED


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Fields, parameters that need a figure, levers and fixed axes, by name."""
    return Vocabulary(
        fields=dict(FIELDS),
        params={param.name: param for param in BACKED},
        levers={lever.name: lever for lever in LEVERS},
        axes=dict(FIXED_AXES),
    )
