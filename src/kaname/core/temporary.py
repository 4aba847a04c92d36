"""Temporary folders that do not stay: removed when their process ends, swept by the next one where it was killed.

Idea: the name holds the number of the process that made the folder (`kaname-PURPOSE-NUMBER-xxxx`), so that whoever
makes the next folder of the same purpose can remove those of processes that are no more.
Reads: the system's folder of temporary files. Writes: the folder. Errors: OSError where none can be made.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from pathlib import Path

from kaname.core.whole_files import alive


def temporary_folder(purpose: str) -> Path:
    """Make an empty folder that is removed when this process ends; those of dead processes are removed first."""
    sweep(purpose)
    folder = Path(tempfile.mkdtemp(prefix=f"kaname-{purpose}-{os.getpid()}-"))
    atexit.register(_remove, folder, os.getpid())
    return folder


def sweep(purpose: str) -> None:
    """Remove the folders of a purpose whose process is no more; those of other users stay."""
    name = re.compile(rf"kaname-{re.escape(purpose)}-(\d+)-\w+")
    for folder in Path(tempfile.gettempdir()).glob(f"kaname-{purpose}-*"):
        match = name.fullmatch(folder.name)
        if match and not alive(int(match[1])) and folder.is_dir() and not folder.is_symlink() and _ours(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _ours(folder: Path) -> bool:
    return os.name != "posix" or folder.stat().st_uid == os.getuid()


def _remove(folder: Path, maker: int) -> None:
    # A process made by a fork inherits this exit and not the folder.
    if os.getpid() == maker:
        shutil.rmtree(folder, ignore_errors=True)
