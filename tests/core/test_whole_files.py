"""Whole files or none; what a killed process leaves is out of a reader's sight, and swept by the next."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kaname.core.whole_files import alive, sweep_parts, write_whole, written_aside


@pytest.fixture(scope="module")
def dead() -> int:
    """The number of a process that is no more."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_a_file_is_the_whole_of_it_or_the_one_that_was_there(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.txt", "first\n")

    def failing() -> None:
        with written_aside(tmp_path / "a" / "b.txt") as part:
            part.write_text("half")
            raise ValueError

    with pytest.raises(ValueError):
        failing()
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"first\n"
    assert [file.name for file in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_a_part_has_a_name_that_readers_of_a_folder_skip(tmp_path: Path) -> None:
    with written_aside(tmp_path / "b.parquet") as part:
        assert part.name.startswith(".")
        assert part.parent == tmp_path
        part.write_text("x")


def test_an_error_names_the_file_and_not_its_part(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    (tmp_path / "report.html" / "inside").touch()
    with pytest.raises(OSError) as found:
        write_whole(tmp_path / "report.html", "text")
    assert found.value.filename == str(tmp_path / "report.html")
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]


def test_parts_of_dead_processes_are_swept_and_those_being_written_stay(tmp_path: Path, dead: int) -> None:
    (tmp_path / "outcomes").mkdir()
    for name in (f".a.parquet.{dead}.part", f"a.parquet.{dead}.part", f".b.{os.getpid()}.part", "mine.part"):
        (tmp_path / "outcomes" / name).touch()
    swept = sweep_parts(tmp_path)
    assert sorted(part.name for part in swept) == [f".a.parquet.{dead}.part", f"a.parquet.{dead}.part"]
    assert sorted(f.name for f in (tmp_path / "outcomes").iterdir()) == [f".b.{os.getpid()}.part", "mine.part"]


def test_a_process_is_known_to_run_or_not(dead: int) -> None:
    assert alive(os.getpid())
    assert not alive(dead)
