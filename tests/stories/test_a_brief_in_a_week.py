"""The tutorial of an analyst's week is walked from an empty folder: its files, its commands, in its order.

Only sizes are cut (futures, runs, checks and years), so that a week passes in seconds.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = "docs/tutorials/a-brief-in-a-week.md"
STEP = re.compile(r"`(\w+\.yaml)`[^`]*?:\n\n```yaml\n(.*?)```|```sh\n(.*?)```", re.S)
SMALLER = {"--futures": "6", "--runs": "20"}


def steps(text: str) -> list[tuple[str, str]]:
    """(file, content) to save, or ("", command line), in the order of the page."""
    found: list[tuple[str, str]] = []
    for file, content, commands in STEP.findall(text):
        found += [(file, content)] if file else [("", line) for line in commands.splitlines()]
    return found


def smaller(words: list[str]) -> list[str]:
    """The same command at a size for tests."""
    cut = [SMALLER.get(before, word) for before, word in zip(["", *words], words, strict=False)]
    return [*cut, "--robustness", "2"] if words[0] == "compare" and "--check" not in words else cut


@pytest.fixture(scope="module")
def week(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The folder after the week, and what each command said."""
    folder = tmp_path_factory.mktemp("week")
    said: dict[str, str] = {}
    for file, text in steps((repo_root / PAGE).read_text(encoding="utf-8")):
        if file:
            short = text.replace("  years: 10\n", "  years: 1\n")
            (folder / file).write_text(short, encoding="utf-8")
            continue
        line, _, target = text.partition(" > ")
        words = smaller(shlex.split(line.replace("--years 10", "--years 1"))[1:])
        done = subprocess.run(
            [sys.executable, "-m", "kaname", *words], cwd=folder, env={**os.environ, "COLUMNS": "80"}, text=True,
            capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, (line, done.stdout, done.stderr)
        said[line] = done.stdout
        if target:
            (folder / target).write_text(done.stdout, encoding="utf-8")
    return folder, said


def test_every_file_of_the_page_is_used_by_a_command_of_the_page(repo_root: Path) -> None:
    walked = steps((repo_root / PAGE).read_text(encoding="utf-8"))
    files = {file for file, _ in walked if file}
    assert files == {"brief.yaml", "shelters.yaml", "interceptors.yaml"}
    assert all(any(file in line for kind, line in walked if not kind) for file in files)


def test_the_week_ends_with_a_report_charts_sources_and_judgements(week: tuple[Path, dict[str, str]]) -> None:
    folder, _ = week
    report = (folder / "brief" / "report.html").read_text(encoding="utf-8")
    assert "Should the ally harden its bases or buy interceptors?" in report
    assert "Harden and repair" in report
    assert list((folder / "charts").glob("*.svg"))
    assert list((folder / "charts").glob("*.csv"))
    assert "[sipri_2025" in (folder / "sources.txt").read_text(encoding="utf-8")
    assert len((folder / "judgements.txt").read_text(encoding="utf-8").splitlines()) > 100


def test_the_repeated_brief_agrees_to_the_bit(week: tuple[Path, dict[str, str]]) -> None:
    _, said = week
    assert "bit" in said["kaname compare --check brief"]


def test_the_difference_to_the_base_is_told(week: tuple[Path, dict[str, str]]) -> None:
    _, said = week
    assert "dispersal_civil" in said["kaname scenario diff us-japan brief.yaml"]
    assert "0.3" in said["kaname scenario diff us-japan brief.yaml"]
