"""Tables: whole files or none, equal bytes for equal rows, numbers and units that read back."""

from __future__ import annotations

import json

import numpy as np
import pyarrow.dataset as dataset
import pyarrow.parquet as pq
import pytest

from kaname.store.tables import by_column, read_column, read_columns, write_csv, write_table

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


def test_columns_over_several_files_come_in_the_order_of_the_files(tmp_path):
    files = [tmp_path / f"{n}.parquet" for n in range(3)]
    for n, file in enumerate(files):
        write_table(file, {"x": np.arange(2.0) + 10 * n, "n": np.arange(2)}, {})
    assert read_columns(files, ["x", "n"])["x"].tolist() == [0.0, 1.0, 10.0, 11.0, 20.0, 21.0]
    with by_column(files, ("n", "x")) as column:
        assert column("x").tolist() == [0.0, 1.0, 10.0, 11.0, 20.0, 21.0]
        assert column("n").tolist() == [0.0, 1.0] * 3
    assert read_columns([], ["x"]) == {}


def test_numbers_have_no_dictionaries_and_words_do(tmp_path):
    write_table(tmp_path / "1.parquet", ROWS, {})
    group = pq.read_metadata(tmp_path / "1.parquet").row_group(0)
    encodings = {group.column(n).path_in_schema: group.column(n).encodings for n in range(2)}
    assert any("DICTIONARY" in one for one in encodings["name"])
    assert not any("DICTIONARY" in one for one in encodings["x"])


def test_a_reader_of_the_folder_does_not_see_what_is_half_written(tmp_path):
    write_table(tmp_path / "1.parquet", ROWS, {})
    (tmp_path / ".2.parquet.77.part").write_bytes(b"half")
    assert dataset.dataset(tmp_path).count_rows() == 2
