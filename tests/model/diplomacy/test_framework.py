"""The ring around the alliance: who joins, and what makes it deep."""

from __future__ import annotations

import pytest

from kaname.model.diplomacy.framework import MECHANISM
from kaname.words.levers import LEVER
from tests.laws.shown import MORE, Shown

SHOWN = Shown("bloc_weight", MORE)


def open_or_not(rng, world, params, tables):
    """Half the worlds have no ring on the table, and some actors are no candidates for it."""
    if rng.random() < 0.5:
        world.lever[LEVER["framework"]] = 0.0
    params.framework_candidate[rng.integers(params.framework_candidate.shape[0])] = 0.0


PREPARE = open_or_not


def ring(scene, precision=100.0):
    s = scene(18)
    p, w = s.p, s.w
    p.choice_precision = precision
    p.framework_candidate[:] = 1.0
    p.framework_candidate[[p.protector, p.ally, p.rival, p.proliferator]] = 0.0
    p.framework_threat, p.framework_presence, p.framework_offence, p.framework_friction = 0.6, 0.3, 0.4, 0.4
    p.framework_own, p.framework_alliance, p.framework_speed = 0.4, 0.5, 0.1
    w.threat[:], w.presence, w.tension[:], w.friction, w.belief[:] = 0.6, 0.5, 0.5, 0.1, 0.6
    w.framework_depth = 0.1
    s.lever("framework", 0.8)
    s.lever("framework_open_door", 0.5)
    return s


@pytest.mark.system("S55")
def test_members_join_who_need_the_presence_and_stay_out_when_it_offends_for_nothing(scene):
    needed, needless = ring(scene), ring(scene)
    needless.w.threat[:], needless.w.presence = 0.0, 0.0
    assert needed.run(MECHANISM, 40).framework_depth > 0.4
    assert needless.run(MECHANISM, 40).framework_depth < 0.02


@pytest.mark.system("S55")
def test_what_the_alliance_enforces_is_apart_from_what_members_enforce(scene):
    both, members, alliance = ring(scene), ring(scene), ring(scene)
    members.p.framework_alliance = 0.0
    alliance.p.framework_own = 0.0
    depths = [s.run(MECHANISM, 40).framework_depth for s in (both, members, alliance)]
    assert depths[0] > max(depths[1:]) + 0.1
    doubted = ring(scene)
    doubted.w.belief[:] = 0.0
    assert doubted.run(MECHANISM, 40).framework_depth == pytest.approx(depths[1], abs=1e-9)


def test_an_open_door_keeps_those_who_fear_to_offend(scene):
    closed, opened = ring(scene), ring(scene)
    for s in (closed, opened):
        s.w.threat[:], s.w.tension[:], s.p.framework_offence = 0.3, 1.0, 0.6
    closed.lever("framework_open_door", 0.0)
    opened.lever("framework_open_door", 1.0)
    assert opened.run(MECHANISM, 40).framework_depth > closed.run(MECHANISM, 40).framework_depth + 0.2


def test_friction_over_history_keeps_the_partner_out(scene):
    calm, quarrel = ring(scene), ring(scene)
    quarrel.w.friction, quarrel.p.framework_friction = 1.0, 1.5
    assert quarrel.run(MECHANISM, 40).framework_depth < calm.run(MECHANISM, 40).framework_depth - 0.2


def test_nobody_is_asked_while_no_ring_is_on_the_table(scene):
    s = ring(scene)
    s.lever("framework", 0.0)
    assert s.run(MECHANISM, 60).framework_depth < 0.001
