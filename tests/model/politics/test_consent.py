"""Consent: chances made from ideology, capital, publics and the election ahead."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.model.politics.consent import MECHANISM
from kaname.model.world.samples import empty_tables, random_params, random_world
from kaname.words.axes import ALLY_SIDE, INTERNATIONALIST, NATIONALIST, PROTECTOR_SIDE, RETRENCHER
from kaname.words.levers import CONSENTERS
from tests.laws.shown import NotShown
from tests.model.economy.worlds import ALLY, PROTECTOR, play, still

SHOWN = NotShown("Consent decides when an offered step begins; what that moves in other rooms drowns in 600 futures.")

CABINET, PARLIAMENT, PREFECTURE, EXECUTIVE, CONGRESS = range(5)


def after(change: Any = None) -> np.ndarray:
    """Consent of all bodies in a still world after a change, where every vote carries."""
    w, p = still()
    w.vote_chance[:] = 1.0
    if change is not None:
        change(w, p)
    return np.array(play(MECHANISM, w, p).consent)


def test_the_bodies_are_those_of_the_levers() -> None:
    assert CONSENTERS == (
        "ally_cabinet", "ally_parliament", "ally_prefecture", "protector_executive", "protector_congress",
    )  # fmt: skip


@given(st.integers(0, 10_000))
def test_every_chance_is_a_probability(seed: int) -> None:
    rng = np.random.default_rng(seed)
    w, p = random_world(rng), random_params(rng)
    play(MECHANISM, w, p, marks=empty_tables())
    assert ((w.consent >= 0.0) & (w.consent <= 1.0)).all()


@pytest.mark.system("S09")
def test_in_an_election_window_the_allys_bodies_wait_and_the_protectors_do_not() -> None:
    def window(w: Any, p: Any) -> None:
        w.window[ALLY_SIDE] = 1.0

    free, waiting = after(), after(window)
    assert (waiting[:EXECUTIVE] < 0.6 * free[:EXECUTIVE]).all()
    assert waiting[EXECUTIVE:] == pytest.approx(free[EXECUTIVE:])


@pytest.mark.system("S26")
def test_each_level_of_ideology_speaks_in_its_own_body() -> None:
    usual = after()

    def of(level: str) -> Any:
        def pacifists_only(w: Any, p: Any) -> None:
            w[level] = [1.0, 0.0, 0.0]

        return after(pacifists_only)

    for level, body in (("government_ideology", CABINET), ("public_ideology", PREFECTURE)):
        changed = of(level) < usual - 1e-9
        assert changed.tolist() == [b == body for b in range(5)]


def test_parliament_agrees_as_far_as_its_vote_would_carry_and_to_a_treaty_as_the_lower_chamber_does() -> None:
    w, p = still()
    w.vote_chance[:] = [0.5, 1.0, 0.0]
    play(MECHANISM, w, p)
    assert w.consent[PARLIAMENT] == pytest.approx(w.consent_prevailing / 2)
    twice, q = still()
    twice.vote_chance[:] = [1.0, 1.0, 0.0]
    play(MECHANISM, twice, q)
    assert w.consent_prevailing == twice.consent_prevailing == twice.consent[PARLIAMENT]
    assert 0.2 < twice.consent[PARLIAMENT] < 0.8


@pytest.mark.parametrize(("sign", "helped"), [(1.5, True), (-1.5, False)])
def test_nationalists_may_help_or_hinder(sign: float, helped: bool) -> None:
    def fewer(w: Any, p: Any) -> None:
        p.consent_nationalists = sign
        w.government_ideology[NATIONALIST] = 0.0

    def more(w: Any, p: Any) -> None:
        p.consent_nationalists = sign
        w.government_ideology[NATIONALIST] = 0.9

    assert bool(after(more)[CABINET] > after(fewer)[CABINET]) is helped


@pytest.mark.system("S23")
def test_capital_buys_consent_of_the_governments_own_bodies_only() -> None:
    def poor(w: Any, p: Any) -> None:
        w.capital[ALLY_SIDE] = 0.1

    usual, without = after(), after(poor)
    assert (without[:PREFECTURE] < usual[:PREFECTURE]).all()
    assert without[PREFECTURE:] == pytest.approx(usual[PREFECTURE:])


@pytest.mark.system("S29")
def test_opposition_to_bases_speaks_in_the_prefecture() -> None:
    def opposed(w: Any, p: Any) -> None:
        w.base_opposition = 0.95

    changed = after(opposed) < after() - 1e-9
    assert changed.tolist() == [False, False, True, False, False]


@pytest.mark.system("S30")
def test_the_protectors_bodies_follow_type_public_and_debt() -> None:
    def of_type(kind: int) -> Any:
        def set_type(w: Any, p: Any) -> None:
            w.administration = kind

        return set_type

    def tired(w: Any, p: Any) -> None:
        w.support_alliance[PROTECTOR_SIDE] = 0.3

    def indebted(w: Any, p: Any) -> None:
        w.debt[PROTECTOR] = p.debt_limit[PROTECTOR] + 1.0

    assert after(of_type(INTERNATIONALIST))[EXECUTIVE] > after(of_type(RETRENCHER))[EXECUTIVE]
    assert (after(tired)[EXECUTIVE:] < after()[EXECUTIVE:]).all()
    assert after(indebted)[CONGRESS] < after()[CONGRESS]


@pytest.mark.system("S32")
def test_what_spending_crowds_out_lowers_parliaments_consent() -> None:
    def cut(w: Any, p: Any) -> None:
        w.deficit_cut[ALLY] = 0.02

    changed = after(cut) < after() - 1e-9
    assert changed.tolist() == [False, True, False, False, False]
