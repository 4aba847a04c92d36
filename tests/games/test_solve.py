"""Logit equilibria: limits in the precision, symmetries, hand-worked games, games that bend, cross or forget."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import InputError
from kaname.games.branch import Branch
from kaname.games.efg_read import efg_game
from kaname.games.form import Chance, Choice, Draft, Ending, Game, game_of
from kaname.games.paths import MOST_ACTIONS, has_perfect_recall, paths_of
from kaname.games.solve import Solution, solve, solve_path
from kaname.model.crisis.theory import logit_response
from tests.games.random_games import random_game

Matrix = list[list[float]]
WITHIN = 1e-9


def matrix_game(row: Matrix, column: Matrix) -> Game:
    """The two choose at once: the second does not see what the first did."""
    answers = [
        (f"r{i}", Choice("C", [(f"c{j}", Ending([row[i][j], column[i][j]])) for j in range(len(row[0]))], "blind"))
        for i in range(len(row))
    ]
    return game_of("matrix", ["R", "C"], Choice("R", answers))


def threat(fight: float, cost: float) -> Game:
    """Yield or attack; the other then gives way or fights."""
    answer = Choice("B", [("give way", Ending([1, 0])), ("fight", Ending([fight, cost]))])
    return game_of("threat", ["A", "B"], Choice("A", [("yield", Ending([0, 1])), ("attack", answer)]))


def one(game: Game, precision: float) -> Solution:
    (found,) = solve(game, precision).points
    return found


def test_a_threat_is_worked_out_as_by_hand() -> None:
    found = one(threat(fight=-1.0, cost=-0.5), 2.0)
    fights = 1 / (1 + math.exp(2.0 * 0.5))
    worth = (1 - fights) - fights
    attacks = 1 / (1 + math.exp(-2.0 * worth))
    assert found.probabilities[1] == pytest.approx([1 - fights, fights], abs=WITHIN)
    assert found.probabilities[0] == pytest.approx([1 - attacks, attacks], abs=WITHIN)
    assert found.values == pytest.approx([attacks * worth, 1 - attacks - attacks * fights * 0.5], abs=WITHIN)


def test_the_branch_of_a_matrix_game_is_that_of_the_crisis_oracle() -> None:
    row, column = [[1.1141, 0.0], [0.0, 0.2785]], [[0.0, 1.1141], [1.1141, 0.0]]
    for precision in (0.5, 2.0, 7.0, 40.0):
        found = one(matrix_game(row, column), precision)
        ours = found.probabilities[0][0], found.probabilities[1][0]
        assert ours == pytest.approx(logit_response(row, column, precision), abs=WITHIN)


@pytest.mark.parametrize("blurred", [False, True])
def test_choice_is_uniform_at_lambda_zero(blurred: bool) -> None:
    game = random_game(5, 50, blurred)
    for place, odds in one(game, 0.0).probabilities.items():
        assert odds == pytest.approx([1 / len(game.information_sets[place].actions)] * len(odds), abs=1e-15)


def test_at_a_large_lambda_a_tree_is_played_as_its_subgame_perfect_equilibrium() -> None:
    assert one(threat(fight=-1.0, cost=-0.5), 1e4).probabilities == {0: [0.0, 1.0], 1: [1.0, 0.0]}
    assert one(threat(fight=-1.0, cost=0.5), 1e4).probabilities == {0: [1.0, 0.0], 1: [0.0, 1.0]}
    for number in range(20):
        game = random_game(number, 60)
        assert one(game, 1e6).values == pytest.approx(perfect_values(game), abs=1e-3)


def perfect_values(game: Game) -> list[float]:
    """Values when every mover takes its best move (random payoffs leave no ties that matter here)."""
    values = [np.array(node.payoffs or [0.0] * len(game.players)) for node in game.nodes]
    for place in reversed(range(len(game.nodes))):
        node = game.nodes[place]
        if node.information_set is None:
            continue
        held, after = game.information_sets[node.information_set], [values[child] for child in node.children]
        if held.chances:
            values[place] += sum(float(p) * v for p, v in zip(held.chances, after, strict=True))
        else:
            values[place] += max(after, key=lambda v: v[held.owner])
    return list(values[0])


@pytest.mark.parametrize("precision", [30.0, 1e3])
def test_a_dominated_move_vanishes(precision: float) -> None:
    dilemma = matrix_game([[3, 0], [5, 1]], [[3, 5], [0, 1]])
    found = one(dilemma, precision)
    assert found.probabilities[0][0] < 1e-12
    assert found.probabilities[1][0] < 1e-12
    assert found.values == pytest.approx([1.0, 1.0], abs=1e-9)


def test_a_move_written_twice_counts_twice_in_plain_logit() -> None:
    """The compiled crisis nests moves by rung so that this does not happen there; the tool says what plain logit is."""
    alone = game_of("", ["A"], Choice("A", [("stay", Ending([0])), ("go", Ending([0.5]))]))
    twice = game_of("", ["A"], Choice("A", [("stay", Ending([0])), ("go", Ending([0.5])), ("go!", Ending([0.5]))]))
    stays, goes = one(alone, 1.0).probabilities[0]
    found = one(twice, 1.0).probabilities[0]
    assert found == pytest.approx([stays / (1 + goes), goes / (1 + goes), goes / (1 + goes)], abs=WITHIN)
    assert found[1] + found[2] > goes


@given(number=st.integers(0, 30), blurred=st.booleans(), scale=st.sampled_from([1e-3, 1.0, 1e4]))
def test_relabelled_players_moves_and_units_change_nothing(number: int, blurred: bool, scale: float) -> None:
    game = random_game(number, 30, blurred)
    other = mirrored(game, scale)
    first, second = one(game, 3.0), one(other, 3.0 / scale)
    twins = mirrored_sets(game, other)
    for place, odds in first.probabilities.items():
        assert second.probabilities[twins[place]] == pytest.approx(odds[::-1], abs=1e-7)
    assert [value / scale for value in second.values[::-1]] == pytest.approx(first.values, abs=1e-7)


def mirrored(game: Game, scale: float) -> Game:
    """Players in the opposite order with other names, moves in the opposite order, payoffs in another unit."""
    names = [f"renamed {name}" for name in game.players]

    def draft(place: int) -> Draft:
        node = game.nodes[place]
        gained = None if node.payoffs is None else [scale * one for one in reversed(node.payoffs)]
        if node.information_set is None:
            return Ending(gained or [0.0] * len(names))
        held = game.information_sets[node.information_set]
        after = [draft(child) for child in reversed(node.children)]
        actions = list(reversed(held.actions))
        if held.chances:
            return Chance(list(zip(actions, reversed(held.chances), after, strict=True)), payoffs=gained)
        moves = list(zip(actions, after, strict=True))
        return Choice(names[held.owner], moves, node.information_set, str(node.information_set), payoffs=gained)

    return game_of("", names[::-1], draft(0))


def mirrored_sets(game: Game, other: Game) -> dict[int, int]:
    return {int(one.label): place for place, one in enumerate(other.information_sets) if one.label}


def test_the_analytic_jacobian_is_the_derivative() -> None:
    branch = Branch(paths_of(random_game(7, 40, blurred=True)))
    rng = np.random.default_rng(2)
    y = np.append(np.log(rng.uniform(0.1, 0.9, branch.paths.first[-1])), 1.3)
    _, jacobian = branch._system(y)
    step = 1e-6
    for column in range(len(y)):
        moved = np.eye(len(y))[column] * step
        slope = (branch._system(y + moved)[0] - branch._system(y - moved)[0]) / (2 * step)
        assert slope == pytest.approx(jacobian[:, column], abs=1e-7)


def test_a_branch_starts_uniform_ends_at_its_goal_and_passes_through_the_single_solutions() -> None:
    game = random_game(9, 40, blurred=True)
    path = solve_path(game, 0.0, 6.0, 31)
    assert path.points[0] == one(game, 0.0)
    assert path.points[-1].precision == 6.0
    assert max(np.diff([point.precision for point in path.points])) < 0.25
    middle = path.points[len(path.points) // 2]
    for place, odds in one(game, middle.precision).probabilities.items():
        assert odds == pytest.approx(middle.probabilities[place], abs=1e-8)
    later = solve_path(game, 2.0, 6.0, 31)
    assert later.points[0].precision == 2.0
    assert later.points[-1].values == pytest.approx(path.points[-1].values, abs=1e-8)


def test_where_branches_cross_this_one_goes_straight_on_and_says_so() -> None:
    game = matrix_game([[1, 0], [0, 1]], [[1, 0], [0, 1]])
    before, after = solve(game, 1.5), solve(game, 8.0)
    assert not before.notes
    assert after.notes == ["Other branches cross this one near lambda 2; it is followed straight on."]
    assert after.points[0].probabilities[0] == pytest.approx([0.5, 0.5], abs=1e-9)
    assert solve(game, 2.0).points[0].probabilities[1] == pytest.approx([0.5, 0.5], abs=1e-9)


def test_every_point_of_a_branch_answers_itself_by_logit() -> None:
    for number in range(12):
        game = random_game(number, 50, blurred=True)
        paths = paths_of(game)
        found = one(game, 60.0)
        x = np.log(np.concatenate([found.probabilities[place] for place in paths.sets]).clip(1e-250))
        values, _ = paths.values_and_slopes(x)
        for first, last in zip(paths.first[:-1], paths.first[1:], strict=True):
            likely = np.exp(60.0 * (values[first:last] - values[first:last].max()))
            if np.exp(x[first:last]).min() > 1e-200:
                assert likely / likely.sum() == pytest.approx(np.exp(x[first:last]), abs=1e-7)


def test_a_player_that_forgets_is_solved_as_agents_and_this_is_said() -> None:
    end = [Ending([float(k), 0.0]) for k in range(4)]
    second = [Choice("A", [("left", end[2 * k]), ("right", end[2 * k + 1])], "forgets") for k in range(2)]
    game = game_of("", ["A", "B"], Choice("A", [("up", second[0]), ("down", second[1])], "first"))
    assert not has_perfect_recall(game)
    assert has_perfect_recall(random_game(1, 40, blurred=True))
    assert "forgets" in solve(game, 1.0).notes[0]


def test_a_path_that_meets_an_information_set_twice_is_refused() -> None:
    again = Choice("A", [("go on", Ending([1])), ("turn", Ending([4]))], "crossing")
    game = game_of("", ["A"], Choice("A", [("go on", again), ("turn", Ending([0]))], "crossing"))
    with pytest.raises(InputError, match="forgets having moved"):
        solve(game, 1.0)


def test_an_information_set_that_chance_never_reaches_is_valued_as_if_it_could() -> None:
    answer = Choice("B", [("x", Ending([0, 1])), ("y", Ending([0, 0]))], "blind")
    other = Choice("B", [("x", Ending([0, 0])), ("y", Ending([0, 3]))], "blind")
    never = Chance([("even", 0.5, answer), ("odd", 0.5, other)])
    game = game_of("", ["A", "B"], Chance([("here", 1.0, Ending([1, 1])), ("there", 0.0, never)]))
    found = one(game, 2.0)
    (odds,) = found.probabilities.values()
    assert odds[1] / odds[0] == pytest.approx(math.exp(2.0 * (1.5 - 0.5)))
    assert found.values == [1.0, 1.0]


def test_a_game_too_large_for_its_information_sets_is_refused_and_a_large_tree_is_not() -> None:
    wide = [(f"m{k}", Ending([float(k % 3), 0])) for k in range(MOST_ACTIONS)]
    blind = [(f"r{k}", Choice("B", wide, "blind")) for k in range(2)]
    with pytest.raises(InputError, match="too many"):
        solve(game_of("", ["A", "B"], Choice("A", blind)), 1.0)
    assert len(one(game_of("", ["A", "B"], Choice("A", wide)), 1.0).probabilities[0]) == MOST_ACTIONS


@pytest.mark.parametrize("precision", [-1.0, math.nan, math.inf, 1e7])
def test_a_precision_that_is_none_is_refused(precision: float) -> None:
    with pytest.raises(InputError, match=r"outside 0\.\."):
        solve(threat(0, 0), precision)


def test_trivial_games_are_solved() -> None:
    assert one(efg_game('EFG 2 R "" { "A" } t "" 1 "" { 2 }'), 1.0).values == [2.0]
    same = matrix_game([[1, 1], [1, 1]], [[1, 1], [1, 1]])
    assert one(same, 1e6).values == pytest.approx([1.0, 1.0])
