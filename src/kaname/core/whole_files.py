"""Files that are whole or not there: written aside under a name that begins with a dot, then renamed.

Idea: a reader of a folder (pyarrow, arrow, a shell) skips names that begin with a dot, so that a part left by a process
that was killed disturbs nobody; the name holds the process's number, so that whoever comes next can tell a dead part
from one that is being written. An error names the file that was asked for, never the part.
Reads: nothing. Writes: the file. Errors: OSError of the disk, about the file itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PART = re.compile(r"\.?.+\.(\d+)\.part")
"""The name of a part: of this version with a dot in front, of earlier ones without."""


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Give the path of a part to write; it becomes `path` when the block ends, and is removed when the block fails."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            yield part
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as trouble:
        if trouble.filename is not None and Path(os.fsdecode(trouble.filename)) == part:
            raise type(trouble)(trouble.errno, trouble.strerror, str(path)) from trouble
        raise


def write_whole(path: Path, text: str) -> None:
    """Write text (UTF-8, line feeds as they stand) as a whole file."""
    with written_aside(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def sweep_parts(folder: Path) -> list[Path]:
    """Remove the parts under `folder` that processes left which are no more; the parts that were removed."""
    dead = [part for part in sorted(folder.rglob("*.part")) if _left_behind(part)]
    for part in dead:
        part.unlink(missing_ok=True)
    return dead


def _left_behind(part: Path) -> bool:
    match = PART.fullmatch(part.name)
    return match is not None and part.is_file() and not alive(int(match[1]))


def alive(process: int) -> bool:
    """Return whether a process of this number runs on this machine; where that cannot be asked, True."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
