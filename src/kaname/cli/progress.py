"""Progress on stderr: one line that is rewritten on a terminal, a line every tenth elsewhere; with the time left."""

from __future__ import annotations

import logging
import sys
import time

TENTHS = 10
LOG = logging.getLogger("kaname.progress")


class Progress:
    """Called with (done, total) as chunks are finished; says nothing where the log is quiet."""

    def __init__(self, what: str) -> None:
        self._what, self._begun, self._first, self._shown = what, 0.0, -1, -1

    def __call__(self, done: int, total: int) -> None:
        if not LOG.isEnabledFor(logging.INFO):
            return
        if self._first < 0:
            # The first part may have waited for a compilation: time is measured from its end.
            self._begun, self._first = time.monotonic(), done
        line = f"{self._what}: {done} of {total} parts{self._left(done, total)}"
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[2K{line}" + ("\n" if done == total else ""))
            sys.stderr.flush()
        elif done * TENTHS // total > self._shown:
            self._shown = done * TENTHS // total
            LOG.info(line)

    def _left(self, done: int, total: int) -> str:
        made = done - self._first
        if made <= 0 or done == total:
            return ""
        seconds = (time.monotonic() - self._begun) * (total - done) / made
        return f", about {_span(seconds)} left"


def _span(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
