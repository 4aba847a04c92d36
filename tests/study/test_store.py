"""The store: whole files or none, equal bytes for equal rows, and a manifest that says which input differs."""

from __future__ import annotations

import json

import numpy as np
import pyarrow.parquet as pq
import pytest

from kaname.core.errors import InputError
from kaname.study.design import Design
from kaname.study.manifest import Manifest, difference, open_manifest, read_manifest
from kaname.study.store import Span, read_column, write_csv, write_table

ROWS = {"name": ["a", "b"], "x": np.array([0.1, 2.0])}


def test_equal_rows_give_equal_bytes(tmp_path):
    first = write_table(tmp_path / "1.parquet", ROWS, {"b": 1, "a": 2})
    second = write_table(tmp_path / "2.parquet", ROWS, {"a": 2, "b": 1})
    assert first == second


def test_a_table_keeps_its_metadata_and_page_checksums(tmp_path):
    write_table(tmp_path / "1.parquet", ROWS, {"units": {"x": "days"}})
    schema = pq.read_schema(tmp_path / "1.parquet")
    assert json.loads(schema.metadata[b"kaname"]) == {"units": {"x": "days"}}
    pq.ParquetFile(tmp_path / "1.parquet", page_checksum_verification=True).read()
    assert read_column([tmp_path / "1.parquet"], "x").tolist() == [0.1, 2.0]


def test_a_failed_write_leaves_nothing_behind(tmp_path):
    with pytest.raises(Exception, match=r"(?i)length|expected"):
        write_table(tmp_path / "1.parquet", {"a": np.zeros(2), "b": np.zeros(3)}, {})
    assert list(tmp_path.iterdir()) == []


def test_csv_reads_back_to_the_same_numbers(tmp_path):
    write_csv(tmp_path / "x.csv", {"x": np.array([0.1, 1 / 3])})
    lines = (tmp_path / "x.csv").read_text().splitlines()
    assert [float(line) for line in lines[1:]] == [0.1, 1 / 3]


def test_spans_cover_every_future_once_with_the_bargains_side_by_side():
    design = Design("s", ("a", "b"), 25, chunk=10)
    assert [span.name for span in design.spans()] == [
        "a-0-9.parquet", "b-0-9.parquet", "a-10-19.parquet", "b-10-19.parquet", "a-20-24.parquet", "b-20-24.parquet",
    ]  # fmt: skip


@pytest.mark.parametrize("wrong", [{"futures": 0}, {"seed": -1}, {"seed": 2**32}, {"chunk": 0}, {"preset": "half"}])
def test_a_design_outside_its_bounds_is_refused(wrong):
    with pytest.raises(InputError, match=r"outside|preset"):
        Design(**{"scenario": "s", "bargains": ("a",), "futures": 5, **wrong})


def test_a_bargain_named_twice_is_refused():
    with pytest.raises(InputError, match="twice"):
        Design("s", ("a", "a"), 5)


def inputs(seed: int = 1) -> dict:
    return {"seed": seed, "bargains": ["a"], "sha256": {"model": "m"}}


def test_a_folder_with_other_inputs_is_refused_and_the_input_is_named(tmp_path):
    Manifest(tmp_path, inputs(), {}, "kaname").write()
    with pytest.raises(InputError, match="seed was 1, is 2"):
        open_manifest(tmp_path, inputs(2), {}, "kaname", {})
    assert json.loads((tmp_path / "manifest.json").read_text())["inputs"]["seed"] == 1


def test_a_folder_that_holds_something_else_is_refused(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(InputError, match="holds no run"):
        open_manifest(tmp_path, inputs(), {}, "kaname", {})
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_a_chunk_whose_bytes_changed_does_not_exist(tmp_path):
    manifest = Manifest(tmp_path, inputs(), {}, "kaname")
    for span in (Span("a", 0, 9), Span("a", 10, 19)):
        digest = write_table(tmp_path / "outcomes" / span.name, ROWS, {})
        manifest.add(span, {"file": f"outcomes/{span.name}", "sha256": digest})
    manifest.write()
    (tmp_path / "outcomes" / "a-0-9.parquet").write_bytes(b"other")
    again = open_manifest(tmp_path, inputs(), {}, "kaname", {})
    assert not again.has(Span("a", 0, 9))
    assert again.has(Span("a", 10, 19))


def test_an_unreadable_manifest_is_said_to_be_so(tmp_path):
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(InputError, match="no readable manifest"):
        read_manifest(tmp_path)


def test_differences_are_told_by_their_path():
    assert difference({"sha256": {"model": "x" * 64}}, {"sha256": {"model": "y"}}) == [
        "sha256.model was xxxxxxxxxxxx..., is y"
    ]
