"""A run as one SQLite database: a table each, `columns` with unit and label, `run` on the run itself.

Names with a dot are quoted in SQL: select avg("casualties.jp") from outcomes group by bargain.
Reads: the run. Writes: the file given. Errors: InputError where a table has more columns than SQLite holds.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kaname.analysis.export.tables import TABLES, Column, about, blocks_of, columns_of
from kaname.analysis.folder import RunFolder
from kaname.core.errors import InputError

MOST_COLUMNS = 2000
"""SQLITE_MAX_COLUMN as SQLite is built."""


def write_sqlite(run: RunFolder, path: Path) -> None:
    """Write the tables of a run into a new database."""
    with closing(sqlite3.connect(path)) as base:
        base.execute("create table columns (table_name text, column_name text, unit text, label text)")
        for table in TABLES:
            columns = columns_of(run, table)
            if len(columns) > MOST_COLUMNS:
                raise InputError(f"{table} has {len(columns)} columns, and SQLite holds {MOST_COLUMNS}", path="--to",
                                 hint="Export to duckdb, or to csv.")  # fmt: skip
            base.execute(f"create table {table} ({', '.join(map(_declared, columns))})")
            base.executemany("insert into columns values (?, ?, ?, ?)",
                             [(table, column.name, column.unit, column.label) for column in columns])  # fmt: skip
            holes = ", ".join("?" * len(columns))
            for block in blocks_of(run, table):
                rows = zip(*(values.tolist() for values in block.values()), strict=True)
                base.executemany(f"insert into {table} values ({holes})", rows)
        base.execute("create table run (entry text, value text)")
        base.executemany("insert into run values (?, ?)", [(name, str(value)) for name, value in about(run).items()])
        base.commit()


def _declared(column: Column) -> str:
    kind = "text" if column.is_text else "integer" if column.is_whole else "real"
    return f'"{column.name}" {kind}'
