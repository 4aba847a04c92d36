"""A comparison changed in one respect, without reading or compiling anything again.

Idea: what a check varies is a parameter, a switch, a budget or which levers a bargain moves; each of them is a copy of
one part of the compiled comparison, and all else is shared. Reads: Compiled. Writes: nothing. Units: as declared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.compile.switches import active_switches
from kaname.words.levers import LEVER

OF_LEVERS = (
    "lever_asked", "lever_target", "lever_lag", "lever_cost_protector", "lever_cost_ally", "lever_consent",
)  # fmt: skip


def with_settings(compiled: Compiled, settings: Mapping[str, float]) -> Compiled:
    """Return parameters set outright under every bargain; they are then not sampled."""
    params = {bargain: record.copy() for bargain, record in compiled.params.items()}
    for record in params.values():
        for name, value in settings.items():
            record[name][...] = value
    kept = tuple(item for item in compiled.sampled if item.name not in settings)
    return replace(compiled, params=params, sampled=kept)


def with_preset(compiled: Compiled, preset: str, frozen: Sequence[str] = ()) -> Compiled:
    """Another preset of mechanisms."""
    return replace(compiled, tables=compiled.tables._replace(active=active_switches(preset, frozen)))


def with_spending(compiled: Compiled, levels: Mapping[str, Mapping[str, float]]) -> Compiled:
    """bn USD 2023 a year added to states' military budgets, by bargain and state."""
    actors = list(compiled.axes["actor"])
    params = dict(compiled.params)
    for bargain, by_state in levels.items():
        record = params[bargain].copy()
        for state, level in by_state.items():
            record["levelled_spending"][0, actors.index(state)] = level
        params[bargain] = record
    return replace(compiled, params=params)


def levers_that_differ(compiled: Compiled, bargain: str, other: str) -> tuple[str, ...]:
    """Return the names of the levers on which two bargains ask for something else, in declared order."""
    left, right = compiled.params[bargain], compiled.params[other]
    return tuple(
        name for name, place in LEVER.items() if any((left[p][0, place] != right[p][0, place]).any() for p in OF_LEVERS)
    )


def exchanged(compiled: Compiled, bargain: str, donor: str, levers: Sequence[str]) -> np.ndarray:
    """Return the parameters of a bargain in which some levers are those of another."""
    record, given = compiled.params[bargain].copy(), compiled.params[donor]
    places = [LEVER[name] for name in levers]
    for name in OF_LEVERS:
        record[name][0, places] = given[name][0, places]
    return record
