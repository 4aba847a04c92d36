"""`kaname compare`: what it leaves behind, what it prints, and what it answers to wrong input."""

from __future__ import annotations

import errno
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kaname.cli.main import run
from kaname.core import whole_files

SMALL = ["--bargains", "as_is,unequal_by_design", "--futures", "4", "--years", "1", "--chunk", "2", "--workers", "1"]
BESIDE = ["--robustness", "2"]
FILE_LIMIT = 20_000
CHECKS = ["adopted", "no_reaction", "current_calculus", "past_actions", "core", "equal_cost"]


def answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command."""
    with pytest.raises(SystemExit) as end:
        run(words)
    said = capsys.readouterr()
    return int(end.value.code or 0), said.out, said.err


def compare(capsys: pytest.CaptureFixture[str], out: Path, *words: str) -> tuple[int, str, str]:
    return answer(["-q", "compare", "us-japan", *SMALL, *BESIDE, "--out", str(out), *words], capsys)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small finished run."""
    folder = tmp_path_factory.mktemp("finished") / "run"
    with pytest.raises(SystemExit) as end:
        run(["-q", "compare", "us-japan", *SMALL, *BESIDE, "--out", str(folder)])
    assert not end.value.code
    return folder


def test_the_summary_has_what_explains_it(finished: Path) -> None:
    summary = json.loads((finished / "summary.json").read_text())
    assert [check["id"] for check in summary["checks"]] == CHECKS
    assert {"present_cost", "window", "beliefs", "verdicts"} <= set(summary)
    assert not any(one["survives"] and not one["clear"] for one in summary["verdicts"])


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file of a folder with its size and time."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def test_a_run_leaves_report_outcomes_summary_and_manifest(finished: Path) -> None:
    names = {path.relative_to(finished).as_posix() for path in finished.rglob("*") if path.is_file()}
    assert {"report.html", "summary.json", "manifest.json", "outcomes/as_is-0-1.parquet"} <= names
    assert not [name for name in names if name.endswith(".part")]
    manifest = json.loads((finished / "manifest.json").read_text())
    assert manifest["complete"]
    assert len(manifest["chunks"]) == 4
    assert {chunk["arm"] for chunk in manifest["checks"]} == set(CHECKS)
    assert set(manifest["inputs"]["sha256"]) == {"scenario", "evidence", "model", "bargains"}
    assert manifest["command"].startswith("kaname compare us-japan --bargains as_is,unequal_by_design --futures 4")


def test_json_is_all_that_stands_on_stdout(finished: Path, capsys) -> None:
    code, out, err = compare(capsys, finished, "--json")
    assert code == 0
    assert json.loads(out) == json.loads((finished / "summary.json").read_text())
    assert err.splitlines()[-1] == str(finished / "report.html")


def test_without_json_the_last_line_is_the_path_of_the_report(finished: Path, capsys) -> None:
    code, out, err = compare(capsys, finished)
    assert code == 0
    assert out.splitlines()[-1] == str(finished / "report.html")
    assert max(len(line) for line in out.splitlines()[:-1]) <= 80
    assert "Traceback" not in err


def test_a_finished_run_is_not_run_again(finished: Path, capsys) -> None:
    before = {name: seen for name, seen in state(finished).items() if name.endswith(".parquet")}
    assert compare(capsys, finished)[0] == 0
    assert {name: seen for name, seen in state(finished).items() if name.endswith(".parquet")} == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["compare", "us-japn"], ["us-japn", "us-japan"]),
        (["compare", "us-japan", "--bargains", "as_is,unequal_by_desing"], ["Nearest: unequal_by_design"]),
        (["compare", "us-japan", "--preset", "ful"], ["ful", "Allowed: full, core"]),
        (["compare", "us-japan", "--futures", "-3"], ["--futures: -3 is outside 1..10000000"]),
        (["compare", "us-japan", "--futures", "0"], ["--futures: 0 is outside 1.."]),
        (["compare", "us-japan", "--seed", "-1"], ["--seed: -1 is outside 0..4294967295"]),
        (["compare", "us-japan", "--seed", "4294967296"], ["--seed: 4294967296 is outside 0..4294967295"]),
        (["compare", "us-japan", "--chunk", "-1"], ["--chunk: -1 is outside 0..100000"]),
        (["compare", "us-japan", "--workers", "0"], ["--workers: 0 is outside 1..256"]),
        (["compare", "us-japan", "--years", "0"], ["--years: 0 is outside"]),
        (["compare", "us-japan", "--years", "-2"], ["--years: -2 is outside"]),
        (["compare", "us-japan", "--years", "100000"], ["--years: 100000 is outside"]),
        (["compare", "us-japan", "--freeze", "politics.opinon"], ["Nearest: politics.opinion"]),
        (["compare", "us-japan", "--bargains", "as_is,as_is"], ["named twice"]),
        (["compare", "us-japan", "--bargains", ","], ["--bargains"]),
        (["compare", "us-japan", "--robustness", "-1"], ["--robustness: -1 is outside 0.."]),
        (["compare", "us-japan", "--attribution", "-1"], ["--attribution: -1 is outside 0.."]),
        (["compare", "us-japan", "--stress", "retrenchmnt"], ["--stress", "Nearest: retrenchment"]),
        (["compare", "us-japan", "--stress", "retrenchment", "--robustness", "0"], ["--stress", "--robustness"]),
        (["compare", "us-japan", "--budget", "as_was"], ["--budget", "Nearest: as_is"]),
        (["compare", "us-japan", "--years", "1", "--stress", "retrenchment"], ["--stress", "no election"]),
        (["compare", "us-japan", "--check", "somewhere"], ["--check"]),
        (["compare", "--check", "somewhere"], ["somewhere", "no readable manifest"]),
        (["compare", "us-japan", "--start", "1996"], ["1996 is not a start", "Allowed: 2008, 2013, 2019, 2026, own"]),
        (["compare", "us-japan", "--start", "own"], ["--start: the bargains named have not one year of their own"]),
        (["compare", "us-japan", "--futures", "many"], ["--futures", "integer"]),
        (["compare", "us-japan", "--futurs", "5"], ["--futurs", "--futures"]),
        (["compare"], ["Missing argument", "scenario"]),
    ],
)
def test_wrong_words_are_answered_and_nothing_is_written(
    words: list[str], said: list[str], tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = answer(words, capsys)
    assert code == 2
    assert out == ""
    assert all(word in " ".join(err.replace("│", " ").split()) for word in said), err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_an_out_with_other_inputs_is_refused_and_left_as_it_was(finished: Path, capsys) -> None:
    before = state(finished)
    code, out, err = compare(capsys, finished, "--seed", "2")
    assert (code, out) == (2, "")
    assert "seed was 1, is 2" in err
    assert state(finished) == before


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path, capsys) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    code, _, err = compare(capsys, tmp_path)
    assert code == 2
    assert "not empty and holds no run" in err
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_a_file_as_out_is_refused(tmp_path: Path, capsys) -> None:
    (tmp_path / "run").write_text("mine")
    code, _, err = compare(capsys, tmp_path / "run")
    assert code == 2
    assert str(tmp_path / "run") in err
    assert "Traceback" not in err
    assert (tmp_path / "run").read_text() == "mine"


@pytest.mark.parametrize("place", ["file/run", "/proc/kaname-run"])
def test_a_folder_that_cannot_be_made_is_told(place: str, tmp_path: Path, capsys) -> None:
    """Under a file, and in a file system that takes no folders: the rights of root do not help there."""
    (tmp_path / "file").write_text("")
    code, out, err = compare(capsys, tmp_path / place)
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert "our fault" not in err
    assert Path(place).name in err


def test_a_manifest_that_cannot_be_read_is_told(tmp_path: Path, capsys) -> None:
    (tmp_path / "manifest.json").write_text("{")
    code, _, err = compare(capsys, tmp_path)
    assert code == 2
    assert "manifest.json: it is damaged" in err
    assert (tmp_path / "manifest.json").read_text() == "{"


def test_a_full_disk_is_told_and_leaves_no_half_file(tmp_path: Path, monkeypatch, capsys) -> None:
    replace, made = os.replace, []

    def full(source: Path, target: Path) -> None:
        if str(target).endswith(".parquet") and len(made) >= 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        made.append(target)
        replace(source, target)

    monkeypatch.setattr(whole_files.os, "replace", full)
    code, out, err = compare(capsys, tmp_path / "run")
    assert (code, out) == (2, "")
    assert "disk is full" in err
    assert not [name for name in state(tmp_path / "run") if name.endswith(".part")]
    monkeypatch.setattr(whole_files.os, "replace", replace)
    assert compare(capsys, tmp_path / "run")[0] == 0


def test_a_run_of_one_year_and_one_bargain_has_its_report(tmp_path: Path, capsys) -> None:
    words = ["--bargains", "as_is", "--futures", "3", "--years", "1", "--out", str(tmp_path / "run")]
    assert answer(["-q", "compare", "us-japan", *words], capsys)[0] == 0
    assert (tmp_path / "run" / "report.html").stat().st_size > 0


def test_a_limit_on_the_size_of_files_is_told_and_leaves_no_half_file(tmp_path: Path) -> None:
    """A real refusal by the system in the middle of a file."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_LIMIT, FILE_LIMIT))

    words = [sys.executable, "-m", "kaname", "-q", "compare", "us-japan", *SMALL, "--out", str(tmp_path / "run")]
    done = subprocess.run(words, capture_output=True, text=True, preexec_fn=limited, check=False, timeout=300)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "our fault" not in done.stderr
    assert [name for name in state(tmp_path) if name.endswith((".part", ".parquet"))] == []
