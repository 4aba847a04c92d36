"""What a file may be called and how long it may be."""

from __future__ import annotations

import pytest

from tests.house.sources import PACKAGE, own_files, python_files, short

LONGEST_FILE = 400
LONGEST_RUN = 150
MADE = "words/collected/"
"""Made by `make order`, not written: nobody reads through it."""
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def test_no_python_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE and MADE not in path} == {}
    assert len(lengths) > 20


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    parts = {part.lower() for path in own_files() for part in (path.stem, *short(path).split("/")[:-1])}
    assert parts & FORBIDDEN == set()


@pytest.mark.parametrize("path", ["model/engine/run.py"])
def test_the_loop_that_runs_everything_is_a_table_of_contents(path: str) -> None:
    lines = (PACKAGE / path).read_text(encoding="utf-8").splitlines()
    assert len(lines) < LONGEST_RUN


def test_every_python_file_of_the_package_opens_with_its_idea() -> None:
    silent = [short(path) for path in python_files(PACKAGE) if not path.read_text(encoding="utf-8").startswith('"""')]
    assert silent == []
