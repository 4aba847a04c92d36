"""The study's runner with one worker against two, wall time; beside it what two processes that share nothing gain."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Use, interleaved, spread_of
from benchmarks.section import Goal, Section

BARGAINS = ("as_is", "unequal_by_design")
FUTURES, ROUNDS, GOAL = 1000, 3, 1.8
BURN = "x = 0\nfor n in range(20_000_000):\n    x += n & 7\n"


def section(quick: bool) -> Section:
    """Wall seconds of the runner alone, warm."""
    futures, years, rounds = (4, 2, 1) if quick else (FUTURES, None, ROUNDS)
    found = interleaved(
        rounds,
        {
            "one worker": lambda: runner_use(futures, years, 1),
            "two workers": lambda: runner_use(futures, years, 2),
            "two processes over one": two_processes,
        },
    )
    one, two, gained = found.values()
    pairs = list(zip(one, two, strict=True))
    ratio = spread_of([a.wall / b.wall for a, b in pairs])
    text = f"""\
The runner of {futures:,} futures under {len(BARGAINS)} bargains alone, warm, wall seconds: one worker
{spread_of([use.wall for use in one]).text()}, two workers {spread_of([use.wall for use in two]).text()}; ratio
{ratio.text()}. Two workers use {spread_of([b.cpu / a.cpu for a, b in pairs]).text()} times the CPU of one. At the same
time two processes of plain Python, which share nothing, got through two tasks
{spread_of([use.wall for use in gained]).text()} times as fast as one after the other: on an idle machine with two cores
that would be 2; what others used is missing from both.
"""
    return Section("Two workers", text, (Goal("two workers against one", GOAL, ratio.median, "times", at_most=False),))


def runner_use(futures: int, years: int | None, workers: int) -> Use:
    """CPU and wall seconds of the study runner, in this process, compiled and warm."""
    from kaname.compile.compiled import compile_study
    from kaname.study.design import Design
    from kaname.study.runner import run

    compiled = compile_study("us-japan", BARGAINS, years)
    with tempfile.TemporaryDirectory() as folder:
        run(Design("us-japan", BARGAINS, 2, years=years, robustness=0), compiled, Path(folder) / "first", "", workers)
        design = Design("us-japan", BARGAINS, futures, years=years, robustness=0)
        begun, cpu = time.monotonic(), time.process_time()
        run(design, compiled, Path(folder) / "timed", "", workers)
        return Use(time.process_time() - cpu, 0.0, time.monotonic() - begun, 0.0)


def two_processes() -> Use:
    """How much faster (as `wall`) two burning processes get through two burns side by side than one after the other."""
    begun = time.monotonic()
    for _ in range(2):
        subprocess.run([sys.executable, "-c", BURN], check=True)
    alone = time.monotonic() - begun
    begun = time.monotonic()
    for child in [subprocess.Popen([sys.executable, "-c", BURN]) for _ in range(2)]:
        child.wait()
    return Use(0.0, 0.0, alone / (time.monotonic() - begun), 0.0)
