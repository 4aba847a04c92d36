"""Effects: a paired difference as a mark on the scale of what differs anyway, with the zone too small to matter.

Idea: differences of unlike outcomes stand under each other only on one scale, the standard deviation of things as they
are across futures. The zone within the smallest effect that matters is drawn; right is good where the outcome has a
good direction. What lies beyond the scale is drawn at its end with an arrow. A full mark is a clear difference.
Units: standard deviations; pixels. Reads, writes: nothing. Source: standardised differences, Cohen (1988).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaname.report.markup import Safe, tag
from kaname.report.palette import Palette
from kaname.report.svg import Scale, line, picture, words

WIDTH, ROW, EDGE = 240.0, 22.0, 10.0
REACH = 0.5
"""Standard deviations from the middle to an end of the scale."""


@dataclass(frozen=True)
class Effect:
    """A difference in standard deviations with its interval; clear: whether it is one; tip: what a pointer is shown."""

    bargain: str
    mean: float
    low: float
    high: float
    clear: bool
    tip: str


def effect(effects: Sequence[Effect], smallest: float, good: int, palette: Palette, alt: str) -> Safe:
    """Draw the effects on one outcome, a row each; smallest: half the width of the zone; good: as of the outcome."""
    scale = _scale(good)
    height = ROW * max(1, len(effects))
    left, right = sorted((scale(-smallest), scale(smallest)))
    ground = [tag("rect", class_="zone", x=left, y=0.0, width=right - left, height=height),
              line(scale(0.0), 0.0, scale(0.0), height, "zero")]  # fmt: skip
    rows = [_row(one, scale, ROW * (place + 0.5), palette) for place, one in enumerate(effects)]
    return picture(WIDTH, height, [ground, rows], alt, "effect")


def effect_axis(smallest: float, worse: str, better: str, small: str) -> Safe:
    """Draw the scale that rows of effects share: which way is better, and the zone that is too small to matter."""
    scale = _scale(1)
    left, right = scale(-smallest), scale(smallest)
    told = [tag("rect", class_="zone", x=left, y=22.0, width=right - left, height=6.0),
            words(0.0, 12.0, worse, "unit"), words(WIDTH, 12.0, better, "unit", "end"),
            words(scale(0.0), 12.0, small, "unit", "middle")]  # fmt: skip
    return picture(WIDTH, 28.0, told, f"{worse}; {small}; {better}", "effect")


def _scale(good: int) -> Scale:
    ends = (EDGE, WIDTH - EDGE)
    return Scale(-REACH, REACH, *(ends[::-1] if good < 0 else ends))


def _row(one: Effect, scale: Scale, y: float, palette: Palette) -> Safe:
    low, mean, high = (scale(min(REACH, max(-REACH, value))) for value in (one.low, one.mean, one.high))
    bar = tag("line", class_=f"bar {palette.css(one.bargain)}", x1=low, y1=y, x2=high, y2=y)
    if abs(one.mean) <= REACH:
        return tag("g", bar, palette.mark(one.bargain, mean, y, one.clear, one.tip))
    arrow = "\N{RIGHTWARDS ARROW}" if mean > scale(0.0) else "\N{LEFTWARDS ARROW}"
    return tag("g", bar, palette.mark(one.bargain, mean, y, one.clear, one.tip),
               words(mean, y - 6.0, arrow, "unit", "middle"))  # fmt: skip
