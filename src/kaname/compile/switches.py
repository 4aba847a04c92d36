"""Which mechanisms run: the preset (full or core) less what is frozen by name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kaname.core.errors import unknown_name
from kaname.model.engine.order import CORE, ORDER, PLACE


def active_switches(preset: str, frozen: Sequence[str] = ()) -> np.ndarray:
    """int8[mechanism]: 1 where it runs. Errors: InputError for an unknown mechanism's name."""
    active = np.array([1 if preset == "full" or name in CORE else 0 for name in ORDER], np.int8)
    for name in frozen:
        if name not in PLACE:
            raise unknown_name("a mechanism", name, ORDER)
        active[PLACE[name]] = 0
    return active
