"""Random worlds and parameters inside their declared ranges, and an empty turn: the ground that tests stand on."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kaname.model.world.game_form import empty_forms
from kaname.model.world.room import empty_room
from kaname.model.world.surrogate import SHAPE as SURROGATE_SHAPE
from kaname.model.world.turn import Tables, Turn
from kaname.words.axes import FIXED_AXES
from kaname.words.declare import Field, Param
from kaname.words.fields import FIELDS, world_type
from kaname.words.params import PARAMS, params_type

SMALL = {"actor": 5, "contingency": 3, "cohort": 4}
WIDEST = 20.0


def sizes_of(scenario: Mapping[str, int]) -> dict[str, int]:
    """Sizes of all axes, from those of the scenario axes (actor, contingency, cohort)."""
    return {**{name: len(members) for name, members in FIXED_AXES.items()}, **scenario}


def random_world(rng: np.random.Generator, scenario: Mapping[str, int] = SMALL) -> np.recarray:
    """A world whose every field is uniform in its range (ranges wider than 20 are cut to [low, low + 20])."""
    return _fill(rng, FIELDS, world_type(sizes_of(scenario)))


def random_params(rng: np.random.Generator, scenario: Mapping[str, int] = SMALL) -> np.recarray:
    """Parameters uniform in their ranges, with roles that name existing actors, all different where possible."""
    p = _fill(rng, PARAMS, params_type(sizes_of(scenario)))
    actors = rng.permutation(scenario["actor"])
    p.protector, p.ally, p.rival, p.proliferator, p.partner = actors[:5]
    for k in range(scenario["contingency"]):
        p.challenger[k] = p.rival if rng.random() < 0.5 else p.proliferator
        p.target[k] = p.ally if rng.random() < 0.5 else p.partner
        p.guarantor[k] = p.protector
        p.host[k] = p.ally if rng.random() < 0.5 else -1
    p.start_year = 2026
    return p


def empty_tables(scenario: Mapping[str, int] = SMALL, quarters: int = 80) -> Tables:
    """Tables in which every mechanism runs, law permits everything at once and no election is held."""
    n = sizes_of(scenario)
    k = n["contingency"]
    return Tables(
        active=np.ones(128, np.int8),
        calendar=np.zeros((quarters, 3), np.int8),
        law_permit=np.ones((quarters, k, n["stage"], 2, n["legal_move"]), np.int8),
        law_delay=np.zeros((quarters, k, n["stage"], n["delay"], 3)),
        law_undetermined=np.zeros((quarters, k)),
        treaty_covers=np.ones((quarters, k), np.int8),
        law_lever=np.ones((quarters, n["lever"]), np.int8),
        tree=empty_forms(k),
        surrogate=np.zeros(SURROGATE_SHAPE),
    )


def turn_of(future: int, tables: Tables, quarter: int = 0, seed: int = 1, log: int = 0) -> Turn:
    """A bots-only turn of a quarter with a log of `log` rows."""
    return Turn(
        seed, future, quarter, quarter * 1048576, tables, np.zeros(16, np.int8), *empty_room(log)
    )  # fmt: skip


def _fill(rng: np.random.Generator, declared: tuple[Field | Param, ...], dtype: np.dtype) -> np.recarray:
    record = np.zeros(1, dtype).view(np.recarray)[0]
    for item in declared:
        shape = dtype[item.name].shape
        high = min(item.high, item.low + WIDEST)
        if item.kind == "real":
            record[item.name] = rng.uniform(item.low, high, shape)
        else:
            record[item.name] = rng.integers(int(item.low), int(high) + 1, shape)
    return record
