"""One future again, quarter by quarter: bit for bit the one in the ensemble, with its events.

The same compiled quarter is called from Python, so that the world can be looked at between quarters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.compile.layout import quarter_of
from kaname.model.engine.measure import measure
from kaname.model.engine.quarter import quarter
from kaname.model.engine.ranges import digest, first_outside, words_of
from kaname.model.engine.run import turn_at
from kaname.model.world.room import empty_room
from kaname.scenarios.records import Scenario
from kaname.study.design import Design

LOG_ROWS = 4096


@dataclass(frozen=True)
class Quarter:
    """The world after a quarter (a copy), the events of the quarter, the outcomes so far, the digest of the world."""

    number: int
    world: np.ndarray
    events: np.ndarray
    outcomes: np.ndarray
    digest: int

    def when(self, scenario: Scenario) -> tuple[int, int]:
        """Calendar year and quarter (1-4)."""
        return quarter_of(scenario, self.number)


def quarters_of(compiled: Compiled, design: Design, bargain: str, future: int) -> Iterator[Quarter]:
    """Yield the quarters of one future under one bargain, in order."""
    start, params, _ = compiled.futures(bargain, design.seed, future, 1)
    world = start.copy()
    words = words_of(world)
    w, p = world.view(np.recarray)[0], params.view(np.recarray)[0]
    room = empty_room(LOG_ROWS)
    _, log, used, *_ = room
    for now in range(compiled.quarters):
        used[:] = 0
        turn = turn_at(design.seed, future, now, compiled.tables, compiled.bots, *room)
        quarter(w, p, turn)
        outcomes = np.zeros(len(compiled.columns))
        measure(w, p, now + 1, outcomes)
        yield Quarter(now, world.copy(), log[: used[0]].copy(), outcomes, int(digest(words)))


def first_failure(compiled: Compiled, design: Design, bargain: str, future: int) -> tuple[int, int]:
    """Return the place of the field (in FIELDS) that first left its range, and the quarter in which it did."""
    for now in quarters_of(compiled, design, bargain, future):
        bad = int(first_outside(words_of(now.world), compiled.frame))
        if bad >= 0:
            return int(compiled.frame.field[bad]), now.number
    raise RuntimeError(f"future {future} failed in the ensemble and not in its replay")
