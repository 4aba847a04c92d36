"""Choices go through the seats: people answer for bots, and the trace keeps the values that decided."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.diplomacy.deal import DEAL_EVENT, LONG_RANGE, MECHANISM, NO_DEAL
from kaname.model.diplomacy.decision import best_other
from kaname.model.diplomacy.sanctions import MECHANISM as SANCTIONS
from kaname.model.world.samples import empty_tables, turn_of
from kaname.model.world.seats import Waiting


def seated(s, actor, answers=(), log=0):
    """A turn in which a person sits in one seat and has given these answers."""
    turn = turn_of(s.future, empty_tables(), 1, log=log)
    seats = turn.seats.copy()
    seats[actor] = 1
    return turn._replace(seats=seats, answers=np.array(answers, np.int64))


def test_a_person_in_the_seat_is_awaited_and_then_obeyed(scene):
    s = scene(16)
    s.w.deal, s.w.talks_about, s.w.talks = NO_DEAL, NO_DEAL, 0.0
    run, protector = plain(MECHANISM.run), int(s.p.protector)
    with pytest.raises(Waiting):
        run(s.w, s.p, seated(s, protector))
    assert s.w.asked_seat == protector
    assert s.w.asked_count == 3
    run(s.w, s.p, seated(s, protector, [LONG_RANGE]))
    assert s.w.talks_about == LONG_RANGE


def test_the_log_keeps_the_value_of_the_choice_and_of_the_best_other(scene):
    s = scene(16)
    s.w.deal = NO_DEAL
    turn = turn_of(s.future, empty_tables(), 1, log=4)
    plain(MECHANISM.run)(s.w, s.p, turn)
    kind, actor, choice, value, other, likely = turn.log[0, 2:8]
    assert (kind, actor) == (DEAL_EVENT, s.p.protector)
    assert choice in (0, 1, 2)
    assert value != other
    assert 0.0 < likely <= 1.0


def test_the_log_does_not_change_the_choice(scene):
    silent, told = scene(16), scene(16)
    plain(MECHANISM.run)(silent.w, silent.p, turn_of(1, empty_tables(), 1))
    plain(MECHANISM.run)(told.w, told.p, turn_of(1, empty_tables(), 1, log=8))
    assert silent.w.tobytes() == told.w.tobytes()


def test_the_best_other_is_never_the_choice_itself():
    values = np.array([3.0, 1.0, 2.0])
    assert [plain(best_other)(values, 3, choice) for choice in range(3)] == [2.0, 3.0, 3.0]


def test_two_members_with_the_same_values_do_not_draw_the_same_lot(scene):
    s = scene(9)
    s.p.choice_precision = 0.0
    run = plain(SANCTIONS.run)
    apart = 0
    for quarter in range(20):
        s.w.enforcement[:] = 0.0
        run(s.w, s.p, turn_of(s.future, empty_tables(), quarter))
        apart += s.w.enforcement[s.p.ally] != s.w.enforcement[s.p.partner]
    assert 5 < apart < 20
