"""Columns between NumPy and Arrow by their memory alone.

`pyarrow.array` and `to_numpy` look for pandas and import it where it is installed, which takes longer than reading a
run; a column of plain numbers, and one of words, needs nothing of it. Reads, writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np


def to_arrow(values: Any) -> Any:
    """Return an Arrow array of a NumPy array of numbers or a sequence of words; anything else as Arrow takes it."""
    import pyarrow as pa

    if isinstance(values, np.ndarray) and values.dtype.kind in "iuf" and values.ndim == 1:
        kept = np.ascontiguousarray(values)
        return pa.Array.from_buffers(pa.from_numpy_dtype(kept.dtype), len(kept), [None, pa.py_buffer(kept)])
    if isinstance(values, list) and values and all(type(word) is str for word in values):
        return _words(values)
    return pa.array(values)


def _words(values: Sequence[str]) -> Any:
    import pyarrow as pa

    texts = [word.encode("utf-8") for word in values]
    ends = np.array([0, *accumulate(map(len, texts))], np.int32)
    return pa.StringArray.from_buffers(len(texts), pa.py_buffer(ends), pa.py_buffer(b"".join(texts)))


def to_numpy(column: Any) -> np.ndarray:
    """Return the values of a stored column: numbers as they are, words as objects."""
    import pyarrow as pa

    if pa.types.is_string(column.type):
        return np.array(column.to_pylist(), dtype=object)
    if column.null_count or not (pa.types.is_integer(column.type) or pa.types.is_floating(column.type)):
        return np.asarray(column.to_numpy())
    parts = [np.from_dlpack(chunk) for chunk in column.chunks]
    return np.concatenate(parts) if parts else np.zeros(0, column.type.to_pandas_dtype())
