"""A table: Arrow inside, units beside, one call from pandas; what it leaves out is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kaname.api.table import SHOWN_ROWS, Table
from kaname.core.errors import InputError

ROWS = Table.of(
    {"bargain": ["as_is", "<b>"], "mean": [0.5, 1.0]}, units={"mean": "share"}, notes=["1 future failed."]
)  # fmt: skip


def test_a_table_is_an_arrow_table_that_any_library_takes() -> None:
    assert isinstance(ROWS.arrow, pa.Table)
    assert pa.table(ROWS).equals(ROWS.arrow)
    assert ROWS.to_pylist() == list(ROWS) == [{"bargain": "as_is", "mean": 0.5}, {"bargain": "<b>", "mean": 1.0}]
    assert ROWS.where(bargain="as_is")["mean"].tolist() == [0.5]


def test_pandas_gets_the_rows_the_units_and_the_notes() -> None:
    frame = ROWS.to_pandas()
    assert frame["mean"].tolist() == [0.5, 1.0]
    assert frame.attrs == {"units": {"mean": "share"}, "notes": ["1 future failed."]}


def test_a_library_that_is_not_there_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ModuleNotFoundError, match="pip install polars"):
        ROWS.to_polars()


def test_a_notebook_sees_units_notes_and_text_that_stays_text() -> None:
    shown = ROWS._repr_html_()
    assert "<small>share</small>" in shown
    assert "1 future failed." in shown
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown
    many = Table.of({"n": list(range(SHOWN_ROWS + 1))})
    assert f"{SHOWN_ROWS + 1} rows, 1 columns; the first are shown." in repr(many)


def test_an_unknown_column_and_ending_are_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match="Nearest: mean"):
        ROWS["maen"]
    with pytest.raises(InputError, match=r"Allowed: \.csv, \.parquet"):
        ROWS.write("table.xls")


def test_a_written_table_reads_back(tmp_path: Path) -> None:
    assert pq.read_table(ROWS.write(tmp_path / "t.parquet")).to_pylist() == ROWS.to_pylist()
    assert ROWS.write(tmp_path / "t.csv").read_text() == "bargain,mean\nas_is,0.5\n<b>,1.0\n"
    with pytest.raises(InputError, match="cannot be written"):
        ROWS.write("/proc/none/t.csv")
