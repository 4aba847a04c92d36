"""Deals on missiles: separate prices, slow talks, and what each side may break."""

from __future__ import annotations

import pytest

from kaname.model.diplomacy.deal import FULL, LONG_RANGE, MECHANISM, NO_DEAL
from kaname.words.axes import ALLY_SIDE, INTERCONTINENTAL, MEDIUM, PROTECTOR_SIDE, SHORT
from tests.laws.shown import MORE, Shown

SHOWN = Shown("programme_skill", MORE)

WORLDS = 400


def table(scene, stance=0.5, precision=100.0):
    s = scene(16)
    p, w = s.p, s.w
    p.choice_precision = precision
    p.deal_price[:], p.deal_money, p.deal_ally_share = [0.3, 0.8, 1.2], 0.06, 0.5
    p.deal_income, p.deal_security, w.rung[:] = 0.06, 0.0, 0
    p.deal_home, p.deal_for_ally, p.deal_stance = 0.5, 0.3, 0.7
    p.deal_relief, p.deal_patience, p.deal_talks_speed, p.deal_break = 1.2, 0.0, 0.1, 0.4
    p.deal_missiles[:] = [0.2, 0.2, 0.3]
    w.deal, w.talks, w.talks_about, w.deal_payment[:] = NO_DEAL, 0.0, NO_DEAL, 0.0
    w.homeland_risk[:], w.threat[:], w.trust[:], w.sanctions_pressure = 0.6, 0.7, 0.6, 0.6
    s.lever("deal_stance", stance)
    return s


@pytest.mark.system("S50")
def test_talks_are_slow_and_end_in_what_was_talked_about(scene):
    s = table(scene)
    assert s.run(MECHANISM, 8).deal == NO_DEAL
    assert 0.5 < s.w.talks < 1.0
    assert s.run(MECHANISM, 6, first=9).deal == LONG_RANGE


@pytest.mark.system("S50")
def test_the_proliferator_keeps_what_it_prices_higher_than_what_is_paid(scene):
    s = table(scene)
    s.p.deal_missiles[INTERCONTINENTAL] = 1.5
    assert s.run(MECHANISM, 40).deal == NO_DEAL


@pytest.mark.system("S50")
def test_a_price_too_high_for_the_stake_is_not_offered(scene):
    s = table(scene)
    s.p.deal_price[INTERCONTINENTAL], s.p.deal_money = 10.0, 0.15
    s.p.deal_stance = 0.3
    assert s.run(MECHANISM, 40).deal == NO_DEAL
    assert s.w.talks == 0.0


@pytest.mark.system("S50")
def test_the_ally_pays_its_part_for_the_missiles_that_reach_it_and_only_for_those(scene):
    long_range, full = table(scene), table(scene, stance=1.0)
    long_range.w.deal, full.w.deal = LONG_RANGE, FULL
    paid_long, paid_full = long_range.run(MECHANISM).deal_payment, full.run(MECHANISM).deal_payment
    near = float(full.p.deal_price[SHORT] + full.p.deal_price[MEDIUM])
    assert paid_long[ALLY_SIDE] == 0.0
    assert paid_long[PROTECTOR_SIDE] == pytest.approx(1.2)
    assert paid_full[ALLY_SIDE] == pytest.approx(0.5 * near)
    assert paid_full[PROTECTOR_SIDE] == pytest.approx(1.2 + 0.5 * near)


@pytest.mark.system("S49")
def test_fear_for_its_own_homeland_makes_the_protector_seek_the_deal_that_leaves_the_ally_out(scene):
    safe, afraid = table(scene, stance=0.2), table(scene, stance=0.2)
    safe.w.homeland_risk[:], afraid.w.homeland_risk[:] = 0.0, 1.0
    assert safe.run(MECHANISM, 20).deal == NO_DEAL
    assert afraid.run(MECHANISM, 20).deal == LONG_RANGE


@pytest.mark.parametrize("side", ["protector", "proliferator"])
def test_either_side_may_break_a_deal_that_no_longer_pays(scene, side):
    s = table(scene)
    s.w.deal = LONG_RANGE
    s.p.deal_break = 0.05
    if side == "protector":
        s.lever("deal_stance", 0.0)
        s.p.deal_stance, s.w.homeland_risk[:] = 2.0, 0.0
    else:
        s.w.sanctions_pressure, s.p.deal_missiles[INTERCONTINENTAL] = 0.0, 1.0
    assert s.run(MECHANISM).deal == NO_DEAL


def test_a_new_subject_starts_the_talks_again(scene):
    s = table(scene, stance=1.0)
    s.w.talks, s.w.talks_about = 0.9, LONG_RANGE
    assert s.run(MECHANISM).talks == 0.0
    assert s.w.talks_about == FULL


@pytest.mark.system("S50")
def test_money_or_assurances_can_buy_what_relief_alone_does_not(scene):
    poor, paid, assured = table(scene), table(scene), table(scene)
    for s in (poor, paid, assured):
        s.p.deal_missiles[INTERCONTINENTAL] = 0.9
    paid.p.deal_income, assured.p.deal_security = 0.5, 1.0
    assert poor.run(MECHANISM, 20).deal == NO_DEAL
    assert paid.run(MECHANISM, 20).deal == LONG_RANGE
    assert assured.run(MECHANISM, 20).deal == LONG_RANGE


def test_a_challenge_by_the_proliferator_ends_the_deal_and_another_challengers_does_not(scene):
    broken, kept = table(scene), table(scene)
    broken.w.deal = kept.w.deal = LONG_RANGE
    for s, own in ((broken, True), (kept, False)):
        s.p.challenger[:] = s.p.rival
        s.p.challenger[0] = s.p.proliferator if own else s.p.rival
        s.w.rung[0] = 1
    assert broken.run(MECHANISM).deal == NO_DEAL
    assert kept.run(MECHANISM).deal == LONG_RANGE
