"""Workers, scheduler and parent of a Dask cluster killed at random instants: is the run still the same?

    python -m tests.soak.cluster_kills --count 200

A scheduler and two workers, each a process of its own, stay up over the trials; whoever was killed is put back for the
next try. After each try the manifest must be readable and every listed file whole and untouched; a parent that lost its
scheduler must say so and end. At the end every byte must be that of the run that one process made undisturbed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kaname.store.manifest import NAME
from kaname.study import engines, runner
from kaname.study.terms import LOCAL, Terms
from tests.soak.clusters import Cluster
from tests.soak.kills import HANGS, LOOKS, LOST, WRONG, Trial, everything, run_and_leave
from tests.study.kept import whole_run

FUTURES, CHUNK = 24, 3
VICTIMS = ("worker", "scheduler", "parent")
CONNECT_SECONDS = 5


def disturb_until_done(
    number: int, place: Path, cluster: Cluster, straight: dict[str, Any], took: float, killed: Counter[str]
) -> str:  # fmt: skip
    """Kill somebody in each try until one ends with nobody killed in it; return what was wrong. killed: counts on."""
    chance, trial = random.Random(number), Trial(place / str(number))
    for victim in [*chance.sample(VICTIMS, chance.randrange(1, 4)), ""]:
        cluster.mend()
        ended = _try(trial.folder, cluster, victim, chance.random() * took)
        killed[victim] += 1
        allowed = {"parent": {0, -signal.SIGKILL}, "scheduler": {0, LOST}}.get(victim, {0})
        trouble = trial.look() if ended in allowed else f"ended with {ended} after the {victim or 'last try'}"
        if trouble:
            return trouble
    ends = as_kept(trial.folder)
    apart = sorted(name for name in {*ends, *straight} if ends.get(name) != straight.get(name))
    if not apart:
        shutil.rmtree(trial.folder)
    return f"other bytes of {apart}" if apart else ""


def as_kept(folder: Path) -> dict[str, Any]:
    """Return every file of a run with its bytes; of the manifest all but the command, which names the folder."""
    manifest = json.loads((folder / NAME).read_text())
    return {**everything(folder), NAME: {key: manifest[key] for key in manifest if key not in ("command", "sha256")}}


def _try(folder: Path, cluster: Cluster, victim: str, wait: float) -> int:
    """Run in a child, kill the victim after some seconds; how the child ended, as a process tells."""
    child = os.fork()
    if child == 0:
        run_and_leave(lambda: _run(folder, cluster.address))
    slay: dict[str, Callable[[], None]] = {
        "worker": lambda: cluster.kill_worker(0), "scheduler": cluster.kill_scheduler,
        "parent": lambda: os.kill(child, signal.SIGKILL), "": lambda: None,
    }  # fmt: skip
    killer = threading.Timer(wait, slay[victim])
    killer.start()
    late = time.monotonic() + HANGS
    done, status = 0, 0
    while not done and time.monotonic() < late:
        # A child is left unreaped until its killer has struck, so that its number is nobody else's.
        if killer.is_alive():
            time.sleep(LOOKS)
            continue
        done, status = os.waitpid(child, os.WNOHANG)
        time.sleep(LOOKS)
    if not done:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return WRONG
    return os.waitstatus_to_exitcode(status)


def _run(folder: Path, address: str) -> None:
    runner.MANIFEST_SECONDS = 0.0
    engines.CONNECT_SECONDS = CONNECT_SECONDS
    whole_run(folder, Terms(f"dask://{address}" if address else LOCAL), futures=FUTURES, chunk=CHUNK, robustness=0)


def warm(place: Path, cluster: Cluster) -> float:
    """Run twice in children, so that the workers hold the study; return the seconds of the second."""
    began = 0.0
    for name in ("first", "second"):
        began = time.perf_counter()
        if _try(place / name, cluster, "", 0.0) != 0:
            raise SystemExit("an undisturbed run on the cluster failed")
    return time.perf_counter() - began


def main() -> int:
    """Kill and print what became of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began, wrong, runs = time.perf_counter(), [], 0
    with tempfile.TemporaryDirectory() as name, Cluster(2) as cluster:
        place = Path(name)
        _run(place / "straight", "")
        straight = as_kept(place / "straight")
        took, killed = warm(place, cluster), Counter[str]()
        while killed.total() - killed[""] < given.count:
            trouble = disturb_until_done(given.seed + runs, place, cluster, straight, took, killed)
            runs += 1
            if trouble:
                wrong.append(f"run {given.seed + runs - 1}: {trouble}")
                print(wrong[-1], flush=True)
    each = ", ".join(f"{killed[victim]} times the {victim}" for victim in VICTIMS)
    print(f"killed: {each}, in {runs} runs, {time.perf_counter() - began:.0f} s; {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
