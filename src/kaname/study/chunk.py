"""One chunk: a bargain, a span of futures, calls of the compiled engine, up to three Parquet files.

Each call has its own buffers, so threads share nothing that is written.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.core.hashing import bytes_digest
from kaname.model.engine.ranges import Rows, words_of
from kaname.model.engine.run import QUARTERS_PER_YEAR, run_futures
from kaname.model.world.room import empty_room
from kaname.store.durable import write_bytes
from kaname.store.form import key_of
from kaname.store.manifest import FORMAT, Chunk
from kaname.store.spans import Span
from kaname.store.tables import table_bytes
from kaname.study.design import FAN_FUTURES, Design
from kaname.study.draws import Draws
from kaname.study.replay import first_failure
from kaname.words.events import CHAIN_LENGTH
from kaname.words.fields import FIELDS

PIECE = 100
YEARLY = ("", "equal_cost")
"""Arms whose years are stored: the run itself, and the check that says what was spent when."""


def run_chunk(
    compiled: Compiled, design: Design, span: Span, folder: Path, stop: threading.Event | None = None,
    draws: Draws | None = None,
) -> Chunk:  # fmt: skip
    """Run and store one chunk; what the manifest says of it. The first bargain's stores what its futures sampled."""
    return keep_chunk(folder, span, made_chunk(compiled, design, span, stop, draws))


def keep_chunk(folder: Path, span: Span, made: Mapping[str, bytes]) -> Chunk:
    """Write the files of a chunk, by kind, into the folder of its run; what the manifest says of it."""
    files = {kind: {"file": span.file, "yearly": span.yearly, "sampled": span.sampled}[kind] for kind in made}
    for kind, content in made.items():
        write_bytes(folder / files[kind], content)
    return Chunk(span, files, {kind: bytes_digest(content) for kind, content in made.items()})


def made_chunk(
    compiled: Compiled, design: Design, span: Span, stop: threading.Event | None = None, draws: Draws | None = None
) -> dict[str, bytes]:
    """Return the files of one chunk by kind, as bytes."""
    draws = draws or Draws()
    rows = compute(compiled, design, span, stop, draws)
    head = {
        "format": FORMAT, "key": key_of(compiled.inputs(design.as_data())), "seed": design.seed,
        "start": compiled.scenario.start.year, "quarters": compiled.quarters,
    }  # fmt: skip
    units = compiled.units
    made: dict[str, bytes] = {}

    def store(kind: str, columns: dict[str, Any]) -> None:
        known = {name: units[name] for name in columns if name in units}
        made[kind] = table_bytes(columns, {**head, "units": known})

    store("file", row_columns(compiled, design, span, rows))
    if rows.yearly.shape[0]:
        store("yearly", _yearly_columns(compiled, span, rows))
    if not span.arm and span.bargain == design.bargains[0]:
        sampled = draws.of(compiled, design.seed, span.first, span.count)
        store("sampled", {"future": _numbers(span), **sampled})
    return made


def kinds_of(design: Design, span: Span) -> tuple[str, ...]:
    """Kinds of files that a chunk of a design has."""
    yearly = span.arm in YEARLY and span.first < FAN_FUTURES
    sampled = not span.arm and span.bargain == design.bargains[0]
    return ("file", *(["yearly"] if yearly else []), *(["sampled"] if sampled else []))


def compute(
    compiled: Compiled, design: Design, span: Span, stop: threading.Event | None = None, draws: Draws | None = None
) -> Rows:
    """Return the rows of a span. InterruptedError: `stop` was set, heard every PIECE futures.

    Worlds and parameters are laid out for a piece at a time, so that memory does not grow with the span.
    """
    _hear(stop)
    drawn = (draws or Draws()).of(compiled, design.seed, span.first, span.count)
    world = np.zeros(1, compiled.world_type)
    fans = max(0, min(span.count, FAN_FUTURES - span.first)) if span.arm in YEARLY else 0
    rows = empty_rows(span.count, len(compiled.columns), fans, compiled.quarters // QUARTERS_PER_YEAR)
    room = empty_room()
    for first in range(0, span.count, PIECE):
        _hear(stop)
        piece = slice(first, min(first + PIECE, span.count))
        mine = {name: values[piece] for name, values in drawn.items()}
        start, params = compiled.laid_out(span.bargain, mine, piece.stop - piece.start)
        run_futures(
            start.view(np.recarray), world.view(np.recarray), words_of(world), params.view(np.recarray),
            compiled.tables, compiled.frame, design.seed, span.first + first, compiled.quarters, compiled.bots,
            *room, Rows(*(part[piece] for part in rows)),
        )  # fmt: skip
    return rows


def empty_rows(count: int, width: int, fans: int = 0, years: int = 0) -> Rows:
    """Return the rows for `count` futures with `width` outcomes, `fans` of them stored yearly."""
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


def _numbers(span: Span) -> np.ndarray:
    return np.arange(span.first, span.last + 1, dtype=np.int64)


def row_columns(compiled: Compiled, design: Design, span: Span, rows: Rows) -> dict[str, Any]:
    """Return the columns of a span's rows as they are stored."""
    count = len(rows.failed)
    names, quarters = [""] * count, np.full(count, -1, np.int64)
    for n in map(int, np.flatnonzero(rows.failed >= 0)):
        place, when = first_failure(compiled, design, span.bargain, span.first + n)
        names[n], quarters[n] = FIELDS[place].name, when
    columns: dict[str, Any] = {
        "bargain": [span.bargain] * count,
        "future": _numbers(span),
        "failed_field": names,
        "failed_quarter": quarters,
        "digest": rows.digest,
    }
    for n in range(CHAIN_LENGTH):
        columns[f"event_{n + 1}"] = rows.chain_code[:, n].astype(np.int32)
    for n in range(CHAIN_LENGTH):
        kept = np.where(rows.chain_code[:, n] > 0, rows.chain_quarter[:, n], -1)
        columns[f"quarter_{n + 1}"] = kept.astype(np.int16)
    return columns | {name: rows.outcomes[:, place] for place, name in enumerate(compiled.columns)}


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
