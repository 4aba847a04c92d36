"""Failure chains as strips from left to right: at each step the strip parts, its width is the share, its count is printed.

Idea: crises that went the same way so far lie in one block; blocks of the next step stand beside the block they came
from, largest first. What is too thin for its label keeps it for the pointer and the CSV.
Units: crises. Reads, writes: nothing. Source: icicle plots (Kruskal and Landwehr 1983), laid on their side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaname.report.markup import Safe, tag
from kaname.report.svg import fitted, picture, words

WIDTH, HEIGHT, TOP = 372.0, 300.0, 18.0
GAP = 2.0
THINNEST = 1.5
LABEL = 12.0
TWO_LINES = 25.0


@dataclass(frozen=True)
class Path:
    """A way that crises went: one word a step (empty: nothing recorded at that step), and how many went it."""

    steps: Sequence[str]
    count: int


def strips(paths: Sequence[Path], titles: Sequence[str], css: str, alt: str) -> Safe:
    """The drawing; titles: one a step."""
    width = WIDTH / len(titles)
    heads = [words(n * width + 3, 11, fitted(title, width - 4, 10), "unit") for n, title in enumerate(titles)]
    total = sum(path.count for path in paths)
    blocks = _blocks(paths, 0, TOP, (HEIGHT - TOP) / total if total else 0.0, width, css, len(titles))
    return picture(WIDTH, HEIGHT, [heads, blocks], alt, "strips")


def _blocks(
    paths: Sequence[Path], step: int, top: float, each: float, width: float, css: str, steps: int, trail: str = ""
) -> list[Safe]:
    if step == steps:
        return []
    drawn: list[Safe] = []
    for word, group in _parted(paths, step):
        count = sum(path.count for path in group)
        height = count * each
        if height >= THINNEST:
            said = f"{trail}, {word}" if trail else word
            drawn.append(_block(word, count, step, top, height, width, css, said))
            drawn += _blocks(group, step + 1, top, each, width, css, steps, said)
        top += height
    return drawn


def _parted(paths: Sequence[Path], step: int) -> list[tuple[str, list[Path]]]:
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(path.steps[step], []).append(path)
    return sorted(found.items(), key=lambda item: (-sum(path.count for path in item[1]), item[0]))


def _block(word: str, count: int, step: int, top: float, height: float, width: float, css: str, said: str) -> Safe:
    x = step * width
    tip = tag("title", f"{said}: {count:,}")
    rect = tag("rect", tip, class_=f"block s{step % 2} {css}", x=x, y=top, width=width - GAP, height=max(1.0, height - 1))
    return tag("g", rect, _label(word, count, x + 4, top, height, width - 8))


def _label(word: str, count: int, x: float, top: float, height: float, room: float) -> list[Safe]:
    shown = word or "\N{EN DASH}"
    if height >= TWO_LINES:
        middle = top + height / 2
        return [words(x, middle - 2, fitted(shown, room, 10.5), "block"), words(x, middle + 10, f"{count:,}", "block number")]
    if height >= LABEL:
        number = f" {count:,}"
        fit = fitted(shown, room - len(number) * 6, 10.5)
        return [words(x, top + height / 2 + 3.5, fit + number, "block")]
    return []
