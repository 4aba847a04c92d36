"""Levers against ends as one picture: a square where a lever surely moves an end, its colour and number in sd.

Idea: rows by the largest effect, so that the eye finds what matters and what does not; an empty square is a lever that
does not surely move that end. Blue is more of the end, orange less; whether that is good is not drawn.
Units: standard deviations of things as they are. Reads, writes: nothing. Source: heat maps of screening designs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kaname.report.markup import Safe, tag
from kaname.report.svg import words
from kaname.words.outcomes import BY_NAME, SMALLEST_EFFECT

GUTTER, TOP, CELL, ROW, FOOT = 178.0, 140.0, 34.0, 17.0, 30.0
DEEPEST = 1.0
STYLE = Safe(
    "text{font:10px sans-serif;fill:#333}.more{fill:#0072b2}.less{fill:#d55e00}.none{fill:#f4f4f4}"
    ".small{fill:#888}.deep{fill:#fff}"
)


def chart(ends: Sequence[str], effects: Mapping[str, Mapping[str, float]]) -> str:
    """SVG: a row for each lever, the strongest first, a column for each end."""
    rows = sorted(effects, key=lambda lever: -max((abs(size) for size in effects[lever].values()), default=0.0))
    width, height = GUTTER + CELL * len(ends) + 60.0, TOP + ROW * len(rows) + FOOT
    heads = [_head(end, GUTTER + CELL * n + 20) for n, end in enumerate(ends)]
    drawn = [_row(lever, effects[lever], ends, TOP + ROW * n) for n, lever in enumerate(rows)]
    key = words(4.0, height - 10, f"standard deviations of things as they are; grey: below {SMALLEST_EFFECT:g}; "
                "blue: more of it, orange: less; empty: not surely moved")  # fmt: skip
    alt = "Every lever moved from low to high against every end, in standard deviations"
    return str(tag("svg", tag("style", STYLE), heads, drawn, key, xmlns="http://www.w3.org/2000/svg", role="img",
                   aria_label=alt, width=width, height=height, viewBox=f"0 0 {width:g} {height:g}")) + "\n"  # fmt: skip


def _head(end: str, x: float) -> Safe:
    return tag("text", _in_words(end), transform=f"translate({x:g} {TOP - 8:g}) rotate(-50)")


def _in_words(end: str) -> str:
    """An end as the report calls it, with the state's code where it is one state's."""
    name, _, state = end.partition(".")
    return f"{BY_NAME[name].label or name.replace('_', ' ')} {state}".strip()


def _row(lever: str, effects: Mapping[str, float], ends: Sequence[str], y: float) -> Safe:
    name = words(GUTTER - 8, y + ROW - 5, lever.replace("_", " "), anchor="end")
    return tag("g", name, [_cell(effects.get(end), GUTTER + CELL * n, y) for n, end in enumerate(ends)])


def _cell(size: float | None, x: float, y: float) -> Safe:
    """An empty square, or one whose depth grows with the size up to DEEPEST."""
    box = {"x": x, "y": y, "width": CELL - 1, "height": ROW - 1}
    if size is None:
        return tag("rect", class_="none", **box)
    matters = abs(size) >= SMALLEST_EFFECT
    depth = min(1.0, abs(size) / DEEPEST) if matters else 0.0
    fill = tag("rect", class_="more" if size > 0 else "less", fill_opacity=f"{0.15 + 0.85 * depth:.2f}", **box)
    shown = words(x + CELL / 2, y + ROW - 5, f"{size:+.2f}", "deep" if depth > 0.5 else "", "middle")
    if not matters:
        return tag(
            "g", tag("rect", class_="none", **box), words(x + CELL / 2, y + ROW - 5, f"{size:+.2f}", "small", "middle")
        )
    return tag("g", fill, shown)
