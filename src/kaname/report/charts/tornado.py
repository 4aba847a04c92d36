"""Drivers as bars with intervals: rank correlation of a sampled figure with a paired difference, strongest on top.

Rival theories stand apart below the figures and are marked as such. The scale is -1..1 in every panel.
Units: rank correlation. Reads, writes: nothing. Source: tornado charts, with intervals instead of bare bars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaname.analysis.drivers import Driver
from kaname.report.markup import Safe, tag
from kaname.report.svg import Scale, fitted, line, picture, words

WIDTH, GUTTER, ROW = 372.0, 176.0, 18.0


@dataclass(frozen=True)
class Bar:
    """A driver with its name, the mark of its evidence's grade ('' where unknown), and what a pointer is shown."""

    name: str
    grade: str
    driver: Driver
    tip: str


def tornado(figures: Sequence[Bar], theories: Sequence[Bar], css: str, alt: str, headings: tuple[str, str]) -> Safe:
    """The drawing; headings: of the figures and of the theories."""
    scale = Scale(-1.0, 1.0, GUTTER + 10, WIDTH - 6)
    drawn: list[Safe] = []
    y = 12.0
    for heading, bars in zip(headings, (figures, theories), strict=True):
        if not bars:
            continue
        drawn.append(words(0, y + 2, heading, "unit"))
        y += ROW - 2
        for bar in bars:
            drawn.append(_row(bar, scale, y, css))
            y += ROW
        y += 4
    frame = [line(scale(v), 4, scale(v), y, "zero" if v == 0 else "grid") for v in (-1.0, -0.5, 0.0, 0.5, 1.0)]
    labels = [
        words(scale(v), y + 12, label, "tick", "middle") for v, label in ((-1.0, "\u22121"), (0.0, "0"), (1.0, "+1"))
    ]
    return picture(WIDTH, y + 18, [frame, labels, drawn], alt, "tornado")


def _row(bar: Bar, scale: Scale, y: float, css: str) -> Safe:
    one = bar.driver
    filled = "full" if one.clear else "open"
    label = fitted(bar.name, GUTTER - 18, 11)
    left, right = sorted((scale(0.0), scale(one.r)))
    return tag(
        "g",
        tag("title", bar.tip),
        words(GUTTER - 16, y + 4, label, "label", "end"),
        words(GUTTER - 10, y + 4, bar.grade, "grade"),
        tag("rect", class_=f"fill {css} {filled}", x=left, y=y - 5, width=max(0.5, right - left), height=10),
        tag("line", class_="whisker", x1=scale(one.low), y1=y, x2=scale(one.high), y2=y),
    )
