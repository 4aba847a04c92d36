"""Kernels: the plain twin runs the same lines; an edit of a callee in another module is seen by the cache."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np

from kaname.core.kernel import PACKAGE_ROOT, imported_files, plain, source_stamp
from kaname.core.maths import approach, clip, exp, log, logistic, logit, power, ratio

EDGES = [-1e308, -1000.0, -1.0, -1e-300, 0.0, 1e-300, 0.5, 1.0, 700.0, 1e308]


def test_guarded_maths_never_raises_and_is_equal_compiled_and_plain():
    for one in (exp, log, logistic, logit):
        for x in EDGES:
            assert np.isclose(one(x), plain(one)(x), rtol=1e-15, atol=0.0), (one, x)
    for two in (power,):
        for x in EDGES:
            for y in (-2.0, 0.0, 0.5, 3.0):
                assert np.isclose(two(x, y), plain(two)(x, y), rtol=1e-15, atol=0.0)
    assert ratio(1.0, 0.0, 7.0) == plain(ratio)(1.0, 0.0, 7.0) == 7.0
    assert clip(3.0, 0.0, 1.0) == 1.0
    assert approach(1.0, 3.0, 0.5) == 2.0


def test_the_stamp_of_a_module_covers_the_modules_it_imports():
    files = {path.relative_to(PACKAGE_ROOT).as_posix() for path in imported_files(PACKAGE_ROOT / "model/world/turn.py")}
    assert {"model/world/turn.py", "core/random.py", "core/kernel.py"} <= files
    assert source_stamp(PACKAGE_ROOT / "core/maths.py") != source_stamp(PACKAGE_ROOT / "core/random.py")


def test_an_edit_of_a_callee_in_another_module_is_not_answered_from_the_cache(tmp_path: Path):
    package = tmp_path / "kaname"
    (package / "core").mkdir(parents=True)
    (package / "toy").mkdir()
    for name in ("__init__.py", "core/__init__.py", "toy/__init__.py"):
        (package / name).write_text("")
    for name in ("kernel.py", "locator.py", "temporary.py", "whole_files.py"):
        (package / "core" / name).write_text((PACKAGE_ROOT / "core" / name).read_text())
    (package / "toy" / "caller.py").write_text(
        textwrap.dedent(
            """
            from kaname.core.kernel import kernel
            from kaname.toy.callee import callee
            @kernel
            def caller(x):
                return callee(x) + 1.0
            """
        )
    )
    answers = []
    for constant in ("2.0", "5.0", "5.0"):
        (package / "toy" / "callee.py").write_text(
            f"from kaname.core.kernel import kernel\n@kernel\ndef callee(x):\n    return x * {constant}\n"
        )
        answers.append(run_caller(tmp_path))
    assert [answer.split()[0] for answer in answers] == ["21.0", "51.0", "51.0"]
    assert [answer.split()[1] for answer in answers] == ["0", "0", "1"], "hits in the cache"


def run_caller(folder: Path) -> str:
    code = "from kaname.toy.caller import caller; print(caller(10.0), sum(caller.stats.cache_hits.values()))"
    environment = {**os.environ, "PYTHONPATH": str(folder), "KANAME_CACHE": str(folder / "cache")}
    # Python's own compiled files are told apart by whole seconds, which two quick edits can share.
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], env=environment, cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_cache_that_cannot_be_written_is_warned_about_once_shared_with_children_and_gone_at_the_end(tmp_path):
    script = """
        import logging
        logging.basicConfig(format="%(message)s")
        from kaname.core.children import run_children
        from kaname.core.kernel import cache_folder, for_children
        print(cache_folder())
        print(cache_folder().is_dir(), cache_folder().is_relative_to(for_children()["KANAME_CACHE"]))
        print(run_children([("place_of_test",)] * 2, for_children())[1][1], end="")
    """
    (tmp_path / "place_of_test.py").write_text(
        "import sys\nfrom kaname.core.kernel import cache_folder\nprint(cache_folder(), file=sys.stderr)"
    )
    (tmp_path / "temporary").mkdir()
    wanted = tmp_path / "file"
    wanted.touch()
    environment = {**os.environ, "KANAME_CACHE": str(wanted / "x"), "TMPDIR": str(tmp_path / "temporary"),
                   "PYTHONPATH": f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, env=environment, check=True
    )
    here, there, in_child = done.stdout.splitlines()
    assert there == "True True"
    assert in_child == here
    assert done.stderr.count("cannot be written: kernels are compiled anew each time. Set KANAME_CACHE") == 1
    assert list((tmp_path / "temporary").iterdir()) == []
