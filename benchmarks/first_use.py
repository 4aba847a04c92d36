"""What a newcomer waits for: the first compile, `make demo` and `make test` from nothing, `kaname --help`.

`make demo` and `make test` run in a clone of the last commit with an empty cache and an environment of its own, as the
README says; the package index may answer from a cache of this machine, which the page says. Units: seconds.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.measure import interleaved, spread_of, tell, use_of
from benchmarks.section import Goal, Section, table

ROOT = Path(__file__).resolve().parents[1]
COMPILE_CPU_GOAL, COMPILE_WALL_GOAL, DEMO_GOAL, DEMO_AIM, SUITE_GOAL, SUITE_AIM = 40.0, 30.0, 60.0, 40.0, 300.0, 240.0


def section(quick: bool) -> Section:
    """Help always; compile, demo and suite only at full size, since each takes minutes."""
    help_seconds = spread_of(
        interleaved(1 if quick else 3, {"help": lambda: use_of("kaname --help", writes=False).cpu})["help"]
    )
    rows = [("`kaname --help`, CPU", help_seconds.text())]
    goals: list[Goal] = []
    if not quick:
        cpu, wall = first_compile()
        rows += [("first compile, CPU", f"{cpu:.0f}"), ("first compile, wall", f"{wall:.0f}")]
        goals += [
            Goal("first compile, CPU", COMPILE_CPU_GOAL, cpu, "s", form=".0f"),
            Goal("first compile, wall time", COMPILE_WALL_GOAL, wall, "s", form=".0f"),
        ]
        demo, suite = from_nothing()
        rows += [("`make demo` from nothing, wall", f"{demo:.0f}"), ("`make test` after it, wall", f"{suite:.0f}")]
        goals += [
            Goal("`make demo` from nothing, wall time", DEMO_GOAL, demo, "s", form=".0f"),
            Goal("`make demo` from nothing, wall time", DEMO_AIM, demo, "s", form=".0f", aim=True),
            Goal("`make test`, wall time", SUITE_GOAL, suite, "s", form=".0f"),
            Goal("`make test`, wall time", SUITE_AIM, suite, "s", form=".0f", aim=True),
        ]
    text = f"""\
First compile: `kaname warm` with an empty KANAME_CACHE beyond the same with a full one (measured once, children
counted). `make demo` and `make test` ran once in a fresh clone with an empty cache of kernels; packages came through
the index that this machine uses.

{table(("seconds", ""), rows)}"""
    return Section("First use", text, tuple(goals))


def first_compile() -> tuple[float, float]:
    """CPU (children counted) and wall seconds of `kaname warm` with an empty cache, beyond the same with a full one."""
    with tempfile.TemporaryDirectory() as cache:
        cold = use_of("kaname warm", writes=False, cache=Path(cache))
        warm = use_of("kaname warm", writes=False, cache=Path(cache))
    return cold.cpu + cold.children - warm.cpu - warm.children, cold.wall - warm.wall


def from_nothing() -> tuple[float, float]:
    """Wall seconds of `make demo`, then of `make test`, in a fresh clone; raises CalledProcessError when one fails."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        if (ROOT.parent / "shared").is_dir():
            (Path(folder) / "shared").symlink_to(ROOT.parent / "shared")
        environment = {**os.environ, "HOME": folder, "KANAME_CACHE": str(Path(folder) / "cache")}
        return timed(["make", "demo"], clone, environment), timed(["make", "test"], clone, environment)


def timed(words: list[str], folder: Path, environment: dict[str, str]) -> float:
    """Wall seconds of a command that must succeed."""
    tell(f"  {' '.join(words)} in a fresh clone")
    begun = time.monotonic()
    subprocess.run(words, cwd=folder, env=environment, check=True, capture_output=True)
    return time.monotonic() - begun
