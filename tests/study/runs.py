"""Small real runs: the flagship scenario over two years, run into a folder and read back."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq

from kaname.compile.compiled import Compiled, compile_study
from kaname.study.design import Design
from kaname.study.runner import Run, run

SCENARIO = "us-japan"
BARGAINS = ("as_is", "unequal_by_design")
YEARS = 2


@lru_cache(maxsize=1)
def compiled() -> Compiled:
    """The scenario with two bargains, compiled once."""
    return compile_study(SCENARIO, BARGAINS, years=YEARS, settings={"adoption": 0.0})


def design(futures: int, chunk: int, seed: int = 3) -> Design:
    return Design(SCENARIO, BARGAINS, futures, seed=seed, years=YEARS, chunk=chunk, robustness=0)


def go(folder: Path, futures: int, chunk: int, workers: int = 1, progress: Any = None) -> Run:
    """Run into a folder, or go on where it was."""
    return run(design(futures, chunk), compiled(), folder, "kaname compare", workers, progress)


def rows(folder: Path, kind: str = "outcomes") -> dict[str, list[bytes]]:
    """Every row of every bargain in the order of the futures, each as the bytes of its numbers and words."""
    found: dict[str, list[bytes]] = {}
    for bargain in BARGAINS:
        files = sorted((folder / kind).glob(f"{bargain}-*.parquet"), key=first_of)
        tables = [pq.read_table(file) for file in files]
        columns = [np.concatenate([table.column(n).to_numpy() for table in tables]) for n in tables[0].column_names]
        found[bargain] = [b"|".join(as_bytes(column[n]) for column in columns) for n in range(len(columns[0]))]
    return found


def sampled(folder: Path) -> dict[str, bytes]:
    """What every future sampled, as the bytes of each column in the order of the futures."""
    tables = [pq.read_table(file) for file in sorted((folder / "sampled").glob("*.parquet"), key=first_of)]
    return {n: np.concatenate([t.column(n).to_numpy() for t in tables]).tobytes() for n in tables[0].column_names}


def as_bytes(value: Any) -> bytes:
    return value.encode() if isinstance(value, str) else np.asarray(value).tobytes()


def first_of(file: Path) -> int:
    """The first future of a chunk file."""
    return int(file.stem.split("-")[-2])


def files_of(folder: Path) -> dict[str, bytes]:
    """Chunk files by name, with their bytes."""
    found = sorted(file for kind in ("outcomes", "yearly", "sampled") for file in (folder / kind).iterdir())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of each chunk file: a file that was written again has others."""
    return {
        file.name: (file.stat().st_ino, file.stat().st_mtime_ns) for file in (folder / "outcomes").glob("*.parquet")
    }
