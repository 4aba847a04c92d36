"""Where a compiled kernel is kept on disk, and when a kept copy may be used again.

`KernelCache` is Numba's file cache with four things of our own: files named after what they hold; a stamp that covers
all sources a kernel is made from and a key that covers the fields of what it is handed and the compiler's flags (see
core.stamps); a folder a machine may share (`cache_folder`); and a second, read-only folder of kernels compiled
beforehand for a common processor level (`SHIPPED`), which is asked when the first has none. A source that was edited
has another stamp and meets neither.
Reads and writes: the cache folder. Source: none needed.
"""

from __future__ import annotations

import glob
import hashlib
import logging
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numba
from numba.core.caching import CompileResultCacheImpl, FunctionCache, IndexDataCacheFile, _CacheLocator

from kaname.core.stamps import PACKAGE_ROOT, fields_of, flags, source_stamp
from kaname.core.temporary import temporary_folder
from kaname.core.user_folder import user_folder

LOG = logging.getLogger("kaname.warm")
UNWRITABLE = "cannot be written: kernels are compiled anew each time. Set KANAME_CACHE to a folder of yours"
DIGEST_LENGTH = 24
SHIPPED = PACKAGE_ROOT / "kernels"
SHIPPED_PROCESSOR, SHIPPED_FEATURES = "x86-64-v2", ""
SHIPPED_NEEDS = ("cx16", "popcnt", "sse3", "sse4.1", "sse4.2", "ssse3")
"""What a processor must have to run code compiled for that level."""


class ModuleTreeLocator(_CacheLocator):
    """Place and stamp of a kernel's file, by the module in which it is written and all that the module imports."""

    def __init__(self, function: Callable[..., Any], file: str) -> None:
        self._file = Path(file).resolve()
        self._line = function.__code__.co_firstlineno
        # What Numba names in its warning about a function that it cannot keep.
        self._py_file, self._lineno = file, self._line

    @property
    def place(self) -> Path:
        """The kernel's folder, relative to the root of a cache."""
        try:
            return self._file.relative_to(PACKAGE_ROOT).parent
        except ValueError:
            return Path("outside") / hashlib.sha256(str(self._file.parent).encode()).hexdigest()[:16]

    def get_cache_path(self) -> str:
        return str(cache_folder() / self.place)

    def get_source_stamp(self) -> str:
        return source_stamp(self._file)

    def get_disambiguator(self) -> str:
        return str(self._line)


class KernelCacheImpl(CompileResultCacheImpl):
    """Numba's way to write a compiled function, at our locator's place whatever NUMBA_CACHE_* variables say."""

    def __init__(self, py_func: Callable[..., Any]) -> None:
        file = py_func.__code__.co_filename
        self._lineno = py_func.__code__.co_firstlineno
        self._locator = ModuleTreeLocator(py_func, file)
        self._filename_base = self.get_filename_base(f"{Path(file).stem}.{py_func.__qualname__}", "")


class FilesByKey(IndexDataCacheFile):
    """Numba's index of kept copies, with a copy's file named after its key and stamp instead of counted.

    Two processes that keep copies of one function at the same time then never write over each other's file: of counted
    names both take the same one, and the index of the one comes to name the code of the other.
    """

    def __init__(self, cache_path: str, filename_base: str, source_stamp: str) -> None:
        super().__init__(cache_path, filename_base, source_stamp)
        self._filename_base = filename_base

    def save(self, key: Any, data: Any) -> None:
        """Keep a copy; copies of an earlier source go."""
        kept = self._load_index()
        digest = hashlib.sha256(repr((key, self._source_stamp)).encode()).hexdigest()
        name = f"{self._filename_base}.{digest[:DIGEST_LENGTH]}.nbc"
        self._save_data(name, data)
        if not kept:
            self._forget(name)
        self._save_index({**kept, key: name})

    def _forget(self, but: str) -> None:
        for file in Path(self._cache_path).glob(f"{glob.escape(self._filename_base)}.*.nbc"):
            if file.name != but:
                file.unlink(missing_ok=True)


class KernelCache(FunctionCache):
    """Numba's cache of one function, with our stamps and a second folder to look in; options: how it is compiled."""

    _impl_class = KernelCacheImpl

    def __init__(self, py_func: Callable[..., Any], options: str) -> None:
        super().__init__(py_func)
        self._options = options
        locator = self._impl.locator
        self._cache_file = FilesByKey(self._cache_path, self._impl.filename_base, locator.get_source_stamp())
        self._shipped = IndexDataCacheFile(
            str(SHIPPED / locator.place), self._impl.filename_base, locator.get_source_stamp()
        )

    def _index_key(self, sig: Any, codegen: Any) -> tuple[Any, ...]:
        return (*super()._index_key(sig, codegen), fields_of(getattr(sig, "args", sig)), flags(), self._options)

    def _load_overload(self, sig: Any, target_context: Any) -> Any:
        overload = super()._load_overload(sig, target_context)
        if overload is None and self._enabled and shipped_kernels_run_here():
            key = self._index_key(sig, target_context.codegen())
            machine = (key[1][0], SHIPPED_PROCESSOR, SHIPPED_FEATURES)
            data = self._shipped.load((key[0], machine, *key[2:]))
            overload = None if data is None else self._impl.rebuild(target_context, data)
        return overload


def content_stamp(py_func: Callable[..., Any], args: Any) -> str:
    """Return a SHA-256 over all that a kernel compiled for arguments of these Numba types is made from."""
    parts = (
        source_stamp(Path(py_func.__code__.co_filename)),
        py_func.__qualname__,
        str(args),
        fields_of(args),
        flags(),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


@cache
def shipped_kernels_run_here() -> bool:
    """Whether kernels were shipped with this package and this processor can run them."""
    from llvmlite import binding

    if not SHIPPED.is_dir():
        return False
    has = binding.get_host_cpu_features()
    return all(has.get(feature, False) for feature in SHIPPED_NEEDS)


@cache
def cache_folder() -> Path:
    """Folder of compiled kernels: KANAME_CACHE, else the user's cache.

    Where it cannot be written, a warning is logged and a temporary one made, which goes when this process ends.
    """
    from llvmlite import binding

    processor = numba.config.CPU_NAME or binding.get_host_cpu_name()  # type: ignore[attr-defined]
    mark = f"numba-{numba.__version__}-{processor}"
    wanted = user_folder()
    folder = wanted / "kernels" / mark
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        LOG.warning(f"{wanted} {UNWRITABLE}")
        folder = temporary_folder("kernels") / "kernels" / mark
        folder.mkdir(parents=True)
    return folder


def for_children() -> dict[str, str]:
    """Environment variables that let a child process use this one's folder of kernels, a temporary one included."""
    return {"KANAME_CACHE": str(cache_folder().parents[1])}
