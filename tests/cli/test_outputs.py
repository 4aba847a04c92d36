"""No command writes over a file that is not its own output, nor over what it reads; no inner name reaches a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.cli.commands import COMMANDS, load
from kaname.cli.main import run

GAME = 'EFG 2 R "mine" { "A" "B" }\np "" 1 1 "" { "l" "r" } 0\nt "" 1 "" { 1, -1 }\nt "" 2 "" { 2, -2 }\n'
LAW = ("--date", "2016-06-01")
WRITERS = {
    "calc": (("calc", "deterrence"), "--chart", ".svg"),
    "solve, table": (("crisis", "solve", "game.efg", "--path", "0..5"), "--csv", ".csv"),
    "solve, picture": (("crisis", "solve", "game.efg", "--path", "0..5"), "--chart", ".svg"),
    "campaign, table": (("campaign", "us-japan", "--contingency", "senkaku"), "--csv", ".csv"),
    "campaign, picture": (("campaign", "us-japan", "--contingency", "senkaku"), "--chart", ".svg"),
    "crisis, game": (("crisis", "us-japan", "--contingency", "senkaku"), "--export", ".efg"),
    "backtest": (("backtest", "us-japan"), "--out", ".json"),
    "levers": (("levers", "audit", "us-japan"), "--out", ".json"),
    "calibrate": (("calibrate", "us-japan"), "--out", ".json"),
    "bargain": (("bargain", "new", "mine"), "--out", ".yaml"),
    "options, page": (("law", "options", *LAW), "--html", ".html"),
    "options, picture": (("law", "options", *LAW), "--svg", ".svg"),
    "gaps": (("law", "gaps", *LAW), "--html", ".html"),
    "history, page": (("law", "history", "--question", "US.WPR"), "--html", ".html"),
    "history, picture": (("law", "history", "--question", "US.WPR"), "--svg", ".svg"),
}
EVERY = pytest.mark.parametrize(("words", "option", "ending"), WRITERS.values(), ids=WRITERS)
OPTIONS = {"--csv", "--chart", "--charts", "--html", "--svg", "--out", "--export"}
NOT_ONE_FILE = {
    ("report", "--charts"), ("crisis", "--out"), ("compare", "--out"), ("trace", "--out"), ("merge", "--out"),
    ("claims", "--out"), ("export", "--out"), ("bundle", "--out"), ("reproduce", "--out"),
}  # fmt: skip
"""Folders: of outputs, of a run, and of the run that is read."""


@pytest.fixture
def place(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "game.efg").write_text(GAME)
    return tmp_path


@pytest.fixture
def refused(capsys) -> Callable[..., str]:
    def call(*words: str) -> str:
        with pytest.raises(SystemExit) as ended:
            run([str(word) for word in words])
        assert ended.value.code == 2
        return str(capsys.readouterr().err)

    return call


def test_every_option_that_names_a_file_to_write_is_tried_here() -> None:
    known = {(words[0], option) for words, option, _ in WRITERS.values()} | NOT_ONE_FILE
    found = set()
    for name in COMMANDS:
        command = load(name)
        for one in getattr(command, "commands", {name: command}).values():
            for option in one.params:
                if set(option.opts) & OPTIONS and not getattr(option, "is_flag", False):
                    found.add((name, option.opts[0]))
    assert found == known


@EVERY
def test_a_file_of_another_hand_is_never_written_over(place, refused, words, option, ending):
    theirs = place / f"mine{ending}"
    theirs.write_text("my work of a year")
    assert f"mine{ending}" in refused(*words, option, theirs.name)
    assert theirs.read_text() == "my work of a year"


@EVERY
def test_another_ending_is_refused_and_the_file_behind_it_stays(place, refused, words, option, ending):
    message = refused(*words, option, "game.efg" if ending != ".efg" else "game.csv")
    assert "end" in message
    assert (place / "game.efg").read_text() == GAME


@EVERY
def test_a_folder_or_a_missing_folder_is_told_by_the_name_that_was_given(place, refused, words, option, ending):
    (place / f"folder{ending}").mkdir()
    for name in (f"folder{ending}", f"nowhere/out{ending}", f"game.efg/out{ending}"):
        message = refused(*words, option, name)
        assert name.split("/")[0] in message
        assert ".part" not in message
        assert "fault" not in message
    assert sorted(path.name for path in place.iterdir()) == [f"folder{ending}", "game.efg"]


QUICK = ("calc", "solve, table", "solve, picture", "options, page", "options, picture", "gaps", "history, picture")


@pytest.mark.parametrize(("words", "option", "ending"), [WRITERS[name] for name in QUICK], ids=QUICK)
def test_a_commands_own_output_is_written_again(place, capsys, words, option, ending):
    for _ in range(2):
        with pytest.raises(SystemExit) as ended:
            run([*words, option, f"out{ending}"])
        assert ended.value.code in (0, None), capsys.readouterr().err
    assert sorted(path.name for path in place.iterdir()) == ["game.efg", f"out{ending}"]


def test_names_may_stand_behind_blanks_after_commas(refused) -> None:
    told = refused("compare", "us-japan", "--bargains", " as_is , step_up ,", "--freeze", "economy.growth, no.such")
    assert "no.such is not" in told
    assert "step_up" not in told
