"""A game solved from Python: one point, a branch, as tables and as the command prints it."""

from __future__ import annotations

from pathlib import Path

import pytest

import kaname as ka
from kaname.cli.main import run
from kaname.core.errors import InputError
from kaname.games.efg_write import efg_text
from kaname.games.form import Choice, Ending, game_of


@pytest.fixture
def game(at_home: Path) -> Path:
    answer = Choice("B", [("yield", Ending([1, -1])), ("fight", Ending([-2, -2]))])
    draft = Choice("A", [("wait", Ending([0, 0])), ("challenge", answer)])
    Path("game.efg").write_text(efg_text(game_of("A challenge", ["A", "B"], draft)))
    return Path("game.efg")


def test_a_game_without_a_precision_is_followed_from_uniform_play_to_ten(game: Path) -> None:
    found = ka.solve(game)
    first, last = (found.probabilities.where(**{"lambda": precision}) for precision in (0.0, 10.0))
    assert first["probability"].tolist() == [0.5] * 4
    assert dict(zip(last["action"], last["probability"], strict=True))["challenge"] > 0.9
    assert found.last.precision == 10.0
    assert "points" in repr(found)


def test_one_point_is_what_the_command_prints(game: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = ka.solve(game, precision=2.0)
    with pytest.raises(SystemExit):
        run(["-q", "crisis", "solve", "game.efg", "--lambda", "2"])
    assert str(found) == capsys.readouterr().out.rstrip("\n")
    assert found.at(2.0).values.to_pylist() == found.values.to_pylist()
    assert found.values["player"].tolist() == ["A", "B"]


def test_wrong_input_is_answered(game: Path) -> None:
    with pytest.raises(InputError, match="outside"):
        ka.solve(game, precision=-1.0)
    with pytest.raises(InputError, match=r"nowhere\.efg"):
        ka.solve("nowhere.efg")
