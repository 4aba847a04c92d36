"""Logit choice and backward induction: limits, nests, law, and agreement with an independent solver."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.kernel import plain
from kaname.model.crisis import solve
from kaname.model.crisis.tree import game_forms
from kaname.model.world.board import BARRED, CONTESTED, DEAD, FREE, empty_board
from kaname.model.world.game_form import empty_forms
from tests.model.crisis.games import SMALL_GAME, flagship_forms, grammar
from tests.model.crisis.recursion import agent_response, children

FORMS = flagship_forms()
move_odds, backward, mark_nodes = plain(solve.move_odds), plain(solve.backward), plain(solve.mark_nodes)


def fan(rungs: list[int]) -> np.record:
    """A tree of one decision with a move on each of these rungs."""
    tree = empty_forms(1)[0]
    tree.nodes, tree.first[0], tree.children[0] = len(rungs) + 1, 1, len(rungs)
    tree.nested[0] = int(len(set(rungs)) < len(rungs))
    tree.rung[1 : len(rungs) + 1] = rungs
    return tree


def odds(
    rungs: list[int], values: list[float], precision: float, nest: float = 1.0, legality: list[int] | None = None,
    permits: float = 1.0,
) -> np.ndarray:  # fmt: skip
    """Chances of the moves of a fan."""
    board = empty_board()
    board.legality[1 : len(rungs) + 1] = legality or FREE
    board.value[0, 1 : len(rungs) + 1] = values
    move_odds(fan(rungs), 0, board.legality, board.value[0], board.odds, permits, precision, nest)
    return board.odds[1 : len(rungs) + 1]


def test_without_precision_every_rung_is_as_likely_as_any_other() -> None:
    assert odds([0, 1, 2], [3.0, -1.0, 0.5], 0.0) == pytest.approx([1 / 3, 1 / 3, 1 / 3])
    assert odds([0, 1, 1], [3.0, -1.0, 0.5], 0.0) == pytest.approx([1 / 2, 1 / 4, 1 / 4])


def test_with_much_precision_the_best_move_is_made() -> None:
    assert odds([0, 1, 2], [0.1, 0.3, 0.2], 400.0)[1] == pytest.approx(1.0, abs=1e-12)


values_of_moves = st.lists(st.floats(-3, 3), min_size=2, max_size=4)


@given(values=values_of_moves, precision=st.floats(0, 30), nest=st.floats(1, 10))
def test_writing_a_move_twice_changes_nothing_where_its_rung_had_one_move(
    values: list[float], precision: float, nest: float
) -> None:
    rungs = list(range(len(values)))
    once = odds(rungs, values, precision, nest)
    twice = odds([*rungs, rungs[-1]], [*values, values[-1]], precision, nest)
    assert twice[: len(values) - 1] == pytest.approx(once[:-1], abs=1e-9)
    assert twice[-1] + twice[-2] == pytest.approx(once[-1], abs=1e-9)


@given(values=st.lists(st.floats(-3, 3), min_size=3, max_size=3), precision=st.floats(0.1, 30), nest=st.floats(1, 10))
def test_on_a_shared_rung_writing_a_move_twice_shifts_odds_by_no_more_than_the_stated_factor(
    values: list[float], precision: float, nest: float
) -> None:
    once = odds([0, 1, 1], values, precision, nest)
    twice = odds([0, 1, 1, 1], [*values, values[-1]], precision, nest)
    factor = (once[0] / (1 - once[0])) / (twice[0] / (1 - twice[0])) if 0 < once[0] < 1 and 0 < twice[0] < 1 else 1.0
    assert abs(math.log(factor)) <= math.log(2) / nest + 1e-6


def test_plain_logit_would_not_have_this_property() -> None:
    once, twice = odds([0, 1], [0.0, 0.0], 5.0), odds([0, 1, 2], [0.0, 0.0, 0.0], 5.0)
    assert once[0] == pytest.approx(0.5)
    assert twice[0] == pytest.approx(1 / 3)


def test_a_barred_move_is_never_made_and_the_rest_share_its_chance() -> None:
    found = odds([0, 1, 2], [0.0, 0.1, 9.0], 2.0, legality=[FREE, FREE, BARRED])
    assert found[2] == 0.0
    assert found[:2] == pytest.approx(odds([0, 1], [0.0, 0.1], 2.0))


@given(permits=st.floats(0, 1), precision=st.floats(0, 40))
def test_a_contested_move_is_made_as_often_as_law_permits_it(permits: float, precision: float) -> None:
    values = [0.0, 0.2, 0.5]
    found = odds([0, 1, 2], values, precision, legality=[FREE, FREE, CONTESTED], permits=permits)
    assert found[2] == pytest.approx(permits * odds([0, 1, 2], values, precision)[2], abs=1e-12)
    assert found.sum() == pytest.approx(1.0, abs=1e-12)


def test_values_far_apart_give_no_nan() -> None:
    legality = [FREE, CONTESTED]
    for value in (-1e6, 1e6):
        found = odds([0, 1], [0.0, value], 100.0, legality=legality, permits=0.3)
        assert np.isfinite(found).all()
        assert found.sum() == pytest.approx(1.0)


def solved(tree: np.record, rng: np.random.Generator, precision: float) -> np.record:
    """The board after backward induction with random payoffs and resolve."""
    nodes = int(tree.nodes)
    board = empty_board()
    board.legality[:nodes] = FREE
    board.payoff_fixed[:, :nodes] = rng.normal(size=(4, nodes))
    board.payoff_resolve[:, :nodes] = rng.normal(size=(4, nodes))
    board.resolve[:], board.law[:] = rng.uniform(0.2, 2.0, 4), 1.0
    mark_nodes(tree, board)
    backward(tree, board, precision, 2.0)
    return board


@pytest.mark.parametrize("k", range(len(FORMS)))
def test_backward_induction_agrees_with_the_independent_solver(k: int) -> None:
    tree = FORMS[k]
    for number in range(5):
        rng = np.random.default_rng(100 * k + number)
        precision = [0.0, 0.5, 3.0, 12.0, 60.0][number]
        board = solved(tree, rng, precision)
        asked = int(tree.roles)
        payoff = {r: board.payoff_fixed[r] + board.resolve[r] * board.payoff_resolve[r] for r in range(asked)}
        said = agent_response(tree, payoff, precision, {})
        for (role, node), value in said.value.items():
            assert board.value[role, node] == pytest.approx(value, abs=1e-9)
        for child, chance in said.chance.items():
            assert board.odds[child] == pytest.approx(chance, abs=1e-9)


def test_with_much_precision_play_is_the_subgame_perfect_equilibrium() -> None:
    tree = game_forms(grammar(), [SMALL_GAME])[0]
    board = solved(tree, np.random.default_rng(7), 1e5)
    for node in range(int(tree.nodes)):
        below = children(tree, node)
        if below:
            own = [board.value[tree.owner[node], child] for child in below]
            assert board.odds[below[int(np.argmax(own))]] == pytest.approx(1.0, abs=1e-6)


def test_a_dominated_move_vanishes_with_precision() -> None:
    chances = [odds([0, 1], [0.0, 0.5], precision)[0] for precision in (0.0, 2.0, 8.0, 32.0)]
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] < 1e-6


@pytest.mark.parametrize("k", range(len(FORMS)))
def test_what_lies_below_a_barred_move_is_left_out_and_changes_nothing(k: int) -> None:
    tree = FORMS[k]
    nodes, asked = int(tree.nodes), int(tree.roles)
    found = []
    for junk in (0.0, 7.0):
        board = solved(tree, np.random.default_rng(11), 3.0)
        board.odds[:], board.value[:] = junk, junk
        barred = [n for n in range(5, nodes, 11) if n != tree.first[tree.parent[n]]]
        board.legality[barred] = BARRED
        mark_nodes(tree, board)
        backward(tree, board, 3.0, 2.0)
        found.append(board.value[:asked, 0].copy())
        marks = board.node_kind
        below = {n for n in range(1, nodes) if n in barred or marks[tree.parent[n]] == DEAD}
        assert {n for n in range(nodes) if marks[n] == DEAD} == below
    assert np.array_equal(found[0], found[1])
