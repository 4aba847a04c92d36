"""Sampled values of the futures of a span, drawn once for all bargains and arms that meet in them.

Idea: a draw is named by (seed, future, figure) and knows no bargain, so the reference, the others and every check of
the same futures share one. The last few spans are kept, since the chunks of a span run next to each other; two workers
that ask at once wait for one draw. Reads: Compiled. Writes: nothing.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Protocol

import numpy as np

from kaname.compile.compiled import Compiled

KEPT = 2


class Drawing(Protocol):
    """Source of the sampled columns of futures."""

    def of(self, compiled: Compiled, seed: int, first: int, count: int) -> Mapping[str, np.ndarray]: ...


class Draws:
    """Sampled columns by span; kept: how many spans are held at once (at least the workers that run)."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = max(KEPT, kept)
        self._spans: OrderedDict[tuple[int, int, int], tuple[threading.Lock, dict[str, np.ndarray]]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, compiled: Compiled, seed: int, first: int, count: int) -> Mapping[str, np.ndarray]:
        """Return column -> float64[count] of everything that `compiled` draws in futures first..first+count-1."""
        with self._lock:
            lock, known = self._spans.setdefault((seed, first, count), (threading.Lock(), {}))
            self._spans.move_to_end((seed, first, count))
            while len(self._spans) > self._kept:
                self._spans.popitem(last=False)
        with lock:
            for item in compiled.drawn:
                if item.column not in known:
                    known[item.column] = item.values(seed, first, count)
        return {item.column: known[item.column] for item in compiled.drawn}
