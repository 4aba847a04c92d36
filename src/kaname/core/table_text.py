"""A table from a person's CSV file: cells parted by commas, names in the first line, blanks around cells left out.

Idea: what a spreadsheet writes is read or told apart on the line where it is wrong: semicolons and tabs between cells,
decimal commas, a column twice, a column without a name, a row with more or fewer cells.

Reads: the file, through the guard (UTF-8, a byte order mark dropped). Writes: nothing. Errors: InputError with file and
line. Source: RFC 4180.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kaname.core.errors import InputError, shown
from kaname.core.safe_text import checked_text, file_bytes, short_name

LARGEST_BYTES = 1 << 24
PARTERS = {";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True)
class Row:
    """A row of a table: the line on which it ends, and the text of each column, without blanks around it."""

    line: int
    cells: Mapping[str, str]


def read_table(path: Path, most_rows: int) -> list[Row]:
    """Return the rows of a CSV file with 1..most_rows of them; InputError with file and line where it is none."""
    name = short_name(path)
    text = checked_text(file_bytes(path, LARGEST_BYTES), name, LARGEST_BYTES)
    lines = _lines(text, name)
    first = next(lines, None)
    if first is None:
        raise InputError("the file is empty", file=name, line=1)
    columns = _columns(first[1], name, first[0])
    rows = [Row(line, _cells(columns, cells, name, line)) for line, cells in lines]
    if not 1 <= len(rows) <= most_rows:
        raise InputError(f"has {len(rows)} rows; 1..{most_rows} are allowed", file=name, hint="Write several tables.")
    return rows


def _lines(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of each line that is not blank."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True, skipinitialspace=True)
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield reader.line_num, stripped
    except csv.Error as trouble:
        raise InputError(f"cannot be read as a table: {trouble}", file=name, line=reader.line_num) from None


def _columns(names: list[str], file: str, line: int) -> list[str]:
    if len(names) == 1:
        for sign, word in PARTERS.items():
            if sign in names[0]:
                raise InputError(f"cells are separated by {word} here", file=file, line=line,
                                 hint="Separate them by commas, and write numbers with a decimal point.")  # fmt: skip
    for place, name in enumerate(names):
        if not name:
            raise InputError(f"column {place + 1} has no name", file=file, line=line)
        if name.casefold() in [other.casefold() for other in names[:place]]:
            raise InputError(f"the column {shown(name)} is written twice", file=file, line=line, hint="Leave one out.")
    return names


def _cells(columns: list[str], cells: list[str], file: str, line: int) -> dict[str, str]:
    if len(cells) == len(columns):
        return dict(zip(columns, cells, strict=True))
    hint = None
    if len(cells) == 2 * len(columns) and all(cell.lstrip("-+").isdecimal() for cell in cells):
        hint = "Write numbers with a decimal point, as in 0.5."
    message = f"a row has {len(cells)} cells, and the first line {len(columns)}"
    raise InputError(message, file=file, line=line, hint=hint)
