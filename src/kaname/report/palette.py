"""One colour and one shape per bargain, the same everywhere on the page.

Colours are those of Okabe and Ito (2008), which people with the common kinds of colour blindness tell apart, in an
order that puts the ones with most contrast on white first; the reference is grey. A shape goes with each colour, so
that colour is never the only sign. Colours stand in the style sheet (dark mode has its own grey); marks name a class.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.report.markup import Safe, tag

COLOURS = 7
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "bar", "down")
SIZE = 5.0


class Palette:
    """Class and shape of each bargain; the reference comes first."""

    def __init__(self, bargains: Sequence[str]) -> None:
        self.place = {bargain: number for number, bargain in enumerate(bargains)}

    def css(self, bargain: str) -> str:
        """Class that carries the bargain's colour: b0 for the reference, b1 to b7 for the others."""
        number = self.place[bargain]
        return "b0" if number == 0 else f"b{(number - 1) % COLOURS + 1}"

    def mark(self, bargain: str, x: float, y: float, filled: bool, tip: str | None = None) -> Safe:
        """Return the bargain's shape at a point; filled where a difference is clear, hollow where it is not."""
        number = self.place[bargain]
        shape = SHAPES[0] if number == 0 else SHAPES[(number - 1 + (number - 1) // COLOURS) % len(SHAPES)]
        css = f"mark {self.css(bargain)} {'full' if filled else 'open'}"
        title = tag("title", tip) if tip else None
        if shape == "circle":
            return tag("circle", title, class_=css, cx=x, cy=y, r=SIZE)
        return tag("path", title, class_=css, d=_outline(shape, x, y))

    def key(self, bargain: str) -> Safe:
        """Return the mark as a small picture before a name in the text."""
        return tag("svg", self.mark(bargain, 7.0, 7.0, True), class_="key", width=14, height=14, viewBox="0 0 14 14",
                   aria_hidden="true")  # fmt: skip


def _outline(shape: str, x: float, y: float) -> str:
    s = SIZE
    corners = {
        "square": [(-s, -s), (s, -s), (s, s), (-s, s)],
        "triangle": [(0, -1.2 * s), (1.15 * s, s), (-1.15 * s, s)],
        "down": [(0, 1.2 * s), (1.15 * s, -s), (-1.15 * s, -s)],
        "diamond": [(0, -1.35 * s), (1.35 * s, 0), (0, 1.35 * s), (-1.35 * s, 0)],
        "bar": [(-s / 2, -1.3 * s), (s / 2, -1.3 * s), (s / 2, 1.3 * s), (-s / 2, 1.3 * s)],
        "cross": _cross(s),
    }[shape]
    return "M" + "L".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners) + "Z"


def _cross(s: float) -> list[tuple[float, float]]:
    a, b = s * 1.2, s * 0.42
    return [(-b, -a), (b, -a), (b, -b), (a, -b), (a, b), (b, b), (b, a), (-b, a), (-b, b), (-a, b), (-a, -b), (-b, -b)]
