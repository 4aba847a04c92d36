"""Stand-ins that look like a world, parameters or tables to an uncompiled mechanism and record what it touches."""

from __future__ import annotations

from typing import Any

import numpy as np

from kaname.words.levers import NAMES as LEVERS


class Touched:
    """What was read and written, as sets of declared names (`lever.<name>` for single levers)."""

    def __init__(self) -> None:
        self.reads: set[str] = set()
        self.writes: set[str] = set()


class Recorded:
    """A record whose attribute reads and writes are noted in `touched`."""

    def __init__(self, record: Any, touched: Touched) -> None:
        object.__setattr__(self, "_record", record)
        object.__setattr__(self, "_touched", touched)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        record = object.__getattribute__(self, "_record")
        value = record[name] if isinstance(record, np.void) else getattr(record, name)
        if isinstance(value, np.ndarray):
            return RecordedArray(value, name, self._touched)
        self._touched.reads.add(name)
        return value.item() if isinstance(value, np.generic) else value

    def __setattr__(self, name: str, value: Any) -> None:
        self._touched.writes.add(name)
        self._record[name] = value


class RecordedArray:
    """An array field: element reads and writes are noted under the field's name."""

    def __init__(self, array: np.ndarray, name: str, touched: Touched, levers: bool = True) -> None:
        self._array, self._name, self._touched = array, name, touched

    @property
    def shape(self) -> tuple[int, ...]:
        return self._array.shape

    def __len__(self) -> int:
        return len(self._array)

    def __getitem__(self, place: Any) -> Any:
        self._check(place)
        value = self._array[place]
        if isinstance(value, np.ndarray):
            return RecordedArray(value, self._name, self._touched)
        self._touched.reads.add(self._full(place))
        return self._array.view(np.recarray)[place] if isinstance(value, np.void) else value.item()

    def __setitem__(self, place: Any, value: Any) -> None:
        self._check(place)
        self._touched.writes.add(self._full(place))
        self._array[place] = value

    def _full(self, place: Any) -> str:
        if self._name == "lever" and isinstance(place, int | np.integer):
            return f"lever.{LEVERS[int(place)]}"
        return self._name

    def _check(self, place: Any) -> None:
        for n, size in zip(place if isinstance(place, tuple) else (place,), self._array.shape, strict=False):
            if isinstance(n, int | np.integer) and not 0 <= n < size:
                raise IndexError(
                    f"{self._name}[{place}] is outside {self._array.shape} (compiled code would not notice)"
                )
