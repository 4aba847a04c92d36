"""Progress: a bar with the time left in a notebook and in a terminal, a line every tenth elsewhere.

Reads: whether stderr is a terminal or a notebook, the level of the logger `kaname`. Writes: stderr, or the notebook.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from typing import Any

TENTHS = 10
LOG = logging.getLogger("kaname.progress")
Told = Callable[[int, int], None]


class Progress:
    """Called with (done, total) as parts are finished; shows nothing where the log is quiet."""

    def __init__(self, what: str) -> None:
        self._what, self._begun, self._first, self._shown = what, 0.0, -1, -1
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if not LOG.isEnabledFor(logging.INFO):
            return
        if in_notebook() or sys.stderr.isatty():
            self._draw(done, total)
            return
        if self._first < 0:
            # The first part may have waited for a compilation: time is measured from its end.
            self._begun, self._first = time.monotonic(), done
        if done * TENTHS // total > self._shown:
            self._shown = done * TENTHS // total
            LOG.info(f"{self._what}: {done} of {total} parts{self._left(done, total)}")

    def close(self) -> None:
        """Leave the bar as it stands; whoever stops before the end calls it."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _draw(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = _bar()
            self._bar.add_task(self._what, total=total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done, total=total)
        if done >= total:
            self.close()

    def _left(self, done: int, total: int) -> str:
        made = done - self._first
        if made <= 0 or done == total:
            return ""
        seconds = (time.monotonic() - self._begun) * (total - done) / made
        return f", about {_span(seconds)} left"


def progress_of(asked: bool | Told, what: str) -> Told | None:
    """Return what is called with (done, total): a Progress for True, nothing for False, a function as it is."""
    if callable(asked):
        return asked
    if not asked:
        return None
    show_log()
    return Progress(what)


def show_log() -> None:
    """Show the messages of the logger `kaname` on stderr, unless somebody handles them already."""
    log = logging.getLogger("kaname")
    if not log.hasHandlers():
        log.addHandler(logging.StreamHandler())
        log.setLevel(logging.INFO)


def in_notebook() -> bool:
    """Return whether a notebook's kernel runs this."""
    shell = sys.modules.get("IPython")
    return shell is not None and type(shell.get_ipython()).__name__ == "ZMQInteractiveShell"


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True))


def _span(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
