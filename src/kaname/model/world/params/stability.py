"""Parameters of the mechanisms of the room `stability`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.model.world.declare import Param

PARAMS: tuple[Param, ...] = ()
