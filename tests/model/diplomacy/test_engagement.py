"""Tension: incidents raise it; what calms it carries free signs."""

from __future__ import annotations

import pytest

from kaname.model.diplomacy.engagement import MECHANISM
from tests.laws.shown import MORE, Shown

SHOWN = Shown("total_challenges.korea_missile", MORE)


def strained(scene):
    s = scene(20)
    p, w = s.p, s.w
    p.tension_base[:], p.tension_incident, p.tension_speed = 0.5, 0.3, 0.3
    p.tension_calm, p.tension_calm_certainty, p.tension_reassurance = 0.1, 0.3, 0.2
    p.tension_door, p.tension_presence, p.tension_deal, p.tension_denial = 0.2, 0.0, 0.3, 0.0
    w.tension[:], w.incident[:], w.belief[:] = 0.5, 0.0, 0.5
    w.deal, w.thaw, w.framework_depth, w.presence = 0, 0.0, 0.0, 0.5
    for name in ("engagement", "reassurance", "framework_open_door"):
        s.lever(name, 0.0)
    s.lever("forward_presence", 0.5)
    return s


def with_rival(s):
    return float(s.run(MECHANISM, 20).tension[s.p.rival])


@pytest.mark.system("S56")
@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_engagement_calms_better_or_worse_when_the_alliance_is_certain_as_the_free_sign_says(scene, sign):
    doubtful, certain = strained(scene), strained(scene)
    for s, belief in ((doubtful, 0.1), (certain, 0.9)):
        s.lever("engagement", 0.8)
        s.w.belief[:] = belief
        s.p.tension_calm_certainty = 0.3 * sign
    assert sign * (with_rival(doubtful) - with_rival(certain)) > 0.05


@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_a_turn_to_active_denial_moves_tension_with_the_rival_as_the_free_sign_says(scene, sign):
    forward, denial = strained(scene), strained(scene)
    for s, doctrine in ((forward, 0.0), (denial, 1.0)):
        s.p.tension_denial = 0.1 * sign
        s.lever("doctrine", doctrine, start=0.5)
    assert sign * (with_rival(forward) - with_rival(denial)) > 0.05


@pytest.mark.system("S16")
def test_reassurance_moves_tension_with_the_rival_and_with_nobody_else(scene):
    none, given = strained(scene), strained(scene)
    given.lever("reassurance", 1.0)
    before, after = none.run(MECHANISM, 20).tension, given.run(MECHANISM, 20).tension
    rival = int(none.p.rival)
    assert after[rival] < before[rival] - 0.1
    for a in range(after.shape[0]):
        assert a == rival or after[a] == before[a]


def test_incidents_raise_tension_with_the_challenger_alone(scene):
    s = strained(scene)
    s.p.challenger[:] = s.p.proliferator
    s.w.incident[:] = 2.0
    after = s.run(MECHANISM, 20).tension
    assert after[s.p.proliferator] > 0.7
    assert after[s.p.rival] == pytest.approx(0.5)


@pytest.mark.system("S55")
def test_a_ring_with_an_open_door_calms_where_a_closed_one_alarms(scene):
    opened, closed = strained(scene), strained(scene)
    for s, door in ((opened, 1.0), (closed, 0.0)):
        s.w.framework_depth = 0.8
        s.lever("framework_open_door", door)
    assert with_rival(opened) < 0.45
    assert with_rival(closed) > 0.55


def test_a_deal_or_a_thaw_eases_tension_with_the_proliferator(scene):
    s = strained(scene)
    s.w.thaw = 0.8
    assert s.run(MECHANISM, 20).tension[s.p.proliferator] < 0.4
