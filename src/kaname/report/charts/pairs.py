"""Paired bars: what one lever does alone, added to the reference (full), and what is lost without it (hatched frame).

Both bars of a lever point the same way where the lever carries the difference by itself; whiskers are 95 % intervals.
Units: those of the end; right is better. Reads, writes: nothing. Source: one-in one-out attribution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaname.analysis.paired import Difference
from kaname.report.markup import Safe, tag
from kaname.report.numbers import tidy
from kaname.report.svg import Scale, around_zero, fitted, line, picture, ticks, words

WIDTH, GUTTER, ROW, BAR = 372.0, 150.0, 27.0, 8.0


@dataclass(frozen=True)
class Pair:
    """A lever's name, what it does alone, what is lost without it; tip is the text under a pointer."""

    name: str
    one_in: Difference
    one_out: Difference
    tip: str


def pairs(rows: Sequence[Pair], unit: str, factor: float, good: int, css: str, alt: str, toward: str) -> Safe:
    """The drawing; toward: what stands at the right end of the scale, such as better."""
    ends = [
        v * factor for row in rows for one in (row.one_in, row.one_out) for v in (one.low, one.high) if v is not None
    ]
    scale = around_zero(ends, GUTTER + 8, WIDTH - 8, good)
    bottom = 8.0 + ROW * len(rows)
    places = sorted({0.0, *ticks(scale.low, scale.high, 3)})
    frame = [line(scale(v), 4, scale(v), bottom, "zero" if v == 0 else "grid") for v in places]
    labels = [words(scale(v), bottom + 12, tidy(v), "tick", "middle") for v in places]
    drawn = [_row(row, 8.0 + ROW * n, scale, factor, css) for n, row in enumerate(rows)]
    foot = [words(0, bottom + 26, unit, "unit"), words(WIDTH - 8, bottom + 26, toward, "unit", "end")]
    return picture(WIDTH, bottom + 32, [frame, labels, drawn, foot], alt, "pairs")


def _row(row: Pair, y: float, scale: Scale, factor: float, css: str) -> Safe:
    label = words(GUTTER - 4, y + BAR + 4, fitted(row.name, GUTTER - 4, 11), "label", "end")
    bars = [_bar(row.one_in, y, scale, factor, f"fill {css} full"),
            _bar(row.one_out, y + BAR + 2, scale, factor, f"fill {css} out")]  # fmt: skip
    return tag("g", tag("title", row.tip), label, bars)


def _bar(difference: Difference, y: float, scale: Scale, factor: float, css: str) -> Safe | None:
    if difference.mean is None or difference.low is None or difference.high is None:
        return None
    left, right = sorted((scale(0.0), scale(difference.mean * factor)))
    middle = y + BAR / 2
    return tag(
        "g",
        tag("rect", class_=css, x=left, y=y, width=max(0.5, right - left), height=BAR),
        tag(
            "line",
            class_="whisker",
            x1=scale(difference.low * factor),
            y1=middle,
            x2=scale(difference.high * factor),
            y2=middle,
        ),
    )
