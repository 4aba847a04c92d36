"""How things are measured: CPU and memory of commands in processes of their own, A B A B, medians with their range."""

from __future__ import annotations

import json
import os
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Use:
    """What one run of a command used: CPU of its own and of its children, wall seconds, peak memory in MB (10**6)."""

    cpu: float
    children: float
    wall: float
    mb: float


@dataclass(frozen=True)
class Spread:
    """A median with the smallest and largest of its measurements."""

    median: float
    low: float
    high: float
    count: int

    def text(self, form: str = ".2f") -> str:
        """The numbers in words: `1.20 (1.10 to 1.35)`, or one number where there was one measurement."""
        if self.count == 1:
            return f"{self.median:{form}} (measured once)"
        return f"{self.median:{form}} ({self.low:{form}} to {self.high:{form}})"


def spread_of(values: Sequence[float]) -> Spread:
    """The spread of some measurements."""
    return Spread(statistics.median(values), min(values), max(values), len(values))


def apart(left: Sequence[float], right: Sequence[float]) -> Spread:
    """The spread of the differences, round by round."""
    return spread_of([a - b for a, b in zip(left, right, strict=True)])


def interleaved(rounds: int, what: Mapping[str, Callable[[], T]]) -> dict[str, list[T]]:
    """Every measurement once a round, in the same order, so that a change of the machine's speed meets all alike."""
    found: dict[str, list[T]] = {name: [] for name in what}
    for number in range(rounds):
        for name, measure in what.items():
            found[name].append(measure())
            tell(f"  {name}, round {number + 1} of {rounds}: {found[name][-1]}")
    return found


def tell(text: str) -> None:
    """A word on progress."""
    print(text, file=sys.stderr, flush=True)


def words_of(command: str, out: Path | None = None) -> list[str]:
    """The words of a command line, with --out where a folder is given."""
    words = shlex.split(command)[1:]
    return words if out is None else [*words, "--out", str(out)]


@dataclass(frozen=True)
class Build:
    """Another build of the project to run: its source folder, and the cache of its kernels."""

    source: Path
    cache: Path


def use_of(command: str, writes: bool = True, cache: Path | None = None, build: Build | None = None) -> Use:
    """Run `kaname ...` in a process of its own with a folder of its own; raises RuntimeError when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        usage = Path(folder) / "usage.json"
        words = words_of(command, Path(folder) / "run" if writes else None)
        environment = {**os.environ, **({"KANAME_CACHE": str(cache)} if cache else {})}
        if build is not None:
            environment |= {"KANAME_CACHE": str(build.cache), "PYTHONPATH": str(build.source)}
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.child", str(usage), *words], env=environment, capture_output=True,
            text=True, check=False, cwd=Path(__file__).resolve().parents[1],
        )  # fmt: skip
        wall = time.monotonic() - begun
        if done.returncode != 0:
            raise RuntimeError(f"{command}: exit code {done.returncode}\n{done.stderr[-2000:]}")
        used = json.loads(usage.read_text())
    return Use(used["cpu"], used["children"], wall, used["mb"])


def machine() -> list[str]:
    """Facts of the machine and of the moment, as lines."""
    load = os.getloadavg()
    return [
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"{_memory_gb():.0f} GB of memory",
        f"Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in ("numpy", "numba", "scipy", "pyarrow", "mesa")),
        f"load average when this began: {load[0]:.1f} (1 min), {load[1]:.1f} (5 min)",
    ]


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":")[1].strip()
    return platform.processor() or "unknown processor"


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
