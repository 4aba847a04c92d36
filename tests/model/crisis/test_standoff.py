"""Whether a challenge below a fight stands: time and force both count, and terms follow what fighting would give."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis import nature, standoff, thinking
from kaname.model.crisis.fighting import ALONE, CONTROL, GRANTED, LOSS_CHALLENGER, LOSS_TARGET
from kaname.model.world.board import empty_board
from kaname.model.world.game_form import FIGHTING
from kaname.words.moves import (
    ABSTAIN,
    CHALLENGER,
    ESCALATE,
    FIGHT,
    GUARANTOR,
    HOLD,
    MILITARY,
    POLICE,
    PRESS,
    SPEAK,
    SUPPORT,
)
from tests.model.crisis.games import crisis_world, flagship_forms, nodes_of, tables_with, turn_of

FORMS = flagship_forms()
ISLET, ISLAND, NETWORK = 0, 2, 4
part, stands, between = plain(standoff.part), plain(standoff.stands), plain(standoff.stands_between)
find_legality, picture_of = plain(nature.find_legality), plain(thinking.picture_of)


def ending(k: int, response: int, guarantee: int, second: int = HOLD) -> int:
    """The ending after pressure, these answers and a second move."""
    for n, row in enumerate(nodes_of(FORMS[k])):
        if (row.challenge, row.response, row.guarantee, row.second) == (PRESS, response, guarantee, second):
            return n
    raise AssertionError("no such ending")


def fought(control: float, lost: float = 0.3) -> Any:
    """A board on which every fight gives the challenger this control and costs both this share of their forces."""
    board = empty_board()
    board.battles[:, :, CONTROL], board.battles[:, :, LOSS_CHALLENGER] = control, lost
    board.battles[:, :, LOSS_TARGET] = lost
    return board


def chance(k: int, late: float, board: Any, p: Any, node: int | None = None) -> float:
    node = ending(k, POLICE, ABSTAIN) if node is None else node
    return stands(p, FORMS[k], board, k, node, late, 1.0, 1.0, float(p.aggression_cost[k]))


@pytest.fixture
def params() -> Any:
    _, p, _ = crisis_world(1)
    p.loss_cost[:], p.fought_share, p.escalation_cost[:], p.preemption_stake = 1.0, 0.5, 0.5, 0.0
    p.aggression_cost[:], p.pressure_part[:], p.terms_doubt, p.network_leverage = 0.8, 0.1, 0.3, 0.1
    p.support_share = 0.2
    return p


@pytest.mark.parametrize("middle", [-1.0, 0.0, 0.3, 0.8, 1.7])
@pytest.mark.parametrize("doubt", [0.05, 0.3, 1.0])
def test_the_part_is_the_mean_of_the_middle_with_its_doubt_held_between_nothing_and_all(
    middle: float, doubt: float
) -> None:
    ranks = (np.arange(200_000) + 0.5) / 200_000
    drawn = middle + doubt * np.log(ranks / (1.0 - ranks))
    assert part(middle, doubt) == pytest.approx(float(np.clip(drawn, 0.0, 1.0).mean()), abs=1e-4)


def test_with_little_doubt_terms_are_those_of_nashs_solution(params: Any) -> None:
    params.terms_doubt = 0.02
    assert between(params, 0.3, 0.7, 1.0, 0.0) == pytest.approx(0.5, abs=1e-6)
    assert between(params, -0.9, 0.7, 1.0, 0.0) == pytest.approx(0.0, abs=1e-2)
    assert between(params, 0.9, 1.4, 1.0, 0.0) == pytest.approx(1.0, abs=1e-2)


def test_what_is_in_place_stands_more_often_than_what_would_have_to_be_forced(params: Any) -> None:
    found = [chance(ISLET, late, fought(0.5), params) for late in (0.0, 0.5, 1.0)]
    assert found == sorted(found)
    assert found[0] < found[2]


def test_it_stands_the_more_the_more_a_fight_would_give_and_the_less_it_would_cost(params: Any) -> None:
    found = [chance(ISLET, 0.6, fought(control), params) for control in (0.05, 0.5, 0.95)]
    assert found == sorted(found)
    assert found[2] > 2 * found[0]
    dear = fought(0.5)
    dear.battles[:, :, LOSS_CHALLENGER] = 0.9
    assert chance(ISLET, 0.6, dear, params) < chance(ISLET, 0.6, fought(0.5), params)


def test_a_guarantor_that_could_not_fight_yet_counts_as_far_as_it_is_held_to_be_bound(params: Any) -> None:
    board = fought(0.9)
    board.battles[:, GRANTED, CONTROL] = 0.1
    found = []
    for belief in (0.0, 0.5, 1.0):
        board.mean_law[GUARANTOR] = belief
        found.append(chance(ISLET, 0.6, board, params))
    assert found == sorted(found, reverse=True)
    assert found[0] > found[2]


def test_only_a_guarantor_that_moved_before_it_could_fight_may_join_later() -> None:
    for form, fights_from in zip(FORMS, (3, 4, 3, 3, 9, 2, 3), strict=True):
        for row in nodes_of(form):
            if row.children > 0 or row.guarantee < 0:
                continue
            could = row.height >= fights_from and row.response == MILITARY
            assert row.joins == int(fights_from < 9 and not could)
            assert not (row.joins and row.guarantee == FIGHT)


def test_an_attack_after_pressure_meets_the_guarantor_it_would_have_met_at_once() -> None:
    """Escalating must be no way around a guarantee: the challenger's picture of that fight holds the guarantor too."""
    w, p, _ = crisis_world(3)
    for belief in (0.01, 0.99):
        w.belief[:] = belief
        turn = turn_of(3, tables_with(FORMS))
        find_legality(w, p, turn, ISLAND)
        picture_of(w, p, turn, ISLAND, CHALLENGER)
        board, form = turn.board[0], FORMS[ISLAND]
        n = ending(ISLAND, MILITARY, SPEAK, ESCALATE)
        assert form.in_time[n] == FIGHTING
        alone, joined = board.battles[form.plan[n], ALONE], board.battles[form.plan[n], GRANTED]
        met = alone + belief * (joined - alone)
        assert board.odds[n] == pytest.approx(met[CONTROL])


def test_attacks_on_networks_force_little_and_the_less_the_better_the_means_against_them(params: Any) -> None:
    node = ending_of_network(SUPPORT)
    assert chance(NETWORK, 0.9, fought(0.8), params, node) == pytest.approx(0.9 * 0.1 * 0.8)
    assert chance(NETWORK, 0.9, fought(0.2), params, node) == pytest.approx(0.9 * 0.1 * 0.2)


def ending_of_network(guarantee: int) -> int:
    form = FORMS[NETWORK]
    rows = nodes_of(form)
    return next(
        n for n, row in enumerate(rows)
        if row.second == HOLD and row.guarantee == guarantee and row.response == POLICE
    )  # fmt: skip


def test_a_target_to_which_the_object_is_worth_more_leaves_less(params: Any) -> None:
    cheap = stands(params, FORMS[ISLET], fought(0.5), ISLET, ending(ISLET, POLICE, ABSTAIN), 0.6, 1.0, 2.0, 0.8)
    dear = stands(params, FORMS[ISLET], fought(0.5), ISLET, ending(ISLET, POLICE, ABSTAIN), 0.6, 1.0, 0.5, 0.8)
    assert cheap < dear
