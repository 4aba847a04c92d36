"""The commands of the tutorial of one crisis run, and what it shows of their answers has the form that they give."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kaname.cli.main import run
from tests.house.sources import ROOT

PAGE = ROOT / "docs" / "tutorials" / "one-senkaku-crisis.md"
STEP = re.compile(r"```sh\n(?P<commands>(?:kaname [^\n]*\n)+)```(?:\n\n```text\n(?P<shown>.*?)```)?", re.S)
FEW = ["--runs", "12"]
FEWER = {"--futures": "20", "--years": "2"}
PLAIN = re.compile(r"^[^\d%]{12,}$")
"""A line of an answer that holds no number, so that fewer runs do not change it."""


def steps(page: Path) -> list[tuple[list[str], str]]:
    """The commands of each step, and what the page shows of the last one's answer."""
    found = STEP.finditer(page.read_text(encoding="utf-8"))
    return [(match["commands"].strip().splitlines(), match["shown"] or "") for match in found]


def test_the_tutorial_can_be_walked_from_its_first_command_to_its_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    walked = steps(PAGE)
    assert walked
    for commands, shown in walked:
        for command in commands:
            words = shlex.split(command)[1:]
            words = [FEWER.get(before, word) for before, word in zip(["", *words], words, strict=False)]
            injects = words[0] == "crisis" and words[1] != "solve"
            with pytest.raises(SystemExit) as end:
                run([*words, *(FEW if injects else [])])
            said = capsys.readouterr().out
            assert not end.value.code, command
        for line in shown.splitlines():
            if PLAIN.match(line) and "clear" not in line:
                assert line.split("  ")[0] in said, (commands, line)
