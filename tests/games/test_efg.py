"""The .efg format: what is written reads back, what others write is read, what is wrong is answered with its line."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kaname.core.errors import InputError
from kaname.games.efg_read import efg_game, read_efg, told_apart
from kaname.games.efg_write import efg_text
from kaname.games.form import CHANCE, Chance, Choice, Ending, Game, game_of

HEAD = 'EFG 2 R "t" { "A" "B" }\n""\n'
POKER = """EFG 2 R "A game of cards" { "Alice" "Bob" }
"High or low, and \\"meet\\" or pass."

c "" 1 "deal" { "King" 1/2 "Queen" 0.5 } 0
p "" 1 1 "holds the king" { "Bet" "Fold" } 0
p "" 2 1 "sees a bet" { "Call" "Fold" } 0
t "" 1 "wins big" { 2, -2 }
t "" 2 "wins" { 1, -1 }
t "" 3 "loses" { -1 1 }
p "" 1 2 "holds the queen" { "Bet" "Fold" } 0
p "" 2 1 0
t "" 4 "loses big" { -2.0e0, +2 }
t "" 2
t "" 3
"""


def a_game() -> Game:
    end = Ending([0.1, -1 / 3])
    answer = Choice("B", [("left", end), ("right", Ending([1e-7, 2]))], information_set="blind", payoffs=[0.25, 0])
    luck = Chance([("rain", 0.1, answer), ("sun", 0.2, answer), ("fog", 0.7, Ending([1, 1]))], set_label="weather")
    return game_of('A "small" game', ["A", "B"], Choice("A", [("wait", luck), ("leave", Ending([0, 0]))]), "as it is")


def test_a_game_reads_back_from_its_text_as_it_was() -> None:
    game = a_game()
    again = efg_game(efg_text(game))
    assert again == game
    assert game.information_sets[1].chances == (Fraction(1, 10), Fraction(1, 5), Fraction(7, 10))
    assert not game.has_perfect_information()
    assert [len(one) for one in game.members()] == [1, 1, 2]


def test_a_file_by_another_hand_is_read(tmp_path: Path) -> None:
    (tmp_path / "poker.efg").write_text(POKER, encoding="utf-8")
    game = read_efg(tmp_path / "poker.efg")
    assert game.players == ("Alice", "Bob")
    assert game.comment == 'High or low, and "meet" or pass.'
    assert [one.owner for one in game.information_sets] == [CHANCE, 0, 1, 0]
    assert game.information_sets[2].actions == ("Call", "Fold")
    assert game.nodes[8].payoffs == (-2.0, 2.0)
    assert game.nodes[9].payoffs == (1.0, -1.0)
    assert game.nodes[9].outcome == "wins"
    assert game.members()[2] == [2, 7]


def test_ratios_and_thirds_are_kept_exactly() -> None:
    text = HEAD + 'c "" 1 "" { "x" 1/3 "y" 2/3 } 0 t "" 1 "" { 1/3, 1e-3 } t "" 2 "" { .5 -2. }'
    game = efg_game(text)
    assert game.information_sets[0].chances == (Fraction(1, 3), Fraction(2, 3))
    assert game.nodes[1].payoffs == (1 / 3, 0.001)
    assert efg_game(efg_text(game)) == game


def test_names_that_are_missing_or_doubled_are_told_apart() -> None:
    assert told_apart(["a", "a", "a_1", "", ""]) == ("a_2", "a_3", "a_1", "_1", "_2")
    game = efg_game('EFG 2 R "" { "A" "A" } p "" 1 1 { "" "" } 0 t "" 1 { 1 2 } t "" 1')
    assert game.players == ("A_1", "A_2")
    assert game.information_sets[0].actions == ("_1", "_2")


WRONG = {
    "": (1, "not an .efg file"),
    "NFG 1 R": (1, "not an .efg file"),
    'EFG 2 R "t" { }': (1, "list of players is empty"),
    'EFG 2 R "t': (1, "no closing quote"),
    'EFG 2 R "t" { "A" }\n""\n': (3, "ends before the tree"),
    HEAD + 'p "" 3 1 "" { "x" } 0': (3, "3 is no player; there are 2"),
    HEAD + 'p "" 1 0 "" { "x" } 0': (3, "numbered from 1"),
    HEAD + 'p "" 1 -1 "" { "x" } 0': (3, "number of an information set is wanted"),
    HEAD + 'p "" 1 1 "" { } 0': (3, "list of actions is empty"),
    HEAD + 'p "" 1 1 "" 0': (3, "its actions are not said"),
    HEAD + 'q "" 1': (3, "a node is wanted here"),
    HEAD + 'p "" 1 1 "" { "x" "y" } 0\nt "" 0': (4, "line 3 waits for 1 more"),
    HEAD + 't "" 0\nt "" 0': (4, "every move has led to an ending"),
    HEAD + 't "" 1': (3, "its payoffs are not said"),
    HEAD + 't "" 1 "" { 1 }': (3, "1 payoffs are given for 2 players"),
    HEAD + 't "" 1 "" { 1 1/0 }': (3, "divides by zero"),
    HEAD + 't "" 1 "" { 1 nan }': (3, "nan is not a number"),
    HEAD + 't "" 1 "" { 1 1e400 }': (3, "a payoff is too large"),
    HEAD + 't "" 1 "" { 1 1e199 }': (3, "outside"),
    HEAD + 't "" 1 "" { 1 1e999999999 }': (3, "too large"),
    HEAD + f't "" 1 "" {{ 1 {"1" * 1001} }}': (3, "has 1001 characters. Allowed: at most 1000"),
    HEAD + 'p "" 1 1 "" { "x" "y" } 0\nt "" 1 "a" { 1 1 }\nt "" 1 "b" { 1 1 }': (5, "before with another label"),
    HEAD + 't "" 1 "" { 1 "2" }': (3, "a payoff or the end of the list is wanted"),
    HEAD + 't "" 0 "" { 1 1 }': (3, "no outcome and has no payoffs"),
    HEAD + 'c "" 1 "" { "x" 0.5 "y" 0.4 } 0': (3, "sum to 0.9, not 1"),
    HEAD + 'c "" 1 "" { "x" 1.5 "y" -0.5 } 0': (3, "chance 1.5 is outside 0..1"),
    HEAD + 'p "" 1 1 "" { "x" "y" } 0\np "" 1 1 "" { "x" "z" } 0': (4, "met before with other actions"),
    HEAD + 'p "" 1 1 "" { "x" "y" } 0\nt "" 1 "" { 1 1 }\nt "" 1 "" { 1 2 }': (5, "met before with other payoffs"),
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_a_bad_file_is_answered_with_its_line_and_what_is_wrong(text: str) -> None:
    line, said = WRONG[text]
    with pytest.raises(InputError, match=said) as caught:
        efg_game(text, "bad.efg")
    assert (caught.value.file, caught.value.line) == ("bad.efg", line)


def test_a_tree_deeper_than_the_stack_of_the_language_is_read_and_written() -> None:
    depth = 5000
    lines = [f'p "" 1 {n + 1} "" {{ "on" "off" }} 0' for n in range(depth)]
    game = efg_game(HEAD + "\n".join(lines) + '\nt "" 1 "" { 1 1 }' + '\nt "" 1' * depth)
    assert len(game.nodes) == 2 * depth + 1
    assert efg_game(efg_text(game)) == game


def test_a_draft_that_does_not_fit_is_refused() -> None:
    end = Ending([0, 0])
    with pytest.raises(InputError, match="is not a player"):
        game_of("", ["A", "B"], Choice("C", [("x", end)]))
    with pytest.raises(InputError, match="two lists of actions"):
        game_of("", ["A", "B"], Choice("A", [("x", Choice("A", [("y", end)], 1)), ("z", end)], 1))
    with pytest.raises(InputError, match="1 payoffs are given for 2 players"):
        game_of("", ["A", "B"], Ending([1]))
    with pytest.raises(InputError, match=r"outside 0\.\.1"):
        game_of("", ["A", "B"], Chance([("x", float("nan"), end)]))
    with pytest.raises(InputError, match="two moves of one node have the same name: x, x"):
        game_of("", ["A", "B"], Choice("A", [("x", end), ("x", end)]))
    with pytest.raises(InputError, match="no moves"):
        game_of("", ["A", "B"], Choice("A", []))


def test_numbers_longer_than_anyone_writes_by_hand_are_read() -> None:
    text = HEAD + f't "" 12345678901 "" {{ {"1" * 40}/{"3" * 41} 1e19 }}'
    assert efg_game(text).nodes[0].payoffs == (pytest.approx(1 / 30, rel=1e-9), 1e19)


def test_labels_are_written_so_that_every_reader_takes_them() -> None:
    def answer(label: str) -> Choice:
        return Choice("B", [("x", Ending([1, 0], outcome="peace")), ("y", Ending([0, 1], outcome=" the  end "))],
                      set_label="same", label=label)  # fmt: skip

    root = Choice("A", [("l", answer(" a  node")), ("r", answer("a node"))], label="a \\"[:-1] + "\\")
    again = efg_game(efg_text(game_of("t \\\\", ["A", "B"], root)))
    assert [node.label for node in again.nodes if node.label] == ["a /", "a node", "a node 2"]
    assert [node.outcome for node in again.nodes if node.outcome] == ["peace", "the end", "peace 2", "the end 2"]
    assert [one.label for one in again.information_sets if one.owner == 1] == ["same", "same 2"]
    assert again.title == "t /"
