"""What makes a compiled kernel stale: an edit of a callee, the fields of what it is handed, the compiler's flags."""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import kaname.core
import kaname.model
from kaname.core.kernel import JIT
from kaname.core.kernel_cache import SHIPPED_FEATURES, SHIPPED_NEEDS, SHIPPED_PROCESSOR
from kaname.core.stamps import PACKAGE_ROOT, fields_of, flags, imported_files, imports_in, source_stamp

CORE = (
    "kernel.py", "kernel_cache.py", "stamps.py", "whole_program.py", "temporary.py", "whole_files.py",
    "compiler_shortcuts.py", "user_folder.py",
)  # fmt: skip
CALLER = """
    from kaname.core.kernel import kernel
    from kaname.toy.callee import callee

    @kernel
    def caller(x):
        return callee(x) + 1.0
"""
READER = """
    from kaname.core.kernel import kernel

    @kernel
    def reader(told):
        return told.inner.high + 1.0
"""
KINDS = """
    from typing import NamedTuple

    class Inner(NamedTuple):
        {0}: float
        {1}: float

    class Told(NamedTuple):
        number: int
        inner: Inner
"""


def test_the_stamp_of_a_module_covers_the_modules_it_imports():
    files = {path.relative_to(PACKAGE_ROOT).as_posix() for path in imported_files(PACKAGE_ROOT / "model/world/turn.py")}
    assert {"model/world/turn.py", "core/random.py", *(f"core/{name}" for name in CORE)} <= files
    assert source_stamp(PACKAGE_ROOT / "core/maths.py") != source_stamp(PACKAGE_ROOT / "core/random.py")


def test_an_edit_of_a_callee_in_another_module_is_not_answered_from_the_cache(tmp_path: Path):
    write(tmp_path, "caller", CALLER)
    answers = []
    for constant in ("2.0", "5.0", "5.0"):
        write(
            tmp_path,
            "callee",
            f"from kaname.core.kernel import kernel\n@kernel\ndef callee(x):\n    return x * {constant}\n",
        )
        answers.append(run_in(tmp_path, "from kaname.toy.caller import caller as f; print(f(10.0), hits(f))"))
    assert answers == ["21.0 0", "51.0 0", "51.0 1"], "value and hits in the cache"


def test_swapped_fields_of_a_class_that_the_kernel_never_imports_are_not_answered_from_the_cache(tmp_path: Path):
    write(tmp_path, "reader", READER)
    answers = []
    for names in (("low", "high"), ("high", "low"), ("high", "low")):
        write(tmp_path, "kinds", KINDS.format(*names))
        made = "from kaname.toy.reader import reader as f; from kaname.toy.kinds import Inner, Told; "
        answers.append(run_in(tmp_path, made + "print(f(Told(1, Inner(10.0, 20.0))), hits(f))"))
    assert answers == ["21.0 0", "11.0 0", "11.0 1"], "value and hits in the cache"


def test_swapped_fields_of_a_record_are_not_answered_from_the_cache(tmp_path: Path):
    write(tmp_path, "reader", READER.replace("told.inner.high", "told.high"))
    answers = []
    for names in ("low high", "high low", "high low"):
        made = f"import numpy as np; r = np.rec.array([(10.0, 20.0)], dtype=[(n, float) for n in {names.split()}]); "
        answers.append(run_in(tmp_path, made + "from kaname.toy.reader import reader as f; print(f(r[0]), hits(f))"))
    assert answers == ["21.0 0", "11.0 0", "11.0 1"], "value and hits in the cache"


def test_other_compiler_flags_are_not_answered_from_the_cache(tmp_path: Path):
    write(tmp_path, "reader", READER.replace("told.inner.high", "told[1]"))
    code = """
import numpy as np
from kaname.toy.reader import reader as f
try:
    print(f(np.zeros(2)[:1]), hits(f))
except IndexError:
    print("out of bounds", hits(f))
"""
    said = [run_in(tmp_path, code, NUMBA_BOUNDSCHECK=check) for check in ("0", "1", "0", "1")]
    assert said == ["1.0 0", "out of bounds 0", "1.0 1", "out of bounds 1"]


def test_kernels_compiled_beforehand_are_used_until_a_source_is_edited(tmp_path: Path):
    """As a wheel carries them: compiled for a common processor level, laid out beside the sources."""
    write(tmp_path, "reader", READER.replace("told.inner.high", "told"))
    code = "from kaname.toy.reader import reader as f; print(f(1.0), hits(f))"
    beforehand = {"NUMBA_CPU_NAME": SHIPPED_PROCESSOR, "NUMBA_CPU_FEATURES": SHIPPED_FEATURES}
    assert run_in(tmp_path, code, **beforehand, KANAME_CACHE=str(tmp_path / "made")) == "2.0 0"
    (made,) = (tmp_path / "made" / "kernels").iterdir()
    made.rename(tmp_path / "kaname" / "kernels")
    assert run_in(tmp_path, code) == f"2.0 {int(shipped_kernels_run_here_if_any())}", (
        "met where the processor can run it"
    )
    write(tmp_path, "reader", READER.replace("told.inner.high", "told * 2.0"))
    assert run_in(tmp_path, code) == "3.0 0"


def shipped_kernels_run_here_if_any() -> bool:
    from llvmlite import binding

    has = binding.get_host_cpu_features()
    return all(has.get(feature, False) for feature in SHIPPED_NEEDS)


def write(folder: Path, name: str, text: str) -> None:
    """Write a module of a small package that has this one's way to compile."""
    package = folder / "kaname"
    for room in ("core", "toy"):
        (package / room).mkdir(parents=True, exist_ok=True)
        (package / room / "__init__.py").write_text("")
    (package / "__init__.py").write_text("")
    for file in CORE:
        (package / "core" / file).write_text((PACKAGE_ROOT / "core" / file).read_text())
    (package / "toy" / f"{name}.py").write_text(textwrap.dedent(text))


def run_in(folder: Path, code: str, **more: str) -> str:
    counted = "def hits(f): return sum(f.stats.cache_hits.values())\n"
    environment = {**os.environ, "PYTHONPATH": str(folder), "KANAME_CACHE": str(folder / "cache"), **more}
    # Python's own compiled files are told apart by whole seconds, which two quick edits can share.
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(
        [sys.executable, "-P", "-c", counted + code], env=environment, cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def tuple_classes() -> list[type]:
    """Every tuple class with named fields that is written in the model or the core."""
    found: dict[str, type] = {}
    for room in (kaname.core, kaname.model):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for kind in vars(importlib.import_module(module.name)).values():
                if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
                    found[f"{kind.__module__}.{kind.__qualname__}"] = kind
    return list(found.values())


@pytest.mark.skipif(not JIT, reason="about compiled kernels")
@pytest.mark.parametrize("kind", tuple_classes(), ids=lambda kind: kind.__name__)
def test_two_swapped_fields_of_any_tuple_class_of_the_model_are_another_stamp(kind: Any) -> None:
    """Also where it stands inside another, as Tables does in Turn."""
    from collections import namedtuple

    from numba import types

    names = list(kind._fields)
    if len(names) < 2:
        return
    other = namedtuple(kind.__name__, [names[1], names[0], *names[2:]])
    members = [types.float64] * len(names)
    as_it_is, swapped = types.NamedTuple(members, kind), types.NamedTuple(members, other)
    assert str(as_it_is) == str(swapped), "Numba tells the two by their class alone, which keeps its name"
    assert fields_of([as_it_is]) != fields_of([swapped])
    assert fields_of([types.Tuple([types.int64, as_it_is])]) != fields_of([types.Tuple([types.int64, swapped])])


@pytest.mark.skipif(not JIT, reason="about compiled kernels")
def test_the_fields_of_arrays_of_records_and_of_nested_records_are_in_the_stamp() -> None:
    from numba import from_dtype, types

    def of(*names: str) -> Any:
        inner = np.dtype([(name, np.float64) for name in names])
        return from_dtype(np.dtype([("inner", inner), ("rest", np.int64)]))

    assert fields_of([of("a", "b")]) != fields_of([of("b", "a")])
    one, other = (types.Array(of(*names), 1, "C") for names in (("a", "b"), ("b", "a")))
    assert fields_of([one]) != fields_of([other])


def test_the_flags_name_settings_that_the_compiler_has() -> None:
    from numba import config

    assert all(hasattr(config, name) for name, _ in flags() if name != "KANAME_COMPILE")


def by_syntax(source: str) -> set[str]:
    """The package's modules that a source imports, by its syntax tree."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.split(".")[0] == "kaname"}


def test_the_imports_read_by_line_are_those_of_the_syntax_tree() -> None:
    files = sorted(PACKAGE_ROOT.rglob("*.py"))
    assert len(files) > 300
    for file in files:
        source = file.read_text(encoding="utf-8")
        assert by_syntax(source) <= set(imports_in(source)), file


@pytest.mark.parametrize(
    "source",
    [
        "from kaname.a import b, c as d\nimport kaname.e, os, kaname.f as g",
        "from kaname.a import (\n    b,  # why\n    c as d,\n)\n",
        "def f():\n    from kaname.a import \\\n        b\n\timport kaname.e\n",
        "if True: import kaname.e; from kaname.a import b\ntry:\n  import kaname.a.b as c\nexcept ImportError:\n  pass",
    ],
)
def test_an_import_in_any_writing_is_seen(source: str) -> None:
    assert by_syntax(textwrap.dedent(source.replace("\t", "    "))) <= set(imports_in(source))
