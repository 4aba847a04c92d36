"""Opportunities that arise by themselves: the futures of a short comparison, under the settings of a case.

An opportunity comes from salience alone, so both arms of an experiment meet the same ones; what is counted over the
years is what came of them. Settings of the eve do not apply here: there is no eve.

Clock: quarters, from the scenario's start. Units: crises per future. Reads: Case. Writes: nothing.
Source: study.chunk, which does the same for `kaname compare`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kaname.core.errors import InputError
from kaname.model.engine.ranges import words_of
from kaname.model.engine.run import QUARTERS_PER_YEAR, run_futures
from kaname.model.world.room import empty_room
from kaname.study.chunk import empty_rows
from kaname.study.crises.case import Case, first_worlds

COUNTED = ("opportunities", "challenges", "seizures", "wars", "supported")
MOST_FUTURES = 20_000
PIECE = 1000


def opportunities(case: Case, futures: int, years: int) -> Mapping[str, np.ndarray]:
    """Return crises of the case's contingency over so many years, by future; failed futures are nan."""
    longest = case.compiled.quarters // QUARTERS_PER_YEAR
    for path, value, most in (("--futures", futures, MOST_FUTURES), ("--years", years, longest)):
        if not 1 <= value <= most:
            raise InputError(f"{value} is outside 1..{most}", path=path, found=value)
    rows = np.concatenate([_piece(case, n, min(PIECE, futures - n), years) for n in range(0, futures, PIECE)])
    columns, name = case.compiled.columns, case.compiled.axes["contingency"][case.contingency]
    return {word: rows[:, columns.index(f"{word}.{name}")] for word in COUNTED}


def _piece(case: Case, first: int, count: int, years: int) -> np.ndarray:
    """Return float64[future, outcome] of futures first..first+count-1."""
    worlds, params = first_worlds(case, first, count)
    world = np.zeros(1, worlds.dtype)
    rows = empty_rows(count, len(case.compiled.columns))
    run_futures(
        worlds.view(np.recarray), world.view(np.recarray), words_of(world), params.view(np.recarray),
        case.tables, case.compiled.frame, case.seed, first, years * QUARTERS_PER_YEAR, case.compiled.bots,
        *empty_room(), rows,
    )  # fmt: skip
    rows.outcomes[rows.failed >= 0] = np.nan
    return rows.outcomes
