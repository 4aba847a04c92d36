"""One digest of the rows whatever the workers, the size of parts, the engine, the order and the environment.

    python -m tests.soak.one_digest --orders 50 --environments 20 --dask

The digest is of every column of every bargain in the order of the futures, and of the numbers of the summary.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from kaname.study import runner
from kaname.study.robustness import Job
from tests.study.kept import BARGAINS, whole_run
from tests.study.runs import go, rows, sampled

FUTURES = 70
WORKERS, CHUNKS = (1, 2, 8), (1, 7, 64, 1000)
ENVIRONMENTS = [
    {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "umask": umask, "folder": folder}
    for seed, locale, zone, umask, folder in zip(
        [str(number * 7919) for number in range(20)],
        ["C", "C.UTF-8", "POSIX", "C", "C.UTF-8"] * 4,
        ["UTC", "Asia/Tokyo", "America/St_Johns", "Pacific/Kiritimati"] * 5,
        ["022", "077", "002", "000", "027"] * 4,
        ["a", "with space", "ö", "日本", "deep/er/still"] * 4,
        strict=True,
    )
]  # fmt: skip


def digest_of(folder: Path) -> str:
    """Return the digest of a run's rows and of what its summary says."""
    found = hashlib.sha256()
    for bargain, lines in rows(folder).items():
        found.update(bargain.encode())
        for line in lines:
            found.update(line)
    for name, content in sampled(folder).items():
        found.update(name.encode() + content)
    found.update(json.dumps(json.loads((folder / "summary.json").read_text()), sort_keys=True).encode())
    return found.hexdigest()


def by_workers_and_chunks(place: Path) -> Iterator[tuple[str, str]]:
    """(how it was run, digest) for every number of workers and size of parts."""
    for workers in WORKERS:
        for chunk in CHUNKS:
            folder = place / f"{workers}-{chunk}"
            go(folder, FUTURES, chunk, workers)
            yield f"{workers} workers, chunks of {chunk}", digest_of(folder)


def by_order(place: Path, count: int) -> Iterator[tuple[str, str]]:
    """(how it was run, digest) for parts handed out in random orders to several workers."""
    for number in range(count):
        with shuffled(number):
            go(place / f"order-{number}", FUTURES, 7, 1 + number % 8)
        yield f"order {number}", digest_of(place / f"order-{number}")


@contextmanager
def shuffled(seed: int) -> Iterator[None]:
    """Hand out the parts of a run in a random order."""
    straight = runner.Hands.run

    def run(hands: Any, jobs: Iterable[Job]) -> None:
        mixed = list(jobs)
        random.Random(seed).shuffle(mixed)
        straight(hands, mixed)

    with mock.patch.object(runner.Hands, "run", run):
        yield


def by_environment(place: Path, count: int) -> Iterator[tuple[str, str]]:
    """(how it was run, digest) for processes of other hash seeds, locales, zones, masks and folders."""
    for number, settings in enumerate(ENVIRONMENTS[:count]):
        folder = place / str(number) / settings["folder"]
        folder.mkdir(parents=True)
        words = [sys.executable, "-c", _PROCESS, str(FUTURES), str(folder / "run"), settings["umask"]]
        env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]),
               **{name: settings[name] for name in ("PYTHONHASHSEED", "LC_ALL", "TZ")}}  # fmt: skip
        subprocess.run(words, cwd=folder, env=env, check=True)
        yield f"environment {number} {settings}", digest_of(folder / "run")


_PROCESS = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[3], 8))
from tests.study.runs import go
go(Path(sys.argv[2]), int(sys.argv[1]), 7, 2)
"""


def by_engine(place: Path) -> Iterator[tuple[str, str]]:
    """(how it was run, digest) on threads and on workers of Dask."""
    from kaname.study.terms import Terms

    for engine in ("local", "dask"):
        folder = whole_run(place / engine, Terms(engine), BARGAINS, robustness=0)
        yield engine, digest_of(folder)


def main() -> int:
    """Run all and print how many digests there are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--orders", type=int, default=50)
    parser.add_argument("--environments", type=int, default=20)
    parser.add_argument("--dask", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        found = [*by_workers_and_chunks(place), *by_order(place, given.orders),
                 *by_environment(place, given.environments)]  # fmt: skip
        engines = list(by_engine(place)) if given.dask else []
    digests, of_engines = {digest for _, digest in found}, {digest for _, digest in engines}
    print(f"{len(found)} ways of running: {len(digests)} digest; {len(engines)} engines: {len(of_engines)} digest")
    if len(digests) > 1 or len(of_engines) > 1:
        print("\n".join(f"{digest[:12]} {how}" for how, digest in [*found, *engines]))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
