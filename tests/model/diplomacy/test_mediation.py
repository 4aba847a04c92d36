"""Two efforts towards the proliferator: both cost capital, one opens channels, the other makes enforcing worth more."""

from __future__ import annotations

import pytest

from kaname.core.kernel import plain
from kaname.model.diplomacy.channels import contacts
from kaname.model.diplomacy.mediation import MECHANISM
from kaname.model.diplomacy.sanctions import worth_of_enforcing
from kaname.model.stability.programme import mean_tests
from tests.laws.shown import NotShown

SHOWN = NotShown("both efforts stand where they stood at the start, and no shipped bargain moves them")


def efforts(scene, mediation: float, coalition: float):
    s = scene(7)
    s.p.effort_speed, s.p.effort_capital = 0.2, 0.03
    s.w.mediation, s.w.coalition = 0.0, 0.0
    s.lever("mediation", mediation, 0.1)
    s.lever("coalition_building", coalition, 0.4)
    return s


@pytest.mark.system("S51")
def test_efforts_count_from_the_start_and_both_use_up_capital(scene):
    w = efforts(scene, 0.1, 0.4).run(MECHANISM, 40)
    assert (w.mediation, w.coalition, w.diplomatic_use) == (0.0, 0.0, 0.0)
    mediating, recruiting = efforts(scene, 0.6, 0.4).run(MECHANISM, 40), efforts(scene, 0.1, 0.9).run(MECHANISM, 40)
    assert mediating.diplomatic_use == pytest.approx(recruiting.diplomatic_use) == pytest.approx(0.015, rel=0.01)


@pytest.mark.system("S51")
def test_recruiting_makes_enforcing_worth_more_to_others_and_mediation_less_to_the_ally(scene):
    s = efforts(scene, 0.1, 0.4)
    p, w = s.p, s.w
    p.sanctions_coalition, p.sanctions_mediation = 0.2, 0.2
    worth = plain(worth_of_enforcing)
    before = [worth(w, p, a) for a in (p.partner, p.rival, p.ally)]
    w.coalition = 0.5
    assert [worth(w, p, a) for a in (p.partner, p.rival, p.ally)] == pytest.approx(
        [before[0] + 0.1, before[1] + 0.1, before[2]]
    )
    w.coalition, w.mediation = 0.0, 0.5
    assert [worth(w, p, a) for a in (p.partner, p.rival, p.ally)] == pytest.approx([*before[:2], before[2] - 0.1])


@pytest.mark.system("S54")
def test_mediation_opens_a_channel_and_moves_tests_either_way(scene):
    s = efforts(scene, 0.1, 0.4)
    p, w = s.p, s.w
    p.channels_mediation, p.tests_ceiling = 0.4, 1e6
    w.mediation = 0.0
    closed, tests = plain(contacts)(w, p, p.proliferator), plain(mean_tests)(w, p)
    w.mediation = 0.5
    assert plain(contacts)(w, p, p.proliferator) == pytest.approx(closed + 0.2)
    for sign in (-0.8, 0.8):
        p.tests_mediation = sign
        assert (plain(mean_tests)(w, p) > tests) == (sign > 0)
