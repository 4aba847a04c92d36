"""The store: chunks as immutable Parquet files, written aside and renamed, with page checksums.

A file is a function of its rows alone: no time, no path, no machine. See docs/reference/dataset.md.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.hashing import file_digest

EVENTS = 8


@dataclass(frozen=True)
class Span:
    """Futures first..last (both included) of one bargain."""

    bargain: str
    first: int
    last: int

    @property
    def name(self) -> str:
        return f"{self.bargain}-{self.first}-{self.last}.parquet"


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


def read_column(files: list[Path], name: str) -> np.ndarray:
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
