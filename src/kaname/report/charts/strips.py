"""Failure chains as strips from left to right: at each step the strip parts, its width is the share, its count is
printed.

Idea: crises that went the same way so far lie in one block; blocks of the next step stand beside the block they came
from, largest first. Ways too thin for a label are drawn as one pale block to the right edge, with their number; the CSV
has each of them. Units: crises. Reads, writes: nothing.
Source: icicle plots (Kruskal and Landwehr 1983), laid on their side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kaname.report.markup import Safe, tag
from kaname.report.svg import fitted, picture, words, wrapped

WIDTH, HEIGHT, TOP = 580.0, 340.0, 18.0
GAP = 2.0
SIZE, LINE = 10.5, 12.0


@dataclass(frozen=True)
class Path:
    """A way that crises went: one word a step, and how many went it. With fewer words than steps, the last one reaches
    to the right edge."""

    steps: Sequence[str]
    count: int


@dataclass(frozen=True)
class Layout:
    """Steps, width of a step and height of one crisis in pixels, class of the bargain's colour, words for so many
    other ways."""

    steps: int
    width: float
    each: float
    css: str
    others: Callable[[int], str]


def strips(paths: Sequence[Path], titles: Sequence[str], css: str, alt: str, others: Callable[[int], str]) -> Safe:
    """Return the drawing; titles: one a step; others: words for so many ways that are too thin to draw apart."""
    width = WIDTH / len(titles)
    heads = [words(n * width + 3, 11, fitted(title, width - 4, 10), "unit") for n, title in enumerate(titles)]
    total = sum(path.count for path in paths)
    layout = Layout(len(titles), width, (HEIGHT - TOP) / total if total else 0.0, css, others)
    return picture(WIDTH, HEIGHT, [heads, _blocks(paths, 0, TOP, layout, "")], alt, "strips")


def _blocks(paths: Sequence[Path], step: int, top: float, layout: Layout, trail: str) -> list[Safe]:
    paths = [path for path in paths if len(path.steps) > step]
    drawn: list[Safe] = []
    parts = _parted(paths, step)
    wide = [part for part in parts if _count(part[1]) * layout.each >= LINE]
    for word, group in wide:
        height = _count(group) * layout.each
        text = f"{trail}, {word}" if trail else word
        last = all(len(path.steps) == step + 1 for path in group)
        wide_as = layout.steps - step if last else 1
        drawn.append(_block(word, _count(group), (step, wide_as), top, height, layout, text))
        drawn += _blocks(group, step + 1, top, layout, text)
        top += height
    thin = [path for _, group in parts[len(wide) :] for path in group]
    return [*drawn, _rest(thin, len(parts) - len(wide), step, top, layout)] if thin else drawn


def _parted(paths: Sequence[Path], step: int) -> list[tuple[str, list[Path]]]:
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(path.steps[step], []).append(path)
    return sorted(found.items(), key=lambda item: (-_count(item[1]), item[0]))


def _count(paths: Sequence[Path]) -> int:
    return sum(path.count for path in paths)


def _block(word: str, count: int, steps: tuple[int, int], top: float, height: float, layout: Layout, text: str) -> Safe:
    """steps: the step it begins at, and how many it spans."""
    step, span = steps
    x, width = step * layout.width, span * layout.width
    rect = tag("rect", tag("title", f"{text}: {count:,}"), class_=f"block s{step % 2} {layout.css}", x=x, y=top,
               width=width - GAP, height=max(1.0, height - 1))  # fmt: skip
    return tag("g", rect, _label(word, f"{count:,}", x + 4, top, height, width - 8))


def _rest(paths: Sequence[Path], ways: int, step: int, top: float, layout: Layout) -> Safe:
    """Return the parts too thin to draw as one pale block to the right edge."""
    count = _count(paths)
    height = count * layout.each
    x, width = step * layout.width, (layout.steps - step) * layout.width - GAP
    text = layout.others(ways)
    rect = tag("rect", tag("title", f"{text}: {count:,}"), class_=f"block rest {layout.css}", x=x, y=top, width=width,
               height=max(1.0, height - 1))  # fmt: skip
    label = _label(text, f"{count:,}", x + 4, top, height, width - 8) if height >= LINE else None
    return tag("g", rect, label)


def _label(word: str, count: str, x: float, top: float, height: float, room: float) -> list[Safe]:
    """Word and count: in one line where they fit, else in as many lines as the block holds."""
    lines = int(height // LINE)
    text = f"{word} {count}"
    if lines < 2 or fitted(text, room, SIZE) == text:
        rows = [text if fitted(text, room, SIZE) == text else f"{fitted(word, room - len(count) * 6.5, SIZE)} {count}"]
    else:
        rows = [*wrapped(word, room, SIZE, min(lines - 1, 3)), count]
    first = top + height / 2 - LINE * (len(rows) - 1) / 2 + 3.5
    return [words(x, first + LINE * n, row, "block") for n, row in enumerate(rows)]
