"""What a turn is given to write into, besides the world: recorded answers, log, what of both is used, scratch, board.

Idea: the five always come together and always have these shapes; a run, a replay, a trial and a test take them here.
Nothing here is state: a run may use one set for all its futures. Reads, writes: nothing. Source: none needed.
"""

from __future__ import annotations

import numpy as np

from kaname.model.world.board import boards
from kaname.model.world.turn import SCRATCH
from kaname.words.events import LOG_WIDTH


def empty_room(log_rows: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.recarray]:
    """Return answers (none), a log of `log_rows` rows, the rows used of both, scratch, board: a Turn's last members."""
    log, used, scratch = np.zeros((log_rows, LOG_WIDTH)), np.zeros(2, np.int64), np.zeros(SCRATCH)
    return np.zeros(0, np.int64), log, used, scratch, boards(1)
