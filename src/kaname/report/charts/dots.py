"""Dots with intervals: paired differences, zero as a line, right is good (or higher, where there is no good).

Two drawings of the same rows: `panel`, one end with all its rows, narrow enough for a phone; and `matrix`, bargains
down the side and ends across, for a wide screen. A full mark is a clear difference, a hollow one is not; intervals
always. Units: those of the end. Reads, writes: nothing. Source: dot plots after Cleveland (1985).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaname.analysis.paired import Difference, Verdict
from kaname.report.markup import Safe, tag
from kaname.report.numbers import tidy
from kaname.report.palette import Palette
from kaname.report.svg import Scale, around_zero, fitted, line, picture, ticks, words, wrapped

PANEL_WIDTH = 350.0
SMALL = 11.0
ROW = 17.0
WIDE_ROW, LEAST_ROW, WIDE_HEIGHT = 26.0, 11.0, 170.0


@dataclass(frozen=True)
class Dot:
    """One row: label, bargain, difference, its verdict, and the sentence that a pointer is shown."""

    label: str
    bargain: str
    gap: Difference
    verdict: Verdict
    tip: str


@dataclass(frozen=True)
class Group:
    """Rows under a heading; one end of one state in all bargains, for example."""

    heading: str
    dots: Sequence[Dot]


@dataclass(frozen=True)
class Column:
    """An end across the top of a matrix: title, unit, what values are multiplied by, good direction.

    toward: what stands at the right end of the scale, such as better; absent: what stands where nothing is to be drawn.
    matters: the smallest difference that matters, in the end's own unit, drawn as a zone about zero; None without one.
    """

    title: str
    unit: str
    factor: float
    good: int
    toward: str
    absent: str
    matters: float | None = None


def panel(column: Column, groups: Sequence[Group], palette: Palette, alt: str, gutter: float = 138.0) -> Safe:
    """Return the panel of one end: groups of rows under each other, one scale."""
    gaps = [dot.gap for group in groups for dot in group.dots]
    scale = _scale(column, gaps, gutter + 8, PANEL_WIDTH - 10)
    drawn: list[Safe] = []
    y = 14.0
    for group in groups:
        if group.heading:
            drawn.append(words(0, y + 4, fitted(group.heading, PANEL_WIDTH, SMALL), "heading"))
            y += ROW
        for dot in group.dots:
            drawn.append(words(gutter, y + 4, fitted(dot.label, gutter, SMALL), "label", "end"))
            drawn.append(_mark(dot, column, scale, y, palette))
            y += ROW
        y += 3
    bottom = y
    frame = [_zone(scale, column, 4.0, bottom), _axis(scale, gaps, 4.0, bottom), _direction(scale, column, bottom + 27)]
    return picture(PANEL_WIDTH, bottom + 34, [frame, drawn], alt, "dots")


def matrix(bands: Sequence[tuple[str, Sequence[Column], Sequence[Group]]], palette: Palette, alt: str) -> Safe:
    """Bands of states: a heading, ends across, one row a bargain. groups[n] holds the dots of columns[n]."""
    width, gutter = 1200.0, 176.0
    row = min(WIDE_ROW, max(LEAST_ROW, WIDE_HEIGHT / sum(len(groups[0].dots) for _, _, groups in bands)))
    most = max(len(columns) for _, columns, _ in bands)
    cell = (width - gutter) / most
    drawn: list[Safe] = []
    y = 0.0
    for heading, columns, groups in bands:
        top = y + 42
        height = row * len(groups[0].dots)
        drawn.append(words(0, y + 14, heading, "state"))
        for n, dot in enumerate(groups[0].dots):
            at = top + row * (n + 0.5)
            drawn.append(words(gutter - 14, at + 4, fitted(dot.label, gutter - 20, SMALL), "label", "end"))
        for n, (column, group) in enumerate(zip(columns, groups, strict=True)):
            left = gutter + n * cell
            drawn.append(_cell(column, group, left + 6, left + cell - 8, top, row, palette))
        y = top + height + 28
    return picture(width, y + 2, drawn, alt, "dots wide")


def _cell(column: Column, group: Group, left: float, right: float, top: float, row: float, palette: Palette) -> Safe:
    gaps = [dot.gap for dot in group.dots]
    scale = _scale(column, gaps, left, right)
    height = row * len(group.dots)
    middle = (left + right) / 2
    titles = wrapped(column.title, right - left, SMALL, 2)
    head = [words(middle, top - 18 - 13 * n, said, "title", "middle") for n, said in enumerate(titles[::-1])]
    head.append(words(middle, top - 6, fitted(column.unit, right - left, 10), "unit", "middle"))
    dots = [_mark(dot, column, scale, top + row * (n + 0.5), palette) for n, dot in enumerate(group.dots)]
    zone = _zone(scale, column, top, top + height)
    return tag("g", head, zone, _axis(scale, gaps, top, top + height, 2), dots)


def _scale(column: Column, gaps: Sequence[Difference], start: float, end: float) -> Scale:
    values = [v * column.factor for gap in gaps for v in (gap.low, gap.mean, gap.high) if v is not None]
    if column.matters is not None and any(gap.differing for gap in gaps):
        values += [column.matters * column.factor, -column.matters * column.factor]
    return around_zero(values, start, end, column.good)


def _zone(scale: Scale, column: Column, top: float, bottom: float) -> Safe | None:
    """Return the zone of differences too small to matter."""
    if column.matters is None:
        return None
    ends = sorted(
        min(max(scale(side * column.matters * column.factor), min(scale.start, scale.end)), max(scale.start, scale.end))
        for side in (-1.0, 1.0)
    )
    return tag("rect", class_="zone", x=ends[0], y=top, width=max(1.0, ends[1] - ends[0]), height=bottom - top)


def _axis(scale: Scale, gaps: Sequence[Difference], top: float, bottom: float, wanted: int = 4) -> Safe:
    """Zero line, ticks with their values; finer where the coarse ones leave zero alone, none where all is zero."""
    counts = (wanted, wanted + 2, 9, 14) if any(gap.low or gap.high for gap in gaps) else ()
    tries = (_apart([v for v in ticks(scale.low, scale.high, n) if v != 0], scale) for n in counts)
    places = [0.0, *next((kept for kept in tries if kept), [])]
    grid = [line(scale(v), top, scale(v), bottom, "zero" if v == 0 else "grid") for v in places]
    labels = [words(scale(v), bottom + 12, _sign(v), "tick", "middle") for v in places]
    return tag("g", grid, labels)


def _apart(values: Sequence[float], scale: Scale) -> list[float]:
    """Return the ticks whose labels do not touch each other or that of zero; the outer ones are kept first."""
    kept: list[float] = []
    for value in sorted(values, key=lambda v: -abs(v)):
        room = [
            abs(scale(value) - scale(other)) > 3.2 * (len(_sign(value)) + len(_sign(other))) + 6
            for other in [0.0, *kept]
        ]
        if all(room):
            kept.append(value)
    return kept


def _direction(scale: Scale, column: Column, y: float) -> Safe:
    return tag("g", words(0, y, column.unit, "unit"), words(scale.end, y, column.toward, "unit", "end"))


def _mark(dot: Dot, column: Column, scale: Scale, y: float, palette: Palette) -> Safe:
    gap = dot.gap
    if gap.mean is None or gap.low is None or gap.high is None:
        return words(scale(0.0), y + 4, column.absent, "unit", "middle")
    low, mean, high = (scale(value * column.factor) for value in (gap.low, gap.mean, gap.high))
    bar = tag("line", class_=f"bar {palette.css(dot.bargain)}", x1=low, y1=y, x2=high, y2=y)
    return tag("g", bar, palette.mark(dot.bargain, mean, y, dot.verdict.clear, dot.tip))


def _sign(value: float) -> str:
    return "+" + tidy(value) if value > 0 else tidy(value)
