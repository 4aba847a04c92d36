"""Choice of mechanisms that run: the preset (full or core) less what is frozen by name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kaname.core.errors import unknown_name
from kaname.model.engine.catalogue import core
from kaname.model.engine.order import ORDER, PLACE


def active_switches(preset: str, frozen: Sequence[str] = ()) -> np.ndarray:
    """Return int8[mechanism]: 1 where it runs. Errors: InputError for an unknown mechanism's name."""
    running = frozenset(ORDER) if preset == "full" else core()
    active = np.array([name in running for name in ORDER], np.int8)
    for name in frozen:
        if name not in PLACE:
            raise unknown_name("a mechanism", name, ORDER)
        active[PLACE[name]] = 0
    return active
