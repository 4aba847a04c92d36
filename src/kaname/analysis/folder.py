"""A run's folder, opened for reading: summary, manifest, and columns of rows in the order of the futures.

Idea: what the manifest does not list does not exist. Columns are read together, file by file, since opening a file
costs more than reading it; those of a small run are kept once read, so that no file is opened for them again.
Units: those of the manifest's `columns`. Reads: summary.json, manifest.json and the files
that it lists. Writes: nothing.
Errors: InputError where the folder holds no run that can be read, or a file is not as the manifest lists it.
Source: docs/reference/dataset.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.errors import InputError
from kaname.core.hashing import file_digest
from kaname.store.form import FORMATS
from kaname.store.manifest import NAME, SUMMARY, Manifest, read_manifest
from kaname.store.reading import SAMPLED, Reader

GROUP = 16
"""Columns of a large run that are held for all bargains at once."""
KEPT = 4_000_000
"""Numbers that are kept once read: 32 MB."""


@dataclass(frozen=True)
class RunFolder:
    """A finished run as it lies on disk."""

    path: Path
    summary: dict[str, Any]
    record: Manifest

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Return what the manifest says, with what describes the run, as plain data of either format."""
        return {**self.record.described, **self.record.as_data()}

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.record)

    @property
    def reference(self) -> str:
        return str(self.summary["reference"])

    @property
    def bargains(self) -> tuple[str, ...]:
        """Return all bargains, the reference first."""
        others = (name for name in self.summary["bargains"] if name != self.reference)
        return (self.reference, *others)

    @property
    def others(self) -> tuple[str, ...]:
        """Return the bargains that are compared with the reference."""
        return self.bargains[1:]

    @property
    def model(self) -> dict[str, Any]:
        """Return what the run says of the model: mechanisms, events, axes, sampled columns; empty in an older run."""
        model = self.manifest.get("model")
        return model if isinstance(model, dict) else {}

    @cached_property
    def sampled(self) -> tuple[str, ...]:
        """Return the names of the columns of sampled figures, in stored order."""
        return tuple(name for name in self.manifest.get("columns", {}) if name.startswith(SAMPLED))

    @cached_property
    def alive(self) -> dict[str, np.ndarray]:
        """By bargain: bool[futures], whether the future ran to its end."""
        return {name: self.columns(name, ["failed_quarter"])["failed_quarter"] < 0 for name in self.bargains}

    def columns(self, bargain: str, names: Sequence[str], most: int | None = None) -> dict[str, np.ndarray]:
        """Return the columns of the rows of a bargain, each [futures] in id order; only the first `most` futures if
        given.
        """
        missing = [name for name in dict.fromkeys(names) if (bargain, name) not in self._kept]
        found = self._reader.columns(bargain, missing, most=most) if missing else {}
        if most is None or most >= self._futures:
            self._keep(bargain, found)
        whole = {name: found[name] if name in found else self._kept[bargain, name] for name in names}
        return whole if most is None else {name: values[:most] for name, values in whole.items()}

    def pair(self, bargain: str, reference: str, names: Sequence[str]) -> dict[str, np.ndarray]:
        """Paired differences bargain - reference by column, [pairs]: futures that ran to their end in both."""
        both = self.alive[bargain] & self.alive[reference]
        left, right = self.columns(bargain, names), self.columns(reference, names)
        return {name: left[name][both] - right[name][both] for name in names}

    def groups(self, names: Sequence[str]) -> Iterator[tuple[list[str], dict[str, dict[str, np.ndarray]]]]:
        """(some of the names, bargain -> column -> [futures]) until all names were given: a few columns at a time, so
        that memory does not grow with the number of outcomes."""
        small = len(names) * len(self.bargains) * self._futures <= KEPT
        size = max(1, len(names)) if small else GROUP
        for first in range(0, len(names), size):
            some = list(names[first : first + size])
            yield some, {bargain: self.columns(bargain, some) for bargain in self.bargains}

    def yearly(self, bargain: str, names: Sequence[str]) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """Calendar years [years] and columns [futures, years] of futures stored yearly that did not fail."""
        found = self._reader.yearly(bargain, ["future", "year", *names])
        if not found:
            return np.zeros(0, np.int64), {}
        years = np.unique(found["year"])
        futures = found["future"].reshape(-1, years.size)[:, 0]
        kept = self.alive[bargain][futures]
        return years, {name: found[name].reshape(-1, years.size)[kept] for name in names}

    def yearly_pair(
        self, bargain: str, other: str, names: Sequence[str]
    ) -> tuple[np.ndarray, dict[str, np.ndarray], dict[str, np.ndarray]]:
        """Return years, and columns [pairs, years] of two bargains, of futures stored yearly that failed in neither."""
        years = np.zeros(0, np.int64)
        found = []
        both = self.alive[bargain] & self.alive[other]
        for one in (bargain, other):
            rows = self._reader.yearly(one, ["future", "year", *names])
            years = np.unique(rows["year"])
            futures = rows["future"].reshape(-1, years.size)[:, 0]
            found.append({name: rows[name].reshape(-1, years.size)[both[futures]] for name in names})
        return years, found[0], found[1]

    def yearly_columns(self) -> tuple[str, ...]:
        """Return the names of the outcomes that are to be drawn over time."""
        outcomes = self.summary["outcomes"]
        return tuple(name for name in self.stored_yearly() if outcomes.get(name.split(".")[0], {}).get("fan", True))

    def stored_yearly(self) -> tuple[str, ...]:
        """Return the names of the outcomes that are stored yearly."""
        files = self._reader.files(self.reference, "yearly")
        if not files:
            return ()
        import pyarrow.parquet as pq

        return tuple(name for name in pq.read_schema(files[0]).names if name not in ("bargain", "future", "year"))

    @cached_property
    def _kept(self) -> dict[tuple[str, str], np.ndarray]:
        """Whole columns of the rows, by bargain and name, as far as there is room."""
        return {}

    @cached_property
    def _futures(self) -> int:
        """Return the rows of the longest bargain."""
        return int(self.record.inputs["futures"])

    def _keep(self, bargain: str, data: Mapping[str, np.ndarray]) -> None:
        for name, values in data.items():
            if (len(self._kept) + 1) * max(1, self._futures) <= KEPT:
                values.setflags(write=False)
                self._kept[bargain, name] = values


def open_run(path: Path | str) -> RunFolder:
    """Return the run in a folder, of either format; InputError says what is missing, damaged or cannot be read."""
    folder = Path(path)
    summary = _summary(folder)
    record = read_manifest(folder)
    record.require_whole()
    if record.summary and file_digest(folder / SUMMARY) != record.summary:
        raise InputError(f"{SUMMARY} is not as the manifest lists it", file=str(record.path), hint=record.way_out)
    missing = [name for name in ("reference", "bargains", "pairs", "outcomes") if name not in summary]
    if missing:
        raise InputError(f"the run does not say its {', '.join(missing)}", file=str(folder), hint=record.way_out)
    return RunFolder(folder, summary, record)


def _summary(folder: Path) -> dict[str, Any]:
    file = folder / SUMMARY
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        begun = (folder / NAME).is_file()
        hint = f"The command in its {NAME} goes on with it." if begun else "Name the folder of a run."
        raise InputError("no readable file of a finished run", file=str(file), hint=hint) from None
    if not isinstance(data, dict) or data.get("format") not in FORMATS:
        raise InputError("this form of a run is unknown here", file=str(file),
                         allowed=[f"format {number}" for number in FORMATS])  # fmt: skip
    return data
