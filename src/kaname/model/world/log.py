"""Write what happened: an event with the terms that decided it, and the short code of a row (see words.events).

The ensemble passes a log of length 0, and then only the codes are kept.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.world.turn import Turn
from kaname.words.declare import Field
from kaname.words.events import CODE_STRIDE


@kernel
def note(
    w, turn: Turn, kind: int, actor: int, t0: float, t1: float, t2: float, t3: float, t4: float, t5: float
) -> None:
    """Write one event to the log if there is room. `w` is the world of the quarter."""
    row = turn.used[0]
    if row < turn.log.shape[0]:
        line = turn.log[row]
        line[0] = turn.quarter
        line[1] = turn.time
        line[2] = kind
        line[3] = actor
        line[4] = t0
        line[5] = t1
        line[6] = t2
        line[7] = t3
        line[8] = t4
        line[9] = t5
        turn.used[0] = row + 1


@kernel
def chain(w, turn: Turn, kind: int, place: int, detail: int) -> None:
    """Keep the code of an event in the row, while there is room: kind, place and detail packed into one number."""
    if w.chain_length < w.chain_code.shape[0]:
        w.chain_code[w.chain_length] = (kind * CODE_STRIDE + place) * CODE_STRIDE + detail
        w.chain_quarter[w.chain_length] = turn.quarter
        w.chain_length += 1


FIELDS = (
    Field("chain_code", ("eight",), "code", 0, 1e9, "hidden", "First eight event codes of the future.", "code"),
    Field("chain_quarter", ("eight",), "code", 0, 1000, "hidden", "Quarter of each of the first eight events.", "code"),
    Field("chain_length", (), "count", 0, 8, "hidden", "Event codes kept.", "count"),
)  # fmt: skip
