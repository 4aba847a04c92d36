"""Coarse positions of contingencies, and the coast: the shipped data behind the page's map.

Idea: a place is the centre of a wide area, never a site. What the package does not place is listed beside the map.
Formula: great-circle distance on a sphere, to the nearest 50 km. Units: degrees, km. Reads: data/map. Writes: nothing.
Source: Natural Earth by world-atlas (data/map/NOTICE); positions are our own reading, grade D (data/map/places.json).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from kaname.core.shipped import shipped_json

EARTH = 6371.0
ROUNDED = 50
FINE = 100.0


@dataclass(frozen=True)
class Spot:
    """A place: what it is called, and the middle of its area."""

    name: str
    lon: float
    lat: float
    side: str = "right"
    """Where its label stands: right, left, above or below."""

    def distance(self, other: Spot) -> int:
        """Kilometres, rounded to fifty."""
        here, there = math.radians(self.lat), math.radians(other.lat)
        turn = math.radians(other.lon - self.lon)
        cosine = math.sin(here) * math.sin(there) + math.cos(here) * math.cos(there) * math.cos(turn)
        return round(EARTH * math.acos(max(-1.0, min(1.0, cosine))) / ROUNDED) * ROUNDED


@dataclass(frozen=True)
class Places:
    """The window of the map, middles of contingencies by id, regions that forces come from, rings of land."""

    window: Mapping[str, float]
    contingencies: Mapping[str, Spot]
    regions: Sequence[Spot]
    rings: Sequence[Sequence[tuple[float, float]]]
    source: str


def load_places() -> Places:
    """Return the shipped map."""
    said, coast = _json("places.json"), _json("coast.json")
    spots = {key: _spot(key, contingency) for key, contingency in said["contingencies"].items()}
    regions = [_spot(str(region["name"]), region) for region in said["regions"].values()]
    rings = [list(zip(_degrees(ring[::2]), _degrees(ring[1::2]), strict=True)) for ring in coast["rings"]]
    return Places(said["window"], spots, regions, rings, str(said["source"]))


def _spot(name: str, data: Mapping[str, Any]) -> Spot:
    return Spot(name, float(data["lon"]), float(data["lat"]), str(data.get("side", "right")))


def _degrees(whole: Sequence[int]) -> list[float]:
    return [value / FINE for value in whole]


def _json(name: str) -> dict[str, Any]:
    data: dict[str, Any] = shipped_json(files("kaname") / "data" / "map" / name)
    return data
