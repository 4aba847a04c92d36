"""commitments.adoption: offered, consented to, delayed, carried out in part; kept by some administrations."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.model.commitments.adoption import MECHANISM
from kaname.model.world.room import empty_room
from kaname.model.world.seats import Waiting
from kaname.model.world.turn import Turn
from kaname.words.axes import ALLY_SIDE, INTERNATIONALIST, PROTECTOR_SIDE, RETRENCHER
from kaname.words.levers import (
    AGREED,
    CONSENTERS,
    IN_FORCE,
    LAPSED,
    LEVER,
    LEVER_STATES,
    LEVERS,
    OFFERED,
    REFUSED,
    UNCHANGED,
)
from tests.laws.shown import Shown
from tests.model.perception.ground import ALLY, calm, runner

SHOWN = Shown("readiness.jp")

run = runner(MECHANISM)
STEP = LEVER["counterstrike"]
PROMISE = LEVER["clarity"]
CABINET = CONSENTERS.index("ally_cabinet")
PARLIAMENT = CONSENTERS.index("ally_parliament")
EXECUTIVE = CONSENTERS.index("protector_executive")


def _shape(rng, w, p, tables):  # type: ignore[no-untyped-def]
    p.adoption = int(rng.random() < 0.2)
    w.window[:] = rng.integers(0, 2, w.window.shape)
    w.lever_wait[:] = rng.integers(0, 3, w.lever_wait.shape)
    p.lever_asked[:] = rng.integers(0, 2, p.lever_asked.shape)
    p.lever_promise[:] = rng.integers(0, 2, p.lever_promise.shape)
    p.lever_prevails[:] = rng.integers(0, 2, p.lever_prevails.shape)
    p.lever_consent[:] = rng.integers(0, 2, p.lever_consent.shape)
    p.agenda_room = rng.integers(0, 40)
    tables.law_lever[:] = rng.integers(0, 3, tables.law_lever.shape)


def _bargain(consent: float = 1.0, lag: float = 2.0):  # type: ignore[no-untyped-def]
    """A world in which one step of the ally and one promise of the protector are asked for."""
    w, p, tables = calm()
    for number, body in ((STEP, CABINET), (PROMISE, EXECUTIVE)):
        p.lever_asked[number] = 1.0
        p.lever_target[number] = 1.0
        p.lever_lag[number] = lag
        p.lever_consent[number, body] = 1.0
    w.consent[:] = consent
    p.lapse_probability[:] = 0.0
    return w, p, tables


def _states(w, p, tables, quarters: int, number: int = STEP) -> list[str]:  # type: ignore[no-untyped-def]
    seen = []
    for quarter in range(quarters):
        run(w, p, tables, quarter=quarter)
        seen.append(LEVER_STATES[int(w.lever_state[number])])
    return seen


WORLDS = 100
PREPARE = _shape


@pytest.mark.system("S20")
def test_a_step_is_offered_agreed_and_in_force_after_its_lag() -> None:
    w, p, tables = _bargain()
    assert _states(w, p, tables, 5) == ["offered", "agreed", "agreed", "in_force", "in_force"]
    start, target = p.lever_start[STEP], p.lever_target[STEP]
    assert start + p.compliance_low * (target - start) <= w.lever[STEP] <= target


@pytest.mark.system("S20")
def test_a_veto_at_home_rejects_it_and_it_comes_back_later() -> None:
    w, p, tables = _bargain(consent=0.0)
    p.refusal_wait = 2.0
    assert _states(w, p, tables, 6) == ["offered", "refused", "refused", "refused", "offered", "refused"]
    assert w.lever[STEP] == p.lever_start[STEP]


@pytest.mark.system("S26")
@pytest.mark.parametrize(("prevails", "answer"), [(0.0, "refused"), (1.0, "agreed")])
def test_a_treaty_needs_the_lower_chamber_alone_and_a_law_both(prevails: float, answer: str) -> None:
    w, p, tables = _bargain()
    p.lever_consent[STEP], p.lever_prevails[STEP] = 0.0, prevails
    p.lever_consent[STEP, PARLIAMENT] = 1.0
    w.consent[PARLIAMENT], w.consent_prevailing = 0.0, 1.0
    assert _states(w, p, tables, 2) == ["offered", answer]


def test_treaties_and_budgets_are_the_levers_whose_vote_prevails() -> None:
    assert {lever.name for lever in LEVERS if lever.prevails} == {"defence_share", "host_support", "neighbour_pact"}
    assert all("ally_parliament" in lever.consent for lever in LEVERS if lever.prevails)


def test_what_nobody_asks_for_never_moves() -> None:
    w, p, tables = _bargain()
    before = w.lever.copy()
    p.lever_asked[:] = 0.0
    _states(w, p, tables, 20)
    assert np.array_equal(w.lever, before)


@pytest.mark.system("S09")
def test_an_election_window_keeps_an_offer_waiting() -> None:
    w, p, tables = _bargain()
    w.window[ALLY_SIDE] = 1.0
    assert _states(w, p, tables, 3) == ["unchanged"] * 3
    assert w.lever_state[PROMISE] == IN_FORCE or w.lever_state[PROMISE] == AGREED
    w.window[ALLY_SIDE] = 0.0
    run(w, p, tables)
    w.window[ALLY_SIDE] = 1.0
    assert _states(w, p, tables, 3) == ["offered"] * 3


@pytest.mark.system("S23")
def test_a_government_without_capital_offers_nothing_that_needs_its_own_consent() -> None:
    w, p, tables = _bargain()
    w.capital[ALLY_SIDE] = p.offer_capital / 2.0
    _states(w, p, tables, 6)
    assert w.lever_state[STEP] == UNCHANGED
    assert w.lever_state[PROMISE] == IN_FORCE


def test_the_agenda_has_room_for_so_many_steps() -> None:
    w, p, tables = _bargain()
    p.lever_asked[:] = 1.0
    p.lever_consent[:] = 0.0
    p.lever_consent[:, CABINET] = 1.0
    p.agenda_room = 3.0
    run(w, p, tables)
    assert int((w.lever_state == OFFERED).sum()) == 3
    p.lever_consent[PROMISE, CABINET], p.lever_consent[PROMISE, EXECUTIVE] = 0.0, 1.0
    w.window[ALLY_SIDE] = 1.0
    run(w, p, tables, quarter=1)
    assert w.lever_state[PROMISE] == UNCHANGED
    p.agenda_room = 4.0
    run(w, p, tables, quarter=2)
    assert w.lever_state[PROMISE] == OFFERED


@pytest.mark.system("S30")
def test_a_promise_lapses_under_an_inward_administration_and_a_plain_step_does_not() -> None:
    def kept(administration: int) -> int:
        count = 0
        for future in range(20):
            w, p, tables = _bargain(lag=0.0)
            p.lapse_probability[:] = (0.0, 0.0, 0.0, 0.3)
            p.return_probability[:] = 0.0
            w.administration = administration
            for quarter in range(16):
                run(w, p, tables, quarter=quarter, future=future)
            assert w.lever_state[STEP] == IN_FORCE
            assert (w.lever[PROMISE] == p.lever_start[PROMISE]) == (w.lever_state[PROMISE] == LAPSED)
            count += int(w.lever_state[PROMISE] == IN_FORCE)
        return count

    assert kept(INTERNATIONALIST) == 20
    assert kept(RETRENCHER) < 5


def test_a_lapsed_promise_is_news_for_one_quarter_and_may_return() -> None:
    w, p, tables = _bargain()
    w.lever_state[PROMISE], w.lever_wait[PROMISE] = LAPSED, 1.0
    p.return_probability[:] = 0.0
    run(w, p, tables)
    assert (w.lever_state[PROMISE], w.lever_wait[PROMISE]) == (LAPSED, 0.0)
    p.return_probability[:] = 1.0
    run(w, p, tables)
    assert w.lever_state[PROMISE] == IN_FORCE


def test_adopted_at_once_means_in_full_and_for_good() -> None:
    w, p, tables = _bargain(consent=0.0)
    p.adoption = 1
    p.lapse_probability[:] = 1.0
    w.capital[:] = 0.0
    w.window[:] = 1.0
    turn = run(w, p, tables, log=8)
    assert w.lever[STEP] == p.lever_target[STEP]
    assert turn.used[0] == 2
    run(w, p, tables, quarter=1)
    assert w.lever_state[PROMISE] == IN_FORCE


def test_consent_is_drawn_with_the_bodys_own_probability() -> None:
    agreed = 0
    for future in range(120):
        w, p, tables = _bargain(consent=0.3)
        w.lever_state[STEP] = OFFERED
        run(w, p, tables, future=future)
        agreed += int(w.lever_state[STEP] == AGREED)
    assert 20 <= agreed <= 52


def test_a_persons_seat_is_asked_before_anything_moves() -> None:
    w, p, tables = _bargain()
    w.lever_state[STEP] = OFFERED
    before = w.lever_state.copy()
    seats = np.zeros(16, np.int8)
    seats[ALLY] = 1

    def turn(answers: list[int]) -> Turn:
        _, *room = empty_room()
        return Turn(1, 1, 0, 0, tables, seats, np.array(answers, np.int64), *room)

    kernel = run.__closure__[0].cell_contents[0]  # type: ignore[index]
    with pytest.raises(Waiting):
        kernel(w, p, turn([]))
    assert np.array_equal(w.lever_state, before)
    assert w.asked_count == 2
    kernel(w, p, turn([0]))
    assert w.lever_state[STEP] == REFUSED
    assert w.window[PROTECTOR_SIDE] == 0.0


def test_a_step_whose_use_law_forbids_is_not_offered_until_law_allows_it() -> None:
    w, p, tables = _bargain()
    tables.law_lever[:3, STEP] = 0
    states = _states(w, p, tables, 5)
    assert states[:3] == ["unchanged"] * 3
    assert states[3] == "offered"


def test_a_step_that_law_leaves_undetermined_may_be_offered() -> None:
    w, p, tables = _bargain()
    tables.law_lever[:, STEP] = 2
    assert _states(w, p, tables, 1) == ["offered"]
