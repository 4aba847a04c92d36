"""Homeland risk: the chance that a war reaches the protector's homeland, and what a deal or one defence changes."""

from __future__ import annotations

import pytest

from kaname.model.stability.homeland import MECHANISM
from kaname.words.axes import ICBM, INTERCEPTOR_UPPER, WARHEAD
from tests.laws.shown import Shown

SHOWN = Shown("framework_depth")


def threatened(scene):
    s = scene(4)
    p, w = s.p, s.w
    p.homeland_interceptors[:], p.exchange_intercept, p.exchange_shots = 0.0, 0.6, 4.0
    p.homeland_interceptors[p.protector] = 20.0
    p.homeland_upper_share, p.homeland_load, p.homeland_damage = 0.3, 1.5, 5.0
    p.homeland_escalation, p.homeland_unstable, p.homeland_salvo, p.homeland_share = 1.0, 0.0, 20.0, 0.5
    w.stock[:, [WARHEAD, ICBM]] = 0.0
    w.stock[p.proliferator, WARHEAD], w.stock[p.proliferator, ICBM] = 50.0, 20.0
    w.stock[p.protector, INTERCEPTOR_UPPER] = 200.0
    w.programme_skill = 0.5
    s.lever("defence_architecture", 0.0)
    return s


@pytest.mark.system("S49")
def test_long_range_missiles_put_the_homeland_at_risk_and_their_end_removes_it(scene):
    s, dealt = threatened(scene), threatened(scene)
    dealt.w.stock[dealt.p.proliferator, ICBM] = 2.0
    assert s.run(MECHANISM).homeland_risk[s.p.proliferator] > 0.5
    assert dealt.run(MECHANISM).homeland_risk[dealt.p.proliferator] < 0.2


@pytest.mark.system("S49")
def test_one_integrated_defence_lowers_the_risk(scene):
    separate, one = threatened(scene), threatened(scene)
    one.lever("defence_architecture", 1.0)
    a = int(one.p.proliferator)
    assert one.run(MECHANISM).homeland_risk[a] < separate.run(MECHANISM).homeland_risk[a] - 0.05


def test_reliability_counts_for_the_proliferator_alone(scene):
    s = threatened(scene)
    s.w.stock[s.p.rival, WARHEAD], s.w.stock[s.p.rival, ICBM] = 50.0, 20.0
    s.w.programme_skill = 0.0
    risk = s.run(MECHANISM).homeland_risk
    assert risk[s.p.proliferator] == 0.0
    assert risk[s.p.rival] > 0.9


def test_nobody_is_a_risk_without_missiles_and_the_protector_not_to_itself(scene):
    s = threatened(scene)
    s.w.stock[s.p.protector, WARHEAD] = s.w.stock[s.p.protector, ICBM] = 500.0
    risk = s.run(MECHANISM).homeland_risk
    assert risk[s.p.protector] == risk[s.p.ally] == risk[s.p.partner] == 0.0


def test_what_a_war_may_do_is_a_chance_and_an_unstable_balance_raises_it_with_the_rival_alone(scene):
    risks = []
    for stability in (1.0, 0.8):
        s = threatened(scene)
        s.p.homeland_escalation, s.p.homeland_unstable, s.w.first_strike = 0.1, 2.0, stability
        s.w.stock[s.p.rival, WARHEAD], s.w.stock[s.p.rival, ICBM] = 600.0, 400.0
        risks.append(s.run(MECHANISM).homeland_risk.copy())
        rival, proliferator = int(s.p.rival), int(s.p.proliferator)
    assert 0.09 < risks[0][rival] <= 0.1
    assert risks[1][rival] == pytest.approx(1.4 * risks[0][rival])
    assert risks[1][proliferator] == risks[0][proliferator] < risks[0][rival]


@pytest.mark.system("S49")
def test_more_warheads_raise_the_risk_and_more_interceptors_lower_it(scene):
    def risk(warheads, interceptors):
        s = threatened(scene)
        s.p.homeland_salvo, s.p.homeland_damage = 5.0, 20.0
        s.w.stock[s.p.rival, WARHEAD] = s.w.stock[s.p.rival, ICBM] = warheads
        s.p.homeland_interceptors[s.p.protector] = interceptors
        return float(s.run(MECHANISM).homeland_risk[s.p.rival])

    assert risk(20.0, 20.0) < risk(60.0, 20.0) < risk(60.0, 0.0)
    assert risk(20.0, 200.0) < risk(20.0, 20.0)
