"""Arms of an experiment in the compiled engine: the same futures, one thing changed, final worlds side by side.

The rows of an ensemble keep outcomes only; these tests look at every field, so each future is run by itself through the
same entry as a chunk and its last world is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from kaname.compile.compiled import Compiled, compile_study
from kaname.compile.switches import active_switches
from kaname.model.engine.ranges import Rows, words_of
from kaname.model.engine.run import run_futures
from kaname.model.world.room import empty_room
from kaname.words.fields import FIELDS
from kaname.words.levers import LEVER

SCENARIO = "us-japan"
REFERENCE = "as_is"
EVENTS = 8


@lru_cache(maxsize=8)
def study(years: int, adopted: bool = True, bargains: tuple[str, ...] = (REFERENCE,)) -> Compiled:
    """The flagship scenario, compiled once a session; levers at once and in full, or offered."""
    return compile_study(SCENARIO, bargains, years=years, settings={"adoption": float(adopted)})


def switched(compiled: Compiled, preset: str, frozen: Sequence[str] = ()) -> Compiled:
    """The same study with other mechanisms running."""
    return replace(compiled, tables=compiled.tables._replace(active=active_switches(preset, frozen)))


def with_lever(compiled: Compiled, lever: str, value: float, bargain: str = REFERENCE) -> Compiled:
    """The same study with one lever asked for in a bargain."""
    params = compiled.params[bargain].copy()
    params["lever_asked"][0, LEVER[lever]] = 1.0
    params["lever_target"][0, LEVER[lever]] = value
    return replace(compiled, params={**compiled.params, bargain: params})


def final_worlds(compiled: Compiled, count: int, bargain: str = REFERENCE, seed: int = 1) -> np.ndarray:
    """The last worlds of futures 0..count-1, as a record array."""
    return run(compiled, count, bargain, seed)[0]


def outcomes(compiled: Compiled, count: int, bargain: str = REFERENCE, seed: int = 1) -> np.ndarray:
    """Outcomes of futures 0..count-1, float64[future, column]."""
    return run(compiled, count, bargain, seed)[1]


def run(compiled: Compiled, count: int, bargain: str, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Last worlds and outcomes of futures 0..count-1."""
    start, params, _ = compiled.futures(bargain, seed, 0, count)
    worlds, measured = np.zeros(count, compiled.world_type), np.zeros((count, len(compiled.columns)))
    world, room = np.zeros(1, compiled.world_type), empty_room()
    for n in range(count):
        one = slice(n, n + 1)
        run_futures(
            start[one].view(np.recarray), world.view(np.recarray), words_of(world), params[one].view(np.recarray),
            compiled.tables, compiled.frame, seed, n, compiled.quarters, compiled.bots, *room,
            _one_row(measured[one]),
        )  # fmt: skip
        worlds[n] = world[0]
    return worlds, measured


def _one_row(place: np.ndarray) -> Rows:
    codes = np.zeros((1, EVENTS), np.int64)
    return Rows(
        place, np.zeros((0, 0, place.shape[1])), np.zeros(1, np.int64), np.zeros(1, np.int64), codes, codes.copy()
    )


def moved(left: np.ndarray, right: np.ndarray) -> dict[str, int]:
    """Field: futures in which its bits differ between the two arms; fields that differ in none are left out."""
    found = {}
    for field in FIELDS:
        differing = (bits(left[field.name]) != bits(right[field.name])).reshape(len(left), -1).any(axis=1)
        if differing.any():
            found[field.name] = int(differing.sum())
    return found


def bits(values: np.ndarray) -> np.ndarray:
    """The numbers as 8-byte words, so that NaN equals itself and 0.0 differs from -0.0."""
    return np.ascontiguousarray(values).view(np.int64)
