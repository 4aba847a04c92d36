"""Two small charts: shares as bars with their intervals, and differences as dots with theirs.

Lengths are pixels. Units: shares 0..1; differences in the unit of their row's chart. Reads, writes: nothing.
Source: dot-and-interval plots after Cleveland 1985.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaname.report.markup import Safe, tag
from kaname.report.numbers import percent, tidy
from kaname.report.svg import Scale, around_zero, fitted, line, picture, some_ticks, words

WIDTH, GUTTER, ROW, FOOT = 560.0, 196.0, 24.0, 26.0
SIZE = 11.5


@dataclass(frozen=True)
class Bar:
    """A share with its interval."""

    label: str
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Dot:
    """A difference with its interval; clear where that leaves out zero."""

    label: str
    mean: float
    low: float
    high: float
    clear: bool


def bars(rows: Sequence[Bar], alt: str) -> Safe:
    """Return the shares of runs."""
    scale = Scale(0.0, 1.0, GUTTER, WIDTH - 60)
    height = ROW * len(rows) + FOOT
    drawn = [_bar(row, scale, ROW * n + ROW / 2) for n, row in enumerate(rows)]
    return picture(WIDTH, height, [_axis(scale, [0.0, 0.25, 0.5, 0.75, 1.0], height, percent), drawn], alt, "bars")


def _bar(row: Bar, scale: Scale, y: float) -> Safe:
    text = f"{row.label}: {percent(row.value)} ({percent(row.low)} to {percent(row.high)})"
    return tag(
        "g",
        tag("title", text),
        words(GUTTER - 8, y + 4, fitted(row.label, GUTTER - 10, SIZE), "label", "end"),
        tag("rect", class_="share", x=scale(0.0), y=y - 6, width=max(0.8, scale(row.value) - scale(0.0)), height=12),
        line(scale(row.low), y, scale(row.high), y, "whisker"),
        words(scale(row.high) + 6, y + 4, percent(row.value), "label"),
    )


def dots(rows: Sequence[Dot], unit: str, alt: str) -> Safe:
    """Return differences around zero, the clear ones filled."""
    ends = [end for row in rows for end in (row.low, row.high)]
    scale = around_zero(ends, GUTTER, WIDTH - 16, 0)
    height = ROW * len(rows) + FOOT + 12
    marks = some_ticks(min([0.0, *ends]), max([0.0, *ends]), 5)
    drawn = [_dot(row, scale, ROW * n + ROW / 2) for n, row in enumerate(rows)]
    zero = line(scale(0.0), 0, scale(0.0), height - FOOT, "zero")
    foot = words((GUTTER + WIDTH) / 2, height - 2, unit, "unit", "middle")
    return picture(WIDTH, height, [_axis(scale, marks, height - 12, tidy), zero, drawn, foot], alt, "dots")


def _dot(row: Dot, scale: Scale, y: float) -> Safe:
    return tag(
        "g",
        tag("title", f"{row.label}: {tidy(row.mean)} ({tidy(row.low)} to {tidy(row.high)})"),
        words(GUTTER - 8, y + 4, fitted(row.label, GUTTER - 10, SIZE), "label", "end"),
        line(scale(row.low), y, scale(row.high), y, "whisker"),
        tag("circle", class_=f"mark b1 {'full' if row.clear else 'open'}", cx=scale(row.mean), cy=y, r=4.5),
    )


def _axis(scale: Scale, marks: Sequence[float], height: float, said: object) -> list[Safe]:
    told = said if callable(said) else tidy
    lines = [line(scale(mark), 0, scale(mark), height - FOOT, "grid") for mark in marks]
    return [*lines, *(words(scale(mark), height - 10, str(told(mark)), "tick", "middle") for mark in marks)]
