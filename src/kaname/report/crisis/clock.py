"""The decision as a picture of days: each step after the one before, law's own time and what is added, then who expects
what, and the line after which half of such challenges are faits accomplis.

A step's bar begins where the steps before it end (means of runs): its full part is law's own time, the pale part what
politics, doubt and lack of habit add; where they save, law's time is drawn as an outline beyond the bar. Whiskers: 5 to
95 % of runs. Units: days. Lengths: pixels. Reads: plain data. Writes: nothing. Source: Gantt charts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.report.crisis.words import STEPS
from kaname.report.markup import Safe, tag
from kaname.report.numbers import tidy
from kaname.report.svg import Scale, fitted, line, picture, ticks, words

WIDTH, GUTTER, ROW, TOP, FOOT = 760.0, 190.0, 28.0, 30.0, 34.0
SIZE = 11.5


def clock_picture(clock: Mapping[str, Any], sides: Mapping[str, str], alt: str) -> Safe:
    """Return the drawing."""
    expected = clock["windows"]["expected"]
    rows = len(clock["steps"]) + 1 + len(expected)
    longest = max([clock["total"]["q95"], *(one["days"]["q95"] for one in expected.values())])
    scale = Scale(0.0, longest * 1.04, GUTTER, WIDTH - 66)
    height = TOP + ROW * rows + FOOT
    drawn, begun = [], 0.0
    for n, step in enumerate(clock["steps"]):
        drawn.append(_step(step, begun, scale, TOP + ROW * (n + 0.5)))
        begun += step["days"]["mean"]
    y = TOP + ROW * (len(clock["steps"]) + 0.5)
    drawn.append(_spread("the decision takes", clock["total"], scale, y, "full"))
    for role, one in expected.items():
        y += ROW
        drawn.append(_spread(f"{sides[role]} expects", one["days"], scale, y, "open"))
    half = clock["windows"]["half_over_days"]["q50"]
    return picture(WIDTH, height, [_axis(scale, height, half), drawn], alt, "clock")


def _axis(scale: Scale, height: float, half: float) -> list[Safe]:
    bottom = height - FOOT
    marks = ticks(0.0, scale.high, 6)
    drawn = [line(scale(mark), TOP, scale(mark), bottom, "grid") for mark in marks]
    drawn += [words(scale(mark), bottom + 14, tidy(mark), "tick", "middle") for mark in marks]
    drawn.append(words((GUTTER + WIDTH - 66) / 2, height - 4, "days from the first act", "unit", "middle"))
    if half <= scale.high:
        drawn.append(line(scale(half), TOP - 8, scale(half), bottom, "half"))
        anchor = "end" if scale(half) > WIDTH / 2 else "start"
        text = f"half are faits accomplis: day {half:.1f}"
        drawn.append(words(scale(half) + (4 if anchor == "start" else -4), TOP - 12, text, "heading", anchor))
    return drawn


def _step(step: Mapping[str, Any], begun: float, scale: Scale, y: float) -> Safe:
    days, law = step["days"]["mean"], step["law_days"]["mean"]
    name = STEPS[step["step"]]
    kept = min(days, law)
    parts = [tag("rect", class_="law", x=scale(begun), y=y - 8, width=max(0.8, scale(kept) - scale(0.0)), height=16)]
    if days > law:
        wide = scale(days - law) - scale(0.0)
        parts.append(tag("rect", class_="added", x=scale(begun + law), y=y - 8, width=wide, height=16))
    elif law > days:
        wide = scale(law - days) - scale(0.0)
        parts.append(tag("rect", class_="saved", x=scale(begun + days), y=y - 8, width=wide, height=16))
    text = f"{name}: {hours_words(days)}, of it law {hours_words(kept)}"
    edge = scale(begun + max(days, law))
    label = words(edge + 6, y + 4, hours_words(days), "label")
    title = words(GUTTER - 8, y + 4, fitted(name, GUTTER - 10, SIZE), "label", "end")
    return tag("g", tag("title", text), title, parts, label)


def _spread(name: str, data: Mapping[str, float], scale: Scale, y: float, css: str) -> Safe:
    return tag(
        "g",
        tag("title", f"{name}: {data['q50']:.1f} days ({data['q05']:.1f} to {data['q95']:.1f})"),
        words(GUTTER - 8, y + 4, fitted(name, GUTTER - 10, SIZE), "label", "end"),
        line(scale(data["q05"]), y, scale(data["q95"]), y, "whisker"),
        tag("circle", class_=f"mark b1 {css}", cx=scale(data["q50"]), cy=y, r=4.5),
        words(scale(data["q95"]) + 6, y + 4, f"{data['q50']:.1f} d", "label"),
    )


def hours_words(days: float) -> str:
    """Return days, or hours below two days.

    >>> [hours_words(days) for days in (0.02, 0.5, 3.25)]
    ['29 min', '12 h', '3.2 d']
    """
    if abs(days) < 1 / 24:
        return f"{days * 24 * 60:.0f} min"
    return f"{days * 24:.0f} h" if abs(days) < 2 else f"{days:.1f} d"
