"""The exchange of arsenals: bounds, directions and the plain cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import plain
from kaname.model.stability import exchange

survivors, arriving, damage = plain(exchange.survivors), plain(exchange.arriving), plain(exchange.damage)
number = st.floats(0.0, 5000.0, allow_subnormal=False)
share = st.floats(0.0, 1.0)


@given(number, share, number, share)
def test_survivors_are_never_more_than_there_were_nor_fewer_than_out_of_reach(warheads, vulnerable, attackers, kill):
    left = survivors(warheads, vulnerable, attackers, kill)
    assert warheads * (1.0 - vulnerable) - 1e-9 <= left <= warheads + 1e-9


@given(number, share, number, number, share)
def test_more_attackers_never_leave_more(warheads, vulnerable, fewer, more, kill):
    fewer, more = sorted((fewer, more))
    assert survivors(warheads, vulnerable, more, kill) <= survivors(warheads, vulnerable, fewer, kill) + 1e-9


def test_part_of_one_warhead_is_not_attacked_without_end():
    smallest_normal_number = 2.2250738585072014e-308
    assert survivors(smallest_normal_number, 1.0, 4.0, 0.0) == smallest_normal_number


@given(number, number, share, st.floats(1.0, 8.0))
def test_defences_stop_something_between_nothing_and_all(warheads, interceptors, intercept, shots):
    through = arriving(warheads, interceptors, intercept, shots)
    assert -1e-9 <= through <= warheads
    assert through == pytest.approx(warheads - intercept * min(warheads, interceptors / shots))


def test_one_attacker_each_leaves_what_it_misses_and_what_it_cannot_reach():
    assert survivors(100.0, 1.0, 100.0, 0.8) == pytest.approx(20.0)
    assert survivors(100.0, 0.5, 100.0, 0.8) == pytest.approx(60.0)


def test_the_scale_is_the_number_that_destroys_63_per_cent():
    assert damage(50.0, 50.0) == pytest.approx(0.632, abs=1e-3)
    assert damage(0.0, 50.0) == 0.0
