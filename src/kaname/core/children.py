"""Child processes that end when their parent ends, however it ends: by itself, by a signal, or killed.

Idea: the parent keeps the writing end of a pipe that is the child's standard input and writes nothing; the system
closes it when the parent is no more, whatever became of it. The child (`follow_parent`, called first) waits for
that in a thread and leaves. On Linux the kernel is asked to kill the child as well, for the moment in which no Python
runs in it. Reads: standard input, in the child. Writes: nothing.
Source: pipe(7) of the Linux manual; prctl(2), PR_SET_PDEATHSIG.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import IO

FOLLOWED = "KANAME_FOLLOWS"
"""Environment variable: the number of the process that a child follows."""
SET_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl."""
ORPHANED = 1
"""Exit code of a child whose parent is no more."""


Words = Sequence[str]


def run_children(jobs: Sequence[Words], environment: Mapping[str, str] | None = None) -> list[tuple[int, str]]:
    """Run `python -m WORDS` for every job at once and wait; by job the exit code and what it wrote to stderr.

    Each module calls `follow_parent` first. environment: variables that are set beside this process's. Whatever
    interrupts the waiting ends the children.
    """
    with children_beside(jobs, environment) as wait:
        return wait()


@contextmanager
def children_beside(
    jobs: Sequence[Words], environment: Mapping[str, str] | None = None
) -> Iterator[Callable[[], list[tuple[int, str]]]]:
    """Run such children while the block does work of its own; it gets the function that waits for them.

    Whatever interrupts the block ends the children.
    """
    children: list[tuple[subprocess.Popen[str], IO[str]]] = []
    with ExitStack() as opened:
        try:
            for words in jobs:
                errors = opened.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace"))
                children.append((opened.enter_context(_start(words, errors, environment or {})), errors))
            yield lambda: [(child.wait(), _text(errors)) for child, errors in children]
        except BaseException:
            for child, _ in children:
                child.kill()
            raise


def _start(words: Words, errors: IO[str], environment: Mapping[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *words], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=errors, text=True,
        env={**os.environ, **environment, FOLLOWED: str(os.getpid())},
    )  # fmt: skip


def _text(errors: IO[str]) -> str:
    errors.seek(0)
    return errors.read()


def follow_parent() -> None:
    """End this process when the one that started it by `start_child` ends; nothing where none did."""
    parent = os.environ.pop(FOLLOWED, "")
    if not parent:
        return
    if sys.platform == "linux":
        _ask_the_kernel()
    if os.name == "posix" and os.getppid() != int(parent):
        os._exit(ORPHANED)
    threading.Thread(target=_leave_at_end_of_input, daemon=True).start()


def _ask_the_kernel() -> None:
    ctypes.CDLL(None, use_errno=True).prctl(SET_DEATH_SIGNAL, int(signal.SIGKILL), 0, 0, 0)


def _leave_at_end_of_input() -> None:
    while os.read(0, 1):
        continue
    os._exit(ORPHANED)
