"""Thaw and wedge: offered and taken when they pay, and what openness is made of."""

from __future__ import annotations

import pytest

from kaname.model.diplomacy.wedge import MECHANISM
from tests.laws.shown import Shown

SHOWN = Shown("support_strike")


def courted(scene, precision=100.0):
    s = scene(14)
    p, w = s.p, s.w
    p.choice_precision = precision
    p.partner_first_election, p.partner_term = 24, 24
    p.thaw_gain, p.thaw_price, p.thaw_peace, p.thaw_outlook = 0.6, 0.2, 0.2, 0.5
    p.thaw_loyalty, p.thaw_tests, p.thaw_speed = 0.0, 0.1, 0.25
    p.wedge_bloc, p.wedge_tariff, p.wedge_table, p.wedge_thaw, p.wedge_trust = 0.3, 1.0, 0.4, 0.2, 0.2
    p.wedge_engagement, p.wedge_engagement_certainty = 0.4, -0.4
    p.wedge_gain, p.wedge_price, p.wedge_speed = 0.6, 0.1, 0.2
    w.sanctions_pressure, w.partner_outlook, w.tests = 0.7, 0.6, 1
    w.threat[:], w.belief[:], w.belief_nuclear[:], w.trust[:] = 0.4, 0.5, 0.5, 0.6
    w.bloc_weight, w.tariff, w.thaw, w.wedge = 0.4, 0.1, 0.0, 0.1
    s.lever("engagement", 0.3)
    s.lever("reassurance", 0.0)
    return s


@pytest.mark.system("S52")
def test_a_thaw_needs_sanctions_worth_loosening_and_a_partner_that_wants_it(scene):
    thawed = courted(scene).run(MECHANISM, 12).thaw
    nothing_to_gain, unwilling = courted(scene), courted(scene)
    nothing_to_gain.w.sanctions_pressure = 0.1
    unwilling.w.partner_outlook = -0.8
    assert thawed > 0.8
    assert nothing_to_gain.run(MECHANISM, 12).thaw < 0.05
    assert unwilling.run(MECHANISM, 12).thaw < 0.05


@pytest.mark.system("S52")
@pytest.mark.parametrize("push", ["tariff", "bloc", "table", "trust"])
def test_tariffs_blocs_a_table_of_two_and_lost_trust_open_members_to_the_rival(scene, push):
    firm, pushed = courted(scene), courted(scene)
    if push == "tariff":
        pushed.w.tariff = 0.4
    elif push == "bloc":
        pushed.w.bloc_weight = 0.9
    elif push == "table":
        pushed.lever("reassurance", 0.8)
    else:
        pushed.w.trust[:] = 0.0
    assert pushed.run(MECHANISM, 20).wedge > firm.run(MECHANISM, 20).wedge + 0.05


@pytest.mark.system("S56")
@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_what_engagement_opens_depends_on_certainty_as_the_free_sign_says(scene, sign):
    doubtful, certain = courted(scene), courted(scene)
    doubtful.w.belief[:], certain.w.belief[:] = 0.1, 0.9
    for s in (doubtful, certain):
        s.lever("engagement", 0.8)
        s.p.wedge_engagement_certainty = 0.4 * sign
    assert sign * (certain.run(MECHANISM, 20).wedge - doubtful.run(MECHANISM, 20).wedge) > 0.05


def test_the_rival_does_not_court_when_it_costs_more_than_it_brings(scene):
    s = courted(scene)
    s.p.wedge_price = 1.0
    assert s.run(MECHANISM, 30).wedge < 0.01


def test_the_partners_outlook_is_drawn_at_its_elections_alone(scene):
    s = courted(scene)
    s.p.partner_first_election, s.p.partner_term = 4, 6
    seen = [float(s.run(MECHANISM, 1, first=quarter).partner_outlook) for quarter in range(1, 12)]
    changes = [n + 1 for n in range(1, len(seen)) if seen[n] != seen[n - 1]]
    assert changes == [4, 10]
