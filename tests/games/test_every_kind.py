"""Small games of every kind that people have in their files, as text, solved as the standard solver solves them.

The kinds were found in the files of others; the games are our own, and each is read from its text by both.
"""

from __future__ import annotations

import io

import numpy as np
import pygambit
import pytest

from kaname.core.errors import InputError
from kaname.games.efg_read import efg_game
from kaname.games.efg_write import efg_text
from kaname.games.solve import solve, solve_path
from tests.games.gambit import apart, gambit

HEAD = 'EFG 2 R "{}" {{ "A" "B" }}\n""\n\n'
KINDS = {
    "a move of chance that never comes": (
        'c "" 1 "" { "never" 0 "always" 1 } 0\np "" 1 1 "" { "l" "r" } 0\nt "" 1 "" { 9, 9 }\nt "" 2 "" { 8, 0 }\n'
        'p "" 2 1 "" { "u" "d" } 0\nt "" 3 "" { 1, 2 }\nt "" 4 "" { 3, 0.5 }\n'
    ),
    "outcomes at inner nodes": (
        'p "" 1 1 "" { "l" "r" } 1 "toll" { -0.5, 0 }\np "" 2 1 "" { "u" "d" } 2 "fee" { 0, -1 }\n'
        't "" 3 "" { 1, 1 }\nt "" 4 "" { 0, 2 }\nt "" 5 "" { 0.25, 0 }\n'
    ),
    "an outcome that ends several paths": (
        'p "" 1 1 "" { "l" "r" } 0\np "" 2 1 "" { "u" "d" } 0\nt "" 1 "won" { 1, -1 }\nt "" 2 "lost" { -1, 1 }\n'
        'p "" 2 2 "" { "u" "d" } 0\nt "" 2\nt "" 1\n'
    ),
    "an ending without an outcome": (
        'p "" 1 1 "" { "l" "r" } 0\nt "" 0\np "" 2 1 "" { "u" "d" } 0\nt "" 1 "" { 1, 1 }\nt "" 0\n'
    ),
    "one set over two nodes": (
        'p "" 1 1 "" { "l" "r" } 0\np "" 2 1 "blind" { "u" "d" } 0\nt "" 1 "" { 3, 1 }\nt "" 2 "" { 0, 0 }\n'
        'p "" 2 1 0\nt "" 3 "" { 0, 0 }\nt "" 4 "" { 1, 2 }\n'
    ),
    "one set over two nodes of chance": (
        'c "" 1 "" { "h" 1/3 "t" 2/3 } 0\np "" 1 1 "" { "x" "y" } 0\nt "" 1 "" { 1, 0 }\nt "" 2 "" { 0, 1 }\n'
        'p "" 1 1 0\nt "" 3 "" { 0, 2 }\nt "" 4 "" { 1, 1 }\n'
    ),
    "a set of chance met twice": (
        'p "" 1 1 "" { "l" "r" } 0\nc "" 1 "coin" { "h" 0.25 "t" 0.75 } 0\nt "" 1 "" { 1, 0 }\nt "" 2 "" { 0, 1 }\n'
        'c "" 1 0\nt "" 3 "" { 2, 0 }\nt "" 4 "" { 0, 0 }\n'
    ),
    "a node with one move": (
        'p "" 1 1 "" { "only" } 0\np "" 2 1 "" { "u" "d" } 0\nt "" 1 "" { 1, 1 }\nt "" 2 "" { 0, 2 }\n'
    ),
    "a player without a move": 'p "" 1 1 "" { "l" "r" } 0\nt "" 1 "" { 1, 5 }\nt "" 2 "" { 0, 7 }\n',
    "chance alone": 'c "" 1 "" { "h" 1/2 "t" 1/2 } 0\nt "" 1 "" { 1, 5 }\nt "" 2 "" { 0, 7 }\n',
    "an ending alone": 't "" 1 "" { 1, 5 }\n',
    "equal payoffs": (
        'p "" 1 1 "" { "l" "r" } 0\np "" 2 1 "" { "u" "d" } 0\nt "" 1 "" { 0, 0 }\nt "" 2 "" { 0, 0 }\n'
        't "" 3 "" { 0, 0 }\n'
    ),
    "payoffs as ratios and powers": (
        'p "" 1 1 "" { "l" "r" } 0\nt "" 1 "" { 1/3, 1e-3 }\nt "" 2 "" { .5, -2. }\n'
    ),
    "a signal": (
        'c "" 1 "" { "strong" 0.6 "weak" 0.4 } 0\np "" 1 1 "" { "b" "q" } 0\np "" 2 1 "b" { "f" "g" } 0\n'
        't "" 1 "" { 0, -1 }\nt "" 2 "" { 2, 0 }\np "" 2 2 "q" { "f" "g" } 0\nt "" 3 "" { 1, -1 }\nt "" 4 "" { 3, 0 }\n'
        'p "" 1 2 "" { "b" "q" } 0\np "" 2 1 0\nt "" 5 "" { 1, 1 }\nt "" 6 "" { 3, 0 }\n'
        'p "" 2 2 0\nt "" 7 "" { 0, 1 }\nt "" 8 "" { 2, 0 }\n'
    ),
}  # fmt: skip
PRECISIONS = (0.3, 1.0, 3.0)


@pytest.mark.parametrize("precision", PRECISIONS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if 'p "" ' in KINDS[kind]])
def test_a_game_of_this_kind_has_the_equilibrium_that_the_standard_solver_finds(kind: str, precision: float) -> None:
    text = HEAD.format(kind) + KINDS[kind]
    game = efg_game(text)
    assert apart(solve(game, precision).points[0], gambit(game, precision, text)) < 1e-6


@pytest.mark.parametrize("kind", KINDS)
def test_a_game_of_this_kind_reads_back_as_it_was_and_is_read_by_the_standard_solver(kind: str) -> None:
    game = efg_game(HEAD.format(kind) + KINDS[kind])
    again = efg_game(efg_text(game))
    assert again.information_sets == game.information_sets
    assert [node.payoffs for node in again.nodes] == [node.payoffs for node in game.nodes]
    assert len(pygambit.read_efg(io.StringIO(efg_text(game))).players) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_without_precision_every_move_is_alike_likely(kind: str) -> None:
    game = efg_game(HEAD.format(kind) + KINDS[kind])
    for place, odds in solve(game, 0.0).points[0].probabilities.items():
        assert odds == pytest.approx([1 / len(odds)] * len(odds)), place


def test_payoffs_of_any_size_are_scaled_and_not_refused() -> None:
    small = efg_game(HEAD.format("small") + KINDS["one set over two nodes"])
    large = efg_game(HEAD.format("large") + KINDS["one set over two nodes"].replace("{ 3, 1 }", "{ 3e19, 1e19 }")
                     .replace("{ 1, 2 }", "{ 1e19, 2e19 }"))  # fmt: skip
    for precision in (0.5, 2.0):
        one, other = solve(small, precision).points[0], solve(large, precision / 1e19).points[0]
        for place, odds in one.probabilities.items():
            assert other.probabilities[place] == pytest.approx(odds, abs=1e-9)
    assert efg_game(efg_text(large)) == large


def test_symmetric_branches_that_cross_are_followed_straight_on_and_said() -> None:
    meet = HEAD.format("meet") + KINDS["one set over two nodes"].replace("{ 3, 1 }", "{ 1, 1 }").replace(
        "{ 1, 2 }", "{ 1, 1 }"
    )
    solved = solve_path(efg_game(meet), 0.0, 3.0, 31)
    assert np.allclose([point.probabilities[0] for point in solved.points], 0.5)
    assert any("cross" in note for note in solved.notes)


def test_a_player_who_forgets_having_moved_is_told_what_would_help() -> None:
    driver = HEAD.format("driver") + (
        'p "" 1 1 "at an exit" { "on" "off" } 0\np "" 1 1 0\nt "" 1 "" { 1, 0 }\nt "" 2 "" { 4, 0 }\n'
        't "" 3 "" { 0, 0 }\n'
    )
    with pytest.raises(InputError, match=r"information set 1 \(at an exit\) of A twice.* a set of its own"):
        solve(efg_game(driver), 1.0)
    helped = driver.replace('p "" 1 1 0', 'p "" 1 2 "at the second" { "on" "off" } 0')
    game = efg_game(helped)
    assert apart(solve(game, 1.0).points[0], gambit(game, 1.0)) < 1e-6


def test_a_game_of_more_moves_than_a_poker_table_is_not_refused() -> None:
    rounds = 180
    lines = ['c "" 1 "" { ' + " ".join(f'"{n}" 1/{rounds}' for n in range(rounds)) + " } 0"]
    for n in range(rounds):
        lines += [f'p "" 1 {n + 1} "" {{ "bet" "pass" }} 0', f'p "" 2 {n // 2 + 1} "" {{ "call" "fold" }} 0',
                  f't "" {3 * n + 1} "" {{ {n % 7 - 3}, {3 - n % 7} }}', f't "" {3 * n + 2} "" {{ 1, -1 }}',
                  f't "" {3 * n + 3} "" {{ -1, 1 }}']  # fmt: skip
    game = efg_game(HEAD.format("cards") + "\n".join(lines))
    assert sum(len(one.actions) for one in game.information_sets if one.owner >= 0) > 500
    solved = solve(game, 1.0)
    assert solved.points[0].values[0] == pytest.approx(-solved.points[0].values[1], abs=1e-9)
