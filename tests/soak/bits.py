"""Stored files damaged one at a time: a bit flipped, a file gone, a file in the place of another; is it noticed?

    python -m tests.soak.bits --count 10000

Two readers look: the one that every command uses (manifest, then digests), and the checker of `kaname verify`, which
shares no code with it and looks at every tenth bit. A part of another run, with its digest listed and the manifest
sealed again, is for the checker alone.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kaname.core.errors import InputError, InputErrors
from kaname.store.manifest import SUMMARY, read_manifest, sound
from kaname.verification.folder import check_folder
from tests.study.kept import whole_run

EACH = 10


def is_noticed(folder: Path) -> bool:
    """Whether reading a run says that something in it is not as it was."""
    try:
        manifest = read_manifest(folder)
    except (InputError, InputErrors):
        return True
    return bool(manifest.damaged()) or not sound(folder / SUMMARY, manifest.summary)


def names_of(folder: Path) -> list[str]:
    """Every file of a run but its report."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and file.name != "report.html")
    return [file.relative_to(folder).as_posix() for file in files]


def flipped(count: int, seed: int, folder: Path) -> list[str]:
    """Return the flips of one bit, in a file drawn by its size or evenly, that a reader did not notice."""
    chance, names = random.Random(seed), names_of(folder)
    whole = {name: (folder / name).read_bytes() for name in names}
    silent = []
    for number in range(count):
        by_size = [len(whole[name]) for name in names] if number % 2 else None
        (name,) = chance.choices(names, by_size)
        place, bit = chance.randrange(len(whole[name])), chance.randrange(8)
        content = bytearray(whole[name])
        content[place] ^= 1 << bit
        (folder / name).write_bytes(content)
        noticed = is_noticed(folder) and (number % EACH or bool(check_folder(folder).faults))
        (folder / name).write_bytes(whole[name])
        if not noticed:
            silent.append(f"{name} byte {place} bit {bit}")
    return silent


def moved(folder: Path, other: Path) -> Iterator[tuple[str, bool]]:
    """Delete every file in turn, put another run's in its place, exchange it with its neighbour; (what, noticed)."""
    names = names_of(folder)
    for name, next_name in zip(names, [*names[1:], names[0]], strict=True):
        mine, neighbour = (folder / name).read_bytes(), (folder / next_name).read_bytes()
        (folder / name).unlink()
        yield f"{name} gone", _both(folder)
        theirs = (other / name).read_bytes()
        if theirs != mine and name != "manifest.json":
            (folder / name).write_bytes(theirs)
            yield f"{name} of another run", _both(folder)
        (folder / name).write_bytes(neighbour)
        (folder / next_name).write_bytes(mine)
        yield f"{name} and {next_name} exchanged", _both(folder)
        (folder / name).write_bytes(mine)
        (folder / next_name).write_bytes(neighbour)


def _both(folder: Path) -> bool:
    return is_noticed(folder) and bool(check_folder(folder).faults)


def main() -> int:
    """Damage and print what was not noticed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, other = whole_run(Path(place) / "run"), whole_run(Path(place) / "other", seed=4)
        silent = flipped(given.count, given.seed, folder)
        looked = list(moved(Path(shutil.copytree(folder, Path(place) / "moved")), other))
    silent += [what for what, noticed in looked if not noticed]
    print(f"{given.count:,} bits flipped, {len(looked):,} files gone or exchanged; {len(silent):,} silent")
    print("\n".join(silent[:20]))
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
