"""Coastlines for the page's map, cut from the 10 m land of Natural Earth as TopoJSON (npm package world-atlas).

Idea: decode the arcs, keep the window of data/map/places.json, simplify, drop what is too small to see. Land carries no
borders and no owners, and islets below the smallest area are dropped whoever claims them, so no line takes sides.
Formula: Sutherland-Hodgman for the window; Douglas-Peucker with a tolerance in degrees; area by the shoelace formula.
Run as `python -m kaname.report.coast_build land-10m.json` after `npm pack world-atlas`; only needed to renew.
Reads: the TopoJSON file named, data/map/places.json. Writes: data/map/coast.json. Units: hundredths of a degree.
Source: Natural Earth (public domain); world-atlas 2.0.2 (ISC, data/map/NOTICE); Douglas and Peucker 1973.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
FINE = 100
"""Parts of a degree that are kept."""
TOLERANCE = 0.035
SMALLEST = 0.012
"""Square degrees: about 150 square kilometres; no disputed islet of the window is as large."""


def coast(topology: Mapping[str, Any], window: Mapping[str, float]) -> list[list[int]]:
    """Rings of land in the window as flat lists of hundredths of a degree: lon, lat, lon, lat ..."""
    arcs = [_unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = [
        _joined(ring, arcs)
        for shape in topology["objects"]["land"]["geometries"]
        for polygon in (shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]])
        for ring in polygon[:1]
    ]
    found = []
    for ring in rings:
        cut = clipped(ring, window)
        if abs(area(cut)) >= SMALLEST:
            thin = simplified(cut, TOLERANCE)
            found.append([round(value * FINE) for point in thin for value in point])
    return sorted((ring for ring in found if len(ring) >= 6), key=lambda ring: (-len(ring), ring))


def _unpacked(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Ring:
    """Return an arc's points in degrees: differences in whole steps, added up."""
    (kx, ky), (x0, y0) = transform["scale"], transform["translate"]
    x, y, points = 0, 0, []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * kx + x0, y * ky + y0))
    return points


def _joined(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Return a ring from its arcs; a negative number is the arc ~number turned round."""
    points: Ring = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += part[1:] if points else part
    return points


def clipped(ring: Ring, window: Mapping[str, float]) -> Ring:
    """Return the part of a ring inside the window."""
    for axis, bound, keep_above in (
        (0, window["west"], True), (0, window["east"], False), (1, window["south"], True), (1, window["north"], False),
    ):  # fmt: skip
        ring = _cut(ring, axis, bound, keep_above)
    return ring


def _cut(ring: Ring, axis: int, bound: float, keep_above: bool) -> Ring:
    kept: Ring = []
    for here, after in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside, next_inside = ((one[axis] >= bound) == keep_above for one in (here, after))
        if inside:
            kept.append(here)
        if inside != next_inside:
            part = (bound - here[axis]) / (after[axis] - here[axis])
            kept.append((here[0] + part * (after[0] - here[0]), here[1] + part * (after[1] - here[1])))
    return kept


def area(ring: Ring) -> float:
    """Signed area in square degrees."""
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def simplified(ring: Ring, tolerance: float) -> Ring:
    """Return the ring with fewer points, none of the dropped ones further than the tolerance from what is kept."""
    if len(ring) < 4:
        return ring
    far = max(range(len(ring)), key=lambda n: math.dist(ring[0], ring[n]))
    return [*_thinned(ring[: far + 1], tolerance)[:-1], *_thinned([*ring[far:], ring[0]], tolerance)[:-1]]


def _thinned(line: Ring, tolerance: float) -> Ring:
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        gaps = [(_away(line[n], line[first], line[last]), n) for n in range(first + 1, last)]
        gap, place = max(gaps, default=(0.0, 0))
        if gap > tolerance:
            keep.add(place)
            open_parts += [(first, place), (place, last)]
    return [line[n] for n in sorted(keep)]


def _away(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.dist(start, end)
    if length == 0:
        return math.dist(point, start)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def main(words: Sequence[str]) -> int:
    """Write data/map/coast.json from a TopoJSON file."""
    folder = Path(str(files("kaname") / "data" / "map"))
    window = json.loads((folder / "places.json").read_text(encoding="utf-8"))["window"]
    rings = coast(json.loads(Path(words[0]).read_text(encoding="utf-8")), window)
    about = (
        "Land of Natural Earth 10 m (world-atlas 2.0.2), cut and simplified by kaname.report.coast_build; see NOTICE."
    )
    text = json.dumps({"about": about, "unit": "1/100 degree", "rings": rings}, separators=(",", ":"))
    (folder / "coast.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"{len(rings)} rings, {sum(map(len, rings)) // 2} points, {len(text)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
