"""Drawing: scales, ticks and the few marks that all charts are made of.

Idea: charts are SVG written here and not by Altair, because the page follows the reader's dark mode, prints, and stays
readable at 390 px: that needs classes of the page's own style sheet on every mark, and panels that wrap. It is also
some hundred times faster (a chart takes under a millisecond, vl-convert some hundred). Lengths are CSS pixels.
Reads, writes: nothing. Source: tick steps as in Heckbert (1990), "Nice numbers for graph labels".
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kaname.report.markup import Child, Safe, tag

LETTER = 0.55
"""Width of an average letter of a system font, as a part of its size; a wide letter (kanji, kana) takes all of it."""
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
_NEVER_FIRST = "\u3001\u3002\uff0c\uff0e\u30fb\u30fc\u300d\u300f\uff09\u3011\uff1a\uff1b\uff01\uff1f"
_PIECES = re.compile(rf"[{_WIDE}][{_NEVER_FIRST}]*\s*|[^\s{_WIDE}]+\s*")
"""A word with the blanks after it; a wide letter with the marks that may not begin a line."""


@dataclass(frozen=True)
class Scale:
    """A straight scale from values low..high to pixels start..end."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        # A single year, or a value that never moves, stands in the middle.
        share = (value - self.low) / (self.high - self.low) if self.high != self.low else 0.5
        return self.start + share * (self.end - self.start)


def around_zero(values: Sequence[float], start: float, end: float, good: int) -> Scale:
    """Return a scale that holds all values and zero with some air; turned round where lower is better, so right is
    good.
    """
    low, high = min([0.0, *values]), max([0.0, *values])
    air = 0.08 * (high - low) or 1.0
    low, high = low - air, high + air
    return Scale(high, low, start, end) if good < 0 else Scale(low, high, start, end)


def span(values: Sequence[float], start: float, end: float) -> Scale:
    """Return a scale that holds all values with some air."""
    low, high = min(values), max(values)
    air = 0.05 * (high - low) or abs(high) * 0.1 or 1.0
    return Scale(low - air, high + air, start, end)


def ticks(low: float, high: float, wanted: int) -> list[float]:
    """About `wanted` round numbers within low..high (either order).

    >>> ticks(0.0, 10.0, 3)
    [0.0, 5.0, 10.0]
    """
    low, high = min(low, high), max(low, high)
    rough = (high - low) / max(1, wanted)
    step = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    step *= next(m for m in (1, 2, 5, 10) if m * step >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [n * step for n in range(first, last + 1)]


def some_ticks(low: float, high: float, wanted: int) -> list[float]:
    """Return the same, but at least two, so that a reader sees how long a unit is."""
    tries = (ticks(low, high, number) for number in range(wanted, wanted + 8))
    return next((found for found in tries if len(found) > 1), [low, high])


def picture(width: float, height: float, children: Child, alt: str, css: str = "", role: str = "img") -> Safe:
    """Return a drawing with its text alternative; it shrinks with the page and never grows. role: group if it holds
    links.
    """
    return tag("svg", children, class_=f"chart {css}".strip(), role=role, aria_label=alt, width=width, height=height,
               viewBox=f"0 0 {width:g} {height:g}")  # fmt: skip


def line(x1: float, y1: float, x2: float, y2: float, css: str) -> Safe:
    """Return a straight line."""
    return tag("line", class_=css, x1=x1, y1=y1, x2=x2, y2=y2)


def words(x: float, y: float, text: str, css: str = "", anchor: str | None = None) -> Safe:
    """Return a line of text."""
    return tag("text", text, class_=css or None, x=x, y=y, text_anchor=anchor)


def breadth(text: str, size: float = 1.0) -> float:
    """Return the width of a text at a font size: LETTER for most letters, 1 for wide ones, 0 for marks on others.

    >>> breadth("\u65e5\u672c")
    2.0
    """
    return size * sum(map(_letter, text))


def _letter(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else LETTER


def fitted(text: str, width: float, size: float) -> str:
    """Return text cut to what fits a width at a font size."""
    if breadth(text, size) <= max(width, LETTER * size):
        return text
    room, kept = width - LETTER * size, text[:1]
    for letter in text[1:]:
        if breadth(kept + letter, size) > room:
            break
        kept += letter
    return kept.rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def wrapped(text: str, width: float, size: float, lines: int) -> list[str]:
    """Return the text in at most so many lines of a width, broken at blanks and between wide letters; what does not fit
    is cut.
    """
    rows: list[str] = []
    for word in _PIECES.findall(text):
        if rows and breadth((rows[-1] + word).rstrip(), size) <= width:
            rows[-1] += word
        else:
            rows.append(word)
    rows = [row.strip() for row in rows]
    kept = rows[:lines]
    if len(rows) > lines:
        kept[-1] = fitted(" ".join([kept[-1], *rows[lines:]]), width, size)
    return [fitted(row, width, size) for row in kept]


def outline(points: Sequence[tuple[float, float]], closed: bool = False) -> str:
    """Return a path through points."""
    return "M" + "L".join(f"{round(x, 1):g},{round(y, 1):g}" for x, y in points) + ("Z" if closed else "")
