"""Building blocks of sections: a fold with its heading, a table that a phone can show, the key of bargains.

Reads, writes: nothing. Source: HTML living standard (details, summary).
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.report.markup import Child, Safe, tag, visible
from kaname.report.view import View


def fold(identity: str, title: str, opened: bool, *children: Child) -> Safe:
    """Return a section that can be folded."""
    summary = tag("summary", tag("h2", title))
    return tag("details", summary, children, class_="section", id=identity, open=True if opened else None)


def table(header: Sequence[str], rows: Sequence[Sequence[Child]], css: str | None = None) -> Safe:
    """Return a table; on a phone each cell stands under the name of its column, which the style sheet takes from the
    table.
    """
    head = tag("thead", tag("tr", [tag("th", name, scope="col") for name in header]))
    body = tag("tbody", [tag("tr", [_cell(cell) for cell in row]) for row in rows])
    drawn = tag("table", head, body, class_=css, style=column_names(header))
    return tag("div", drawn, class_="scroll", tabindex=0, role="region", aria_label="Table")


def column_names(header: Sequence[str]) -> str:
    """Return the names of a table's columns for the style sheet, which shows them before the cells on a phone."""
    return ";".join(f"--c{n + 1}:{_css_text(name)}" for n, name in enumerate(header) if name)


def key_line(view: View) -> Safe:
    """Return the bargains with their marks."""
    keys = [tag("span", view.palette.key(b), view.bargain(b), class_="nobreak") for b in view.run.bargains]
    return tag("p", keys, class_="keys")


def _cell(cell: Child) -> Safe:
    return cell if isinstance(cell, Safe) and cell.startswith(("<td", "<th")) else tag("td", cell)


def _css_text(name: str) -> str:
    """Return a column's name as a text of the style sheet: every sign that is not a letter, a digit or a space is
    escaped.
    """
    text = "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in visible(name))
    return f'"{text}: "'
