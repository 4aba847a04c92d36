"""A paired difference over the years with its interval, zero as a line; years in which it is clearly bad are marked.

The scale is turned round where lower is better, so that down is always worse. A clearly bad year carries a mark under
its point, so that colour is not the only sign. Clock: years. Units: those of the outcome. Reads, writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.analysis.paired import Difference
from kaname.report.markup import Safe, tag
from kaname.report.numbers import tidy
from kaname.report.svg import Scale, around_zero, fitted, line, outline, picture, some_ticks, words

WIDTH, HEIGHT = 222.0, 150.0
LEFT, TOP, BOTTOM = 46.0, 20.0, 30.0
HALF = 3.4


def ribbon(
    years: Sequence[int], rows: Sequence[Difference], scale: Scale, factor: float, weak: Sequence[int], css: str,
    title: str, alt: str,
) -> Safe:  # fmt: skip
    """Return one panel; `scale` is the row's, from `ribbon_scale`. weak: places of the years that carry a mark."""
    across = Scale(float(years[0]), float(years[-1]), LEFT, WIDTH - 8)
    kept = [(n, one) for n, one in enumerate(rows) if one.mean is not None]
    at = [across(float(years[n])) for n, _ in kept]
    ends = [(scale((one.low or 0.0) * factor), scale((one.high or 0.0) * factor)) for _, one in kept]
    there = list(zip(at, [low for low, _ in ends], strict=True))
    back = list(zip(at, [high for _, high in ends], strict=True))[::-1]
    middle = [(x, scale((one.mean or 0.0) * factor)) for x, (_, one) in zip(at, kept, strict=True)]
    below = HEIGHT - BOTTOM + 3
    marks = [
        tag("path", class_="weak", d=outline([(x - HALF, below + 6), (x + HALF, below + 6), (x, below)], closed=True))
        for x in (across(float(years[n])) for n in weak)
    ]
    drawn = [_frame(across, scale)]
    if kept:
        drawn.append(tag("path", class_=f"band inner {css}", d=outline([*there, *back], closed=True)))
        drawn.append(tag("path", class_=f"median {css}", d=outline(middle)))
    drawn += [tag("g", marks), words(LEFT, 12, fitted(title, WIDTH - LEFT, 12), "title")]
    return picture(WIDTH, HEIGHT, drawn, alt, "ribbon")


def ribbon_scale(rows: Sequence[Difference], factor: float, good: int) -> Scale:
    """Return one scale for all panels of a row: up is good."""
    values = [v * factor for row in rows for v in (row.low, row.high) if v is not None]
    return around_zero(values, HEIGHT - BOTTOM, TOP, good)


def _frame(across: Scale, scale: Scale) -> Safe:
    marks = sorted({0.0, *some_ticks(scale.low, scale.high, 3)})
    lines = [
        tag("g", line(LEFT, scale(v), WIDTH - 8, scale(v), "zero" if v == 0 else "grid"),
            words(LEFT - 5, scale(v) + 4, tidy(v), "tick", "end"))
        for v in marks
    ]  # fmt: skip
    when = [year for year in range(int(across.low), int(across.high) + 1) if year % 5 == 0]
    return tag("g", lines, [words(across(year), HEIGHT - 5, str(year), "tick", "middle") for year in when])
