"""Beliefs beside what the model says: a dot for what is believed, a bar for what happens, the gap drawn between them.

The gap is the picture: a thick line from belief to model, its whiskers the 95 % intervals of both. Scale 0 to 100 %.
A model share of few crises is drawn hollow; its count is printed. Units: percent of crises. Reads, writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaname.analysis.paired import Difference
from kaname.report.markup import Safe, tag
from kaname.report.svg import Scale, fitted, line, outline, picture, words

WIDTH, GUTTER, ROW = 372.0, 120.0, 24.0
RADIUS, HALF = 4.5, 6.0
PERCENT = 100.0
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Gap:
    """An observer's belief and the model's share; few: whether the share is of too few crises to lean on."""

    label: str
    belief: Difference
    model: Difference
    few: bool
    tip: str


def gaps(rows: Sequence[Gap], alt: str) -> Safe:
    """Return the drawing."""
    scale = Scale(0.0, 1.0, GUTTER + 8, WIDTH - 44)
    bottom = 6.0 + ROW * len(rows)
    frame = [line(scale(v), 4, scale(v), bottom, "grid") for v in QUARTERS]
    labels = [words(scale(v), bottom + 12, f"{round(v * PERCENT)} %", "tick", "middle") for v in QUARTERS[::2]]
    drawn = [_row(row, 6.0 + ROW * (n + 0.5), scale) for n, row in enumerate(rows)]
    return picture(WIDTH, bottom + 18, [frame, labels, drawn], alt, "gaps")


def _row(row: Gap, y: float, scale: Scale) -> Safe:
    parts: list[Safe] = [
        tag("title", row.tip),
        words(GUTTER - 4, y + 4, fitted(row.label, GUTTER - 6, 11), "label", "end"),
    ]
    belief, model = row.belief, row.model
    if belief.mean is not None and model.mean is not None and model.pairs:
        parts.append(line(scale(belief.mean), y, scale(model.mean), y, "gap few" if row.few else "gap"))
    if model.mean is not None and model.pairs:
        parts += _whisker(model, y + 6, scale)
        x = scale(model.mean)
        css = "mark model open" if row.few else "mark model full"
        parts.append(
            tag("path", class_=css, d=outline([(x, y - HALF), (x + HALF, y), (x, y + HALF), (x - HALF, y)], True))
        )
    if belief.mean is not None:
        parts += _whisker(belief, y - 6, scale)
        parts.append(tag("circle", class_="mark belief full", cx=scale(belief.mean), cy=y, r=RADIUS))
    parts.append(words(WIDTH - 2, y + 4, f"{model.pairs:,}", "tick", "end"))
    return tag("g", parts)


def _whisker(difference: Difference, y: float, scale: Scale) -> list[Safe]:
    if difference.low is None or difference.high is None:
        return []
    return [
        tag(
            "line",
            class_="whisker",
            x1=scale(max(0.0, difference.low)),
            y1=y,
            x2=scale(min(1.0, difference.high)),
            y2=y,
        )
    ]
