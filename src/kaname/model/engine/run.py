"""The engine run: futures of one bargain, quarter by quarter, in the same shocks for every bargain.

A table of contents: lay the start, run the quarters, check the ranges, measure. A future runs all its quarters before
the next begins; nothing is kept but its row.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.engine.measure import measure
from kaname.model.engine.quarter import quarter
from kaname.model.engine.ranges import digest, first_outside
from kaname.model.world.turn import QUARTER_STRIDE, Turn

QUARTERS_PER_YEAR = 4


@kernel
def turn_at(seed: int, future: int, now: int, tables, seats, answers, log, used, scratch, board) -> Turn:
    """The turn of quarter `now` of a future."""
    return Turn(seed, future, now, now * QUARTER_STRIDE, tables, seats, answers, log, used, scratch, board)


@kernel
def run_futures(
    start, world, words, params, tables, frame, seed, first, quarters, seats, answers, log, used, scratch, board, out
):
    """Run futures first..first+n-1 (n = len(params)) and write their rows.

    start: the first worlds of the futures; world: a record array of length 1 to run them in; words: the same bytes as
    `world`, as (float64, int64) views; frame: the ranges (see engine.ranges). out: Rows. A future outside its ranges is
    marked in out.failed.
    """
    w = world[0]
    for n in range(params.shape[0]):
        world[0] = start[n]
        used[:] = 0
        for now in range(quarters):
            quarter(w, params[n], turn_at(seed, first + n, now, tables, seats, answers, log, used, scratch, board))
            if out.yearly.shape[0] > n and (now + 1) % QUARTERS_PER_YEAR == 0:
                measure(w, params[n], now + 1, out.yearly[n, now // QUARTERS_PER_YEAR])
        measure(w, params[n], quarters, out.outcomes[n])
        out.failed[n] = first_outside(words, frame)
        out.digest[n] = digest(words)
        for i in range(w.chain_code.shape[0]):
            out.chain_code[n, i] = w.chain_code[i]
            out.chain_quarter[n, i] = w.chain_quarter[i]
