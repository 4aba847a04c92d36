"""Same seed, same rows: bit for bit for any workers, chunk size and order, and after an interruption at any point."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kaname.study.design import Design
from tests.study.runs import files_of, go, rows

FUTURES = 70


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run in one chunk a bargain."""
    folder = tmp_path_factory.mktemp("whole") / "run"
    go(folder, FUTURES, 1000)
    return folder


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("chunk", [1, 7, 64, 1000])
def test_rows_and_summary_do_not_depend_on_chunks_or_workers(
    whole: Path, tmp_path: Path, chunk: int, workers: int
) -> None:
    folder = tmp_path / "run"
    go(folder, FUTURES, chunk, workers)
    assert rows(folder) == rows(whole)
    assert rows(folder, "yearly") == rows(whole, "yearly")
    assert (folder / "summary.json").read_bytes() == (whole / "summary.json").read_bytes()


def test_the_same_chunk_size_gives_the_same_file_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    go(first, FUTURES, 16, workers=1)
    go(second, FUTURES, 16, workers=2)
    assert files_of(first) == files_of(second)
    assert len(files_of(first)) == 20


@pytest.mark.parametrize("order", range(3))
def test_the_order_of_the_chunks_does_not_matter(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: int
) -> None:
    spans = Design.spans

    def shuffled(design: Design) -> list:
        found = spans(design)
        random.Random(order).shuffle(found)
        return found

    monkeypatch.setattr(Design, "spans", shuffled)
    go(tmp_path / "run", FUTURES, 9)
    assert rows(tmp_path / "run") == rows(whole)
    assert (tmp_path / "run" / "summary.json").read_bytes() == (whole / "summary.json").read_bytes()


def test_more_futures_leave_the_first_ones_as_they_were(whole: Path, tmp_path: Path) -> None:
    go(tmp_path / "run", 20, 16)
    fewer, more = rows(tmp_path / "run"), rows(whole)
    assert all(more[bargain][:20] == fewer[bargain] for bargain in fewer)


def test_futures_and_bargains_are_not_copies_of_each_other(whole: Path) -> None:
    found = rows(whole)
    assert len({row for bargain in found for row in found[bargain]}) == 2 * FUTURES
