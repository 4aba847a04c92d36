"""Futures in which something happens at a date: quarters up to it, what happens, and the quarters after.

Idea: worlds are run in place in pieces of time; between two pieces states or parameters are set, or a crisis of the
quarter before is put on record. Chances are those of the same futures without it, so that arms stay pairs.
Clock: quarters. Reads: an arm, laid out. Writes: nothing outside. Errors: InputError for a date outside the run, a path
or a value outside its list or range, or an inject that only an injected crisis can have.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError, unknown_name
from kaname.model.engine.inject import run_quarters
from kaname.model.engine.measure import measure
from kaname.model.engine.ranges import Rows, first_outside, words_of
from kaname.model.engine.run import turn_at
from kaname.model.world.room import empty_room
from kaname.scenarios.injects import CONDUCTS, EVE, Inject
from kaname.study.chunk import empty_rows
from kaname.study.dates import quarter_at
from kaname.study.places import Place, multiply, place_of
from kaname.study.replay import LOG_ROWS
from kaname.words.bounds import require_within
from kaname.words.moves import ARMED_RUNG

Steps = Sequence[tuple[int, Callable[[np.ndarray, np.ndarray], None]]]


def worlds_at_end(
    compiled: Compiled, seed: int, injects: Sequence[Inject], start: np.ndarray, params: np.ndarray, first: int = 0
) -> tuple[np.recarray, np.recarray]:  # fmt: skip
    """Return the last worlds of futures first..first+n-1, and their parameters; their first worlds are run in place."""
    steps = steps_of(compiled, injects)
    worlds, parameters = start.view(np.recarray), params.view(np.recarray)
    turn = turn_at(seed, first, 0, compiled.tables, compiled.bots, *empty_room(LOG_ROWS))
    now = 0
    for at, happen in steps:
        run_quarters(worlds, parameters, turn, now, at)
        happen(worlds, parameters)
        now = at
    run_quarters(worlds, parameters, turn, now, compiled.quarters)
    return worlds, parameters


def check_injects(compiled: Compiled, injects: Sequence[Inject]) -> None:
    """Raise InputError for injects that cannot happen, those on the eve of an injected crisis included."""
    for one in injects:
        happening(compiled, one)
    steps_of(compiled, [inject for inject in injects if inject.at != EVE])


def steps_of(compiled: Compiled, injects: Sequence[Inject]) -> Steps:
    """Return (quarter, what happens then) of injects, in their order; InputError for what cannot be done."""
    steps = sorted(
        ((_quarter(compiled, inject), happening(compiled, inject)) for inject in injects), key=lambda step: step[0]
    )
    for one in injects:
        if one.opportunity:
            raise InputError("an opportunity is put into injected crises alone, on their eve", path="injects",
                             found=", ".join(one.opportunity))  # fmt: skip
    return steps


def _quarter(compiled: Compiled, inject: Inject) -> int:
    if inject.at == EVE:
        raise InputError("the eve is that of an injected crisis; futures have dates", path="injects.at", found=EVE,
                         hint="Write a quarter such as 8 or 2030Q1.")  # fmt: skip
    if isinstance(inject.at, int):
        if not 1 <= inject.at < compiled.quarters:
            raise InputError(f"{inject.at} is outside 1..{compiled.quarters - 1}", path="injects.at")
        return inject.at
    return quarter_at(compiled.scenario.start, compiled.quarters, inject.at, "injects.at")


def happening(compiled: Compiled, inject: Inject) -> Callable[[np.ndarray, np.ndarray], None]:
    """Return what an inject does to worlds and parameters, checked beforehand."""
    sets = [(_checked(compiled, path, value), value) for path, value in inject.set.items()]
    times = [(place_of(compiled, path), factor) for path, factor in inject.times.items()]
    places = list(compiled.axes["contingency"])
    for name in (*inject.conduct, *inject.opportunity):
        if name not in places:
            raise unknown_name("a contingency", name, places, path="injects")

    def happen(worlds: np.ndarray, params: np.ndarray) -> None:
        for place, value in sets:
            place.of(worlds, params)[...] = value
        for place, factor in times:
            multiply(place, worlds, params, factor)
        if inject.conduct:
            worlds["conduct"][...] = 0.0
            worlds["rung"][...] = 0
        for name, conduct in inject.conduct.items():
            worlds["conduct"][:, places.index(name)] = CONDUCTS[conduct]
            worlds["rung"][:, places.index(name)] = ARMED_RUNG

    return happen


def _checked(compiled: Compiled, path: str, value: float) -> Place:
    place = place_of(compiled, path)
    require_within(place.declared, value, path)
    return place


def measured(compiled: Compiled, worlds: np.recarray, params: np.recarray) -> Rows:
    """Return the rows of futures that came to these last worlds."""
    rows = empty_rows(len(worlds), len(compiled.columns))
    for n in range(len(worlds)):
        measure(worlds[n], params[n], compiled.quarters, rows.outcomes[n])
        rows.failed[n] = first_outside(words_of(worlds[n : n + 1]), compiled.frame)
    return rows
