"""A child ends with its parent, whatever ends the parent; and what it says of a failure comes back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kaname.core.children import run_children
from kaname.core.whole_files import alive

CHILD = """
import os, sys, time
from kaname.core.children import follow_parent
follow_parent()
if sys.argv[1:] == ["fail"]:
    sys.exit("this went wrong")
print(os.environ.get("SAID", ""), file=sys.stderr)
if sys.argv[1:] == ["stay"]:
    open(str(os.getpid()) + ".child", "w").close()
    BUSY
"""
PARENT = """
import signal
from kaname.core.children import run_children
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
run_children([("child_of_test", "stay")] * 2)
"""
"""The signals are as a terminal leaves them, whether or not the tests run where they are ignored (nohup)."""
WAITING = 60.0
KINDS = {"asleep": "time.sleep(600)", "at work": "[0 for _ in iter(int, 1)]"}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a module that can be a child."""
    (tmp_path / "child_of_test.py").write_text(CHILD.replace("BUSY", KINDS["asleep"]))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def waited_for(condition) -> bool:  # type: ignore[no-untyped-def]
    """Whether a condition came true before long."""
    begun = time.monotonic()
    while not condition() and time.monotonic() - begun < WAITING:
        time.sleep(0.05)
    return bool(condition())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ended_by", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL, signal.SIGINT])
def test_children_end_with_their_parent(place: Path, ended_by: signal.Signals, kind: str) -> None:
    (place / "child_of_test.py").write_text(CHILD.replace("BUSY", KINDS[kind]))
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stderr=subprocess.DEVNULL)
    assert waited_for(lambda: len(list(place.glob("*.child"))) == 2)
    children = [int(file.stem) for file in place.glob("*.child")]
    os.kill(parent.pid, ended_by)
    parent.wait(WAITING)
    assert waited_for(lambda: not any(map(alive, children)))


def test_exit_codes_and_words_of_children_come_back(place: Path) -> None:
    found = run_children([("child_of_test", "fail"), ("child_of_test",)], {"SAID": "set"})
    assert found == [(1, "this went wrong\n"), (0, "set\n")]


def test_a_program_that_nobody_started_as_a_child_follows_nobody(place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "child_of_test"], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert done.returncode == 0
