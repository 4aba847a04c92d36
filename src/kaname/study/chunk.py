"""One chunk: a bargain, a span of futures, one call of the compiled engine, two Parquet files.

Each call has its own buffers, so threads share nothing that is written.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.model.engine.ranges import Rows, words_of
from kaname.model.engine.run import QUARTERS_PER_YEAR, run_futures
from kaname.model.world.room import empty_room
from kaname.study.design import FAN_FUTURES, Design
from kaname.study.replay import first_failure
from kaname.study.store import Span, write_table
from kaname.words.events import CHAIN_LENGTH
from kaname.words.fields import FIELDS

PIECE = 100
YEARLY = ("", "equal_cost")
"""Arms whose years are stored: the run itself, and the check that says what was spent when."""


def run_chunk(
    compiled: Compiled, design: Design, span: Span, folder: Path, stop: threading.Event | None = None
) -> dict[str, Any]:
    """Run and store one chunk; what the manifest says of it."""
    rows, columns = compute(compiled, design, span, stop)
    entry: dict[str, Any] = {}
    meta = {"format": 1, "seed": design.seed, "start": compiled.scenario.start.year, "quarters": compiled.quarters,
            "units": compiled.units}  # fmt: skip
    entry["file"] = span.file
    stored = _row_columns(compiled, design, span, rows, {} if span.arm else columns)
    entry["sha256"] = write_table(folder / entry["file"], stored, meta)
    if rows.yearly.shape[0]:
        entry["yearly"] = span.yearly
        entry["yearly_sha256"] = write_table(folder / entry["yearly"], _yearly_columns(compiled, span, rows), meta)
    return entry


def compute(
    compiled: Compiled, design: Design, span: Span, stop: threading.Event | None = None
) -> tuple[Rows, dict[str, np.ndarray]]:
    """The rows of a span and the sampled columns. InterruptedError: `stop` was set, heard every PIECE futures."""
    _hear(stop)
    count = span.last - span.first + 1
    start, params, columns = compiled.futures(span.bargain, design.seed, span.first, count)
    world = np.zeros(1, compiled.world_type)
    fans = max(0, min(count, FAN_FUTURES - span.first)) if span.arm in YEARLY else 0
    rows = empty_rows(count, len(compiled.columns), fans, compiled.quarters // QUARTERS_PER_YEAR)
    room = empty_room()
    for first in range(0, count, PIECE):
        _hear(stop)
        piece = slice(first, first + PIECE)
        run_futures(
            start[piece].view(np.recarray), world.view(np.recarray), words_of(world), params[piece].view(np.recarray),
            compiled.tables, compiled.frame, design.seed, span.first + first, compiled.quarters, compiled.bots,
            *room, Rows(*(part[piece] for part in rows)),
        )  # fmt: skip
    return rows, columns


def empty_rows(count: int, width: int, fans: int = 0, years: int = 0) -> Rows:
    """Rows for `count` futures with `width` outcomes, `fans` of them stored yearly."""
    return Rows(
        outcomes=np.zeros((count, width)),
        yearly=np.zeros((fans, years, width)),
        failed=np.full(count, -1, np.int64),
        digest=np.zeros(count, np.int64),
        chain_code=np.zeros((count, CHAIN_LENGTH), np.int64),
        chain_quarter=np.zeros((count, CHAIN_LENGTH), np.int64),
    )


def _hear(stop: threading.Event | None) -> None:
    """A person who stops the run waits for a piece of a chunk, not for the whole of a large one."""
    if stop is not None and stop.is_set():
        raise InterruptedError("stopped before this chunk was done")


def _row_columns(
    compiled: Compiled, design: Design, span: Span, rows: Rows, sampled: dict[str, np.ndarray]
) -> dict[str, Any]:
    count = len(rows.failed)
    names, quarters = [""] * count, np.full(count, -1, np.int64)
    for n in map(int, np.flatnonzero(rows.failed >= 0)):
        place, when = first_failure(compiled, design, span.bargain, span.first + n)
        names[n], quarters[n] = FIELDS[place].name, when
    columns: dict[str, Any] = {
        "bargain": [span.bargain] * count,
        "future": np.arange(span.first, span.last + 1, dtype=np.int64),
        "failed_field": names,
        "failed_quarter": quarters,
        "digest": rows.digest,
    }
    for n in range(CHAIN_LENGTH):
        columns[f"event_{n + 1}"] = rows.chain_code[:, n].astype(np.int32)
    for n in range(CHAIN_LENGTH):
        kept = np.where(rows.chain_code[:, n] > 0, rows.chain_quarter[:, n], -1)
        columns[f"quarter_{n + 1}"] = kept.astype(np.int16)
    columns |= {name: rows.outcomes[:, place] for place, name in enumerate(compiled.columns)}
    return columns | sampled


def _yearly_columns(compiled: Compiled, span: Span, rows: Rows) -> dict[str, Any]:
    fans, years, _ = rows.yearly.shape
    first_year = compiled.scenario.start.year
    columns: dict[str, Any] = {
        "bargain": [span.bargain] * (fans * years),
        "future": np.repeat(np.arange(span.first, span.first + fans, dtype=np.int64), years),
        "year": np.tile(np.arange(first_year, first_year + years, dtype=np.int64), fans),
    }
    for name in compiled.yearly_columns:
        columns[name] = rows.yearly[:, :, compiled.columns.index(name)].reshape(-1)
    return columns
