"""`kaname crisis solve`: a file in, a table, JSON, a branch as CSV and picture out; messages that help."""

from __future__ import annotations

import csv
import json
import logging
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import typer
from typer.testing import CliRunner

from kaname.cli.crisis_solve import solve
from kaname.core.errors import InputError
from tests.games.test_efg import POKER


@pytest.fixture
def poker(tmp_path: Path) -> Path:
    (tmp_path / "poker.efg").write_text(POKER, encoding="utf-8")
    return tmp_path / "poker.efg"


def said(*words: object) -> str:
    app = typer.Typer()
    app.command()(solve)
    done = CliRunner().invoke(app, [str(word) for word in words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def data(*words: object) -> Any:
    return json.loads(said(*words, "--json"))


def test_json_names_players_actions_and_values(poker: Path) -> None:
    found = data(poker, "--lambda", 2)
    assert found["lambda"] == 2.0
    assert [list(one) for one in found["probabilities"]["Alice"]] == [["Bet", "Fold"], ["Bet", "Fold"]]
    assert [list(one) for one in found["probabilities"]["Bob"]] == [["Call", "Fold"]]
    king, queen = found["probabilities"]["Alice"]
    assert king["Bet"] > queen["Bet"] > 0.5
    assert sum(king.values()) == pytest.approx(1.0)
    assert found["values"]["Alice"] == pytest.approx(-found["values"]["Bob"])
    assert "path" not in found


def test_the_table_fits_eighty_columns_and_holds_every_action(poker: Path) -> None:
    for words in (("--lambda", 2), ("--path", "0..5"), ("--lambda", 2, "--path", "1..5")):
        text = said(poker, *words)
        assert max(len(line) for line in text.splitlines()) <= 80
        assert text.count("Bet") % 2 == 0
        assert "Bob" in text


def test_a_branch_is_written_as_rows_and_as_a_picture(poker: Path, tmp_path: Path) -> None:
    sheet, picture = tmp_path / "branch.csv", tmp_path / "branch.svg"
    found = data(poker, "--lambda", 3, "--path", "0..10", "--csv", sheet, "--chart", picture)
    rows = list(csv.DictReader(sheet.read_text(encoding="utf-8").splitlines()))
    assert list(rows[0])[:3] == ["lambda", "Alice/1/Bet", "Alice/1/Fold"]
    assert len(rows) == len(found["path"]) > 100
    assert float(rows[0]["Bob/1/Call"]) == 0.5
    assert float(rows[-1]["lambda"]) == 10.0
    assert float(rows[-1]["value/Bob"]) == found["path"][-1]["values"]["Bob"]
    root = ElementTree.fromstring(picture.read_text(encoding="utf-8"))
    curves = [one for one in root.iter() if one.tag.endswith("path")]
    assert len(curves) == 6
    assert found["lambda"] == 3.0


def test_without_lambda_a_path_answers_for_its_end(poker: Path) -> None:
    found = data(poker, "--path", "0..4")
    assert found["lambda"] == 4.0
    assert found["probabilities"] == found["path"][-1]["probabilities"]


def test_what_should_be_known_is_told_beside_the_result(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = 'EFG 2 R "meet" { "A" "B" } p "" 1 1 "" { "x" "y" } 0 p "" 2 1 "" { "x" "y" } 0'
    text += ' t "" 1 "" { 1 1 } t "" 2 "" { 0 0 } p "" 2 1 0 t "" 2 t "" 1'
    (tmp_path / "meet.efg").write_text(text, encoding="utf-8")
    with caplog.at_level(logging.INFO, logger="kaname"):
        found = data(tmp_path / "meet.efg", "--lambda", 9)
    assert found["notes"] == ["Other branches cross this one near lambda 2; it is followed straight on."]
    assert found["notes"][0] in caplog.text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "--lambda: .*missing"),
        (("--lambda", "-1"), "outside"),
        (("--lambda", "nan"), "not a number"),
        (("--path", "4..1"), "does not rise"),
        (("--path", "4"), r"not L1\.\.L2"),
        (("--lambda", "1", "--chart", "x.svg"), "--chart: writes a branch"),
        (("--path", "0..1", "--chart", "x.png"), "Allowed: .svg"),
    ],
)
def test_wrong_words_are_answered_with_what_is_allowed(poker: Path, words: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError, match=message):
        said(poker, *words)


def test_a_bad_file_is_answered_with_file_and_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.efg"
    bad.write_text('EFG 2 R "t" { "A" }\n\np "" 2 1 "" { "x" } 0\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.efg:3: 2 is no player; there are 1"):
        said(bad, "--lambda", 1)
    with pytest.raises(InputError, match="no such file"):
        said(tmp_path / "none.efg", "--lambda", 1)


def test_the_page_tells_what_its_own_example_gives(repo_root: Path, tmp_path: Path) -> None:
    page = (repo_root / "docs" / "how-to" / "solve-a-game.md").read_text(encoding="utf-8")
    blocks = re.findall(r"(?:^    .*\n|^\n)+", page, re.M)
    game = next(block for block in blocks if "EFG 2 R" in block)
    said = json.loads(next(block for block in blocks if '"probabilities"' in block).replace('"..."', '""'))
    (tmp_path / "threat.efg").write_text(game, encoding="utf-8")
    found = data(tmp_path / "threat.efg", "--lambda", said["lambda"])
    for player, sets in said["probabilities"].items():
        for told, solved in zip(sets, found["probabilities"][player], strict=True):
            assert solved == pytest.approx(told, abs=0.005)
    assert found["values"] == pytest.approx(said["values"], abs=0.005)
