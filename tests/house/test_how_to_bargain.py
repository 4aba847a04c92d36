"""The page on writing a bargain is walked from an empty folder: its commands work, its error is the one told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaname.cli.main import run

PAGE = "docs/how-to/write-a-bargain.md"
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.S)
FILE = "quiet_firmness.yaml"


def blocks(repo_root: Path, kind: str) -> list[str]:
    """The code blocks of the page of one kind, in order."""
    text = (repo_root / PAGE).read_text(encoding="utf-8")
    return [body for found, body in BLOCK.findall(text) if found == kind]


def typed(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        run(words)
    said = capsys.readouterr()
    return int(left.value.code or 0), said.out, said.err


def test_the_page_is_walked_from_an_empty_folder(
    repo_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kaname.api.run.Run.report", lambda run, language="en": run.folder / "summary.json")
    [edited] = blocks(repo_root, "yaml")
    for command in (line for block in blocks(repo_root, "sh") for line in block.splitlines()):
        line, _, target = command.partition(" > ")
        words = line.split()[1:]
        if words[0] == "compare":
            words = [*words[:-1], "4", "--years", "1", "--out", f"run{len(list(tmp_path.glob('run*')))}"]
        code, out, err = typed(words, capsys)
        assert code == 0, (command, err)
        if target:
            Path(target).write_text(out, encoding="utf-8")
        if words[1] == "new":
            Path(FILE).write_text(edited, encoding="utf-8")
    assert "</html>" in Path("quiet_firmness.html").read_text(encoding="utf-8")
    assert len(list(tmp_path.glob("run*/summary.json"))) == 3


def test_the_error_on_the_page_is_the_one_that_is_told(
    repo_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    [edited] = blocks(repo_root, "yaml")
    [told] = blocks(repo_root, "text")
    Path(FILE).write_text(edited.replace("levers:\n  clarity:", "levers:\n  clearity:", 1), encoding="utf-8")
    code, out, err = typed(["bargain", "check", FILE], capsys)
    assert (code, out) == (2, "")
    assert told.strip() in err
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
