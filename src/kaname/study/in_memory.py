"""Futures run in memory by several workers: laid out worlds and parameters in, rows out.

Idea: a page, a notebook and a check of the model ask again and again and keep nothing on disk. Each worker takes a few
futures at a time and hears within them that it is to stop. Reads: Compiled, the compiled kernels. Writes: nothing.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.model.engine.ranges import Rows, words_of
from kaname.model.engine.run import run_futures
from kaname.model.world.room import empty_room
from kaname.study.chunk import empty_rows
from kaname.study.growing import Cancelled

WORKERS = 2
PIECE = 4
"""Futures that a worker runs between two looks at whether it is to stop."""


def rows_of(
    compiled: Compiled, seed: int, start: np.ndarray, params: np.ndarray, pool: ThreadPoolExecutor, workers: int,
    stop: threading.Event | None = None, first: int = 0,
) -> Rows:  # fmt: skip
    """Return the rows of futures first..first+n-1 from their first worlds and parameters (record arrays of n).

    pool: at least `workers` threads. Raises Cancelled where `stop` is set before all are done.
    """
    count = len(params)
    rows = empty_rows(count, len(compiled.columns))
    taken = iter([slice(first, min(first + PIECE, count)) for first in range(0, count, PIECE)])
    lock = threading.Lock()

    def work() -> None:
        world, room = np.zeros(1, compiled.world_type), empty_room()
        while True:
            with lock:
                piece = next(taken, None)
            if piece is None or (stop is not None and stop.is_set()):
                return
            run_futures(
                start[piece].view(np.recarray), world.view(np.recarray), words_of(world),
                params[piece].view(np.recarray), compiled.tables, compiled.frame, seed, first + piece.start,
                compiled.quarters, compiled.bots, *room, Rows(*(part[piece] for part in rows)),
            )  # fmt: skip

    for done in [pool.submit(work) for _ in range(workers)]:
        done.result()
    if stop is not None and stop.is_set():
        raise Cancelled
    return rows
