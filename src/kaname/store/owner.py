"""One process at a time writes into the folder of a run: a lock that the system drops when its holder ends.

Idea: the file `.lock` in the folder is locked (flock), not merely there, so that a killed process never leaves a folder
that nobody may enter; it names the process for the one who has to wait, and goes when the holder is done. Who finds the
folder held waits; `refused` is asked first, and again while waiting, whether there is any sense in that.
Reads, writes: DIR/.lock. Errors: InputError of `refused`; OSError of the disk.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOG = logging.getLogger("kaname.store")
NAME = ".lock"
POLL_SECONDS = 0.2
_HELD = threading.local()


@contextmanager
def owned(folder: Path, refused: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold a folder for writing, made where it is not there (and removed again where nothing came into it).

    Waits while another process holds it, after a word in the log. A thread that holds it may ask again.
    refused: raises where the folder must not be entered as long as the other process is at work in it.
    """
    folder = Path(folder).resolve()
    mine: set[Path] = _HELD.__dict__.setdefault("folders", set())
    if folder in mine:
        yield
        return
    made = not folder.exists()
    handle = _wait(folder / NAME, refused)
    mine.add(folder)
    try:
        yield
    finally:
        mine.discard(folder)
        (folder / NAME).unlink(missing_ok=True)
        os.close(handle)
        # Another process may enter between the look and the removal: the folder is then its own.
        if made and not any(folder.iterdir()):
            with suppress(OSError):
                folder.rmdir()


def _wait(path: Path, refused: Callable[[], None]) -> int:
    told = False
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except FileNotFoundError:
            # Its last holder removed the empty folder meanwhile.
            continue
        try:
            if _locked(handle) and _is_at(handle, path):
                os.truncate(handle, 0)
                os.write(handle, f"{os.getpid()}\n".encode())
                return handle
            holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip() if hasattr(os, "pread") else ""
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        refused()
        if not told:
            LOG.info(f"waiting: process {holder or 'of another command'} is at work in {path.parent}")
            told = True
        time.sleep(POLL_SECONDS)


def _is_at(handle: int, path: Path) -> bool:
    """Return whether the locked file is still the one of that name: its last holder may have removed it meanwhile."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
