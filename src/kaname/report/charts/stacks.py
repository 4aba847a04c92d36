"""Stacked counts: one row a bargain, widths are counts (opportunities that tempted, steps asked for), printed inside.

Each part has a letter beside its shade, so that colour is not the only sign; what is too thin is left to the table.
Units: those of the counts. Reads, writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaname.report.markup import Safe, tag
from kaname.report.numbers import tidy
from kaname.report.svg import fitted, picture, words

WIDTH, GUTTER, ROW, BAR = 580.0, 150.0, 22.0, 16.0
LETTER_WIDTH = 6.2


@dataclass(frozen=True)
class Part:
    """A part of a row: its class of the style sheet, its letter, words and count."""

    css: str
    letter: str
    name: str
    count: float


@dataclass(frozen=True)
class Row:
    """A labelled row of parts."""

    label: str
    parts: Sequence[Part]

    @property
    def total(self) -> float:
        return sum(part.count for part in self.parts)


def stacks(rows: Sequence[Row], alt: str) -> Safe:
    """Return the drawing; the longest row fills the width."""
    most = max((row.total for row in rows), default=0) or 1
    each = (WIDTH - GUTTER - 50) / most
    drawn = [_row(row, 2 + ROW * n, each) for n, row in enumerate(rows)]
    return picture(WIDTH, 4 + ROW * len(rows), drawn, alt, "stacks")


def key(parts: Sequence[tuple[str, str, str]]) -> Safe:
    """Return what the parts mean: (class, letter, words)."""
    items = [tag("span", _swatch(css), tag("b", letter), f" {name}", class_="nobreak") for css, letter, name in parts]
    return tag("p", items, class_="keys")


def _swatch(css: str) -> Safe:
    box = tag("rect", class_=f"stack {css}", x=0.5, y=0.5, width=15, height=11)
    return tag("svg", box, class_="key", width=16, height=12, viewBox="0 0 16 12", aria_hidden="true")


def _row(row: Row, y: float, each: float) -> Safe:
    drawn = [words(GUTTER - 8, y + 12, fitted(row.label, GUTTER - 10, 11), "label", "end")]
    x = GUTTER
    for part in row.parts:
        if not part.count:
            continue
        width = part.count * each
        box = tag("rect", tag("title", f"{part.name}: {tidy(part.count)}"), class_=f"stack {part.css}", x=x, y=y,
                  width=max(0.8, width - 0.8), height=BAR)  # fmt: skip
        text = f"{part.letter} {tidy(part.count)}"
        fits = width > len(text) * LETTER_WIDTH + 4
        drawn.append(
            tag("g", box, words(x + width / 2, y + 12, text, f"inside {part.css}", "middle") if fits else None)
        )
        x += width
    drawn.append(words(x + 5, y + 12, tidy(round(row.total, 1)), "tick"))
    return tag("g", drawn)
