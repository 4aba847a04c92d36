"""Effects against the smallest that matters: an interval on a scale of multiples of it, the dead zone drawn.

Idea: units differ from line to line; what they have in common is the size against which each is held. The scale is
straight near zero and logarithmic far from it, so that two and twenty times both fit: x = sign(s) log(1 + |s|). Right
is as claimed. Lengths are CSS pixels. Reads, writes: nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from kaname.report.markup import Safe, tag

WIDTH, HEIGHT, MOST = 260.0, 26.0, 30.0
TICKS = (-10.0, -3.0, -1.0, 0.0, 1.0, 3.0, 10.0)
EDGE = 8.0


def place(size: float) -> float:
    """Return the pixel at which a multiple of the smallest effect stands; beyond the most, the edge."""
    clipped = max(-MOST, min(MOST, size))
    share = math.copysign(math.log1p(abs(clipped)) / math.log1p(MOST), clipped)
    return WIDTH / 2.0 + share * (WIDTH / 2.0 - EDGE)


def interval(line: Mapping[str, Any]) -> tuple[float, float, float]:
    """Return low, middle and high of a line as multiples of the smallest effect, positive as claimed."""
    sign = -1.0 if line["expect"] in ("lower", "not_higher") else 1.0
    low, middle, high = (sign * line[name] / line["matters"] for name in ("low", "mean", "high"))
    return min(low, high), middle, max(low, high)


def bar(line: Mapping[str, Any], words: str) -> Safe:
    """Return one interval with the dead zone behind it; words: what it says, for those who cannot see it."""
    low, middle, high = interval(line)
    y = HEIGHT / 2.0
    full = "" if low > 0.0 or high < 0.0 else " open"
    return tag(
        "svg", tag("title", words), _zone(HEIGHT),
        tag("line", x1=f"{place(low):.1f}", x2=f"{place(high):.1f}", y1=y, y2=y, class_="whisker"),
        tag("circle", cx=f"{place(middle):.1f}", cy=y, r=4.2, class_=f"mark size{full}"),
        class_="chart sizes", viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}", width=f"{WIDTH:g}", height=f"{HEIGHT:g}",
        role="img",
    )  # fmt: skip


def axis() -> Safe:
    """Return the scale that stands above the bars."""
    marks = [
        tag("text", f"{tick:g}" if tick <= 0 else f"+{tick:g}", x=f"{place(tick):.1f}", y=12, text_anchor="middle",
            class_="tick")
        for tick in TICKS
    ]  # fmt: skip
    return tag("svg", marks, class_="chart sizes", viewBox=f"0 0 {WIDTH:g} 16", width=f"{WIDTH:g}", height="16",
               aria_hidden="true")  # fmt: skip


def _zone(height: float) -> list[Safe]:
    left, right = place(-1.0), place(1.0)
    zero = place(0.0)
    return [
        tag("rect", x=f"{left:.1f}", y=0, width=f"{right - left:.1f}", height=f"{height:g}", class_="dead"),
        tag("line", x1=f"{zero:.1f}", x2=f"{zero:.1f}", y1=0, y2=f"{height:g}", class_="zero"),
    ]


def worlds(share: float, words: str) -> Safe:
    """Return a bar of the share of worlds in which the sign is as claimed, with half marked."""
    wide = 84.0
    return tag(
        "svg", tag("title", words), tag("rect", x=0, y=8, width=f"{wide:g}", height=10, class_="worlds"),
        tag("rect", x=0, y=8, width=f"{wide * share:.1f}", height=10, class_="worlds held"),
        tag("line", x1=f"{wide / 2:g}", x2=f"{wide / 2:g}", y1=5, y2=21, class_="zero"),
        class_="chart worlds-bar", viewBox=f"0 0 {wide:g} {HEIGHT:g}", width=f"{wide:g}", height=f"{HEIGHT:g}",
        role="img",
    )  # fmt: skip
