"""Parliament: elections move seats, seats make governments and voices."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.compile.baseline import baseline_of
from kaname.core.kernel import plain
from kaname.model.politics.parliament import MECHANISM, parliament
from kaname.model.world.samples import turn_of
from kaname.model.world.turn import Tables
from kaname.scenarios.load import shipped_scenarios
from kaname.words.axes import ALLY_SIDE, LOWER, NATIONALIST, PACIFIST, PARTY_FAMILIES, REALIST, UPPER
from tests.laws.shown import Shown
from tests.model.economy.worlds import play, still, tables

SHOWN = Shown("trilateral_level")
LEFT, CENTRE_LEFT, CENTRE, CONSERVATIVE, REFORM, RIGHT = range(len(PARTY_FAMILIES))


def shape(rng: np.random.Generator, w: Any, p: Any, marks: Any) -> None:
    marks.calendar[:] = rng.random(marks.calendar.shape) < 0.5
    w.seats[:] *= rng.integers(0, 2, (2, 1))
    w.seats_staying[:] *= rng.integers(0, 2)
    w.in_government[:] = rng.integers(0, 2, len(PARTY_FAMILIES))


PREPARE = shape
WORLDS = 200


def voting(chamber: int, quarter: int = 1) -> Tables:
    marks = tables()
    marks.calendar[quarter, chamber] = 1
    return marks


def lucky(spread: float = 0.0) -> tuple[Any, Any]:
    w, p = still()
    w.approval[ALLY_SIDE] = p.approval_normal[ALLY_SIDE]
    p.votes_spread = spread
    return w, p


@pytest.mark.parametrize("scenario", shipped_scenarios())
def test_the_seats_of_each_start_fill_its_chambers_and_its_voice_is_theirs(scenario: str) -> None:
    baseline = baseline_of(scenario)
    w, p = baseline.start.view(np.recarray)[0], baseline.params.view(np.recarray)[0]
    assert w.seats[LOWER].sum() in (300, 465, 480)
    assert w.seats[UPPER].sum() in (0, 242, 248)
    assert (w.seats_staying <= w.seats[UPPER]).all()
    assert p.seats_usual.sum() == pytest.approx(1.0)
    assert w.in_government[w.government_leads] == 1.0
    before = w.party_voice.copy()
    assert before == pytest.approx(w.seats.sum(axis=0) @ p.family_ideology / w.seats.sum(), abs=1e-3)
    plain(parliament)(w, p, turn_of(1, tables()))
    assert w.party_voice == pytest.approx(before, abs=1e-3)


@pytest.mark.system("S26")
def test_an_election_shares_out_whole_seats_and_as_many_as_before() -> None:
    for future in range(20):
        w, p = lucky(0.4)
        w = play(MECHANISM, w, p, marks=voting(LOWER), start=1, future=future)
        assert w.seats[LOWER].sum() == 465
        assert (w.seats == w.seats.round()).all()
        assert w.seats[UPPER].sum() == 248


def test_the_upper_chamber_fills_the_half_at_stake_and_the_other_half_stays() -> None:
    w, p = lucky(0.4)
    staying = w.seats_staying.copy()
    play(MECHANISM, w, p, marks=voting(UPPER), start=1)
    won = w.seats[UPPER] - staying
    assert (won >= 0).all()
    assert won.sum() == 248 - staying.sum()
    assert (w.seats_staying == won).all()


def test_an_election_of_the_first_quarter_lies_behind_the_seats_of_the_start() -> None:
    w, p = lucky(0.4)
    before = w.seats.copy()
    play(MECHANISM, w, p, marks=voting(LOWER, 0))
    assert (w.seats == before).all()


def test_a_popular_government_wins_seats_and_an_unpopular_one_loses_them() -> None:
    held = []
    for approval in (0.15, 0.7):
        w, p = lucky()
        w.approval[ALLY_SIDE] = approval
        held.append(play(MECHANISM, w, p, marks=voting(LOWER), start=1).seats[LOWER, CONSERVATIVE])
    assert held[0] < 233 < held[1]


def test_views_move_seats_to_the_like_minded_only_as_far_as_votes_follow_them() -> None:
    def of_right(follow: float, more: float) -> float:
        w, p = lucky()
        p.votes_views = follow
        w.public_ideology[NATIONALIST] += more
        w.public_ideology[REALIST] -= more
        return float(play(MECHANISM, w, p, marks=voting(LOWER), start=1).seats[LOWER, RIGHT])

    assert of_right(6.0, 0.2) > of_right(6.0, 0.0) + 3
    assert of_right(0.0, 0.2) == of_right(0.0, 0.0)


def governed(lower: list[float], leads: int, governs: list[int], distance: float = 0.24) -> tuple[int, list[int]]:
    """Who leads and who governs after an election that gives the lower chamber these seats."""
    w, p = lucky()
    w.seats[LOWER], w.government_leads, w.in_government[:] = lower, leads, 0
    w.in_government[governs] = 1
    p.seats_kept, p.party_disproportion, p.votes_views, p.votes_approval, p.partner_distance = 1.0, 0.0, 0, 0, distance
    play(MECHANISM, w, p, marks=voting(LOWER), start=1)
    return int(w.government_leads), np.flatnonzero(w.in_government).tolist()


def test_the_largest_family_governs_and_takes_in_the_nearest_until_it_has_a_majority() -> None:
    assert governed([10, 100, 60, 220, 60, 15], CONSERVATIVE, [CONSERVATIVE]) == (CONSERVATIVE, [CONSERVATIVE, REFORM])
    assert governed([10, 100, 60, 260, 20, 15], CONSERVATIVE, [CONSERVATIVE]) == (CONSERVATIVE, [CONSERVATIVE])


def test_partners_stay_while_the_same_family_leads_and_go_with_it() -> None:
    assert governed([10, 100, 60, 260, 20, 15], CONSERVATIVE, [CENTRE, CONSERVATIVE])[1] == [CENTRE, CONSERVATIVE]
    assert governed([10, 300, 40, 100, 10, 5], CONSERVATIVE, [CONSERVATIVE, REFORM]) == (CENTRE_LEFT, [CENTRE_LEFT])


def test_a_government_without_near_partners_stays_in_a_minority() -> None:
    assert governed([60, 150, 60, 180, 10, 5], CONSERVATIVE, [CONSERVATIVE], 0.05) == (CONSERVATIVE, [CONSERVATIVE])


def test_where_no_seats_are_given_nothing_is_counted_and_voice_stays() -> None:
    w, p = lucky(0.4)
    w.seats[:] = 0
    before = w.party_voice.copy()
    play(MECHANISM, w, p, marks=voting(LOWER), start=1)
    assert (w.party_voice == before).all()
    assert not w.seats.any()


@pytest.mark.system("S26")
def test_pacifism_loses_its_voice_before_its_voters_where_seats_exaggerate_votes() -> None:
    def voice(disproportion: float) -> float:
        w, p = lucky()
        p.party_disproportion, p.votes_views = disproportion, 6.0
        w.public_ideology[PACIFIST] -= 0.1
        w.public_ideology[REALIST] += 0.1
        return float(play(MECHANISM, w, p, marks=voting(LOWER), start=1).party_voice[PACIFIST])

    assert voice(2.5) < voice(1.0)
