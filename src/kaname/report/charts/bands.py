"""Fans over time: 50 and 90 % bands and the median of one outcome under one bargain; panels of a row share one scale.

The reference's median goes through every panel of the row as a dashed line, so that panels can be compared.
Clock: years. Units: those of the outcome. Reads, writes: nothing. Source: fan charts as central banks draw them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kaname.analysis.fans import Fan
from kaname.report.markup import Safe, tag
from kaname.report.numbers import tidy
from kaname.report.svg import Scale, fitted, line, outline, picture, some_ticks, span, words

WIDTH, HEIGHT = 258.0, 154.0
LEFT, TOP, BOTTOM = 42.0, 20.0, 26.0


def fan_panel(
    fan: Fan, reference: Fan, scale: Scale, factor: float, css: str, title: str, alt: str,
    votes: Sequence[Sequence[float]] = (),
) -> Safe:  # fmt: skip
    """Return one panel; `scale` is the row's, from `row_scale`. votes: years with parts, by side."""
    years = Scale(float(fan.years[0]), float(fan.years[-1]), LEFT, WIDTH - 8)
    drawn = [_frame(years, scale), _band(fan, 0, 4, years, scale, factor, f"band outer {css}")]
    drawn.append(_band(fan, 1, 3, years, scale, factor, f"band inner {css}"))
    drawn.append(_median(reference, years, scale, factor, "median other"))
    drawn.append(_median(fan, years, scale, factor, f"median {css}"))
    drawn += [_votes(when, years, side) for side, when in enumerate(votes)]
    drawn.append(words(LEFT, 12, fitted(title, WIDTH - LEFT, 12), "title"))
    return picture(WIDTH, HEIGHT, drawn, alt, "fan")


def row_scale(fans: Sequence[Fan], factor: float) -> Scale:
    """Return one scale of values for all panels of a row."""
    ends = [float(fan.bands[place].min() if place == 0 else fan.bands[place].max()) for fan in fans for place in (0, 4)]
    return span([end * factor for end in ends], HEIGHT - BOTTOM, TOP)


def _frame(years: Scale, scale: Scale) -> Safe:
    across = [
        tag(
            "g",
            line(LEFT, scale(v), WIDTH - 8, scale(v), "grid"),
            words(LEFT - 5, scale(v) + 4, tidy(v), "tick", "end"),
        )
        for v in some_ticks(scale.low, scale.high, 3)
    ]
    when = [year for year in range(int(years.low), int(years.high) + 1) if year % 5 == 0]
    down = [words(years(year), HEIGHT - 5, str(year), "tick", "middle") for year in when]
    return tag("g", across, down)


def _band(fan: Fan, low: int, high: int, years: Scale, scale: Scale, factor: float, css: str) -> Safe:
    there = [(years(float(y)), scale(float(v) * factor)) for y, v in zip(fan.years, fan.bands[high], strict=True)]
    back = [(years(float(y)), scale(float(v) * factor)) for y, v in zip(fan.years, fan.bands[low], strict=True)]
    return tag("path", class_=css, d=outline([*there, *back[::-1]], closed=True))


def _votes(when: Sequence[float], years: Scale, side: int) -> Safe:
    """Ticks below the frame; those of the second side are broken lines, lower."""
    top = HEIGHT - BOTTOM + 1 + 4 * side
    kept = [years(at) for at in when if years.low <= at <= years.high]
    return tag("path", class_="vote second" if side else "vote", d="".join(f"M{x:.1f},{top:g}v4" for x in kept))


def _median(fan: Fan, years: Scale, scale: Scale, factor: float, css: str) -> Safe:
    points = np.stack([fan.years, fan.median * factor], axis=1).tolist()
    return tag("path", class_=css, d=outline([(years(year), scale(value)) for year, value in points]))
