"""Same seed, same rows: bit for bit for any workers, chunk size and order, and after an interruption at any point."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kaname.study.design import Design
from tests.study.runs import files_of, go, rows, sampled

FUTURES, FEWER = 70, 16


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run in one chunk a bargain."""
    folder = tmp_path_factory.mktemp("whole") / "run"
    go(folder, FUTURES, 1000)
    return folder


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fewer futures in one chunk a bargain."""
    folder = tmp_path_factory.mktemp("short") / "run"
    go(folder, FEWER, 1000)
    return folder


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("chunk", [64, 1000])
def test_rows_and_summary_do_not_depend_on_large_chunks_or_workers(
    whole: Path, tmp_path: Path, chunk: int, workers: int
) -> None:
    go(tmp_path / "run", FUTURES, chunk, workers)
    assert_same(tmp_path / "run", whole)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("chunk", [1, 7])
def test_rows_and_summary_do_not_depend_on_small_chunks_or_workers(
    short: Path, tmp_path: Path, chunk: int, workers: int
) -> None:
    go(tmp_path / "run", FEWER, chunk, workers)
    assert_same(tmp_path / "run", short)


def assert_same(folder: Path, other: Path) -> None:
    """The same rows, years and summary."""
    assert rows(folder) == rows(other)
    assert rows(folder, "yearly") == rows(other, "yearly")
    assert sampled(folder) == sampled(other)
    assert (folder / "summary.json").read_bytes() == (other / "summary.json").read_bytes()


def test_the_same_chunk_size_gives_the_same_file_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    go(first, FUTURES, 16, workers=1)
    go(second, FUTURES, 16, workers=2)
    assert files_of(first) == files_of(second)
    assert len(files_of(first)) == 25


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
    go(tmp_path / "run", FUTURES, 17)
    assert_same(tmp_path / "run", whole)


def test_more_futures_leave_the_first_ones_as_they_were(whole: Path, short: Path) -> None:
    fewer, more = rows(short), rows(whole)
    assert all(more[bargain][:FEWER] == fewer[bargain] for bargain in fewer)


def test_futures_and_bargains_are_not_copies_of_each_other(whole: Path) -> None:
    found = rows(whole)
    assert len({row for bargain in found for row in found[bargain]}) == 2 * FUTURES
