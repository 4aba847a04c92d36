"""`kaname crisis`: injected crises, the clock, experiments, exported games, and messages that help."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kaname.cli.main import run
from kaname.games.efg_read import read_efg

SENKAKU = ["crisis", "us-japan", "--contingency", "senkaku", "--runs", "40"]


def answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command."""
    with pytest.raises(SystemExit) as end:
        run(words)
    said = capsys.readouterr()
    return int(end.value.code or 0), said.out, said.err


def asked(words: list[str], capsys: pytest.CaptureFixture[str]) -> Any:
    code, out, _ = answer([*SENKAKU, *words, "--json"], capsys)
    assert code == 0
    return json.loads(out)


def test_a_crisis_is_told_in_eighty_columns_and_ends_with_what_to_type_next(capsys) -> None:
    code, out, err = answer(SENKAKU, capsys)
    assert code == 0
    assert all(line.startswith("playing: ") for line in err.splitlines())
    assert re.fullmatch(r"playing: (\d+) of \1 parts", err.splitlines()[-1])
    lines = out.splitlines()
    assert max(map(len, lines[:-1])) <= 80
    assert lines[-1] == "kaname crisis us-japan --contingency senkaku --runs 40 --seed 1 --out crisis-senkaku"
    for said in ("ending", "first moves", "where the pictures part most", "what a true picture would change",
                 "seen on the same draw"):  # fmt: skip
        assert any(line.startswith(said) for line in lines)


def test_the_data_has_outcomes_pictures_divergences_closing_clock_and_classes(capsys) -> None:
    data = asked([], capsys)
    assert sum(one["count"] for one in data["endings"].values()) == 40
    assert sum(one["count"] for one in data["deterrence"]["acting"]["classes"].values()) == 40
    assert set(data["pictures"]["views"]) == {"movers", "challenger", "target", "guarantor"}
    assert data["pictures"]["nodes"][0] == {"node": 0, "mover": "challenger"}
    assert data["divergences"][0]["weighted"]["mean"] > 0
    assert [one["which"] for one in data["closing"]][-1] == "all"
    assert [step["step"] for step in data["clock"]["steps"]] == ["recognition", "cabinet", "parliament", "joint"]
    assert data == asked([], capsys)
    assert data["endings"] != asked(["--seed", "2"], capsys)["endings"]


def test_a_lever_a_date_and_a_bargain_change_the_crisis(capsys) -> None:
    plain = asked(["--clock"], capsys)
    assert asked(["--clock", "--set", "command_mode=1"], capsys)["clock"]["total"] != plain["clock"]["total"]
    later = asked(["--clock", "--date", "2028Q4"], capsys)
    assert (plain["date"], later["date"]) == ("2026Q1", "2028Q4")
    assert later["clock"]["election_open"]["protector"] > 0
    other = asked(["--clock", "--bargain", "do_more", "--date", "2028"], capsys)
    assert other["bargain"] == "do_more"


def test_the_folder_holds_page_pictures_and_numbers_and_the_last_line_is_the_page(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "told"
    code, out, _ = answer([*SENKAKU, "--out", str(folder)], capsys)
    assert code == 0
    assert out.splitlines()[-1] == str(folder / "crisis.html")
    names = {file.name for file in folder.iterdir()}
    assert names == {
        "crisis.html",
        "crisis.json",
        *(f"picture-{v}.svg" for v in ("movers", "challenger", "target", "guarantor")),
    }
    assert json.loads((folder / "crisis.json").read_text("utf-8"))["runs"] == 40
    assert "kaname crisis us-japan --contingency senkaku --runs 40 --seed 1" in (folder / "crisis.html").read_text(
        "utf-8"
    )


def test_the_clock_alone_tells_steps_influences_and_windows(tmp_path: Path, capsys) -> None:
    code, out, _ = answer([*SENKAKU, "--clock", "--out", str(tmp_path)], capsys)
    assert code == 0
    assert "detect and find" in out
    assert "two parallel chains of command" in out
    assert "chance that the challenge is already a fait accompli" in out
    assert {file.name for file in tmp_path.iterdir()} == {"clock.html", "clock.json", "clock.svg"}


def test_an_experiment_tells_its_finding_and_the_same_opportunities_in_futures(tmp_path: Path, capsys) -> None:
    words = ["--experiment", "declared_trigger", "--futures", "4", "--years", "1", "--out", str(tmp_path)]
    code, out, _ = answer([*SENKAKU, *words], capsys)
    assert code == 0
    assert "What does a declared trigger change?" in out
    assert "With a declared trigger, against no agreed trigger: " in " ".join(out.split())
    assert "- opportunities: the same in all 4 pairs of futures" in out
    assert max(map(len, out.splitlines()[:-1])) <= 80
    assert (tmp_path / "declared_trigger.html").exists()


def test_one_run_is_told_move_by_move(capsys) -> None:
    code, out, _ = answer([*SENKAKU, "--explain", "3"], capsys)
    assert code == 0
    assert "China" in out
    assert "worth" in out
    assert "{" not in out
    told = asked(["--explain", "3"], capsys)
    assert told["run"] == 3
    assert {"kind", "terms", "sentence"} <= set(told["events"][0])


def test_the_game_of_a_side_is_exported_and_the_next_command_solves_it(tmp_path: Path, capsys) -> None:
    file = tmp_path / "game.efg"
    code, out, _ = answer([*SENKAKU, "--export", str(file), "--as", "challenger"], capsys)
    assert code == 0
    assert read_efg(file).players == ("challenger", "target", "guarantor")
    solve = out.splitlines()[-1].split()[1:]
    assert solve[:2] == ["crisis", "solve"]
    code, out, _ = answer(solve, capsys)
    assert code == 0
    assert "nothing" in out


def test_the_group_explains_itself_and_a_scenario_is_its_default_word(capsys) -> None:
    code, out, _ = answer(["crisis", "--help"], capsys)
    assert code == 0
    assert "SCENARIO" in out
    assert "solve" in out
    code, out, _ = answer(["crisis", "us-japan", "--help"], capsys)
    assert code == 0
    assert "--contingency" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["us-japn", "--contingency", "senkaku"], "Nearest: us-japan"),
        (["us-japan"], "Missing option '--contingency'"),
        (["us-japan", "--contingency", "senkak"], "Nearest: senkaku"),
        (["us-japan", "--contingency", "senkaku", "--date", "2060"], "outside the scenario, 2026Q1 to 2040Q3"),
        (["us-japan", "--contingency", "senkaku", "--date", "soon"], "is no date"),
        (["us-japan", "--contingency", "senkaku", "--set", "clarty=1"], "Nearest: clarity"),
        (["us-japan", "--contingency", "senkaku", "--set", "stake.senkaku.us=9"], "9 is outside"),
        (["us-japan", "--contingency", "senkaku", "--runs", "0"], "--runs: 0 is outside 1..10000"),
        (["us-japan", "--contingency", "senkaku", "--seed", "-1"], "--seed: -1 is outside"),
        (["us-japan", "--contingency", "senkaku", "--bargain", "as_iz"], "Nearest: as_is"),
        (["us-japan", "--contingency", "senkaku", "--experiment", "two_frnts"], "Nearest: two_fronts"),
        (
            ["us-japan", "--contingency", "senkaku", "--runs", "5", "--experiment", "close_gap.host"],
            "host is not a side",
        ),
        (["us-japan", "--contingency", "senkaku", "--export", "game.txt"], ".efg"),
        (["us-japan", "--contingency", "senkaku", "--export", "none/game.efg"], "there is no such folder"),
        (["us-japan", "--contingency", "senkaku", "--export", "game.efg", "--as", "host"], "host is not a side"),
        (["us-japan", "--contingency", "senkaku", "--clock", "--explain", "1"], "ask for different things"),
        (["us-japan", "--contingency", "senkaku", "--explain", "2000"], "--explain: 2000 is outside 0..999"),
    ],
)
def test_wrong_words_are_answered_and_nothing_is_written(
    words: list[str], said: str, tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = answer(["crisis", *words], capsys)
    assert (code, out) == (2, "")
    assert said in " ".join(err.replace("│", " ").split()), err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, capsys) -> None:
    file = tmp_path / "told"
    file.write_text("")
    code, _, err = answer([*SENKAKU, "--out", str(file)], capsys)
    assert code == 2
    assert "is a file, not a folder" in err
