"""Debt: the accounting identity, and what borrowing that is refused does to other spending."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import plain
from kaname.model.economy.debt import MECHANISM, squeeze
from kaname.model.politics.consent import MECHANISM as CONSENT
from kaname.words.levers import CONSENTERS
from tests.laws.shown import Shown
from tests.model.economy.worlds import ALLY, PROTECTOR, play, still

SHOWN = Shown("presence")

PARLIAMENT = CONSENTERS.index("ally_parliament")


def test_debt_without_deficit_is_interest_over_growth() -> None:
    w, p = still()
    p.debt_balance[:], p.debt_reaction, p.debt_premium = 0.0, 0.0, 0.0
    w.growth[:] = 0.004
    before = w.debt.copy()
    play(MECHANISM, w, p, quarters=8)
    for a in (PROTECTOR, ALLY):
        expected = before[a] * ((1 + p.debt_interest[a] / 4) / exp(0.004)) ** 8
        assert w.debt[a] == pytest.approx(expected, rel=1e-12)


@given(st.floats(0, 10), st.floats(0.5, 5), st.floats(0.05, 1))
def test_refusal_rises_with_debt_and_is_half_at_the_limit(level: float, limit: float, width: float) -> None:
    refuse = plain(squeeze)
    assert refuse(limit, limit, width) == pytest.approx(0.5)
    assert refuse(level + 0.1, limit, width) >= refuse(level, limit, width)


@pytest.mark.system("S32")
def test_autonomy_is_borrowed_below_the_limit_and_crowds_out_above_it_which_parliament_minds() -> None:
    cuts, grown, agreed = [], [], []
    for debt in (1.0, 4.0):
        w, p = still()
        w.debt[ALLY], w.defence_share[ALLY] = debt, 3 * p.burden_normal[ALLY]
        w.vote_chance[:] = 1.0
        p.debt_reaction = p.debt_premium = 0.0
        plain_world, q = still()
        plain_world.debt[ALLY], plain_world.defence_share[ALLY] = debt, q.burden_normal[ALLY]
        q.debt_reaction = q.debt_premium = 0.0
        play(MECHANISM, w, p, quarters=20)
        play(MECHANISM, plain_world, q, quarters=20)
        grown.append(w.debt[ALLY] - plain_world.debt[ALLY])
        cuts.append(w.deficit_cut[ALLY])
        agreed.append(play(CONSENT, w, p).consent[PARLIAMENT])
    assert grown[0] > grown[1] >= 0.0
    assert cuts[1] > cuts[0]
    assert agreed[1] < agreed[0]


def test_what_levels_costs_is_borrowed_or_crowds_out_like_the_rest_of_the_budget() -> None:
    w, p = still()
    p.debt_reaction = p.debt_premium = 0.0
    w.defence_share[ALLY] = 2 * p.burden_normal[ALLY]
    same, q = still()
    q.debt_reaction = q.debt_premium = 0.0
    same.defence_share[ALLY] = p.burden_normal[ALLY]
    q.levelled_spending[ALLY] = p.burden_normal[ALLY] * same.gdp[ALLY]
    play(MECHANISM, w, p)
    play(MECHANISM, same, q)
    assert same.debt[ALLY] == pytest.approx(w.debt[ALLY], rel=1e-12)
    assert same.deficit_cut[ALLY] == pytest.approx(w.deficit_cut[ALLY], rel=1e-12)
