"""Reviews of the guarantee: what the ally weighs, what it chooses, and when it asks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.economy.burden import MECHANISM as BURDEN
from kaname.model.politics.proliferation import (
    AUTONOMY,
    CHOICES,
    MECHANISM,
    NUCLEAR,
    PARTNERS,
    STAY,
    chance_of_review,
    weigh,
)
from kaname.words.axes import AIR, ALLY_SIDE
from tests.laws.shown import MORE, Shown
from tests.model.economy.worlds import ALLY, PROLIFERATOR, play, still

SHOWN = Shown("spending.jp", MORE)


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    p.review_normal, p.choice_precision = 0.5, 0.5
    if rng.random() < 0.7:
        w.nuclear_option = 0


PREPARE = shape


def values(**said: float) -> np.ndarray:
    """The values of the alternatives in a still world with some fields or parameters changed."""
    w, p = still()
    for name, value in said.items():
        record = w if name in (w.dtype.names or ()) else p
        record[name] = value
    out = np.zeros(8)
    plain(weigh)(w, p, out)
    return out[:CHOICES]


def test_while_the_guarantee_is_trusted_staying_is_best() -> None:
    assert int(np.argmax(values())) == STAY
    assert int(np.argmax(values(abandonment_fear=0.0, belief_nuclear=1.0))) == STAY


@pytest.mark.system("S28")
def test_missiles_doubt_and_public_support_each_raise_the_worth_of_nuclear_arms_over_staying() -> None:
    def lead(v: np.ndarray) -> float:
        return float(v[NUCLEAR] - v[STAY])

    usual = lead(values())
    assert lead(values(belief_nuclear=0.05)) > usual
    assert lead(values(support_nuclear=0.6)) > usual
    assert lead(values(abandonment_fear=0.95)) > usual


@pytest.mark.system("S28")
@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_forces_of_ones_own_beside_those_of_others_move_the_worth_of_nuclear_arms_as_the_free_sign_says(
    sign: float,
) -> None:
    def lead(times: float) -> float:
        w, p = still()
        p.hedge_outmatched, p.enmity[ALLY, PROLIFERATOR], p.buildup_cost[AIR] = sign, 1.0, 0.1
        w.picture_capability[:] = 1.0
        w.stock[ALLY, AIR], w.stock[PROLIFERATOR, AIR] = 300.0 * times, 900.0
        out = np.zeros(8)
        plain(weigh)(w, p, out)
        return float(out[NUCLEAR] - out[STAY])

    assert sign * (lead(0.5) - lead(2.0)) > 0.0


@pytest.mark.system("S28")
def test_a_volatile_protector_brings_the_question_up_more_often_unless_habit_wins() -> None:
    w, p = still()
    usual = plain(chance_of_review)(w, p)
    w.reversals = 0.8
    assert plain(chance_of_review)(w, p) > usual
    p.review_volatility = -5.0
    assert plain(chance_of_review)(w, p) < usual


@pytest.mark.system("S28")
def test_an_ally_that_is_slighted_or_afraid_puts_the_guarantee_in_question_sooner() -> None:
    w, p = still()
    usual = plain(chance_of_review)(w, p)
    w.trust[ALLY_SIDE] -= 0.3
    slighted = plain(chance_of_review)(w, p)
    w.trust[ALLY_SIDE] += 0.3
    w.abandonment_fear += 0.3
    assert min(slighted, plain(chance_of_review)(w, p)) > 1.2 * usual


@pytest.mark.system("S58")
def test_without_capable_neighbours_partners_are_no_substitute() -> None:
    island = values(framework_depth=0.9, hedge_neighbours=0.0)
    continent = values(framework_depth=0.9, hedge_neighbours=0.9)
    assert island[PARTNERS] < island[STAY]
    assert continent[PARTNERS] > continent[STAY]


@pytest.mark.system("S58")
def test_autonomy_is_dearer_in_debt_and_when_chosen_raises_spending() -> None:
    poor = values(debt=6.0)
    assert poor[AUTONOMY] < values()[AUTONOMY]
    w, p = still()
    armed, _ = still()
    armed.hedge = AUTONOMY
    assert play(BURDEN, armed, p, quarters=12).spending[ALLY] > play(BURDEN, w, p, quarters=12).spending[ALLY]


@pytest.mark.system("S28")
def test_the_nuclear_choice_is_made_by_values_kept_and_not_asked_again() -> None:
    w, p = still()
    p.review_normal, p.choice_precision, p.nuclear_norm, p.nuclear_pacifists, p.nuclear_alliance = 0.5, 50, 0, 0, 0
    w.belief_nuclear[:], w.abandonment_fear, w.threat[ALLY, PROLIFERATOR] = 0.0, 0.9, 0.95
    play(MECHANISM, w, p, quarters=30)
    assert w.nuclear_option == 1
    assert w.hedge == NUCLEAR
    assert w.chain_length == 1
    w.belief_nuclear[:], w.abandonment_fear = 1.0, 0.0
    assert play(MECHANISM, w, p, quarters=30).nuclear_option == 1


def test_acceptance_of_strike_follows_public_support() -> None:
    eager, p = still()
    calm, _ = still()
    eager.support_strike = 0.9
    play(MECHANISM, eager, p, quarters=20)
    play(MECHANISM, calm, p, quarters=20)
    assert eager.strike_option > calm.strike_option
    assert 0.0 <= calm.strike_option <= 1.0
