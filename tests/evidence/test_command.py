"""`kaname evidence`: what a person sees, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.cli import evidence as command
from kaname.cli.main import run
from kaname.evidence.cite import bibliography
from kaname.evidence.load import Evidence, read_evidence

Shown = Callable[..., tuple[int, str, str]]
TEXT = """
sources:
  book: {author: A. Author with a very long name and many colleagues, title: A book whose title goes on and on,
         year: 2024, publisher: A press, certainty: V, licence: facts cited, url: 'https://example.org/book'}
figures:
  plain: {unit: share, value: 0.5, date: 2024, source: book, grade: A}
  a_figure_whose_name_is_too_long_for_its_column: {unit: sorties per aircraft per day, by: actor,
    values: {a: 1, b: 1234567}, spread: {uniform: [0.5, 2]}, date: 2024, source: book, grade: A}
  theory: {unit: switch, distribution: {switch: {past_actions: 0.5, current_calculus: 0.5}}, date: 2024, grade: D,
           judgement: the field is divided on it, doubt: nobody has counted the votes}
  wide: {unit: bn USD 2023 per unit per year, distribution: {lognormal: [123.456, 1.5, 10.5, 1234.5]}, date: 2024,
         source: book, grade: C, doubt: it was measured somewhere else}
"""


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Shown:
    """Run the command line in this process; exit code, stdout, stderr."""

    def call(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            run(list(words))
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return call


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "mine.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def evidence(own: Path, monkeypatch: pytest.MonkeyPatch) -> Evidence:
    """Evidence of four figures in place of the package's."""
    found = read_evidence([own])
    monkeypatch.setattr("kaname.evidence.load.load_evidence", lambda paths=None: found)
    return found


def test_every_table_fits_a_terminal_of_80_columns(evidence: Evidence) -> None:
    lines = command.table(evidence.figures.values())
    assert max(map(len, lines)) <= 80
    assert lines[2].split() == ["plain", "A", "0.5", "share"]
    assert lines[3].split()[:4] == ["a_figure_whose_name_is_too_...", "A", "1", "to"]
    assert "past_actions|cur..." in lines[4]
    assert lines[-2] == "4 figures (by grade: A 2, C 1, D 1)."
    works = command.bibliography_lines(bibliography(evidence), evidence.figures.values())
    assert max(map(len, works)) <= 80
    assert "    https://example.org/book" in works
    assert works[-1].startswith("1 of 4 figures are judgements")


@pytest.mark.usefixtures("evidence")
def test_list_tells_figures_of_one_grade_also_as_json(shown: Shown) -> None:
    code, out, err = shown("evidence", "list", "--grade", "d", "--json")
    assert (code, err) == (0, "")
    [theory] = json.loads(out)
    assert (theory["id"], theory["grade"]) == ("theory", "D")
    assert theory["doubt"] == "nobody has counted the votes"
    code, out, _ = shown("evidence", "list", "--grade", "D")
    assert code == 0
    assert "    Doubt: " in out
    assert max(map(len, out.splitlines())) <= 80
    code, out, _ = shown("evidence", "list", "--grade", "C")
    assert "Doubt: " not in out
    assert code == 0
    assert "wide" in out
    assert "theory" not in out


@pytest.mark.usefixtures("evidence")
def test_cite_prints_the_works(shown: Shown) -> None:
    code, out, err = shown("evidence", "cite")
    assert (code, err) == (0, "")
    assert "[book; V: read in a retrieved source; figures: 3]" in out


def test_a_users_file_is_checked_beside_the_shipped_evidence(shown: Shown, own: Path) -> None:
    assert shown("evidence", "check", str(own)) == (0, "Sound: 4 figures (by grade: A 2, C 1, D 1) and 1 source.\n", "")


def test_a_wrong_file_is_exit_code_2_with_its_line(shown: Shown, own: Path) -> None:
    own.write_text(TEXT.replace("value: 0.5", "value: 50"), encoding="utf-8")
    code, out, err = shown("evidence", "check", str(own))
    assert (code, out) == (2, "")
    assert "mine.yaml:6 figures.plain.value: 50 is outside 0..1 (unit: share). Write 0.5." in err
    assert "Traceback" not in err


def test_the_shipped_evidence_is_sound(shown: Shown) -> None:
    code, out, err = shown("evidence", "check")
    assert (code, err) == (0, "")
    assert out.startswith("Sound: ")
