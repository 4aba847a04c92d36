"""A branch of equilibria: chance of each action over the precision of choice, one panel an information set.

A picture of its own, with its style inside, so that it can be opened, printed or put on a slide. Panels stand in the
order of the game; of more than MOST_PANELS the ones that move most are drawn, and the picture says so. Lines follow the
branch, so one that turns back is seen to turn back. Colour and dash go together. Lengths are CSS pixels.
Reads, writes: nothing. Source: colours of Okabe and Ito (2008).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaname.report.markup import Safe, tag
from kaname.report.numbers import tidy
from kaname.report.svg import Scale, fitted, line, outline, some_ticks, words

MOST_PANELS, MOST_LINES, COLUMNS = 12, 8, 3
WIDTH, HEIGHT, HEAD = 260.0, 190.0, 44.0
LEFT, RIGHT, TOP, BOTTOM = 30.0, 10.0, 40.0, 24.0
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#7f7f7f")
DASHES = ("none", "6 3", "2 2", "8 3 2 3")
STYLE = Safe(
    "text{font:11px system-ui,sans-serif;fill:#222}.title{font-weight:600}.tick{fill:#555;font-size:10px}"
    ".grid{stroke:#ddd}.curve{fill:none;stroke-width:1.8}.page{fill:#fff}"
)


@dataclass(frozen=True)
class Panel:
    """One information set: a title, its actions, and their chances at each point of the branch."""

    title: str
    actions: Sequence[str]
    chances: Sequence[Sequence[float]]

    def movement(self) -> float:
        """Return the most that the chance of one action changes along the branch."""
        return max((max(course) - min(course) for course in zip(*self.chances, strict=True)), default=0.0)


def branch_chart(title: str, precisions: Sequence[float], panels: Sequence[Panel]) -> str:
    """Return the SVG text of a branch; `precisions` are those of its points, in the order of the branch."""
    kept = sorted(sorted(range(len(panels)), key=lambda n: -panels[n].movement())[:MOST_PANELS])
    rows = -(-len(kept) // COLUMNS)
    width, height = WIDTH * max(1, min(COLUMNS, len(kept))), HEAD + HEIGHT * rows
    left_out = len(panels) - len(kept)
    text = f"The {len(kept)} of {len(panels)} information sets that move most." if left_out else ""
    scale = Scale(min(precisions), max(precisions), LEFT, WIDTH - RIGHT)
    drawn = [
        tag("g", _panel(panels[n], precisions, scale), transform=f"translate({WIDTH * (k % COLUMNS):g},"
            f"{HEAD + HEIGHT * (k // COLUMNS):g})")
        for k, n in enumerate(kept)
    ]  # fmt: skip
    head = [
        words(LEFT, 18, fitted(title or "Branch of equilibria", width - LEFT, 11), "title"),
        words(LEFT, 34, fitted(f"Chance of each action over lambda. {text}", width - LEFT, 11)),
    ]
    page = tag("rect", class_="page", width=width, height=height)
    return str(
        tag("svg", tag("title", title), tag("style", STYLE), page, head, drawn, xmlns="http://www.w3.org/2000/svg",
            role="img", width=width, height=height, viewBox=f"0 0 {width:g} {height:g}")
    )  # fmt: skip


def _panel(panel: Panel, precisions: Sequence[float], across: Scale) -> Safe:
    up = Scale(0.0, 1.0, HEIGHT - BOTTOM, TOP)
    drawn = [words(LEFT, 12, fitted(panel.title, WIDTH - LEFT - RIGHT, 11), "title"), _frame(across, up)]
    room = (WIDTH - LEFT - RIGHT) / max(1, min(len(panel.actions), MOST_LINES))
    for k, action in enumerate(panel.actions[:MOST_LINES]):
        points = [(across(x), up(row[k])) for x, row in zip(precisions, panel.chances, strict=True)]
        colour, dash = COLOURS[k % len(COLOURS)], DASHES[k % len(DASHES)]
        drawn.append(tag("path", class_="curve", stroke=colour, stroke_dasharray=dash, d=outline(points)))
        key = LEFT + room * k
        drawn.append(tag("line", class_="curve", stroke=colour, stroke_dasharray=dash, x1=key, x2=key + 14,
                         y1=22.0, y2=22.0))  # fmt: skip
        drawn.append(words(key + 17, 26, fitted(action, room - 20, 11)))
    return tag("g", drawn)


def _frame(across: Scale, up: Scale) -> Safe:
    marks = [
        tag("g", line(LEFT, up(v), WIDTH - RIGHT, up(v), "grid"), words(LEFT - 4, up(v) + 3, tidy(v), "tick", "end"))
        for v in (0.0, 0.5, 1.0)
    ]
    marks += [
        words(across(x), HEIGHT - BOTTOM + 14, tidy(x), "tick", "middle")
        for x in some_ticks(across.low, across.high, 3)
    ]
    return tag("g", marks)
