"""A run as one DuckDB database: a table each, unit and label as the comment of every column.

Reads: the run. Writes: the file given. Errors: InputError where the extra `query` is not installed.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from kaname.analysis.export.tables import TABLES, Column, about, blocks_of, columns_of
from kaname.analysis.extras import extra
from kaname.analysis.folder import RunFolder
from kaname.store.arrays import to_arrow


def write_duckdb(run: RunFolder, path: Path) -> None:
    """Write the tables of a run into a new database."""
    import pyarrow as pa

    duckdb = extra("duckdb", "query")
    with closing(duckdb.connect(str(path))) as base:
        for table in TABLES:
            columns = columns_of(run, table)
            base.execute(f"create table {table} ({', '.join(map(_declared, columns))})")
            for block in blocks_of(run, table):
                base.register("block", pa.table({name: _cells(values) for name, values in block.items()}))
                base.execute(f"insert into {table} select * from block")
                base.unregister("block")
            for column in columns:
                text = f"{column.label} [{column.unit}]" if column.unit else column.label
                base.execute(f"comment on column {table}.\"{column.name}\" is '{text.replace(chr(39), chr(39) * 2)}'")
        base.execute("create table run (entry varchar, value varchar)")
        base.executemany("insert into run values (?, ?)", [[name, str(value)] for name, value in about(run).items()])


def _declared(column: Column) -> str:
    kind = "varchar" if column.is_text else "bigint" if column.is_whole else "double"
    return f'"{column.name}" {kind}'


def _cells(values: Any) -> Any:
    return to_arrow(values.tolist() if values.dtype.kind == "O" else values)
