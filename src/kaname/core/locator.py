"""Where Numba keeps a compiled kernel of this package, and what makes the kept copy stale (see core.kernel)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from numba.core.caching import _CacheLocator

from kaname.core.kernel import PACKAGE_ROOT, cache_folder, source_stamp


class ModuleTreeLocator(_CacheLocator):
    """Cache locator whose stamp covers the kernel's module and all package modules that it imports."""

    def __init__(self, function: Callable[..., Any], file: str) -> None:
        self._file = Path(file).resolve()
        self._line = function.__code__.co_firstlineno
        # What Numba names in its warning about a function that it cannot keep.
        self._py_file, self._lineno = file, self._line

    def get_cache_path(self) -> str:
        try:
            place = self._file.relative_to(PACKAGE_ROOT).parent
        except ValueError:
            place = Path("outside") / hashlib.sha256(str(self._file.parent).encode()).hexdigest()[:16]
        return str(cache_folder() / place)

    def get_source_stamp(self) -> str:
        return source_stamp(self._file)

    def get_disambiguator(self) -> str:
        return str(self._line)

    @classmethod
    def from_function(cls, function: Callable[..., Any], file: str) -> ModuleTreeLocator | None:
        if not Path(file).exists():
            return None
        locator = cls(function, file)
        try:
            locator.ensure_cache_path()
        except OSError:
            return None
        return locator
