"""Parameters of the mechanisms of the room `crisis`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.model.world.declare import Param as P

PARAMS: tuple[P, ...] = (
    P("choice_precision", (), "nat", 0, 100, "Precision (lambda) of quantal response; the challenger's stake is 1."),
)
