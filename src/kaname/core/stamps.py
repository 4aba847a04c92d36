"""What makes a compiled kernel stale: its sources, the fields of what it is handed, and the compiler's flags.

Numba looks at the kernel's own file, its byte code and its argument types, and takes two tuple classes of one name for
the same type whatever their fields are called. A kernel reads a field by its place, so all of these are added:
- the bytes of its module and of every package module that the module imports, directly or not (`source_stamp`);
- the names, in order, of the fields of every record and tuple class among its arguments (`fields_of`): a kernel may
  read a record whose class its module never imports;
- the flags that change the machine code (`flags`).
Reads: source files and Numba's settings. Source: none needed.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE_ROOT = Path(__file__).resolve().parents[1]
FROM = re.compile(
    rf"(?:^|[;:])[ \t]*from[ \t]+({PACKAGE_ROOT.name}(?:\.\w+)*)[ \t]+import[ \t]+(\([^)]*\)|(?:[^\n\\]|\\\n)*)",
    re.MULTILINE,
)
PLAIN = re.compile(r"(?:^|[;:])[ \t]*import[ \t]+((?:[^\n\\]|\\\n)*)", re.MULTILINE)
"""Lines that import, over several lines where they are in brackets or continued."""
FLAGS = (
    "OPT", "LOOP_VECTORIZE", "SLP_VECTORIZE", "BOUNDSCHECK", "DEBUGINFO_DEFAULT", "DEBUG_ARRAY_OPT", "ENABLE_AVX",
    "DISABLE_INTEL_SVML", "LLVM_REFPRUNE_PASS", "LLVM_REFPRUNE_FLAGS", "FULL_TRACEBACKS", "EXTEND_VARIABLE_LIFETIMES",
)  # fmt: skip
"""Settings of Numba that change what is compiled. (The processor and its features are in Numba's own key.)"""


@cache
def source_stamp(path: Path) -> str:
    """Return the SHA-256 over the module's own bytes and those of every package module that it imports."""
    digest = hashlib.sha256()
    for file in sorted(imported_files(path), key=str):
        digest.update(file.name.encode())
        digest.update(_digest_of(file))
    return digest.hexdigest()


@cache
def imported_files(path: Path) -> frozenset[Path]:
    """Return all package files that the module at `path` imports, directly or through others, itself included."""
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
    return tuple(file for module in imports_in(path.read_text(encoding="utf-8")) for file in _files_of(module))


def imports_in(source: str) -> list[str]:
    """Return every module of this package that a source may import, `a.b` for `from a import b` too.

    Read by its lines, which takes a tenth of the time of a syntax tree; what only looks like an import is taken for
    one, which makes a kernel stale too often and never too seldom.
    """
    texts: list[str] = []
    for module, named in FROM.findall(source):
        names = re.findall(r"(\w+)(?:\s+as\s+\w+)?", named.replace("\\", " "))
        texts += [module, *(f"{module}.{name}" for name in names)]
    for named in PLAIN.findall(source):
        texts += re.findall(rf"\b{PACKAGE_ROOT.name}(?:\.\w+)*", named)
    return texts


def _files_of(module: str) -> list[Path]:
    parts = module.split(".")
    if parts[0] != PACKAGE_ROOT.name:
        return []
    stem = PACKAGE_ROOT.joinpath(*parts[1:])
    return [p for p in (stem.with_suffix(".py"), stem / "__init__.py") if p.exists()]


@cache
def _digest_of(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


def fields_of(types: Iterable[Any]) -> str:
    """Return the SHA-256 over the fields, in order, of every record and tuple class in these Numba types."""
    return hashlib.sha256("\n".join(_lines(types)).encode()).hexdigest()


def _lines(types: Iterable[Any]) -> Iterator[str]:
    for kind in types:
        names = getattr(kind, "fields", ())
        yield f"{type(kind).__name__} {' '.join(names)}"
        yield from _lines(_parts(kind))
        yield "end"


def _parts(kind: Any) -> list[Any]:
    """The types that a type is made of: members of a tuple or record, elements of an array."""
    fields = getattr(kind, "fields", None)
    if isinstance(fields, dict):
        return [field.type for field in fields.values()]
    if hasattr(kind, "types"):
        return list(kind.types)
    inner = getattr(kind, "dtype", None)
    return [inner] if inner is not None and inner is not kind else []


def flags() -> tuple[tuple[str, str], ...]:
    """Return the settings that change machine code, with their values."""
    from numba import config

    ours = ("KANAME_COMPILE", os.environ.get("KANAME_COMPILE", ""))
    return (ours, *((name, str(getattr(config, name, None))) for name in FLAGS))
