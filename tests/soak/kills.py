"""Real processes killed at random instants while they run futures: is what was listed kept, is the rest the same?

    python -m tests.soak.kills --count 5000

A process that has the kernels in memory makes a child, which runs two bargains into a folder with one, two or eight
workers; the child is killed (SIGKILL) after a random time, another goes on, until one ends by itself. After each kill
the manifest must be readable, every file that it lists whole, and nothing gone or made anew that was listed before. At
the end every byte must be that of the run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from kaname.core.errors import InputError
from kaname.store.manifest import NAME, read_manifest
from kaname.study import runner
from tests.study.runs import files_of, go

FUTURES, CHUNK = 24, 3
WORKERS = (1, 2, 8)
HANGS = 120.0
WRONG, LOST = 9, 7
LOOKS = 0.002


@dataclass
class Straight:
    """The run that nobody disturbed: its files, and how long it took in seconds."""

    folder: Path
    files: dict[str, bytes]
    took: float


@dataclass
class Trial:
    """A folder that is gone on with after each kill. stamps: inode and time of the files that are listed."""

    folder: Path
    kills: int = 0
    stamps: dict[str, tuple[int, int]] = field(default_factory=dict)

    def look(self) -> str:
        """Return what is wrong after a kill, nothing if all is right."""
        if not (self.folder / NAME).exists():
            return "the manifest is gone" if self.stamps else ""
        manifest = read_manifest(self.folder)
        if manifest.damaged():
            return f"listed and torn: {manifest.damaged()}"
        stamps = {
            name: _stamp(self.folder / name) for chunk in manifest.chunks.values() for name in chunk.files.values()
        }
        changed = [name for name, stamp in self.stamps.items() if stamps.get(name) != stamp]
        self.stamps = stamps
        return f"listed, then lost or made anew: {changed}" if changed else ""


def undisturbed(folder: Path) -> Straight:
    """Run once without a kill, with the kernels in memory."""
    _run(folder, 1)
    shutil.rmtree(folder)
    began = time.perf_counter()
    _run(folder, 1)
    return Straight(folder, everything(folder), time.perf_counter() - began)


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a run with its bytes."""
    return {**files_of(folder), **{name: (folder / name).read_bytes() for name in (NAME, "summary.json")}}


def kill_until_done(number: int, place: Path, straight: Straight) -> tuple[int, str]:
    """Return how many kills it took until a child ended by itself, and what was wrong."""
    chance, trial = random.Random(number), Trial(place / str(number))
    while True:
        ended = _child(trial.folder, chance, straight.took)
        if ended == WRONG:
            return trial.kills, "the run failed"
        if ended == 0:
            break
        trial.kills += 1
        trouble = trial.look() if ended == -signal.SIGKILL else f"the run hung for {HANGS:.0f} s"
        if trouble:
            return trial.kills, trouble
    same = everything(trial.folder) == straight.files
    shutil.rmtree(trial.folder)
    return trial.kills, "" if same else "going on gave other bytes"


def _child(folder: Path, chance: random.Random, took: float) -> int:
    """Make a child that runs, kill it after a random time; how it ended, as a process tells (0, WRONG, -SIGKILL)."""
    workers, wait = chance.choice(WORKERS), chance.random() * took * chance.choice((0.2, 0.6, 1.2))
    child = os.fork()
    if child == 0:
        run_and_leave(lambda: _run(folder, workers))
    ends, late = time.monotonic() + wait, time.monotonic() + HANGS
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(LOOKS)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) if time.monotonic() < late else WRONG


def run_and_leave(run: Callable[[], None]) -> NoReturn:
    """Run in this child and end the process: 0, LOST where a scheduler was lost, else WRONG."""
    code = WRONG
    try:
        run()
        code = 0
    except InputError as trouble:
        print(trouble, file=sys.stderr)
        code = LOST if "scheduler" in str(trouble) else WRONG
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _run(folder: Path, workers: int) -> None:
    # A manifest after every part: more is listed at each kill.
    runner.MANIFEST_SECONDS = 0.0
    go(folder, FUTURES, CHUNK, workers)


def _stamp(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def soak(count: int, seed: int, place: Path) -> tuple[int, int, list[str]]:
    """Return how many children were killed, how many runs were brought to their end, and what was wrong."""
    straight = undisturbed(place / "straight")
    kills, runs, wrong = 0, 0, []
    while kills < count:
        more, trouble = kill_until_done(seed + runs, place, straight)
        kills, runs = kills + more, runs + 1
        if trouble:
            wrong.append(f"run {seed + runs - 1}: {trouble}")
    return kills, runs, wrong


def main() -> int:
    """Kill and print what became of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        kills, runs, wrong = soak(given.count, given.seed, Path(place))
    print(f"{kills:,} processes killed in {runs:,} runs, {time.perf_counter() - began:.0f} s; {len(wrong):,} wrong")
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
