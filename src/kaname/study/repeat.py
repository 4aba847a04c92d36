"""Agreement of a repeated run with the first: to the bit, to 1e-9, or where not.

Idea: what is compared is what the run's own inputs ask for, never only what happens to be listed. First the run itself
is looked at (`faults`): its key against its inputs, every part that they ask for, every file against its digest. Then
each part is compared with its repetition: equal digests agree to the bit; of others the columns are compared, what the
futures sampled included. A number agrees to 1e-9 when its difference is at most that part of the larger of the two, or
when it is lost in the rounding of the column's largest number; words, codes and counts must be equal. The digest of the
final world tells bits and is left out of the second question. The numbers of the summary are compared likewise.
Reads: two folders. Writes: nothing. Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import Enum
from typing import Any

import numpy as np

from kaname.core.errors import InputError
from kaname.store.manifest import SUMMARY, Chunk, Manifest
from kaname.store.reading import Reader
from kaname.store.spans import Span
from kaname.store.tables import read_json, read_table, shape_of
from kaname.study.commands import in_present_words
from kaname.study.resume import difference

TOLERANCE = 1e-9
ROUNDING = 1e-15
DIGEST = "digest"
SAMPLED = "sampled"
PARTS_OF = {"file": ("file", SAMPLED), "yearly": ("yearly",)}
"""Kind of rows -> the files of a chunk that hold them."""


class Level(Enum):
    """Degree of agreement of two runs or two columns; the greater value is the worse."""

    BITS = 0
    NEAR = 1
    APART = 2


@dataclass(frozen=True)
class Departure:
    """A column in which a chunk differs: how far, in how many rows, the worst relative difference and its future."""

    file: str
    arm: str
    bargain: str
    column: str
    level: Level
    rows: int
    first: int
    last: int
    worst: float
    future: int


@dataclass
class Agreement:
    """Result of a repetition. missing: parts that it did not make; unread: parts with other bits
    whose rows the run has not kept, so that the summary alone says how far they agree; summary: numbers of the summary
    that differ."""

    inputs: list[str]
    versions: list[str]
    machine: list[str]
    parts: int = 0
    rows: int = 0
    columns: set[str] = field(default_factory=set)
    missing: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    departures: list[Departure] = field(default_factory=list)

    @property
    def level(self) -> Level:
        """Return the worst of all; parts that cannot be compared count as apart, and so does a comparison of
        nothing.
        """
        if self.missing or self.summary or not self.rows:
            return Level.APART
        kept = Level.NEAR if self.unread else Level.BITS
        return max((departure.level for departure in self.departures), key=lambda level: level.value, default=kept)

    def as_data(self) -> dict[str, Any]:
        """Return the agreement as plain data; an infinite difference as null."""
        told = [
            {
                **asdict(departure),
                "level": departure.level.name.lower(),
                "worst": departure.worst if np.isfinite(departure.worst) else None,
            }
            for departure in self.departures
        ]
        return {
            "level": self.level.name.lower(), "inputs": self.inputs, "versions": self.versions,
            "machine": self.machine, "parts": self.parts, "rows": self.rows, "columns": len(self.columns),
            "missing": self.missing, "unread": self.unread, "summary": self.summary, "departures": told,
        }  # fmt: skip


def repeatable(run: Manifest) -> None:
    """Raise InputError where a manifest is of a run that was not finished."""
    if not run.complete:
        raise InputError("the run is not finished, so there is nothing to repeat", file=str(run.folder),
                         hint="Continue it first: its manifest names the command.")  # fmt: skip


def faults(run: Manifest, wanted: Iterable[Span]) -> list[str]:
    """Return what is wrong with a run by itself, in words; wanted: the parts that its inputs ask for."""
    if run.listed_key != run.key:
        return [f"key and inputs disagree: {run.listed_key} is listed, and the inputs give {run.key}"]
    return run.unlisted(wanted) + [f"{name} is not as it is listed" for name in run.damaged()]


def agreement(old: Manifest, new: Manifest) -> Agreement:
    """Compare a run with its repetition, part by part."""
    found = Agreement(
        difference(_without_size(old), _without_size(new)),
        [line for maker in old.makers for line in difference(maker.versions, new.makers[0].versions)],
        [line for maker in old.makers for line in difference(maker.machine, new.makers[0].machine)],
    )  # fmt: skip
    readers = Reader(old), Reader(new)
    for chunk in new.chunks.values():
        if chunk.span.file not in old.chunks:
            found.missing.append(f"{chunk.span.file} is not listed by the run")
    for chunk in old.chunks.values():
        if chunk.span.file not in new.chunks:
            found.missing.append(f"{chunk.span.file} was not made again")
            continue
        _compare(found, readers, chunk, new.chunks[chunk.span.file])
    found.summary = [line for line in _summary(old, new) if line]
    return found


def _without_size(run: Manifest) -> dict[str, Any]:
    """Return the inputs without the size of a part, which format 1 counted among them."""
    return {name: value for name, value in in_present_words(run.inputs).items() if name != "chunk"}


def _compare(found: Agreement, readers: tuple[Reader, Reader], chunk: Chunk, twin: Chunk) -> None:
    old, new = readers
    kinds = [kind for kind in ("file", "yearly") if kind in chunk.files or kind in twin.files]
    for kind in kinds:
        if kind not in chunk.files or kind not in twin.files:
            found.missing.append(f"{chunk.span.file}: only one of the two runs has {kind}")
            continue
        found.parts += 1
        digests = [[one.digests.get(each) for each in PARTS_OF[kind]] for one in (chunk, twin)]
        if digests[0] == digests[1]:
            names, rows = shape_of(new.file(twin, kind))
            found.columns |= set(names) | _columns_apart(new, twin)
            found.rows += rows
            continue
        if not (old.manifest.folder / chunk.files[kind]).exists():
            found.unread.append(chunk.files[kind])
            found.rows += shape_of(new.file(twin, kind))[1]
            continue
        left, right = (_columns(reader, one, kind) for reader, one in ((old, chunk), (new, twin)))
        found.columns |= set(left)
        found.rows += len(left["future"])
        span = chunk.span
        found.departures += list(departures(left, right, chunk.files[kind], span.arm, span.bargain))


def _columns(reader: Reader, chunk: Chunk, kind: str) -> dict[str, np.ndarray]:
    """Return all columns of a part: of the run's own rows with what their futures sampled, wherever that lies."""
    table = read_table(reader.file(chunk, kind))
    first = reader.manifest.chunks.get(replace(chunk.span, bargain=reader.manifest.bargains[0]).file)
    if kind == "file" and not chunk.span.arm and first is not None and SAMPLED in first.files:
        table |= read_table(reader.file(first, SAMPLED))
    return table


def _columns_apart(reader: Reader, chunk: Chunk) -> set[str]:
    return set(shape_of(reader.file(chunk, SAMPLED))[0]) if SAMPLED in chunk.files else set()


def _summary(old: Manifest, new: Manifest) -> Iterator[str]:
    """Yield numbers and words of the repeated summary that stand otherwise in the run's own."""
    mine, again = (read_json(run.folder / SUMMARY) for run in (old, new))
    head = ("format",) if old.format != new.format else ()
    for name in again:
        if name not in head:
            yield from unequal(mine.get(name), again[name], name)


def unequal(left: Any, right: Any, path: str) -> Iterator[str]:
    """Return where two summaries differ by more than the tolerance, by path."""
    if isinstance(left, dict) and isinstance(right, dict):
        for name in [*left, *(name for name in right if name not in left)]:
            yield from unequal(left.get(name), right.get(name), f"{path}.{name}")
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for place, (one, other) in enumerate(zip(left, right, strict=True)):
            yield from unequal(one, other, f"{path}[{place}]")
    elif left != right and not _near(left, right):
        yield f"{path} is {left} in the run and {right} in its repetition"


def _near(left: Any, right: Any) -> bool:
    numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in (left, right))
    return numbers and abs(left - right) <= TOLERANCE * max(abs(left), abs(right))


def departures(
    left: Mapping[str, np.ndarray], right: Mapping[str, np.ndarray], file: str, arm: str, bargain: str
) -> Iterator[Departure]:
    """Yield the columns in which two tables differ; a column that only one of them has is apart."""
    for name in [*left, *(name for name in right if name not in left)]:
        if name not in left or name not in right or len(left[name]) != len(right[name]):
            yield Departure(file, arm, bargain, name, Level.APART, len(left.get(name, ())), -1, -1, np.inf, -1)
            continue
        level, parts = _column(left[name], right[name], name)
        if level is Level.BITS:
            continue
        rows = np.flatnonzero(parts > 0)
        worst = int(np.argmax(parts))
        futures = left["future"]
        yield Departure(
            file, arm, bargain, name, level, int(rows.size), int(futures[rows[0]]), int(futures[rows[-1]]),
            float(parts[worst]), int(futures[worst]),
        )  # fmt: skip


def _column(left: np.ndarray, right: np.ndarray, name: str) -> tuple[Level, np.ndarray]:
    """Return how far a column agrees, and the relative difference by row (infinite where words or codes differ)."""
    if left.dtype.kind != "f" or right.dtype.kind != "f":
        parts = np.where(left == right, 0.0, np.inf)
        unequal = bool(parts.any())
        return (Level.NEAR if name == DIGEST else Level.APART) if unequal else Level.BITS, parts
    if left.tobytes() == right.tobytes():
        return Level.BITS, np.zeros(len(left))
    parts = relative(left, right)
    return Level.NEAR if (parts <= TOLERANCE).all() else Level.APART, parts


def relative(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return difference by row over the larger of the two, 0 where the bits are equal or the difference is rounding
    beside the column's largest number; infinite where one of the two is not a number."""
    same = left.view(np.int64) == right.view(np.int64)
    with np.errstate(invalid="ignore", divide="ignore"):
        gap = np.abs(left - right)
        largest = np.maximum(np.abs(left), np.abs(right))
        parts = np.where(gap > 0, gap / largest, np.finfo(float).tiny)
        most = np.nanmax(np.where(np.isfinite(largest), largest, 0.0), initial=0.0)
        parts = np.where(gap <= ROUNDING * most, np.minimum(parts, TOLERANCE), parts)
    parts = np.where(np.isnan(gap), np.inf, parts)
    return np.where(same, 0.0, parts)
