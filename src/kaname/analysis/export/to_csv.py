"""A run as a folder of CSV: a file a table, `columns.csv` with unit and label of every column, `run.csv` on the run.

Numbers are the shortest text that reads back to the same number. Reads: the run. Writes: the folder given.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kaname.analysis.export.tables import TABLES, about, blocks_of, columns_of
from kaname.analysis.folder import RunFolder


def write_csv_folder(run: RunFolder, folder: Path) -> None:
    """Write the tables of a run into an empty folder."""
    listed: list[list[str]] = []
    for table in TABLES:
        columns = columns_of(run, table)
        listed += [[table, column.name, column.unit, column.label] for column in columns]
        rows = (
            row for block in blocks_of(run, table) for row in zip(*(v.tolist() for v in block.values()), strict=True)
        )
        _write(folder / f"{table}.csv", [column.name for column in columns], rows)
    _write(folder / "columns.csv", ["table", "column", "unit", "label"], listed)
    _write(folder / "run.csv", ["entry", "value"], [[name, str(value)] for name, value in about(run).items()])


def _write(path: Path, head: list[str], rows: Iterable[Any]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
