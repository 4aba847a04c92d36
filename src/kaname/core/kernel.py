"""The one decorator that turns a plain Python function into a compiled kernel.

Idea: a kernel is scalar Python that Numba compiles; `KANAME_JIT=0` leaves it as Python, and `plain(f)` gives
the Python twin of a compiled kernel inside the same process, with every kernel that it calls replaced by its
twin. Both ways run the same lines; `core.maths` keeps their arithmetic equal.

Cache: Numba stamps a cached kernel with its own file only, so an edit of a callee in another module would bring
back the old result. `ModuleTreeLocator` stamps it with the digest of its module and of all package modules that
the module imports, directly or not.
"""

from __future__ import annotations

import ast
import hashlib
import inspect
import logging
import os
import tempfile
import types
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from kaname.core.temporary import temporary_folder

LOG = logging.getLogger("kaname.warm")
UNWRITABLE = "cannot be written: kernels are compiled anew each time. Set KANAME_CACHE to a folder of yours"
JIT = os.environ.get("KANAME_JIT", "1") != "0"
PACKAGE_ROOT = Path(__file__).resolve().parents[1]
F = TypeVar("F", bound=Callable[..., Any])

if JIT:
    import numba

    # As the variable NUMBA_CACHE_LOCATOR_CLASSES would, but also where Numba was imported before this module.
    numba.config.CACHE_LOCATOR_CLASSES = "kaname.core.locator.ModuleTreeLocator"  # type: ignore[attr-defined]
    # The full text of a record of 150 fields is made thousands of times while compiling; its name says as much.
    numba.types.Record.__repr__ = numba.types.Type.__repr__  # type: ignore[method-assign]
    # Scalar code gains nothing from loop vectorization, and compiles faster without.
    numba.config.LOOP_VECTORIZE = 0  # type: ignore[attr-defined]


def kernel(function: F) -> F:
    """Compile `function` with Numba (released lock, cached on disk); with KANAME_JIT=0 return it unchanged."""
    if not JIT:
        return function
    return typed_by_annotation(numba.njit(nogil=True, cache=True, error_model="numpy")(function))


def typed_by_annotation(dispatcher: Any) -> Any:
    """Make calls from other kernels use one compiled version for arguments annotated `int` or `float`.

    Numba would otherwise compile a version for every literal and every mix of integer and floating arguments: for
    this model twice as many. Numbers are cast to the annotation at the call.
    """
    from numba import types

    wanted = {"int": types.int64, "float": types.float64, int: types.int64, float: types.float64}
    parameters = inspect.signature(dispatcher.py_func).parameters.values()
    kinds = [wanted.get(parameter.annotation) for parameter in parameters]
    original = dispatcher.get_call_template

    def get_call_template(args: Any, kws: Any) -> Any:
        plain_args = [types.unliteral(arg) for arg in args]
        for place, kind in enumerate(kinds[: len(plain_args)]):
            if kind is not None and isinstance(plain_args[place], types.Number | types.Boolean):
                plain_args[place] = kind
        return original(tuple(plain_args), kws)

    dispatcher.get_call_template = get_call_template
    return dispatcher


def plain(function: Callable[..., Any], _done: dict[int, Any] | None = None) -> Callable[..., Any]:
    """The Python twin of a kernel: same code, every kernel among its globals replaced by its own twin.

    Kernels must import the kernels they call by name (`from ... import uniform`), never through a module.
    """
    done = {} if _done is None else _done
    source = getattr(function, "py_func", function)
    if id(source) in done:
        return done[id(source)]
    world = dict(source.__globals__)
    twin = types.FunctionType(source.__code__, world, source.__name__, source.__defaults__, source.__closure__)
    twin.__kwdefaults__ = source.__kwdefaults__
    twin.__doc__ = source.__doc__
    done[id(source)] = twin
    for name in source.__code__.co_names:
        value = world.get(name)
        if value is not None and hasattr(value, "py_func"):
            world[name] = plain(value, done)
    return twin


@cache
def imported_files(path: Path) -> frozenset[Path]:
    """All package files that the module at `path` imports, directly or through others, itself included."""
    seen: set[Path] = set()
    waiting = [path.resolve()]
    while waiting:
        here = waiting.pop()
        if here in seen or not here.exists():
            continue
        seen.add(here)
        waiting.extend(_direct_imports(here))
    return frozenset(seen)


@cache
def _direct_imports(path: Path) -> tuple[Path, ...]:
    found: list[Path] = []
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found += _files_of(node.module)
            for alias in node.names:
                found += _files_of(f"{node.module}.{alias.name}")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                found += _files_of(alias.name)
    return tuple(found)


def _files_of(module: str) -> list[Path]:
    parts = module.split(".")
    if parts[0] != PACKAGE_ROOT.name:
        return []
    stem = PACKAGE_ROOT.joinpath(*parts[1:])
    return [p for p in (stem.with_suffix(".py"), stem / "__init__.py") if p.exists()]


def source_stamp(path: Path) -> str:
    """SHA-256 over the module's own bytes and those of every package module that it imports."""
    digest = hashlib.sha256()
    for file in sorted(imported_files(path)):
        digest.update(file.name.encode())
        digest.update(_digest_of(file))
    return digest.hexdigest()


@cache
def _digest_of(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


@cache
def cache_folder() -> Path:
    """Folder of compiled kernels: KANAME_CACHE, else the user's cache.

    Where it cannot be written, a warning is logged and a temporary one made, which goes when this process ends.
    """
    import platformdirs

    mark = f"numba-{numba.__version__}-{_cpu_name()}" if JIT else "plain"
    wanted = os.environ.get("KANAME_CACHE") or platformdirs.user_cache_dir("kaname")
    folder = Path(wanted) / "kernels" / mark
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


def _cpu_name() -> str:
    from llvmlite import binding

    return str(binding.get_host_cpu_name())
