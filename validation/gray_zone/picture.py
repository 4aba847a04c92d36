"""The picture of the gray zone's forecasts: the rule's fans, persistence dashed, and what came, as one SVG.

Idea: the panels are the report's own fan charts; only a style of their own, since the picture stands alone, and the
marks of what came are added. Units: days, ships. Reads: scores. Writes: nothing. Source: report/charts/bands.py.
"""

from __future__ import annotations

import numpy as np

from kaname.analysis.fans import LEVELS, Fan
from kaname.report.charts.bands import BOTTOM, HEIGHT, LEFT, TOP, WIDTH, fan_panel
from kaname.report.markup import Safe, tag
from kaname.report.svg import Scale, span, words
from validation.gray_zone.compared import BANDS, PERSISTENCE, RULE, UNIT, Score
from validation.gray_zone.record import Record
from validation.gray_zone.rule import LAST_FITTED

GAP, FOOT = 12.0, 26.0
STYLE = Safe(
    "text{font:10px sans-serif;fill:#555}.title{font-size:12px;fill:#111}.grid{stroke:#ddd}"
    ".band{fill:#0072b2;stroke:none}.outer{fill-opacity:.18}.inner{fill-opacity:.34}"
    ".median{fill:none;stroke:#0072b2;stroke-width:2}.other{stroke:#111;stroke-width:1.1;stroke-dasharray:4 3}"
    ".came{fill:#d55e00}"
)


def chart(record: Record, cells: dict[tuple[str, str], dict[str, Score]]) -> str:
    """SVG: a row each for days and ships, a column each for six years ahead and one."""
    assert LEVELS == BANDS
    whats = list(dict.fromkeys(what for what, _ in cells))
    panels = []
    for row, what in enumerate(whats):
        series = record.series(what)
        first = series.until(LAST_FITTED)
        here = {span_: scores for (one, span_), scores in cells.items() if one == what}
        scale = _scale(here, series.counts[first:])
        for column, (said, scores) in enumerate(here.items()):
            panel = _panel(series.years[first:], series.counts[first:], scores, scale, f"{UNIT[what]}, {said}")
            panels.append(tag("g", panel, transform=f"translate({column * (WIDTH + GAP):g} {row * (HEIGHT + GAP):g})"))
    width, height = 2 * WIDTH + GAP, len(whats) * (HEIGHT + GAP) + FOOT
    key = words(LEFT, height - 10, "blue: the rule, median, 50 and 90 %; dashed: persistence; dots: what came")
    alt = "Forecasts of the mechanism's rule for 2019-2024 with 50 and 90 % bands, persistence, and what came"
    return str(tag("svg", tag("style", STYLE), panels, key, xmlns="http://www.w3.org/2000/svg", role="img",
                   aria_label=alt, width=width, height=height, viewBox=f"0 0 {width:g} {height:g}")) + "\n"  # fmt: skip


def _panel(years: np.ndarray, came: np.ndarray, scores: dict[str, Score], scale: Scale, title: str) -> Safe:
    rule, other = (Fan(years, scores[name].bands, 1) for name in (RULE, PERSISTENCE))
    across = Scale(float(years[0]), float(years[-1]), LEFT, WIDTH - 8)
    dots = [tag("circle", class_="came", cx=across(float(year)), cy=scale(float(count)), r=3.2)
            for year, count in zip(years, came, strict=True)]  # fmt: skip
    return tag("g", fan_panel(rule, other, scale, 1.0, "", title, title), dots)


def _scale(here: dict[str, dict[str, Score]], came: np.ndarray) -> Scale:
    ends = [value for scores in here.values() for value in scores[RULE].bands[(0, -1), :].ravel()]
    medians = [value for scores in here.values() for value in scores[PERSISTENCE].bands[2]]
    return span([float(value) for value in (*ends, *medians, *came)], HEIGHT - BOTTOM, TOP)
