"""A mass loss of life given to a run: in its quarter, once, with the blame that is set."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis.aftermath import MECHANISM as AFTERMATH
from kaname.model.politics.disaster import MECHANISM
from kaname.model.politics.opinion import remembered
from tests.laws.shown import NotShown

SHOWN = NotShown("no run has a disaster that it was not given")


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    p.disaster_from, p.disaster_people = int(rng.integers(1, 6)), float(rng.choice([0, 20, 20]))


PREPARE = shape
WORLDS = 600


def struck(scene, quarter: int, blame: int = 1):
    s = scene(4)
    s.p.disaster_from, s.p.disaster_people, s.p.disaster_blame = 6, 20.0, blame
    s.w.rung[:] = 0
    return s.run(MECHANISM, 1, quarter), s


@pytest.mark.system("S27")
def test_people_are_lost_in_that_quarter_alone(scene):
    assert [float(struck(scene, quarter)[0].disaster_losses) for quarter in (4, 5, 6)] == [0.0, 20.0, 0.0]


@pytest.mark.system("S27")
@pytest.mark.parametrize("blame", [0, 1, 2])
def test_blame_falls_where_it_is_set(scene, blame):
    _, s = struck(scene, 5, blame)
    assert s.run(AFTERMATH, 1, 5).blame.tolist() == [float(place == blame) for place in range(3)]


def test_where_none_is_set_it_is_drawn(scene):
    fallen = set()
    for future in range(40):
        _, s = struck(scene, 5, -1)
        s.future, s.p.blame_else = future, 0.0
        fallen.add(tuple(s.run(AFTERMATH, 1, 5).blame.tolist()))
    assert len(fallen) == 3


def test_a_run_without_one_keeps_its_blame(scene):
    s = scene(4)
    s.p.disaster_from, s.w.rung[:], s.w.disaster_losses = 0, 0, 0.0
    before = s.w.blame.copy()
    s.run(MECHANISM, 1, 5)
    assert (s.run(AFTERMATH, 1, 5).blame == before).all()
    assert plain(remembered)(0.0, 20.0, 0.9) > 3.0
