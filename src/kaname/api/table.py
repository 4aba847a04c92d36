"""A table for a notebook: Arrow inside, the unit of every column beside it, one call from pandas or polars.

Reads: an Arrow table. Writes: nothing, or the file named. Units: `units` by column.
Errors: InputError for an unknown column or ending; ModuleNotFoundError with what to install for pandas and polars.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.errors import InputError, unknown_name

SHOWN_ROWS = 10
SHOWN_COLUMNS = 12
ENDINGS = (".csv", ".parquet")


class Table:
    """Rows and named columns, each column with its unit.

    arrow: the pyarrow.Table; units: unit by column, where it has one; notes: what the reader should know, such as rows
    that are left out. Any library that reads the Arrow interface takes it as it is: `polars.DataFrame(table)`.

    >>> table = Table.of({"bargain": ["as_is", "step_up"], "mean": [0.5, 0.25]}, units={"mean": "share"})
    >>> len(table), table.columns, table["mean"].tolist()
    (2, ('bargain', 'mean'), [0.5, 0.25])
    """

    def __init__(self, arrow: Any, units: Mapping[str, str] | None = None, notes: Sequence[str] = ()) -> None:
        self.arrow = arrow
        self.units = {name: unit for name, unit in (units or {}).items() if name in arrow.column_names}
        self.notes = tuple(notes)

    @classmethod
    def of(
        cls, columns: Mapping[str, Any], units: Mapping[str, str] | None = None, notes: Sequence[str] = ()
    ) -> Table:  # fmt: skip
        """Return a table of columns by name, each a list or an array of equal length."""
        import pyarrow as pa

        return cls(pa.table({name: pa.array(values) for name, values in columns.items()}), units, notes)

    @classmethod
    def of_rows(
        cls, rows: Sequence[Mapping[str, Any]], units: Mapping[str, str] | None = None, notes: Sequence[str] = ()
    ) -> Table:  # fmt: skip
        """Return a table of rows that all have the keys of the first."""
        names = list(rows[0]) if rows else []
        return cls.of({name: [row[name] for row in rows] for name in names}, units, notes)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns, in order."""
        return tuple(self.arrow.column_names)

    def __len__(self) -> int:
        return int(self.arrow.num_rows)

    def __getitem__(self, column: str) -> np.ndarray:
        """Return one column as a NumPy array [rows]. Raises InputError with the nearest name."""
        return np.asarray(self.select([column]).arrow.column(0).to_numpy(zero_copy_only=False))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Iterate over the rows as dictionaries."""
        return iter(self.to_pylist())

    def select(self, columns: Sequence[str]) -> Table:
        """Return a table of some columns. Raises InputError with the nearest name for one that is not there."""
        for name in columns:
            if name not in self.columns:
                raise unknown_name("a column of this table", name, self.columns)
        return Table(self.arrow.select(list(columns)), self.units, self.notes)

    def where(self, **values: Any) -> Table:
        """Return the rows in which every named column has the given value: `table.where(bargain="as_is")`."""
        kept = np.ones(len(self), bool)
        for name, value in values.items():
            kept &= self[name] == value
        return Table(self.arrow.take(np.flatnonzero(kept)), self.units, self.notes)

    def to_pylist(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries."""
        rows: list[dict[str, Any]] = self.arrow.to_pylist()
        return rows

    def to_pandas(self) -> Any:
        """Return a pandas.DataFrame with the units in `attrs["units"]` and the notes in `attrs["notes"]`."""
        _needed("pandas")
        frame = self.arrow.to_pandas()
        frame.attrs |= {"units": dict(self.units), "notes": list(self.notes)}
        return frame

    def to_polars(self) -> Any:
        """Return a polars.DataFrame."""
        return _needed("polars").from_arrow(self.arrow)

    def write(self, path: str | Path) -> Path:
        """Write the table to a file that ends with .csv or .parquet; return its path. An older file is replaced."""
        from kaname.store.tables import write_csv, write_table

        file = Path(path)
        if file.suffix not in ENDINGS:
            raise unknown_name("the ending of a table's file", file.suffix or file.name, ENDINGS, file=str(file))
        columns = {name: self[name] for name in self.columns}
        try:
            if file.suffix == ".csv":
                write_csv(file, columns)
            else:
                write_table(file, columns, {"units": self.units, "notes": list(self.notes)})
        except OSError as trouble:
            raise InputError(f"cannot be written: {trouble.strerror}", file=str(file)) from None
        return file

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """Hand the rows over to any library that reads the Arrow interface."""
        return self.arrow.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        shown = self.columns[:SHOWN_COLUMNS]
        rows = [shown, *(tuple(map(_text, row.values())) for row in self._first(shown))]
        widths = [max(len(row[n]) for row in rows) for n in range(len(shown))]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
        return "\n".join([*lines, *self._below(shown)])

    def _repr_html_(self) -> str:
        shown = self.columns[:SHOWN_COLUMNS]
        heads = "".join(
            f"<th>{escape(name)}<br><small>{escape(self.units.get(name, ''))}</small></th>" for name in shown
        )
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(_text(value))}</td>" for value in row.values()) + "</tr>"
            for row in self._first(shown)
        )
        below = "".join(f"<p><small>{escape(line)}</small></p>" for line in self._below(shown))
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{below}"

    def _first(self, columns: Sequence[str]) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.arrow.select(list(columns)).slice(0, SHOWN_ROWS).to_pylist()
        return rows

    def _below(self, shown: Sequence[str]) -> list[str]:
        size = f"{len(self):,} rows, {len(self.columns):,} columns"
        cut = len(self) > SHOWN_ROWS or len(shown) < len(self.columns)
        return [f"{size}; the first are shown." if cut else f"{size}.", *self.notes]


def _text(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _needed(library: str) -> Any:
    try:
        return import_module(library)
    except ModuleNotFoundError:
        raise ModuleNotFoundError(f"{library} is not installed: pip install {library}, or use .arrow.") from None
