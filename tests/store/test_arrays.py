"""Columns go to Arrow and back as they were, and pandas is not looked for."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kaname.store.arrays import to_arrow, to_numpy

NUMBERS = st.sampled_from([np.float64, np.int64, np.int32, np.int16, np.int8])


@given(NUMBERS.flatmap(lambda kind: arrays(kind, st.integers(0, 20))))
def test_numbers_come_back_bit_for_bit_with_their_type(values: np.ndarray) -> None:
    made = to_arrow(values)
    made.validate(full=True)
    back = to_numpy(pa.chunked_array([made, made[: len(made) // 2]]))
    assert back.dtype == values.dtype
    assert back.tobytes() == np.concatenate([values, values[: len(values) // 2]]).tobytes()


def test_a_column_that_is_one_of_many_in_a_table_is_laid_out_anew() -> None:
    table = np.arange(12.0).reshape(4, 3)
    assert to_arrow(table[:, 1]).to_pylist() == [1.0, 4.0, 7.0, 10.0]


@given(st.lists(st.text(), min_size=1))
def test_words_come_back_as_they_were(words: list[str]) -> None:
    made = to_arrow(words)
    made.validate(full=True)
    assert made.type == pa.string()
    assert to_numpy(pa.chunked_array([made])).tolist() == words


@pytest.mark.parametrize("values", [[], [1.5, None], np.array([True, False]), [None, "a"]])
def test_what_is_neither_is_left_to_arrow(values: object) -> None:
    assert to_arrow(values).to_pylist() == list(values)  # type: ignore[call-overload]


def test_a_table_is_written_and_read_without_pandas(tmp_path) -> None:
    script = """
import sys
from pathlib import Path
import numpy as np
from kaname.store.tables import by_column, read_table, write_table
file = Path(sys.argv[1])
write_table(file, {"bargain": ["as_is", "b"], "x": np.arange(2.0)}, {})
read_table(file)
with by_column([file], ("x",)) as column:
    column("x")
print("pandas" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "x.parquet")], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
