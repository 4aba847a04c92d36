"""Tables of a run as immutable Parquet files with page checksums, and their columns over many files.

A file is a function of its rows alone: no time, no path, no machine. Words are stored by dictionary; numbers are not,
since nearly all of a column's numbers differ and a dictionary of them costs more time than it saves room.
Errors: OSError of the disk. See docs/reference/dataset.md.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.hashing import bytes_digest
from kaname.core.whole_files import written_aside
from kaname.store.arrays import to_arrow, to_numpy
from kaname.store.durable import write_bytes

SOUGHT = ("bargain", "future", "year")
"""Columns by which a reader looks for rows, whose ranges are kept."""


def write_table(path: Path, columns: Mapping[str, Any], metadata: Mapping[str, Any]) -> str:
    """Write columns (NumPy arrays or lists of str) to `path` and return the file's SHA-256."""
    content = table_bytes(columns, metadata)
    write_bytes(path, content)
    return bytes_digest(content)


def table_bytes(columns: Mapping[str, Any], metadata: Mapping[str, Any]) -> bytes:
    """Return the bytes of a Parquet file of columns (NumPy arrays or lists of str)."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({name: to_arrow(values) for name, values in columns.items()})
    words = [name for name in table.column_names if pa.types.is_string(table.schema.field(name).type)]
    sought = [name for name in SOUGHT if name in table.column_names]
    whole = pa.BufferOutputStream()
    with pq.ParquetWriter(
        whole, table.schema, compression="zstd", write_page_checksum=True, use_dictionary=words,
        write_statistics=sought, store_schema=False,
    ) as writer:  # fmt: skip
        writer.write_table(table)
        writer.add_key_value_metadata({"kaname": json.dumps(dict(metadata), sort_keys=True)})
    return bytes(whole.getvalue())


def write_csv(path: Path, columns: Mapping[str, Any]) -> None:
    """Write columns as CSV (shortest text that reads back to the same number), aside and renamed."""
    import csv

    with written_aside(path) as part, open(part, "w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*(np.asarray(values).tolist() for values in columns.values()), strict=True))


def write_json(path: Path, data: Any) -> None:
    """Write JSON aside and rename it: sorted as given, two spaces, a line feed at the end."""
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    write_bytes(path, text.encode("utf-8"), lasting=True)


def read_json(path: Path) -> Any:
    """Return what a JSON file of ours holds."""
    return json.loads(path.read_text(encoding="utf-8"))


@contextmanager
def by_column(files: Sequence[Path], names: Sequence[str]) -> Iterator[Callable[[str], np.ndarray]]:
    """A function that gives one column, as float64, over several chunk files in the order of the files.

    Each file is opened once (its footer is long) and its columns laid side by side in a file of no name, so that time
    grows with the files alone and memory with one column. names: the columns that will be asked for.
    """
    import pyarrow.parquet as pq

    blocks: list[tuple[int, int]] = []
    places = {name: place for place, name in enumerate(names)}
    with tempfile.TemporaryFile(dir=files[0].parent if files else None) as aside:
        for file in files:
            table = pq.ParquetFile(file).read(columns=list(names), use_threads=False)
            blocks.append((aside.tell(), table.num_rows))
            for name in names:
                aside.write(to_numpy(table.column(name)).astype(np.float64).tobytes())

        def column(name: str) -> np.ndarray:
            column = np.zeros(sum(rows for _, rows in blocks))
            filled = 0
            for begin, rows in blocks:
                aside.seek(begin + places[name] * rows * column.itemsize)
                column[filled : filled + rows] = np.frombuffer(aside.read(rows * column.itemsize))
                filled += rows
            return column

        yield column


def read_columns(files: Sequence[Path], names: Sequence[str]) -> dict[str, np.ndarray]:
    """Return columns over several chunk files, in the order of the files; empty where there are no files."""
    import pyarrow.parquet as pq

    parts = [pq.ParquetFile(file).read(columns=list(names), use_threads=False) for file in files]
    return {name: np.concatenate([to_numpy(part.column(name)) for part in parts]) for name in names} if parts else {}


def read_table(file: Path) -> dict[str, np.ndarray]:
    """Return all columns of one file."""
    import pyarrow.parquet as pq

    table = pq.ParquetFile(file).read(use_threads=False)
    return {name: to_numpy(table.column(name)) for name in table.column_names}


def shape_of(file: Path) -> tuple[list[str], int]:
    """Return the names of the columns of a file, and how many rows it has."""
    import pyarrow.parquet as pq

    read = pq.read_metadata(file)
    return [read.schema.column(place).name for place in range(read.num_columns)], read.num_rows


def read_column(files: Sequence[Path], name: str) -> np.ndarray:
    """Return one column over several chunk files, in the order of the files."""
    return read_columns(files, [name]).get(name, np.zeros(0))
