"""What sections are made of: a fold with its heading, a table that a phone can show, the key of bargains.

Reads, writes: nothing. Source: HTML living standard (details, summary).
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.report.markup import Child, Safe, tag
from kaname.report.view import View


def fold(identity: str, title: str, opened: bool, *children: Child) -> Safe:
    """A section that can be folded."""
    summary = tag("summary", tag("h2", title))
    return tag("details", summary, children, class_="section", id=identity, open=True if opened else None)


def table(header: Sequence[str], rows: Sequence[Sequence[Child]], css: str | None = None) -> Safe:
    """A table; on a phone each cell stands under the name of its column."""
    head = tag("thead", tag("tr", [tag("th", name, scope="col") for name in header]))
    body = tag(
        "tbody", [tag("tr", [_cell(name, cell) for name, cell in zip(header, row, strict=True)]) for row in rows]
    )
    return tag(
        "div", tag("table", head, body, class_=css), class_="scroll", tabindex=0, role="region", aria_label="Table"
    )


def key_line(view: View) -> Safe:
    """The bargains with their marks."""
    keys = [tag("span", view.palette.key(b), view.bargain(b), class_="nobreak") for b in view.run.bargains]
    return tag("p", keys, class_="keys")


def _cell(name: str, cell: Child) -> Safe:
    if isinstance(cell, Safe) and cell.startswith(("<td", "<th")):
        return cell
    return tag("td", cell, data_label=name)
