"""The map: coast without owners, coarse places, true distances."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from kaname.report.charts.map import Circle, draw_map, frame_of
from kaname.report.coast_build import SMALLEST, area, clipped, coast, simplified
from kaname.report.places import Spot, load_places

MAP = Path(str(files("kaname") / "data" / "map"))
SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
WINDOW = {"west": 1.0, "east": 3.0, "south": -1.0, "north": 2.0}


def test_the_shipped_coast_is_small_lies_in_the_window_and_keeps_its_notice() -> None:
    places = load_places()
    assert (MAP / "coast.json").stat().st_size < 150_000
    assert "public domain" in (MAP / "NOTICE").read_text()
    assert "Bostock" in (MAP / "NOTICE").read_text()
    window = places.window
    for ring in places.rings:
        assert all(window["west"] <= lon <= window["east"] for lon, _ in ring)
        assert all(window["south"] <= lat <= window["north"] for _, lat in ring)
    assert len(places.rings) > 100


def test_no_islet_is_drawn_that_is_small_enough_to_be_disputed_unseen() -> None:
    # Simplifying may shave a little off what was large enough before it.
    assert all(abs(area(list(ring))) > SMALLEST / 2 for ring in load_places().rings)


def test_the_coast_says_nothing_but_rings() -> None:
    said = json.loads((MAP / "coast.json").read_text())
    assert set(said) == {"about", "unit", "rings"}
    assert all(isinstance(value, int) for ring in said["rings"] for value in ring)


def test_places_are_middles_of_wide_areas_to_half_a_degree_and_say_their_source() -> None:
    places = load_places()
    spots = [*places.contingencies.values(), *places.regions]
    assert all((spot.lon * 2).is_integer() and (spot.lat * 2).is_integer() for spot in spots)
    assert "grade D" in places.source
    assert "sovereignty" in places.source


def test_a_square_is_cut_at_the_window_and_keeps_its_corners() -> None:
    cut = clipped(SQUARE, WINDOW)
    assert abs(area(cut)) == pytest.approx(2.0 * 2.0)
    wavy = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    assert sorted(simplified(wavy, 0.01)) == sorted(SQUARE)
    assert simplified(wavy, 0.0001) == wavy


def test_a_topology_is_decoded_cut_and_small_rings_are_dropped() -> None:
    arcs = [[[0, 0], [40, 0], [0, 40]], [[40, 40], [-40, 0], [0, -40]], [[20, 10], [1, 0], [0, 1], [-1, -1]]]
    topology = {
        "transform": {"scale": [0.1, 0.1], "translate": [0.0, 0.0]},
        "arcs": arcs,
        "objects": {"land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0, 1]], [[2]]]}]}},
    }
    rings = coast(topology, WINDOW)
    assert len(rings) == 1
    assert set(rings[0][::2]) == {100, 300}
    turned = {**topology, "arcs": [arcs[0], [[0, 0], [0, 40], [40, 0]], arcs[2]]}
    turned["objects"] = {"land": {"geometries": [{"type": "Polygon", "arcs": [[0, ~1]]}]}}
    assert sorted(set(coast(turned, WINDOW)[0])) == sorted(set(rings[0]))


def test_distances_are_those_of_the_globe_to_fifty_kilometres() -> None:
    assert Spot("a", 0.0, 0.0).distance(Spot("b", 90.0, 0.0)) == 10_000
    assert Spot("a", 10.0, 50.0).distance(Spot("b", 10.0, 50.0)) == 0
    assert Spot("a", 0.0, 60.0).distance(Spot("b", 0.0, 61.0)) == 100


def test_circles_grow_with_the_share_by_area_and_few_are_hollow() -> None:
    frame = frame_of({"west": 100.0, "east": 150.0, "south": 0.0, "north": 50.0})
    circles = [
        Circle(Spot("a", 110.0, 10.0), 0.25, "A <b>", "100 km", False, "tip"),
        Circle(Spot("b", 120.0, 20.0, "left"), 1.0, "B", "", True, "tip"),
    ]
    drawn = draw_map(frame, [[(101.0, 1.0), (102.0, 1.0), (102.0, 2.0)]], [], None, circles, "A map of two places.")
    assert 'class="spot full" cx="128" ' in drawn
    assert ' r="13"' in drawn
    assert ' r="26"' in drawn
    assert "A &lt;b&gt;" in drawn
    assert drawn.count("spot open") == 1
