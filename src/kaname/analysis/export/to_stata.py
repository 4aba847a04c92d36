"""A run as a folder of Stata files (format 118: Stata 14 and later): a file a table, with labels and units.

Idea: a name of Stata has 32 characters of letters, digits and underscores; `casualties.jp` becomes `casualties_jp`, a
longer name is cut and numbered, and `columns.csv` lists both. A label has 80 characters: the unit stands first, since
it must not be cut off. Reads: the run. Writes: the folder given. Errors: InputError without the extra `export`.
Source: Stata's manual, [P] file formats .dta.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import numpy as np

from kaname.analysis.export.tables import TABLES, Column, blocks_of, columns_of
from kaname.analysis.extras import extra
from kaname.analysis.folder import RunFolder

LONGEST_NAME, LONGEST_LABEL = 32, 80
VERSION = 118


def write_stata_folder(run: RunFolder, folder: Path) -> None:
    """Write the tables of a run into an empty folder."""
    pandas = extra("pandas", "export")
    listed: list[list[str]] = []
    for table in TABLES:
        columns = columns_of(run, table)
        names = stata_names([column.name for column in columns])
        blocks = list(blocks_of(run, table))
        cells = {names[column.name]: _cells(column, [block[column.name] for block in blocks]) for column in columns}
        frame = pandas.DataFrame(cells)
        labels = {names[column.name]: label_of(column) for column in columns}
        frame.to_stata(folder / f"{table}.dta", write_index=False, version=VERSION, variable_labels=labels,
                       data_label=f"kaname {run.record.key}: {table}")  # fmt: skip
        listed += [[table, names[column.name], column.name, column.unit, column.label] for column in columns]
    with open(folder / "columns.csv", "w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["table", "stata", "column", "unit", "label"])
        writer.writerows(listed)


def stata_names(names: list[str]) -> dict[str, str]:
    """Return the names of Stata by column, all different.

    >>> stata_names(["casualties.jp", "u.1"])
    {'casualties.jp': 'casualties_jp', 'u.1': 'u_1'}
    """
    found: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"[^A-Za-z0-9_]", "_", name)
        short, number = plain[:LONGEST_NAME], 1
        while short in found.values():
            number += 1
            short = f"{plain[: LONGEST_NAME - len(f'_{number}')]}_{number}"
        found[name] = short
    return found


def label_of(column: Column) -> str:
    """Return the label of a column: its unit, then what it is, in 80 characters."""
    text = f"[{column.unit}] {column.label}" if column.unit else column.label
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 3] + "..."


def _cells(column: Column, parts: list[np.ndarray]) -> np.ndarray:
    joined = np.concatenate(parts) if parts else np.zeros(0)
    if column.is_text:
        return joined.astype(object)
    return joined.astype(np.int32 if column.is_whole else np.float64)
