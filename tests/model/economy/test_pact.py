"""The pact: joined slowly, left in a week, and a withdrawal is remembered."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.economy.pact import MECHANISM
from kaname.model.economy.trade import MECHANISM as TRADE
from kaname.model.world.samples import empty_tables, turn_of
from kaname.words.axes import PROTECTOR_SIDE, TRANSACTIONAL
from kaname.words.levers import LEVER
from tests.laws.shown import NotShown
from tests.model.economy.worlds import still

SHOWN = NotShown("the protector is in no pact as things are, and no shipped bargain asks it in")
MEMBERSHIP = LEVER["pact_membership"]


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    w.leader_change[:] = rng.integers(0, 2, w.leader_change.shape)
    w.pact_left = int(rng.integers(0, 2))


PREPARE = shape


def years(w, p, quarters: int, first: int = 1) -> None:
    for quarter in range(first, first + quarters):
        plain(MECHANISM.run)(w, p, turn_of(3, empty_tables(), quarter))


def member(level: float):
    w, p = still()
    w.pact_level, w.pact_left, w.pact_letdown = level, 0, 0.0
    w.leader_change[:] = 0.0
    w.lever[MEMBERSHIP] = level
    p.pact_entry, p.pact_exit, p.pact_memory = 0.1, 0.8, 0.9
    return w, p


@pytest.mark.system("S34")
def test_it_is_entered_slowly_and_left_at_once() -> None:
    w, p = member(0.0)
    w.lever[MEMBERSHIP] = 1.0
    years(w, p, 4)
    assert 0.3 < w.pact_level < 0.4
    w.lever[MEMBERSHIP] = 0.0
    years(w, p, 1)
    assert w.pact_level < 0.1


@pytest.mark.system("S34")
def test_a_new_leadership_may_leave_and_the_letdown_fades() -> None:
    w, p = member(1.0)
    p.pact_leaving[:] = 0.0
    p.pact_leaving[TRANSACTIONAL], w.administration = 1.0, TRANSACTIONAL
    w.leader_change[PROTECTOR_SIDE] = 1.0
    years(w, p, 1)
    assert w.pact_left == 1
    fresh = float(w.pact_letdown)
    assert fresh == pytest.approx(0.8)
    w.leader_change[PROTECTOR_SIDE] = 0.0
    years(w, p, 20)
    assert w.pact_level < 0.01
    assert 0.0 < w.pact_letdown < fresh / 2


@pytest.mark.system("S34")
@pytest.mark.parametrize("effect", [-0.5, 0.5])
def test_membership_beyond_the_start_moves_the_rivals_bloc_by_a_free_sign(effect: float) -> None:
    bloc = []
    for level in (0.0, 1.0):
        w, p = member(level)
        p.bloc_pact, p.lever_start[MEMBERSHIP] = effect, 0.0
        for quarter in range(40):
            plain(TRADE.run)(w, p, turn_of(3, empty_tables(), quarter))
        bloc.append(float(w.bloc_weight))
    assert np.sign(bloc[0] - bloc[1]) == np.sign(effect)
