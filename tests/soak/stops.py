"""Machines that stop at random instants while a run is written: is anything that was listed lost, is the rest the same?

    python -m tests.soak.stops --count 50000

Each trial stops before one operation of the disk, drawn at random, and forgets what was not synced, in any order.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from unittest import mock

from kaname.core.errors import InputError
from kaname.store import durable
from kaname.store.manifest import NAME, read_manifest
from tests.store.disks import Stopped, StoppingDisk
from tests.store.little_run import everything, fresh, go_on, write

OPERATIONS = 110
"""More than the operations of the little run."""


def stop_once(number: int, folder: Path, straight: dict[str, bytes]) -> str:
    """One trial in an empty folder, which goes again; what was wrong, empty if nothing."""
    chance = random.Random(number)
    disk, committed = StoppingDisk(chance.randrange(OPERATIONS)), set()
    with mock.patch.object(durable, "DISK", disk), suppress(Stopped):
        write(fresh(folder), lambda names: committed.update(names))
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in disk.left(folder.parent, chance).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    try:
        return _after(folder, committed, straight)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _after(folder: Path, committed: set[str], straight: dict[str, bytes]) -> str:
    if not (folder / NAME).exists():
        if committed:
            return "the manifest is lost"
        shutil.rmtree(folder, ignore_errors=True)
    else:
        try:
            listed = read_manifest(folder)
        except InputError as trouble:
            return f"the manifest is torn: {trouble}"
        if listed.damaged():
            return f"listed and lost or torn: {listed.damaged()}"
        if committed - set(listed.chunks):
            return f"committed and lost: {committed - set(listed.chunks)}"
    go_on(folder)
    return "" if everything(folder) == straight else "going on gave other bytes"


def main(words: list[str]) -> int:
    """Run the trials; the number that went wrong, at most 100."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=50_000)
    count = parser.parse_args(words).count
    with tempfile.TemporaryDirectory() as place:
        write(fresh(Path(place) / "straight"))
        straight = everything(Path(place) / "straight")
        found = [stop_once(number, Path(place) / "run", straight) for number in range(count)]
    wrong = [trouble for trouble in found if trouble]
    print(f"{count:,} machines stopped, {len(wrong):,} lost or tore something")
    print("\n".join(sorted(set(wrong))[:20]))
    return min(100, len(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
