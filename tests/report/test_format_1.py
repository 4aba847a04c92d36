"""A run that an earlier version stored is read, drawn and told apart: format 1, kept as it was written."""

from __future__ import annotations

import tarfile
from pathlib import Path

import numpy as np
import pytest

from kaname.analysis.folder import open_run
from kaname.core.errors import InputError
from kaname.report.draw import draw
from kaname.store.manifest import Manifest, read_manifest
from kaname.study.repeat import faults
from kaname.study.resume import resumed

KEPT = Path(__file__).parents[1] / "store" / "format1.tar.xz"
"""Three futures of a year under two bargains in parts of two, by the version of 22 November 2026."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with tarfile.open(KEPT) as kept:
        # The first patches of Python 3.11 know no filter; the file is our own.
        kept.extractall(tmp_path, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    return tmp_path / "run"


def test_its_rows_and_what_its_futures_sampled_are_read(folder: Path) -> None:
    run = open_run(folder)
    assert (run.bargains, run.record.format, run.record.chunk) == (("as_is", "step_up"), 1, 2)
    assert len(run.sampled) > 500
    for name in (run.sampled[0], "spending.jp", "future"):
        columns = [run.columns(bargain, [name])[name] for bargain in run.bargains]
        assert [column.shape for column in columns] == [(3,), (3,)]
    first, second = (run.columns(bargain, list(run.sampled)) for bargain in run.bargains)
    assert all(np.array_equal(first[name], second[name]) for name in run.sampled)
    said = run.summary["bargains"]["step_up"]["outcomes"]["spending.jp"]["mean"]
    assert run.columns("step_up", ["spending.jp"])["spending.jp"].mean() == pytest.approx(said)


def test_its_report_is_drawn_and_says_who_made_it(folder: Path) -> None:
    page = draw(folder).read_text(encoding="utf-8")
    assert "kaname compare us-japan --bargains as_is,step_up --futures 3" in page
    assert read_manifest(folder).makers[0].versions["numpy"] in page


def test_it_is_looked_at_before_it_is_repeated_as_a_newer_one_is(folder: Path) -> None:
    run = read_manifest(folder)
    assert faults(run, [chunk.span for chunk in run.chunks.values()]) == []
    damaged = folder / "outcomes" / "as_is-2-2.parquet"
    damaged.write_bytes(damaged.read_bytes()[:100])
    assert faults(run, []) == [
        *(f"{name} is listed and not asked for" for name in run.chunks),
        "outcomes/as_is-2-2.parquet is not as it is listed",
    ]
    with pytest.raises(InputError, match="as_is-2-2.parquet is not as the manifest lists it"):
        open_run(folder).columns("as_is", ["spending.jp"])


def test_it_is_not_gone_on_with(folder: Path) -> None:
    old = read_manifest(folder)
    with pytest.raises(InputError, match="format 1, made by an earlier version"):
        resumed(Manifest(folder, old.inputs, old.columns, old.command, 2, []))
