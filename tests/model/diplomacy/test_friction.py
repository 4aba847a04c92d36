"""Friction over history: what feeds it, what settles it, and what it costs trilateral cooperation."""

from __future__ import annotations

import pytest

from kaname.model.diplomacy.friction import MECHANISM
from kaname.words.axes import ALLY_SIDE, NATIONALIST
from tests.laws.shown import Shown

SHOWN = Shown("support_alliance.protector")


def neighbours(scene):
    s = scene(12)
    p, w = s.p, s.w
    p.friction_base, p.friction_nationalism, p.friction_image, p.friction_reconciliation = 0.2, 0.6, 0.1, 0.25
    p.friction_flare, p.friction_season, p.friction_jump, p.friction_speed = 0.0, 1.0, 0.4, 0.2
    p.trilateral_friction, p.trilateral_thaw, p.trilateral_threat, p.trilateral_speed = 0.8, 0.3, 0.4, 0.2
    w.friction, w.trilateral_level, w.thaw = 0.3, 0.4, 0.0
    w.government_ideology[NATIONALIST], w.leader_image[:], w.window[:] = 0.2, 0.0, 0.0
    w.threat[:] = 0.6
    s.lever("reconciliation", 0.0)
    s.lever("trilateral", 0.8)
    return s


@pytest.mark.system("S53")
def test_nationalists_in_government_cost_trilateral_cooperation(scene):
    calm, heated = neighbours(scene), neighbours(scene)
    heated.w.government_ideology[NATIONALIST] = 0.9
    assert heated.run(MECHANISM, 20).trilateral_level < calm.run(MECHANISM, 20).trilateral_level - 0.1


@pytest.mark.system("S53")
def test_an_election_season_brings_more_quarrels_and_no_new_step(scene):
    quiet, season = neighbours(scene), neighbours(scene)
    quiet.p.friction_flare = season.p.friction_flare = 0.2
    season.w.window[ALLY_SIDE] = 1.0
    level = float(season.w.trilateral_level)
    assert season.run(MECHANISM, 40).friction > quiet.run(MECHANISM, 40).friction
    assert season.w.trilateral_level == level


@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_effort_to_settle_history_calms_or_reopens_as_the_free_sign_says(scene, sign):
    none, effort = neighbours(scene), neighbours(scene)
    none.p.friction_reconciliation = effort.p.friction_reconciliation = 0.25 * sign
    effort.lever("reconciliation", 1.0)
    assert sign * (none.run(MECHANISM, 20).friction - effort.run(MECHANISM, 20).friction) > 0.05


def test_without_a_common_threat_less_is_worked_on_together(scene):
    shared_threat, one_sided = neighbours(scene), neighbours(scene)
    one_sided.w.threat[one_sided.p.partner] = 0.0
    assert one_sided.run(MECHANISM, 20).trilateral_level < shared_threat.run(MECHANISM, 20).trilateral_level - 0.03
