"""What stands at a place decides whether it may be written, before any work is done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kaname.core.errors import InputError
from kaname.core.user_file import UserFile, is_sealed, new_file, output_file, output_folder

MARK = r"lambda,"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(("ending", "text"), [(".svg", "<svg/>"), (".html", "<p>x</p>\n"), (".csv", "lambda,a\n")])
def test_our_own_output_may_be_written_again(tmp_path, ending, text):
    path = tmp_path / f"out{ending}"
    for _ in range(2):
        assert output_file(path, ending, mark=MARK).write(text) == path
    assert path.read_text(encoding="utf-8").startswith(text.rstrip())
    assert names(tmp_path) == [path.name]


@pytest.mark.parametrize(("ending", "theirs"), [(".svg", "<svg>mine</svg>"), (".html", "mine"), (".csv", "a,b\n1,2\n")])
def test_a_file_of_another_hand_is_left_as_it_is(tmp_path, ending, theirs):
    path = tmp_path / f"out{ending}"
    path.write_text(theirs, encoding="utf-8")
    with pytest.raises(InputError, match="left as it is"):
        output_file(path, ending, mark=MARK)
    assert path.read_text(encoding="utf-8") == theirs


def test_a_page_that_was_edited_by_hand_is_no_longer_ours(tmp_path):
    path = output_file(tmp_path / "page.html", ".html").write("<p>ours</p>\n")
    assert is_sealed(path.read_bytes())
    path.write_text(path.read_text(encoding="utf-8").replace("ours", "my notes"), encoding="utf-8")
    with pytest.raises(InputError, match="changed since"):
        output_file(path, ".html")


def test_the_file_that_is_read_is_never_written_by_whatever_name(tmp_path):
    path, other = tmp_path / "game.csv", tmp_path / "link.csv"
    path.write_text("lambda,a\n", encoding="utf-8")
    os.link(path, other)
    for out in (path, other, tmp_path / "." / "game.csv"):
        with pytest.raises(InputError, match="the file that is read"):
            output_file(out, ".csv", mark=MARK, reads=[None, path])


@pytest.mark.parametrize("name", ["game.efg", "chart", "chart.png", "svg"])
def test_another_ending_is_told_with_a_name_that_is_taken(tmp_path, name):
    with pytest.raises(InputError, match="ending of --chart") as told:
        output_file(tmp_path / name, ".svg", "--chart")
    offered = str(told.value.hint).removeprefix("Write ").removesuffix(".")
    assert output_file(tmp_path / offered, ".svg", "--chart").path.name == offered


def test_a_place_that_cannot_hold_a_file_is_told_by_the_name_that_was_given(tmp_path):
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "plain").write_text("x")
    for path, message in (
        (tmp_path / "nowhere" / "a.svg", "no such folder"),
        (tmp_path / "folder.svg", "a folder, not a file"),
        (tmp_path / "plain" / "a.svg", "a part of this path is a file"),
        (tmp_path / ("long" * 99 + ".svg"), "too long"),
    ):
        with pytest.raises(InputError, match=message) as told:
            output_file(path, ".svg").write("<svg/>")
        assert ".part" not in str(told.value)
        assert str(path.parent) in str(told.value)


def test_a_folder_that_may_not_be_written_is_told_by_the_name_that_was_given(tmp_path, monkeypatch):
    def refuse(path: Path, content: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(InputError, match="not allowed") as told:
        output_file(tmp_path / "a.svg", ".svg").write("<svg/>")
    assert "a.svg" in str(told.value)
    assert ".part" not in str(told.value)


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = output_file(tmp_path / "a.svg", ".svg").write("<svg/>")
    old = path.read_bytes()
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(InputError, match="the disk is full"):
        output_file(path, ".svg").write("<svg>new</svg>")
    assert path.read_bytes() == old
    assert names(tmp_path) == ["a.svg"]


def test_a_link_is_followed_and_a_pipe_is_not_replaced(tmp_path):
    (tmp_path / "real").mkdir()
    real, link, pipe = tmp_path / "real" / "a.csv", tmp_path / "a.csv", tmp_path / "pipe.csv"
    link.symlink_to(real)
    output_file(link, ".csv", mark=MARK).write("lambda,1\n")
    assert link.is_symlink()
    assert real.read_text() == "lambda,1\n"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    output_file(pipe, ".csv", mark=MARK).write("lambda,2\n")
    assert os.read(reader, 100) == b"lambda,2\n"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_file_keeps_its_permissions_when_it_is_written_again(tmp_path):
    path = output_file(tmp_path / "a.svg", ".svg").write("<svg/>")
    path.chmod(0o640)
    output_file(path, ".svg").write("<svg>2</svg>")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_stands_on_nothing_even_where_it_came_in_between(tmp_path, monkeypatch):
    path = tmp_path / "mine.yaml"
    place = new_file(path)
    path.write_text("theirs")
    with pytest.raises(InputError, match="left as it is"):
        place.write("ours")
    with pytest.raises(InputError, match="left as it is"):
        new_file(path)
    assert path.read_text() == "theirs"
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(95, "Operation not supported")))
    assert new_file(tmp_path / "other.yaml").write("ours\n").read_text() == "ours\n"
    assert names(tmp_path) == ["mine.yaml", "other.yaml"]


def test_a_file_is_no_folder_for_outputs(tmp_path):
    (tmp_path / "plain").write_text("x")
    with pytest.raises(InputError, match="a file, not a folder"):
        output_folder(tmp_path / "plain", "--out")
    with pytest.raises(InputError, match="a part of this path is a file"):
        output_folder(tmp_path / "plain" / "inside", "--out")
    assert output_folder(tmp_path / "a" / "b", "--out").is_dir()


def test_a_place_in_a_runs_own_folder_is_written_whatever_stands_there(tmp_path):
    (tmp_path / "report.html").write_text("old")
    UserFile(tmp_path / "report.html").write("new")
    assert (tmp_path / "report.html").read_text().startswith("new\n<!-- Made by kaname.")
