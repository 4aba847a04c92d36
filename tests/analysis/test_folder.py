"""A run's folder, opened for reading."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kaname.analysis.folder import RunFolder, open_run
from kaname.core.errors import InputError
from tests.manifests import put_manifest
from tests.report.synthetic import write_run


def test_the_reference_comes_first_and_pairs_drop_futures_that_failed_in_either_arm(made_up: RunFolder) -> None:
    assert made_up.bargains == ("as_is", "firm", "own")
    gaps = made_up.pair("own", "firm", ["casualties.ally"])["casualties.ally"]
    assert gaps.shape == (397,)
    left, right = (made_up.columns(b, ["casualties.ally"])["casualties.ally"] for b in ("own", "firm"))
    assert np.array_equal(gaps, np.delete(left - right, [1, 2, 3]))


def test_differences_of_the_rows_are_those_of_the_summary(made_up: RunFolder) -> None:
    said = made_up.summary["pairs"]["firm-minus-as_is"]["outcomes"]["spending.ally"]
    gaps = made_up.pair("firm", "as_is", ["spending.ally"])["spending.ally"]
    assert gaps.mean() == pytest.approx(said["mean"], rel=1e-11)


def test_rows_come_in_the_order_of_the_futures_over_several_chunks(tmp_path: Path) -> None:
    run = open_run(write_run(tmp_path, futures=1200, sampled=1))
    assert np.array_equal(run.columns("firm", ["future"])["future"], np.arange(1200))
    assert run.columns("firm", ["future"], most=700)["future"].shape == (700,)


def test_a_year_has_one_row_a_future_that_did_not_fail(made_up: RunFolder) -> None:
    years, found = made_up.yearly("firm", ["trust_ally"])
    assert list(years) == list(range(2026, 2041))
    assert found["trust_ally"].shape == (398, 15)


def test_a_folder_without_a_run_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="summary.json"):
        open_run(tmp_path)


def test_a_file_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", futures=40, sampled=1)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["chunks"][0]["file"] = "../elsewhere.parquet"
    put_manifest(folder, manifest)
    with pytest.raises(InputError, match="outside"):
        open_run(folder)
