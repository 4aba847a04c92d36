"""A folder has one owner at a time: others wait, or are refused; nothing that died still owns it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kaname.core.errors import InputError
from kaname.store import owner
from kaname.store.owner import owned

HOLD = """
import sys, time
from pathlib import Path
from kaname.store.owner import owned
with owned(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def holding(folder: Path) -> subprocess.Popen[str]:
    """A process that holds a folder."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_lock_goes_with_its_holder_and_a_folder_into_which_nothing_came(tmp_path: Path) -> None:
    with owned(tmp_path / "run"), owned(tmp_path / "run"):
        assert [file.name for file in (tmp_path / "run").iterdir()] == [".lock"]
    assert not (tmp_path / "run").exists()
    (tmp_path / "mine").mkdir()
    with owned(tmp_path / "mine"):
        pass
    assert list(tmp_path.iterdir()) == [tmp_path / "mine"]


def test_a_killed_holder_owns_nothing(tmp_path: Path) -> None:
    process = holding(tmp_path / "run")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert (tmp_path / "run" / ".lock").exists()
    with owned(tmp_path / "run"):
        assert (tmp_path / "run" / ".lock").read_text() == f"{os.getpid()}\n"


def test_one_waits_for_the_other_and_is_told_for_whom(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    process = holding(tmp_path / "run")
    entered = threading.Event()

    def enter() -> None:
        with owned(tmp_path / "run"):
            entered.set()

    with caplog.at_level("INFO", logger="kaname"):
        thread = threading.Thread(target=enter)
        thread.start()
        while "waiting" not in caplog.text:
            time.sleep(0.01)
        assert not entered.is_set()
        process.kill()
        process.communicate()
        thread.join()
    assert entered.is_set()
    assert caplog.messages == [f"waiting: process {process.pid} is at work in {(tmp_path / 'run').resolve()}"]


def test_who_may_not_wait_is_refused_and_leaves_the_lock_to_its_holder(tmp_path: Path) -> None:
    process = holding(tmp_path / "run")

    def refused() -> None:
        raise InputError("seed was 1, is 2")

    try:
        with pytest.raises(InputError, match="seed was 1"), owned(tmp_path / "run", refused):
            pass
        assert (tmp_path / "run" / ".lock").read_text() == f"{process.pid}\n"
    finally:
        process.kill()
        process.communicate()


def test_many_at_once_enter_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owner, "POLL_SECONDS", 0.0)
    inside, most, entered = [0], [0], [0]

    def enter() -> None:
        for _ in range(20):
            with owned(tmp_path / "run"):
                inside[0] += 1
                most[0], entered[0] = max(most[0], inside[0]), entered[0] + 1
                time.sleep(0.0005)
                inside[0] -= 1

    threads = [threading.Thread(target=enter) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most[0], entered[0]) == (1, 80)
