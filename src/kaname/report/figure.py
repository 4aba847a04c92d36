"""A figure: title, picture(s) with text alternative, one sentence, and the numbers as CSV behind a link.

The CSV lies in the link itself (a data: address), so the page stays one file that asks nobody for anything. Text cells
that a spreadsheet would run as a formula get an apostrophe before them.
Reads, writes: nothing. Source: RFC 4180 (CSV, with plain line feeds), RFC 2397 (data addresses).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from kaname.report.markup import Child, Safe, tag
from kaname.words.catalogue import Catalogue, catalogue

FORMULA = ("=", "+", "-", "@", "\t", "\r")
PLAIN = " !$()*+,-./:;=?@[]^_{|}~"
"""Signs that need no escape in a data: address, a space inside it among them; so it is shorter than base 64."""

Cell = str | int | float | None


@dataclass(frozen=True)
class Table:
    """Numbers behind a figure."""

    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def figure(
    identity: str, title: Child, pictures: Child, sentence: Child, table: Table, css: str = "",
    say: Catalogue | None = None,
) -> Safe:  # fmt: skip
    """The figure as markup; identity is also the name of the CSV file. say: the page's language, English by default."""
    return tag(
        "figure",
        tag("h3", title),
        tag("div", pictures, class_="panels"),
        tag("figcaption", sentence, " ", csv_link(identity, table, say)),
        id=identity,
        class_=css or None,
    )


def csv_link(identity: str, table: Table, say: Catalogue | None = None) -> Safe:
    """Return a link that saves the table."""
    address = f"data:text/csv;charset=utf-8,{quote(csv_text(table), safe=PLAIN)}"
    say = say or catalogue("en")
    label = say("page-data-of", name=identity)
    return tag("a", say("page-data"), class_="csv", download=f"{identity}.csv", href=address, aria_label=label)


def csv_text(table: Table) -> str:
    """Return the table as CSV: numbers with six significant digits, nothing for what is not known."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([_cell(name) for name in table.header])
    writer.writerows([[_cell(value) for value in row] for row in table.rows])
    return stream.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return str(value)
