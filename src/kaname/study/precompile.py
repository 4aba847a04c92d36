"""Compile the model in two processes side by side, into the cache that all later runs read.

Idea: rooms compile independently; what calls them then finds them in the cache. `compile_in_parallel` starts both
halves; it is worth it only where the cache is cold, which is announced first.
Reads: the shipped scenario's shapes. Writes: the kernel cache (see core.kernel).
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from kaname.core.kernel import JIT, cache_folder
from kaname.model.world.turn import SCRATCH

LOG = logging.getLogger("kaname.warm")
HALVES = ("crisis", "rest")


def cold() -> bool:
    """Whether no compiled engine lies in the cache."""
    return JIT and not any(cache_folder().rglob("run.run_futures-*.nbi"))


def compile_in_parallel(scenario: str) -> None:
    """Compile both halves at once; a half that fails is left to the run itself, which will say why."""
    LOG.info("compiling the model for this machine (once, about a minute)")
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "kaname.study.precompile", half, scenario],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for half in HALVES
    ]  # fmt: skip
    try:
        for child in children:
            child.wait()
    except BaseException:
        for child in children:
            child.kill()
        raise


def compile_half(half: str, scenario: str) -> None:
    """Compile the kernels of one half for the shapes of a scenario."""
    import numpy as np
    from numba import int64, typeof

    from kaname.compile.compiled import compile_study
    from kaname.model.engine.run import turn_at

    compiled = compile_study(scenario, ["as_is"], years=1)
    start, params, _ = compiled.futures("as_is", 0, 0, 1)
    turn = turn_at(
        0, 0, 0, compiled.tables, compiled.bots, np.zeros(0, np.int64), np.zeros((0, 10)), np.zeros(2, np.int64),
        np.zeros(SCRATCH),
    )  # fmt: skip
    types = (typeof(start.view(np.recarray)[0]), typeof(params.view(np.recarray)[0]), typeof(turn))
    for kernel, per_contingency in _kernels(half):
        kernel.compile((*types, int64) if per_contingency else types)


def _kernels(half: str) -> list[tuple[Any, bool]]:
    from kaname.model.crisis.battle import continue_fighting
    from kaname.model.crisis.deterrence import three_views
    from kaname.model.crisis.response import respond
    from kaname.model.engine.catalogue import mechanisms

    if half == "crisis":
        return [(respond, True), (three_views, True), (continue_fighting, True)]
    from kaname.model.campaign.doors import close_campaign, open_campaign

    strategic: list[Callable[..., Any]] = [m.run for m in mechanisms() if m.room not in ("crisis", "campaign")]
    return [*((run, False) for run in strategic), (open_campaign, True), (close_campaign, True)]


if __name__ == "__main__":
    compile_half(sys.argv[1], sys.argv[2])
