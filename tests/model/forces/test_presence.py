"""Presence: what draws the protector's forces away from the theatre, and what draws them back."""

from __future__ import annotations

import pytest

from kaname.model.forces.presence import MECHANISM
from kaname.words.axes import PROTECTOR_SIDE, REBALANCER, RETRENCHER
from tests.laws.shown import Shown

SHOWN = Shown("profession")


def quiet(scene):
    """A scene without noise in which every draw on attention is open to be tried."""
    s = scene(3)
    s.p.attention_noise = s.p.presence_noise = 0.0
    s.p.attention_by_type[:] = [0.6, 1.4, 0.0, -0.8]
    s.p.attention_fiscal, s.p.attention_debt_norm = 0.5, 1.0
    s.p.attention_incident, s.p.attention_team, s.p.attention_support = 0.5, -0.3, 0.6
    s.p.attention_speed = s.p.presence_speed = 0.3
    s.p.presence_draw, s.p.presence_opposed, s.p.attention_host = 0.4, 0.0, 0.0
    s.w.administration = REBALANCER
    s.w.debt[:] = 1.0
    s.w.incident[:] = 0.0
    s.w.leader_change[:] = 0.0
    s.w.support_alliance[:] = 0.6
    s.w.presence = s.w.attention = 0.5
    s.lever("forward_presence", 0.6)
    return s


@pytest.mark.system("S37")
def test_presence_is_drawn_away_when_attention_goes_elsewhere(scene):
    steady, away = quiet(scene), quiet(scene)
    away.w.administration = RETRENCHER
    assert away.run(MECHANISM, 12).presence < steady.run(MECHANISM, 12).presence - 0.02


@pytest.mark.system("S30")
@pytest.mark.parametrize(("field", "value"), [("debt", 2.5), ("support_alliance", 0.1)])
def test_fiscal_limits_and_a_weary_public_lower_what_is_delivered(scene, field, value):
    steady, limited = quiet(scene), quiet(scene)
    limited.w[field][:] = value
    assert limited.run(MECHANISM, 12).presence < steady.run(MECHANISM, 12).presence - 0.01


def test_a_new_team_lowers_attention_only_if_its_free_sign_says_so(scene):
    for sign in (-1.0, 1.0):
        same, new = quiet(scene), quiet(scene)
        same.p.attention_team = new.p.attention_team = sign
        new.w.leader_change[PROTECTOR_SIDE] = 1.0
        assert sign * (new.run(MECHANISM).attention - same.run(MECHANISM).attention) > 0.0


def test_incidents_in_the_theatre_bring_attention_back(scene):
    calm, troubled = quiet(scene), quiet(scene)
    troubled.w.incident[:] = 1.0
    assert troubled.run(MECHANISM, 4).attention > calm.run(MECHANISM, 4).attention


def test_with_full_attention_presence_becomes_what_was_promised(scene):
    s = quiet(scene)
    s.p.presence_draw = 0.0
    assert s.run(MECHANISM, 80).presence == pytest.approx(0.6, abs=1e-6)


@pytest.mark.system("S29")
def test_what_the_host_pays_keeps_forces_and_quarrels_over_bases_send_them_away(scene):
    usual, paid, quarrel = quiet(scene), quiet(scene), quiet(scene)
    for s in (usual, paid, quarrel):
        s.p.attention_host, s.p.presence_opposed, s.p.base_normal = 0.4, 0.5, 0.4
        s.w.base_opposition = 0.4
        s.lever("host_support", 2.0)
    paid.lever("host_support", 12.0, start=2.0)
    quarrel.w.base_opposition = 0.9
    here = usual.run(MECHANISM, 20).presence
    assert paid.run(MECHANISM, 20).presence > here + 0.01
    assert quarrel.run(MECHANISM, 20).presence < here - 0.05
