"""The same model uncompiled, as functions under EMA Workbench with worker processes, against the compiled engine.

This is how a model in plain Python is usually explored. Both run the same futures of the reference bargain and must
agree to 1e-9. EMA Workbench is not among the locked tools (it needs a package under the GPL, so it is for measuring
only): `pip install ema-workbench==2.5.3`; without it the section says that it was not measured.
Units: CPU seconds a future, beyond what none costs.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.measure import spread_of, tell
from benchmarks.section import Goal, Section

ROOT = Path(__file__).resolve().parents[1]
GOAL, SEED, YEARS, FUTURES, MANY, ROUNDS = 2000.0, 1, 15, 6, 400, 3
AGREEMENT = 1e-9


def section(quick: bool) -> Section:
    """CPU a future of both, or that the workbench is not installed."""
    title = "Against EMA Workbench"
    if importlib.util.find_spec("ema_workbench") is None:
        return Section(title, "Not measured: `pip install ema-workbench==2.5.3` was not done in this environment.\n")
    from kaname.compile.compiled import compile_study

    count, many, years, rounds = (2, 4, 1, 1) if quick else (FUTURES, MANY, YEARS, ROUNDS)
    compiled = compile_study("us-japan", ["as_is"], years)
    total_of(compiled, 0, SEED)
    slow, fast, ratios = [], [], []
    for number in range(rounds):
        none, some = uncompiled(1, years), uncompiled(1 + count, years)
        slow.append((some["cpu"] - none["cpu"]) / count)
        begun = time.process_time()
        mine = [total_of(compiled, future, SEED) for future in range(many)]
        fast.append((time.process_time() - begun) / many)
        ratios.append(slow[-1] / fast[-1])
        agree(some["totals"], mine)
        tell(f"  EMA Workbench, round {number + 1} of {rounds}: {ratios[-1]:.0f}")
    ratio = spread_of(ratios)
    text = f"""\
Futures of {years} years of the reference bargain: the same source uncompiled as a function under EMA Workbench with two
worker processes, {spread_of(slow).text()} s of CPU a future; compiled,
{spread_of([1000 * x for x in fast]).text(".2f")} ms. Ratio {ratio.text(".0f")}. The sums of the outcomes of
{count} futures agree to {AGREEMENT:g}.
"""
    goal = Goal("against EMA Workbench, uncompiled", GOAL, ratio.median, "times", at_most=False, form=".0f")
    return Section(title, text, (goal,))


def uncompiled(count: int, years: int) -> dict[str, Any]:
    """What benchmarks.ema_child prints for so many futures."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.ema_child", str(count), str(years)],
        cwd=ROOT, env={**os.environ, "KANAME_JIT": "0"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def agree(totals: dict[str, float], mine: list[float]) -> None:
    """Raise RuntimeError where the two versions differ."""
    for future, total in totals.items():
        if int(future) < len(mine) and not abs(total - mine[int(future)]) <= AGREEMENT * max(1.0, abs(total)):
            raise RuntimeError(f"future {future}: {total!r} uncompiled, {mine[int(future)]!r} compiled")


def total_of(compiled: Any, future: int, seed: int) -> float:
    """Sum of the outcomes of one future under the first bargain."""
    from kaname.store.spans import Span
    from kaname.study.chunk import compute
    from kaname.study.design import Design

    rows = compute(compiled, Design("us-japan", ("as_is",), future + 1, seed), Span("as_is", future, future))
    return float(np.sum(rows.outcomes[0]))
