"""The missile programme: counts as seen, free signs, deals by class, and exercises that need not matter."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.stability.programme import MECHANISM
from kaname.words.axes import ICBM, INTERCONTINENTAL, MEDIUM, SHORT, STRIKE
from tests.laws.shown import Shown

SHOWN = Shown("support_strike")


def launching(scene, number=8, **coefficients):
    s = scene(number)
    p, w = s.p, s.w
    p.tests_base, p.tests_ceiling, p.tests_kept, p.tests_spread = 5.0, 33.0, 0.25, 0.67
    p.tests_quiet, p.tests_to_busy, p.tests_to_quiet, w.programme_busy = 0.055, 0.29, 0.15, 1
    p.tests_sanctions = p.tests_exercises = p.tests_thaw = p.tests_talks = 0.0
    for name, value in coefficients.items():
        p[f"tests_{name}"] = value
    p.tests_success, p.skill_learning = 0.78, 0.01
    p.production[:], p.production_sanctions, p.missiles_life = [10.0, 4.0, 1.0], 0.2, 100.0
    p.deal_compliance, p.deal_dismantling = 0.8, 0.05
    w.missiles[:], w.losses[:] = [600.0, 230.0, 18.0], 0.0
    w.programme_drive, w.programme_skill = 0.0, 0.4
    w.sanctions_pressure, w.thaw, w.talks, w.deal, w.reaction_effort = 0.3, 0.0, 0.0, 0, 0.0
    s.lever("exercise_tempo", 0.7)
    return s


def count_a_year(s, quarters=4000):
    step, total = plain(MECHANISM.run), 0
    for quarter in range(quarters):
        step(s.w, s.p, s.turn(quarter))
        total += int(s.w.tests)
    return total * 4.0 / quarters


def test_mean_and_spread_of_tests_are_those_of_the_counts_of_2012_to_2025(scene, shared):
    with open(shared / "validation/data/nk_missile_tests_by_year.csv", encoding="utf-8") as file:
        by_year = {int(row["year"]): int(row["total"]) for row in csv.DictReader(file)}
    seen = np.array([by_year.get(year, 0) for year in range(2012, 2026)])
    s, step, counts = launching(scene), plain(MECHANISM.run), []
    for quarter in range(4000):
        step(s.w, s.p, s.turn(quarter))
        counts.append(int(s.w.tests))
    years = np.array(counts).reshape(-1, 4).sum(axis=1)
    error = seen.std(ddof=1) / np.sqrt(len(seen))
    assert abs(years.mean() - seen.mean()) < 2.0 * error
    assert 0.6 < years.std() / seen.std(ddof=1) < 1.6


def test_one_future_turns_between_quiet_and_busy_spells_as_long_as_those_seen(scene):
    s, step, busy, quiet_tests, busy_tests = launching(scene), plain(MECHANISM.run), [], [], []
    for quarter in range(6000):
        step(s.w, s.p, s.turn(quarter))
        busy.append(int(s.w.programme_busy))
        (busy_tests if busy[-1] else quiet_tests).append(int(s.w.tests))
    turns = np.diff(busy)
    assert busy.count(1) / len(busy) == pytest.approx(0.29 / 0.44, abs=0.03)
    assert (turns == -1).sum() / busy.count(1) == pytest.approx(0.15, abs=0.02)
    assert np.mean(quiet_tests) == pytest.approx(0.28, abs=0.06)
    assert np.mean(busy_tests) == pytest.approx(7.4, rel=0.08)


def test_the_spread_of_the_tempo_leaves_the_mean_where_it_was(scene):
    s = launching(scene)
    s.p.tests_ceiling, s.p.tests_spread = 100.0, 0.7
    assert count_a_year(s) == pytest.approx(20.0, rel=0.12)


@pytest.mark.system("S36")
@pytest.mark.parametrize("sign", [-0.8, 0.0, 0.8])
def test_cancelling_exercises_moves_tests_only_as_the_free_sign_says_and_stocks_go_on(scene, sign):
    held, cancelled = launching(scene, exercises=sign), launching(scene, exercises=sign)
    cancelled.lever("exercise_tempo", 0.0, start=0.7)
    difference = count_a_year(cancelled, 800) - count_a_year(held, 800)
    assert np.sign(round(difference, 9)) == -np.sign(sign)
    assert cancelled.w.missiles[INTERCONTINENTAL] == held.w.missiles[INTERCONTINENTAL]


@pytest.mark.system("S51")
def test_enforced_sanctions_slow_production(scene):
    loose, strict = launching(scene), launching(scene)
    strict.w.sanctions_pressure = 0.9
    after_loose, after_strict = loose.run(MECHANISM, 40).missiles, strict.run(MECHANISM, 40).missiles
    assert (after_strict < after_loose - 1.0).all()


@pytest.mark.system("S49")
def test_a_deal_on_long_range_missiles_leaves_those_that_reach_the_ally(scene):
    none, long_range, full = launching(scene), launching(scene), launching(scene)
    long_range.w.deal, full.w.deal = 1, 2
    none, long_range, full = (s.run(MECHANISM, 20).missiles for s in (none, long_range, full))
    assert long_range[INTERCONTINENTAL] < 0.6 * none[INTERCONTINENTAL]
    assert long_range[SHORT] == none[SHORT]
    assert long_range[MEDIUM] == none[MEDIUM]
    assert (full < 0.8 * none).all()


def test_tests_teach_reliability_and_more_of_them_more(scene):
    few, many = launching(scene), launching(scene)
    many.p.tests_base = 15.0
    few, many = few.run(MECHANISM, 12).programme_skill, many.run(MECHANISM, 12).programme_skill
    assert 0.4 < few < many < 1.0


def test_missiles_fired_last_quarter_leave_the_stores_in_proportion(scene):
    s, fired = launching(scene), launching(scene)
    fired.w.losses[fired.p.proliferator, STRIKE] = 83.0
    fired.w.losses[fired.p.proliferator, ICBM] = 8.0
    before, after = s.run(MECHANISM).missiles, fired.run(MECHANISM).missiles
    assert before[SHORT] - after[SHORT] == pytest.approx(60.0 * 0.99)
    assert before[MEDIUM] - after[MEDIUM] == pytest.approx(23.0 * 0.99)
    assert before[INTERCONTINENTAL] - after[INTERCONTINENTAL] == pytest.approx(8.0 * 0.99)
