"""The map: land without borders or owners, contingencies as circles whose area is the share of opportunities used.

Lines run from a region that forces come from to each circle; the kilometres stand at the circle. Circles of places
that rarely see an opportunity are hollow. Projection: equirectangular, true at the middle latitude.
Units: degrees, km. Reads, writes: nothing. Source: the coast of report.places.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaname.report.markup import Safe, tag
from kaname.report.places import Spot
from kaname.report.svg import Scale, line, outline, picture, words

WIDTH = 640.0
LARGEST = 26.0
LEAST = 3.0
LINE = 13.0


@dataclass(frozen=True)
class Circle:
    """A contingency: share of opportunities used, its lines of text, its sentence; few: too few to lean on."""

    spot: Spot
    share: float
    label: str
    note: str
    few: bool
    tip: str


@dataclass(frozen=True)
class Frame:
    """Degrees to pixels."""

    across: Scale
    down: Scale
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return self.across(lon), self.down(lat)


def frame_of(window: Mapping[str, float]) -> Frame:
    """Return the frame of a window of degrees."""
    middle = math.radians((window["north"] + window["south"]) / 2)
    height = WIDTH * (window["north"] - window["south"]) / ((window["east"] - window["west"]) * math.cos(middle))
    down = Scale(window["south"], window["north"], height, 0.0)
    return Frame(Scale(window["west"], window["east"], 0.0, WIDTH), down, height)


def draw_map(
    frame: Frame, rings: Sequence[Sequence[tuple[float, float]]], regions: Sequence[Spot], origin: Spot | None,
    circles: Sequence[Circle], alt: str,
) -> Safe:  # fmt: skip
    """Return the drawing. origin: where the lines of distance start."""
    land = tag("path", class_="land", d="".join(outline([frame.at(*p) for p in ring], closed=True) for ring in rings))
    box = tag("rect", class_="sea", x=0, y=0, width=WIDTH, height=frame.height)
    lines = [_way(frame, origin, one.spot) for one in circles] if origin else []
    marks = [_region(frame, region) for region in regions]
    drawn = [_circle(frame, circle) for circle in sorted(circles, key=lambda one: -one.share)]
    return picture(WIDTH, frame.height, [box, land, lines, marks, drawn], alt, "map")


def _way(frame: Frame, start: Spot, end: Spot) -> Safe:
    (x1, y1), (x2, y2) = frame.at(start.lon, start.lat), frame.at(end.lon, end.lat)
    return line(x1, y1, x2, y2, "way")


def _region(frame: Frame, spot: Spot) -> Safe:
    x, y = frame.at(spot.lon, spot.lat)
    box = tag("rect", class_="region", x=x - 3.5, y=y - 3.5, width=7, height=7)
    return tag("g", box, _label(spot, x, y, 4.0, [(spot.name, "soft halo")]))


def _label(spot: Spot, x: float, y: float, radius: float, lines: Sequence[tuple[str, str]]) -> list[Safe]:
    """Return the lines of text (words, class) on the side that the place asks for."""
    first = {"above": y - radius - LINE * len(lines) + 8, "below": y + radius + LINE - 1}.get(spot.side, y + 2)
    at = {"right": x + radius + 5, "left": x - radius - 5}.get(spot.side, x)
    anchor = {"right": None, "left": "end"}.get(spot.side, "middle")
    return [words(at, first + LINE * n, said, css, anchor) for n, (said, css) in enumerate(lines)]


def _circle(frame: Frame, circle: Circle) -> Safe:
    x, y = frame.at(circle.spot.lon, circle.spot.lat)
    radius = max(LEAST, LARGEST * math.sqrt(max(0.0, circle.share)))
    css = "spot open" if circle.few else "spot full"
    lines = [(circle.label, "title halo"), *([(circle.note, "tick halo")] if circle.note else [])]
    return tag(
        "g",
        tag("title", circle.tip),
        tag("circle", class_=css, cx=x, cy=y, r=radius),
        _label(circle.spot, x, y, radius, lines),
    )
