"""Shipped files are read once: what a JSON file of the package holds is kept until the file changes.

A file is known again by its path, size and time of change. What is given back is shared: nobody may change it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

KEPT = 16
Signature = tuple[tuple[str, int, int], ...]


def shipped_json(path: Path) -> Any:
    """Return what a JSON file holds; read and parsed once. Errors: OSError, ValueError."""
    return _parsed(signature((path,)))


def signature(paths: Iterable[Path]) -> Signature:
    """Return (path, time of change in ns, size) of files that are there, in the order given."""
    stats = ((path, path.stat()) for path in paths)
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in stats)


@lru_cache(maxsize=KEPT)
def _parsed(known: Signature) -> Any:
    ((path, _, _),) = known
    return json.loads(Path(path).read_bytes())
