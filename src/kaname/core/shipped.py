"""Shipped files are read once, and damage is reported with the way out.

Idea: what a JSON file of the package holds is kept until the file changes; a file is known again by its path, size and
time of change, and what is given back is shared: nobody may change it. A file that `make data` makes can be cut short
by a full disk or lost in an installation: that is no bug to report and no fault of the person's file, so one sentence
names the file and says how it is made again.

Reads: the file. Writes: nothing. Errors: DamagedData (exit code 2).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from kaname.core.errors import KanameError

KEPT = 16
WAY_OUT = "Run `make data` in a checkout, else install kaname again; `kaname doctor` looks at all of them."
Signature = tuple[tuple[str, int, int], ...]


class DamagedData(KanameError):
    """A file of the installation is missing or cannot be read."""


def shipped_json(file: Path | Traversable, *parts: str) -> Any:
    """Return what a shipped JSON file holds, with the named entries; read and parsed once. Errors: DamagedData."""
    path = Path(str(file))
    try:
        content = _parsed(signature((path,)))
    except FileNotFoundError:
        raise _damaged(path, "is missing") from None
    except (OSError, ValueError) as trouble:
        raise _damaged(path, f"cannot be read ({_why(trouble)})") from None
    for part in parts:
        if not isinstance(content, dict) or part not in content:
            raise _damaged(path, f"lacks {part}")
    return content


def signature(paths: Iterable[Path]) -> Signature:
    """Return (path, time of change in ns, size) of files that are there, in the order given."""
    stats = ((path, path.stat()) for path in paths)
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in stats)


@lru_cache(maxsize=KEPT)
def _parsed(known: Signature) -> Any:
    ((path, _, _),) = known
    return json.loads(Path(path).read_bytes())


def _damaged(path: Path, what: str) -> DamagedData:
    _, found, inside = path.as_posix().rpartition("/kaname/data/")
    name = f"data/{inside}" if found else path.name
    return DamagedData(f"{name}, a data file of this installation, {what}. {WAY_OUT}")


def _why(trouble: Exception) -> str:
    if isinstance(trouble, json.JSONDecodeError):
        return f"it ends or breaks off at line {trouble.lineno}"
    if isinstance(trouble, UnicodeDecodeError):
        return "it is not UTF-8 text"
    return str(getattr(trouble, "strerror", None) or trouble)
