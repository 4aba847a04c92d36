"""Elections: windows, leaders, and the protector's type of leadership."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.politics.calendar import HORIZON, MECHANISM, OF_PROTECTOR, next_type
from kaname.model.world.samples import turn_of
from kaname.words.axes import (
    ALLY_SIDE,
    INTERNATIONALIST,
    LOWER,
    NATIONALIST,
    PROTECTOR_SIDE,
    RETRENCHER,
    TRANSACTIONAL,
    UPPER,
)
from tests.laws.shown import Shown
from tests.model.economy.worlds import play, still, tables

SHOWN = Shown("dispersal")


def shape(rng: np.random.Generator, w: Any, p: Any, marks: Any) -> None:
    marks.calendar[:] = rng.random(marks.calendar.shape) < 0.15
    w.seats[:] *= rng.integers(0, 2, (2, 1))


PREPARE = shape
WORLDS = 200


@pytest.mark.system("S09")
def test_the_window_opens_before_the_vote_and_closes_after_it() -> None:
    marks = tables()
    marks.calendar[6, UPPER] = 1
    w, p = still()
    seen = []
    for quarter in range(9):
        play(MECHANISM, w, p, marks=marks, start=quarter)
        seen.append((w.quarters_to_election[ALLY_SIDE], w.window[ALLY_SIDE]))
    at_vote = p.window_at_vote[ALLY_SIDE]
    assert seen[:8] == [(6, 0), (5, 0), (4, 0), (3, 0), (2, 1), (1, 1), (0, at_vote), (HORIZON, 0)]
    assert w.window[PROTECTOR_SIDE] == 0


@pytest.mark.system("S09")
@pytest.mark.parametrize(("governs", "window"), [(200, 1.0), (233, 0.99), (279, 0.5), (340, 0.0)])
def test_a_government_with_seats_to_spare_does_not_wait_for_the_vote(governs: float, window: float) -> None:
    marks = tables()
    marks.calendar[1, LOWER] = 1
    w, p = still()
    p.window_feared = 0.2
    w.seats[LOWER], w.in_government[:] = [0, 465 - governs, 0, governs, 0, 0], [0, 0, 0, 1, 0, 0]
    assert play(MECHANISM, w, p, marks=marks).window[ALLY_SIDE] == pytest.approx(window, abs=0.01)


def test_the_half_of_the_upper_house_that_stays_is_not_at_stake() -> None:
    marks = tables()
    marks.calendar[1, UPPER] = 1
    windows = []
    for staying in ([0, 0, 0, 0, 0, 0], [0, 60, 0, 64, 0, 0]):
        w, p = still()
        p.window_feared = 0.25
        w.seats[UPPER], w.in_government[:] = [0, 105, 0, 143, 0, 0], [0, 0, 0, 1, 0, 0]
        w.seats_staying[:] = staying
        windows.append(float(play(MECHANISM, w, p, marks=marks).window[ALLY_SIDE]))
    assert windows == pytest.approx([1 - 19 / 62, 1 - 19 / 31])


def test_where_no_seats_are_counted_every_vote_opens_a_whole_window() -> None:
    marks = tables()
    marks.calendar[1, LOWER] = 1
    w, p = still()
    w.seats[:] = 0
    assert play(MECHANISM, w, p, marks=marks).window[ALLY_SIDE] == 1.0


def test_the_nearer_of_the_two_houses_counts() -> None:
    marks = tables()
    marks.calendar[5, UPPER] = marks.calendar[3, LOWER] = 1
    w, p = still()
    assert play(MECHANISM, w, p, marks=marks).quarters_to_election[ALLY_SIDE] == 3


def test_the_protectors_type_changes_only_in_the_quarter_after_its_election() -> None:
    marks = tables()
    marks.calendar[4, OF_PROTECTOR] = 1
    types = {quarter: set() for quarter in range(8)}
    for future in range(60):
        w, p = still()
        w.administration = TRANSACTIONAL
        for quarter in range(8):
            play(MECHANISM, w, p, future=future, marks=marks, start=quarter)
            types[quarter].add(int(w.administration))
    assert all(types[quarter] == {TRANSACTIONAL} for quarter in range(5))
    assert len(types[5]) == 4


@pytest.mark.system("S30")
def test_a_public_tired_of_the_alliance_elects_withdrawal_more_often_if_its_vote_follows_it() -> None:
    def withdrawals(support: float, voters: float) -> int:
        w, p = still()
        w.support_alliance[PROTECTOR_SIDE], p.administration_voters = support, voters
        w.administration = INTERNATIONALIST
        draws = [plain(next_type)(w, p, turn_of(future, tables())) for future in range(400)]
        return sum(draw >= TRANSACTIONAL for draw in draws)

    assert withdrawals(0.2, 3.0) > withdrawals(0.9, 3.0) + 40
    assert withdrawals(0.2, 0.0) == withdrawals(0.9, 0.0)


@pytest.mark.system("S18")
def test_a_new_leaders_image_follows_government_and_fades() -> None:
    w, p = still()
    p.leader_fall, p.image_spread = 50.0, 0.0
    w.government_ideology[:] = 0.0
    w.government_ideology[NATIONALIST] = 0.8
    play(MECHANISM, w, p)
    assert w.leader_change[ALLY_SIDE] == 1.0
    assert w.leader_image[ALLY_SIDE] == pytest.approx(0.8 * p.image_policy)
    p.leader_fall = -50.0
    assert play(MECHANISM, w, p).leader_image[ALLY_SIDE] == pytest.approx(0.8 * p.image_policy * p.image_keep)


def test_unpopular_leaders_fall_more_often() -> None:
    def falls(approval: float) -> float:
        total = 0.0
        for future in range(300):
            w, p = still()
            w.approval[ALLY_SIDE] = approval
            total += play(MECHANISM, w, p, future=future).leader_change[ALLY_SIDE]
        return total

    assert falls(0.15) > falls(0.7) + 20


def test_a_stress_forces_the_type_from_its_quarter_on_whatever_nature_would_draw() -> None:
    marks = tables()
    marks.calendar[3, OF_PROTECTOR] = marks.calendar[8, OF_PROTECTOR] = 1
    for future in range(20):
        w, p = still()
        w.administration = INTERNATIONALIST
        p.forced_type, p.forced_from = RETRENCHER, 5
        seen, changed = [], []
        for quarter in range(12):
            play(MECHANISM, w, p, future=future, marks=marks, start=quarter)
            seen.append(int(w.administration))
            changed.append(w.leader_change[PROTECTOR_SIDE])
        assert seen[:4] == [INTERNATIONALIST] * 4
        assert seen[4:] == [RETRENCHER] * 8
        assert changed[4] == 1.0


def test_a_stress_that_begins_between_elections_changes_the_leader_there() -> None:
    w, p = still()
    w.administration = INTERNATIONALIST
    p.forced_type, p.forced_from = RETRENCHER, 2
    changed = [float(play(MECHANISM, w, p, start=quarter).leader_change[PROTECTOR_SIDE]) for quarter in range(4)]
    assert changed == [0.0, 1.0, 0.0, 0.0]
