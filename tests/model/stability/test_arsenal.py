"""The rival's arsenal: what it answers, with either sign."""

from __future__ import annotations

import pytest

from kaname.model.stability.arsenal import MECHANISM
from kaname.words.axes import INTERCEPTOR_UPPER, WARHEAD
from tests.laws.shown import Shown

SHOWN = Shown("threat.cn.us", by_sign=True)


def armed(scene):
    s = scene(6)
    p, w = s.p, s.w
    p.arsenal_plan, p.arsenal_speed, p.arsenal_requirement, p.arsenal_limit = 1200.0, 0.06, 250.0, 3000.0
    p.arsenal_survivability, p.arsenal_talks, p.arsenal_noise = 0.2, 0.2, 0.0
    p.exchange_vulnerable[:], p.exchange_counterforce, p.exchange_kill = 0.75, 0.45, 0.8
    p.exchange_intercept, p.exchange_shots = 0.6, 3.0
    p.homeland_interceptors[:], p.homeland_upper_share = 44.0, 0.5
    w.stock[p.rival, WARHEAD], w.stock[p.protector, WARHEAD] = 600.0, 1700.0
    w.stock[p.protector, INTERCEPTOR_UPPER] = 600.0
    s.lever("defence_architecture", 0.0)
    s.lever("arms_talks", 0.0)
    return s


def warheads(s, quarters=40):
    return s.run(MECHANISM, quarters).stock[s.p.rival, WARHEAD]


@pytest.mark.system("S48")
@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_defences_and_exclusion_from_talks_move_the_arsenal_as_the_free_signs_say(scene, sign):
    plain, shielded, talking = armed(scene), armed(scene), armed(scene)
    for s in (plain, shielded, talking):
        s.p.arsenal_survivability *= sign
        s.p.arsenal_talks *= sign
    shielded.lever("defence_architecture", 1.0)
    talking.lever("arms_talks", 1.0)
    base = warheads(plain)
    assert sign * (warheads(shielded) - base) > 10.0
    assert sign * (warheads(talking) - base) < -10.0


def test_only_the_rivals_warheads_are_touched(scene):
    s = armed(scene)
    before = s.w.stock.copy()
    s.run(MECHANISM, 3)
    changed = before != s.w.stock
    assert changed.sum() == 1
    assert changed[s.p.rival, WARHEAD]


def test_the_arsenal_stops_at_what_material_allows(scene):
    s = armed(scene)
    s.p.arsenal_limit = 1000.0
    s.p.arsenal_plan = 5000.0
    assert warheads(s, 200) == pytest.approx(1000.0, rel=1e-3)
