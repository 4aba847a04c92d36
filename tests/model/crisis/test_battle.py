"""The continuation node: war goes on, widens, is joined or ends by terms, as values moved by battle say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis.battle import MECHANISM
from kaname.model.world.seats import Waiting
from kaname.words.axes import END_LIMITED_WAR, END_WIDE_WAR
from tests.laws.shown import MORE, Shown
from tests.model.crisis.games import crisis_world, flagship_forms, tables_with, turn_of
from tests.model.crisis.ground import TRIO, prepare_war, small_trees

SHOWN = Shown("last_force_in_being", MORE)

FORMS = flagship_forms()
TAIWAN_LIKE = 2
go_on = MECHANISM.run


WORLDS = 400
PREPARE = prepare_war
SCENARIO, TABLES = TRIO, small_trees


def war(number: int, **changes: Any) -> tuple[Any, int]:
    """A war of ten days in which the guarantor fights from open bases, and what comes of its review."""
    w, p, _ = crisis_world(number)
    w.camp_over, w.camp_day, w.camp_arrival, w.camp_plan = 0, 10.0, 4.0, 0
    w.rung[:], w.access[:], w.conduct[:], w.camp_control = 3, 2, 1.0, 0.3
    p.loss_cost[:] = 1.0
    p.choice_precision = 8.0
    for name, value in changes.items():
        record = w if name in w.dtype.names else p
        record[name] = value
    return w, go_on(w, p, turn_of(number, tables_with(FORMS), log=20), TAIWAN_LIKE)


def ended(**changes: Any) -> int:
    """How many of sixty such wars end at this review."""
    return sum(war(number, **changes)[1] > 0 for number in range(60))


def test_a_campaign_that_is_over_ends_the_war() -> None:
    assert all(war(number, camp_over=over)[1] == END_LIMITED_WAR for number in range(5) for over in (1, 2))


def test_a_war_in_which_the_guarantors_bases_were_struck_is_wide() -> None:
    assert war(0, camp_over=1, camp_plan=1)[1] == END_WIDE_WAR
    assert war(0, camp_over=1, camp_plan=1, camp_arrival=1000.0)[1] == END_LIMITED_WAR


@pytest.mark.system("S42")
def test_where_losses_to_come_weigh_more_wars_end_sooner() -> None:
    assert ended(loss_cost=8.0, battle_remaining=200.0) > ended(loss_cost=0.0, battle_remaining=200.0)


@pytest.mark.system("S40")
def test_a_guarantor_whose_helping_costs_more_joins_less_often() -> None:
    def joins(cost: float) -> int:
        wars = [
            war(n, camp_arrival=1000.0, conduct=0.0, help_homeland=cost, homeland_risk=1.0, coverage_stake=0.5)
            for n in range(60)
        ]
        return sum(w.camp_arrival < 1000.0 for w, _ in wars)

    assert joins(0.0) > joins(2.0)


@pytest.mark.system("S59")
def test_a_host_opens_its_bases_less_often_where_that_exposes_it() -> None:
    def opened(exposure: float) -> int:
        wars = [
            war(n, access=0, camp_plan=1, host_exposure=exposure, base_opposition=0.0, window=0.0, host=1, target=3)
            for n in range(60)
        ]
        return sum(w.access[TAIWAN_LIKE] == 2 for w, _ in wars)

    assert opened(0.0) > opened(3.0)


def test_nothing_is_applied_before_all_are_asked() -> None:
    for number in range(20):
        w, p, _ = crisis_world(number)
        w.camp_over, w.camp_day, w.camp_arrival, w.camp_plan = 0, 10.0, 1000.0, 0
        p.choice_precision = 0.0
        p.challenger[TAIWAN_LIKE], p.target[TAIWAN_LIKE], p.guarantor[TAIWAN_LIKE] = 6, 7, 8
        turn = turn_of(number, tables_with(FORMS))
        turn.seats[p.guarantor[TAIWAN_LIKE]] = 1
        before = w.copy()
        with pytest.raises(Waiting):
            plain(go_on)(w, p, turn, TAIWAN_LIKE)
        assert (w.asked_seat, w.asked_count) == (8, 2)
        for name in ("rung", "access", "conduct", "camp_arrival", "total_supported"):
            assert np.array_equal(w[name], before[name])
