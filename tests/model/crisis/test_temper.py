"""What a challenger wants changes slowly, falls or rises after challenges by free signs, and wars exhaust."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.model.crisis.opportunity import MECHANISM as OPPORTUNITY
from kaname.model.crisis.temper import MECHANISM
from kaname.words.axes import CONTENT, END_LIMITED_WAR, END_STATUS_QUO, REVISIONIST
from tests.laws.shown import FEW, Shown
from tests.model.perception.ground import ALLY, HOME, RIVAL, calm, runner

SHOWN = Shown("tension.cn", FEW)
QUARTERS = 400


def PREPARE(rng: np.random.Generator, w: Any, p: Any, t: Any) -> None:
    """Quarters after endings of every kind."""
    w.ending[:] = rng.integers(0, 8, len(w.ending))
    w.rung[:] = rng.integers(0, 2, len(w.rung))


def test_tempers_come_by_their_usual_shares() -> None:
    found = np.zeros(3)
    for future in range(QUARTERS):
        w, p, tables = calm()
        runner(MECHANISM)(w, p, tables, future=future)
        found[w.temper[RIVAL]] += 1
    np.testing.assert_allclose(found / QUARTERS, p.temper_share, atol=0.08)


def test_a_temper_lasts_for_years() -> None:
    w, p, tables = calm()
    changes, before = 0, -1
    for quarter in range(QUARTERS):
        runner(MECHANISM)(w, p, tables, quarter=quarter)
        changes += int(quarter > 0 and w.temper[RIVAL] != before)
        before = int(w.temper[RIVAL])
    assert changes < QUARTERS * p.temper_change


def test_the_status_quo_is_worth_less_to_a_revisionist() -> None:
    worth = {}
    for temper in (CONTENT, REVISIONIST):
        w, p, tables = calm()
        p.temper_change = p.status_quo_shock = 0.0
        w.temper[:] = temper
        for quarter in range(1, 200):
            runner(MECHANISM)(w, p, tables, quarter=quarter)
        worth[temper] = w.status_quo[HOME]
        assert worth[temper] == pytest.approx(p.temper_value[temper], abs=0.01)
    assert worth[REVISIONIST] < 0.0 < worth[CONTENT]


@pytest.mark.parametrize("change", [-0.1, 0.1])
def test_a_challenge_that_was_faced_down_moves_it_either_way(change: float) -> None:
    w, p, tables = calm()
    p.temper_change = p.status_quo_shock = p.status_quo_speed = 0.0
    p.status_quo_rebuff = change
    w.rung[HOME], w.ending[HOME] = 2, END_STATUS_QUO
    runner(MECHANISM)(w, p, tables, quarter=1)
    assert w.status_quo[HOME] == pytest.approx(change)


def test_after_a_war_opportunities_come_back_only_with_the_years() -> None:
    w, p, tables = calm()
    p.opportunity_rate[:], p.temper_change = 0.2, 0.0
    w.ending[HOME] = END_LIMITED_WAR
    runner(MECHANISM)(w, p, tables, quarter=1)
    assert w.exhaustion[RIVAL] == w.exhaustion[ALLY] == 1.0
    runner(OPPORTUNITY)(w, p, tables, quarter=1)
    assert w.opportunity.sum() == 0
    w.ending[HOME] = 0
    for quarter in range(2, 42):
        runner(MECHANISM)(w, p, tables, quarter=quarter)
    assert w.exhaustion[RIVAL] == pytest.approx(p.exhaustion_kept**40)
    assert w.exhaustion[RIVAL] < 0.3


def test_what_was_taken_cannot_be_taken_again() -> None:
    w, p, tables = calm()
    p.opportunity_rate[:] = 5.0
    w.territory[HOME] = 0.0
    runner(OPPORTUNITY)(w, p, tables)
    assert w.opportunity[HOME] == 0
