"""SVG: the few shapes of which the law's pictures are made.

Idea: a picture is rectangles, lines and words, written by hand so that it opens anywhere, prints, and is made in
milliseconds. It holds no font and fetches nothing.

Units: pixels, 720 wide by default. Reads and writes nothing.
Source: Scalable Vector Graphics 1.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

WIDTH = 720
INK = "#222222"
FAINT = "#dddddd"


def svg(fonts: str, height: int, title: str, parts: Sequence[str], width: int = WIDTH) -> str:
    """Return a picture with a white ground and its title."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="{escape(fonts)}" font-size="12"><title>{escape(title)}</title>'
        f'<rect width="{width}" height="{height}" fill="white"/>'
    )
    return head + "".join(parts) + "</svg>\n"


def text(x: float, y: float, words: str, anchor: str = "start", weight: str = "normal") -> str:
    """Return the words at a place."""
    place = f'x="{x:.1f}" y="{y:.1f}" fill="{INK}"'
    return f'<text {place} text-anchor="{anchor}" font-weight="{weight}">{escape(words)}</text>'


def bar(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Return a filled bar, at least one pixel wide."""
    wide = max(width, 1)
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{height:.1f}" fill="{colour}" rx="2"/>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    """Return a straight line."""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'
