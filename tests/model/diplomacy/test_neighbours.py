"""Neighbours as allies: what history, geography and their own enemies leave for the ally's own contingencies."""

from __future__ import annotations

import pytest

from kaname.model.diplomacy.neighbours import MECHANISM
from kaname.words.axes import AIR
from tests.laws.shown import NotShown

SHOWN = NotShown("no neighbour is bound to the ally's defence as things are, nor under any shipped bargain")


def shape(rng, w, p, tables):
    w.neighbour_pledge[:] *= rng.integers(0, 2, w.neighbour_pledge.shape)
    p.cyber_case[:] = rng.integers(0, 2, p.cyber_case.shape)
    if rng.random() < 0.3:
        w.neighbour_pledge[:], p.neighbour_weight[:] = 0.0, 0.0


PREPARE = shape


def bound(scene, lever: float = 1.0, friction: float = 0.0):
    s = scene(5)
    p, w = s.p, s.w
    p.neighbour_weight[:], p.neighbour_reach[:], p.neighbour_keeping, p.neighbour_speed = 0.0, 0.0, 0.5, 0.2
    p.neighbour_weight[p.partner], p.neighbour_reach[p.partner] = 1.0, 0.5
    p.fighting_weight[:] = 0.0
    p.fighting_weight[AIR] = 1.0
    w.stock[:, AIR] = 100.0
    w.neighbour_pledge[:], w.friction = 0.0, friction
    p.cyber_case[:] = 0.0
    p.target[:] = [p.ally, p.partner, p.ally]
    p.cyber_case[2] = 1.0
    s.lever("neighbour_pact", lever)
    return s


@pytest.mark.system("S58")
def test_pledged_forces_help_in_the_allys_own_contingencies_alone(scene):
    w = bound(scene).run(MECHANISM, 60)
    assert w.neighbour_help == pytest.approx([0.25, 0.0, 0.0], abs=1e-3)


@pytest.mark.system("S58")
def test_an_island_without_free_neighbours_gets_no_help_from_any_pact(scene):
    s = bound(scene)
    s.p.neighbour_reach[:] = 0.0
    assert s.run(MECHANISM, 60).neighbour_help.max() == 0.0


@pytest.mark.system("S58")
def test_history_holds_the_partner_back_and_no_pact_pledges_nothing(scene):
    assert bound(scene, friction=0.8).run(MECHANISM, 60).neighbour_help[0] == pytest.approx(0.05, abs=1e-3)
    assert bound(scene, lever=0.0).run(MECHANISM, 60).neighbour_help.max() == 0.0
