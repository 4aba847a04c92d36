"""A campaign or a fight by itself: tables in which law permits all and nobody votes, and a turn of bots alone.

For what is asked outside the quarters of a future: campaigns alone, and the fit of the value of fighting.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kaname.model.engine.order import ORDER
from kaname.model.world.game_form import empty_forms
from kaname.model.world.room import empty_room
from kaname.model.world.surrogate import SHAPE
from kaname.model.world.turn import QUARTER_STRIDE, Tables, Turn
from kaname.words.axes import FIXED_AXES, SIDES

CALENDAR_ROWS = 3
TRIANGLE = 3


def open_tables(sizes: Mapping[str, int], quarters: int = 1) -> Tables:
    """Return tables in which every mechanism runs, law permits everything at once, and no game or election is held.

    sizes: of the axes actor, contingency and cohort.
    """
    n = {**{name: len(members) for name, members in FIXED_AXES.items()}, **sizes}
    places = (quarters, n["contingency"])
    return Tables(
        active=np.ones(len(ORDER), np.int8),
        calendar=np.zeros((quarters, CALENDAR_ROWS), np.int8),
        law_permit=np.ones((*places, n["stage"], len(SIDES), n["legal_move"]), np.int8),
        law_delay=np.zeros((*places, n["stage"], n["delay"], TRIANGLE)),
        law_undetermined=np.zeros(places),
        treaty_covers=np.ones(places, np.int8),
        law_lever=np.ones((quarters, n["lever"]), np.int8),
        tree=empty_forms(n["contingency"]),
        surrogate=np.zeros(SHAPE),
    )


def turn_alone(tables: Tables, actors: int, future: int, seed: int, quarter: int = 0) -> Turn:
    """Return a turn of bots alone, without a log."""
    return Turn(seed, future, quarter, quarter * QUARTER_STRIDE, tables, np.zeros(actors, np.int8), *empty_room())
