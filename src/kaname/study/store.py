"""The store: chunks as immutable Parquet files, written aside and renamed, with page checksums.

A file is a function of its rows alone: no time, no path, no machine. See docs/reference/dataset.md.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.hashing import file_digest


@dataclass(frozen=True)
class Span:
    """Futures first..last (both included) of one bargain, in the run itself or in an arm that is run beside it."""

    bargain: str
    first: int
    last: int
    arm: str = ""

    @property
    def name(self) -> str:
        return f"{self.bargain}-{self.first}-{self.last}.parquet"

    @property
    def file(self) -> str:
        """Where its rows lie in the folder of the run."""
        return f"checks/{self.arm}/{self.name}" if self.arm else f"outcomes/{self.name}"

    @property
    def yearly(self) -> str:
        """Where its yearly rows lie."""
        return f"checks/{self.arm}/yearly/{self.name}" if self.arm else f"yearly/{self.name}"


def write_table(path: Path, columns: Mapping[str, Any], metadata: Mapping[str, Any]) -> str:
    """Write columns (NumPy arrays or lists of str) to `path` and return the file's SHA-256."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({name: pa.array(values) for name, values in columns.items()})
    table = table.replace_schema_metadata({"kaname": json.dumps(dict(metadata), sort_keys=True)})
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + f".{os.getpid()}.part")
    try:
        pq.write_table(table, aside, compression="zstd", write_page_checksum=True)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    return file_digest(path)


def write_csv(path: Path, columns: Mapping[str, Any]) -> None:
    """Write columns as CSV (shortest text that reads back to the same number), aside and renamed."""
    import csv

    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + f".{os.getpid()}.part")
    try:
        with open(aside, "w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(zip(*(np.asarray(values).tolist() for values in columns.values()), strict=True))
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def by_column(files: Sequence[Path], names: Sequence[str]) -> Iterator[Callable[[str], np.ndarray]]:
    """A function that gives one column, as float64, over several chunk files in the order of the files.

    Each file is opened once (its footer is long) and its columns laid side by side in a file of no name, so that time
    grows with the files alone and memory with one column. names: the columns that will be asked for.
    """
    import pyarrow.parquet as pq

    blocks: list[tuple[int, int]] = []
    with tempfile.TemporaryFile(dir=files[0].parent if files else None) as aside:
        for file in files:
            table = pq.read_table(file, columns=list(names), memory_map=False)
            blocks.append((aside.tell(), table.num_rows))
            aside.write(np.stack([table.column(name).to_numpy().astype(np.float64) for name in names]).tobytes())

        def column(name: str) -> np.ndarray:
            found = np.zeros(sum(rows for _, rows in blocks))
            filled = 0
            for begin, rows in blocks:
                aside.seek(begin + names.index(name) * rows * found.itemsize)
                found[filled : filled + rows] = np.frombuffer(aside.read(rows * found.itemsize))
                filled += rows
            return found

        yield column


def read_column(files: Sequence[Path], name: str) -> np.ndarray:
    """One column over several chunk files, in the order of the files."""
    import pyarrow.parquet as pq

    parts = [pq.read_table(file, columns=[name], memory_map=False).column(name).to_numpy() for file in files]
    return np.concatenate(parts) if parts else np.zeros(0)


def write_json(path: Path, data: Any) -> None:
    """Write JSON aside and rename it: sorted as given, two spaces, a line feed at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + f".{os.getpid()}.part")
    try:
        aside.write_text(json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
