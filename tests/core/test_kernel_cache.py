"""Where compiled kernels are kept: a folder that cannot be written is said once, and its stand-in goes at the end."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest

from kaname.core.kernel_cache import FilesByKey


def test_a_cache_that_cannot_be_written_is_warned_about_once_shared_with_children_and_gone_at_the_end(tmp_path):
    script = """
        import logging
        logging.basicConfig(format="%(message)s")
        from kaname.core.children import run_children
        from kaname.core.kernel_cache import cache_folder, for_children
        print(cache_folder())
        print(cache_folder().is_dir(), cache_folder().is_relative_to(for_children()["KANAME_CACHE"]))
        print(run_children([("place_of_test",)] * 2, for_children())[1][1], end="")
    """
    (tmp_path / "place_of_test.py").write_text(
        "import sys\nfrom kaname.core.kernel_cache import cache_folder\nprint(cache_folder(), file=sys.stderr)"
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


@pytest.mark.parametrize(("step", "kept"), [("_save_data", "code of here"), ("_save_index", None)])
def test_processes_that_keep_copies_of_one_function_at_once_never_meet_the_code_of_the_other(
    tmp_path, monkeypatch, step, kept
):
    here, there = (FilesByKey(str(tmp_path), "rule", "stamp") for _ in range(2))
    go_on = getattr(here, step)

    def interrupted(*words):
        there.save("of there", "code of there")
        go_on(*words)

    monkeypatch.setattr(here, step, interrupted)
    monkeypatch.setattr(here, "_load_index", dict)
    monkeypatch.setattr(there, "_load_index", dict)
    here.save("of here", "code of here")
    after = FilesByKey(str(tmp_path), "rule", "stamp")
    assert after.load("of here") == kept
    assert after.load("of there") in ("code of there", None)


def test_a_copy_of_an_earlier_source_goes_when_the_next_is_kept(tmp_path):
    FilesByKey(str(tmp_path), "rule", "before").save("key", "old code")
    after = FilesByKey(str(tmp_path), "rule", "after")
    assert after.load("key") is None
    after.save("key", "new code")
    after.save("other", "more code")
    assert (after.load("key"), after.load("other")) == ("new code", "more code")
    assert len(list(tmp_path.glob("*.nbc"))) == 2
