"""Messages of a command that cannot go on, and the exit code that says whose fault it was.

    0 done   1 found wanting   2 bad input or a place that cannot be written   3 our fault   130 interrupted
    128 + number: ended by another signal (143 TERM, 129 HUP)

No traceback reaches a person: for a fault of ours it goes into a report file, whose path is the last line printed.
Reads: KANAME_DEBUG (1: raise instead), KANAME_CACHE. Writes: that report file, nothing else.
"""

from __future__ import annotations

import errno
import os
import platform
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import kaname
from kaname.core.errors import EXIT_BAD_INPUT, EXIT_INTERRUPTED, EXIT_OUR_FAULT, LONGEST_PLACE, KanameError, shown
from kaname.core.user_file import REASONS
from kaname.core.user_folder import user_folder

PACKAGE = Path(__file__).resolve().parents[1]
SIGNALS = ("SIGTERM", "SIGHUP")
"""Signals that end a command as Ctrl-C does: what is finished is kept, children and parts go."""
OF_SIGNALS = 128


class Stopped(BaseException):
    """A signal has asked the command to end; like KeyboardInterrupt no Exception, so that nothing swallows it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def stopping_on_signals() -> Iterator[None]:
    """Raise Stopped inside the block when a signal asks to end; one that was set to be ignored (nohup) stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    heard = [number for number in asked if signal.getsignal(number) is signal.SIG_DFL]
    for number in heard:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, frame: Any) -> NoReturn:
    raise Stopped(number)


def explain(trouble: BaseException) -> int:
    """Tell the person at stderr what happened; the exit code. Raises it again when KANAME_DEBUG=1."""
    if isinstance(trouble, Stopped):
        _say(f"Stopped by {signal.Signals(trouble.number).name}.")
        return OF_SIGNALS + trouble.number
    if isinstance(trouble, KeyboardInterrupt):
        _say("Interrupted.")
        return EXIT_INTERRUPTED
    if os.environ.get("KANAME_DEBUG") == "1":
        raise trouble
    if isinstance(trouble, KanameError):
        _say(str(trouble))
        return EXIT_BAD_INPUT
    if isinstance(trouble, OSError) and _is_about_a_place_of_theirs(trouble):
        _say(_about_place(trouble))
        return EXIT_BAD_INPUT
    _say(_our_fault(trouble))
    return EXIT_OUR_FAULT


def _is_about_a_place_of_theirs(trouble: OSError) -> bool:
    if trouble.errno not in REASONS:
        return False
    if trouble.filename is None:
        return trouble.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
    return not Path(os.fsdecode(trouble.filename)).absolute().is_relative_to(PACKAGE)


def _about_place(trouble: OSError) -> str:
    advice = REASONS[trouble.errno or 0]
    if trouble.filename is None:
        return f"{advice[0].upper()}{advice[1:]}."
    return f"{shown(os.fsdecode(trouble.filename), LONGEST_PLACE)}: {advice}."


def _our_fault(trouble: BaseException) -> str:
    name = type(trouble).__name__
    try:
        report = write_report(trouble)
    except OSError:
        return f"This is our fault ({name}), and no report file could be written. KANAME_DEBUG=1 shows the traceback."
    return f"This is our fault, not yours ({name}). What happened is written in\n{report}"


def write_report(trouble: BaseException) -> Path:
    """Write versions, the command and the traceback into the person's cache folder (else a temporary one)."""
    now = datetime.now(UTC)
    text = "\n".join(
        [
            f"kaname {kaname.__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"time: {now.isoformat(timespec='seconds')}",
            f"command: {' '.join(sys.argv)}",
            "",
            "".join(traceback.format_exception(trouble)),
        ]
    )
    name = f"fault-{now:%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    for folder in (report_folder(), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        except OSError:
            continue
        return folder / name
    raise OSError(errno.EROFS, "no folder for the report")


def report_folder() -> Path:
    """Return the folder of report files: `faults` under KANAME_CACHE, else under the person's cache."""
    return user_folder() / "faults"


def _say(text: str) -> None:
    # The person's terminal may be gone; then there is nobody left to tell.
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        return
