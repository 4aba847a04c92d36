"""Temporary folders go with their process; those that a killed process left go with the next one's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

MAKE = "from kaname.core.temporary import temporary_folder; print(temporary_folder('trial'), flush=True)"


def made(place: Path, then: str = "") -> Path:
    """The folder that a process of its own made under `place`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{MAKE}\n{then}"], env={**os.environ, "TMPDIR": str(place)}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    return Path(done.stdout.strip())


def test_a_folder_goes_when_its_process_ends(tmp_path: Path) -> None:
    folder = made(tmp_path)
    assert folder.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_a_killed_process_goes_when_the_next_is_made(tmp_path: Path) -> None:
    left = made(tmp_path, "import os; os.kill(os.getpid(), 9)")
    assert left.is_dir()
    (tmp_path / "kaname-other-1-abc").mkdir()
    made(tmp_path)
    assert [folder.name for folder in tmp_path.iterdir()] == ["kaname-other-1-abc"]
