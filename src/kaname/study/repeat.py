"""Whether a run that was repeated agrees with the first: to the bit, to 1e-9, or where not.

Idea: the manifest lists every chunk with its digest. Chunks with equal digests agree to the bit; of others the columns
are compared. A number agrees to 1e-9 when its difference is at most that part of the larger of the two, or when it is
lost in the rounding of the column's largest number; words, codes and counts must be equal. The digest of the final
world tells bits and is left out of the second question. What the first folder lacks or has changed since is told apart
from what the repetition made otherwise. Reads: two folders. Writes: nothing.
Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.errors import InputError
from kaname.core.hashing import file_digest
from kaname.study.manifest import all_chunks, difference

TOLERANCE = 1e-9
ROUNDING = 1e-15
KINDS = (("file", "sha256"), ("yearly", "yearly_sha256"))
DIGEST = "digest"


class Level(Enum):
    """How far two runs, or two columns, agree; the greater value is the worse."""

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
    """What a repetition found. damaged: files of the first run that are not what its manifest says."""

    inputs: list[str]
    versions: list[str]
    machine: list[str]
    rows: int = 0
    columns: set[str] = field(default_factory=set)
    damaged: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    departures: list[Departure] = field(default_factory=list)

    @property
    def level(self) -> Level:
        """The worst of all; files that cannot be compared count as apart."""
        if self.damaged or self.missing:
            return Level.APART
        return max((one.level for one in self.departures), key=lambda level: level.value, default=Level.BITS)

    def as_data(self) -> dict[str, Any]:
        """The agreement as plain data; an infinite difference as null."""
        told = [
            {**asdict(one), "level": one.level.name.lower(), "worst": one.worst if np.isfinite(one.worst) else None}
            for one in self.departures
        ]
        return {
            "level": self.level.name.lower(), "inputs": self.inputs, "versions": self.versions,
            "machine": self.machine, "rows": self.rows, "columns": len(self.columns), "damaged": self.damaged,
            "missing": self.missing, "departures": told,
        }  # fmt: skip


def repeatable(found: Mapping[str, Any], folder: Path) -> None:
    """InputError where a manifest is of a run that was not finished."""
    if not found.get("complete"):
        raise InputError("the run is not finished, so there is nothing to repeat", file=str(folder),
                         hint="Go on with it first: its manifest names the command.")  # fmt: skip


def agreement(first: Path, old: Mapping[str, Any], second: Path, new: Mapping[str, Any]) -> Agreement:
    """Compare a run with its repetition, chunk by chunk. old, new: their manifests."""
    found = Agreement(
        difference(old["inputs"], new["inputs"]), difference(old["versions"], new["versions"]),
        difference(old["machine"], new["machine"]),
    )  # fmt: skip
    again = {chunk["file"]: chunk for chunk in all_chunks(new)}
    for chunk in all_chunks(old):
        twin = again.get(chunk["file"])
        for kind, digest in KINDS:
            if chunk.get(kind):
                _compare(found, first, second, chunk, twin, kind, digest)
    return found


def _compare(
    found: Agreement, first: Path, second: Path, chunk: Mapping[str, Any], twin: Mapping[str, Any] | None,
    kind: str, digest: str,
) -> None:  # fmt: skip
    name = str(chunk[kind])
    if not (first / name).is_file() or file_digest(first / name) != chunk[digest]:
        found.damaged.append(name)
        return
    if twin is None or not twin.get(kind):
        found.missing.append(name)
        return
    import pyarrow.parquet as pq

    found.columns |= set(pq.read_schema(first / name).names)
    found.rows += pq.read_metadata(first / name).num_rows
    if twin[digest] != chunk[digest]:
        left, right = _columns(first / name), _columns(second / name)
        found.departures += list(departures(left, right, name, str(chunk.get("arm", "")), str(chunk["bargain"])))


def _columns(file: Path) -> dict[str, np.ndarray]:
    import pyarrow.parquet as pq

    table = pq.read_table(file, memory_map=False)
    return {name: table.column(name).to_numpy() for name in table.column_names}


def departures(
    left: Mapping[str, np.ndarray], right: Mapping[str, np.ndarray], file: str, arm: str, bargain: str
) -> Iterator[Departure]:
    """The columns in which two tables differ; a column that only one of them has is apart."""
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
    """How far a column agrees, and the relative difference by row (infinite where words or codes differ)."""
    if left.dtype.kind != "f" or right.dtype.kind != "f":
        parts = np.where(left == right, 0.0, np.inf)
        unequal = bool(parts.any())
        return (Level.NEAR if name == DIGEST else Level.APART) if unequal else Level.BITS, parts
    if left.tobytes() == right.tobytes():
        return Level.BITS, np.zeros(len(left))
    parts = relative(left, right)
    return Level.NEAR if (parts <= TOLERANCE).all() else Level.APART, parts


def relative(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Difference by row over the larger of the two, 0 where the bits are equal or the difference is rounding beside
    the column's largest number; infinite where one of the two is not a number."""
    same = left.view(np.int64) == right.view(np.int64)
    with np.errstate(invalid="ignore", divide="ignore"):
        gap = np.abs(left - right)
        largest = np.maximum(np.abs(left), np.abs(right))
        parts = np.where(gap > 0, gap / largest, np.finfo(float).tiny)
        most = np.nanmax(np.where(np.isfinite(largest), largest, 0.0), initial=0.0)
        parts = np.where(gap <= ROUNDING * most, np.minimum(parts, TOLERANCE), parts)
    parts = np.where(np.isnan(gap), np.inf, parts)
    return np.where(same, 0.0, parts)
