"""The index of first-strike stability against worked values, and what defences do to it."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import plain
from kaname.model.stability.first_strike import MECHANISM, first_strike_index, war_cost
from kaname.words.axes import INTERCEPTOR_UPPER, WARHEAD
from tests.laws.shown import NotShown

SHOWN = NotShown("its output is itself an end, added up by the score and read by no other mechanism")

index, cost = plain(first_strike_index), plain(war_cost)
share = st.floats(0.0, 1.0)
WEIGHT = st.floats(0.05, 1.0)


def test_the_index_equals_every_worked_value(shared):
    rows = json.loads((shared / "validation/data/oracles.json").read_text())["first_strike_index"]
    assert len(rows) == 4
    for row in rows:
        pairs = row["damage_self_other"]
        numbers = [x for side in ("us1", "us2", "su1", "su2") for x in pairs[side]]
        assert index(row["lam"], *numbers) == row["index"]
        for side, said in row["cost"].items():
            assert cost(row["lam"], *pairs[side]) == pytest.approx(said, rel=1e-12)


@given(WEIGHT, share, share)
def test_forces_that_lose_nothing_by_waiting_give_one(weight, own, other):
    assert index(weight, own, other, own, other, own, other, own, other) == pytest.approx(1.0)


@given(WEIGHT, share, share, share)
def test_the_index_never_rises_with_the_harm_of_going_second(weight, own, less, more):
    less, more = sorted((less, more))
    at_less = index(weight, own, 0.5, less, 0.5, 0.5, 0.5, 0.5, 0.5)
    assert index(weight, own, 0.5, more, 0.5, 0.5, 0.5, 0.5, 0.5) <= at_less + 1e-12


def standoff(scene, rival=200.0):
    s = scene(2)
    p, w = s.p, s.w
    p.exchange_vulnerable[:], p.exchange_counterforce, p.exchange_kill = 0.8, 0.5, 0.8
    p.exchange_intercept, p.exchange_shots, p.exchange_damage, p.first_strike_weight = 0.6, 3.0, 100.0, 0.3
    p.homeland_interceptors[:], p.homeland_upper_share, p.talks_restraint = 0.0, 0.5, 0.0
    w.stock[p.protector, WARHEAD], w.stock[p.rival, WARHEAD] = 1700.0, rival
    w.stock[p.protector, INTERCEPTOR_UPPER] = 200.0
    s.lever("defence_architecture", 0.0)
    s.lever("arms_talks", 0.0)
    return s


@pytest.mark.system("S47")
def test_restraint_by_talks_steadies_a_standoff_of_large_arsenals_and_may_shake_one_with_a_small_one(scene):
    def gain(rival, restraint):
        silent, talking = standoff(scene, rival), standoff(scene, rival)
        silent.p.talks_restraint = talking.p.talks_restraint = restraint
        talking.lever("arms_talks", 1.0)
        return talking.run(MECHANISM).first_strike - silent.run(MECHANISM).first_strike

    assert gain(600.0, 0.4) > 0.02
    assert gain(600.0, -0.1) < 0.0
    assert gain(100.0, 0.4) < 0.0


@pytest.mark.system("S47")
def test_defences_that_stop_a_weakened_answer_make_going_first_pay(scene):
    bare, shielded = standoff(scene), standoff(scene)
    shielded.p.homeland_interceptors[shielded.p.protector] = 100.0
    assert shielded.run(MECHANISM).first_strike < bare.run(MECHANISM).first_strike - 0.02


@pytest.mark.system("S47")
def test_one_integrated_system_counts_where_separate_theatre_systems_do_not(scene):
    separate, integrated = standoff(scene), standoff(scene)
    integrated.lever("defence_architecture", 1.0)
    assert integrated.run(MECHANISM).first_strike < separate.run(MECHANISM).first_strike - 0.02


def test_the_index_of_two_arsenals_is_that_of_their_damages(scene):
    """Counted by hand: half of each arsenal at the other's, kill chance 0.8, 0.8 and 0.3 of it within reach."""
    s = standoff(scene)
    s.p.exchange_vulnerable[s.p.protector] = 0.3

    def hurt(warheads):
        return 1.0 - math.exp(-warheads / 100.0)

    def left(warheads, reach, attackers):
        return warheads * (1.0 - reach * (1.0 - 0.2 ** (attackers / warheads)))

    answer, answer_other = hurt(left(200.0, 0.8, 850.0)), hurt(left(1700.0, 0.3, 100.0))
    first, first_other = hurt(850.0), hurt(100.0)
    own = (answer + 0.3 * (1.0 - first)) / (first_other + 0.3 * (1.0 - answer_other))
    other = (answer_other + 0.3 * (1.0 - first_other)) / (first + 0.3 * (1.0 - answer))
    assert s.run(MECHANISM).first_strike == pytest.approx(own * other)


def test_a_larger_arsenal_of_the_rival_leaves_less_to_gain_by_going_first(scene):
    assert standoff(scene, 1500.0).run(MECHANISM).first_strike > standoff(scene, 150.0).run(MECHANISM).first_strike
