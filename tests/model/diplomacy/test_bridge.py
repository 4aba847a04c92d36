"""The bridge: heard by chance, dear where tension is high, and nothing where the ally does not offer it."""

from __future__ import annotations

import pytest

from kaname.model.diplomacy.bridge import MECHANISM
from tests.laws.shown import NotShown

SHOWN = NotShown("the ally offers no mediation as things are, nor in any shipped bargain, so nothing stops with it")


def offered(scene, effort: float, tension: float, channels: float = 0.5):
    s = scene(31)
    s.p.bridge_heard, s.p.bridge_channels, s.p.bridge_tense, s.p.bridge_speed = 0.3, 0.5, 0.5, 0.25
    s.w.bridge_calm, s.w.bridge_strain = 0.0, 0.0
    s.w.tension[:], s.w.channels[:] = tension, channels
    s.lever("bridge", effort)
    return s


@pytest.mark.system("S63")
def test_a_mediator_strains_its_standing_most_where_tension_is_high(scene):
    strained = [float(offered(scene, 1.0, tension).run(MECHANISM, 40).bridge_strain) for tension in (0.1, 0.5, 0.9)]
    assert strained == pytest.approx([0.1, 0.5, 0.9], abs=0.01)


@pytest.mark.system("S63")
def test_it_is_heard_less_often_there(scene):
    def heard(tension: float) -> float:
        s = offered(scene, 1.0, tension)
        s.p.bridge_speed = 1.0
        return sum(float(s.run(MECHANISM, 1, first).bridge_calm) for first in range(200)) / 200

    assert heard(0.9) < heard(0.1) - 0.2


def test_without_channels_and_in_full_tension_it_calms_nothing_and_costs_all_the_same(scene):
    s = offered(scene, 1.0, 1.0, channels=0.0)
    s.p.bridge_heard = 0.1
    w = s.run(MECHANISM, 40)
    assert w.bridge_calm == 0.0
    assert w.bridge_strain > 0.9


def test_nothing_is_strained_where_nothing_is_offered(scene):
    w = offered(scene, 0.0, 0.9).run(MECHANISM, 40)
    assert (w.bridge_calm, w.bridge_strain) == (0.0, 0.0)
