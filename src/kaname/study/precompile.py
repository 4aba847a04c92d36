"""Compile the model in two processes side by side, into the cache that all later runs read.

Idea: rooms compile independently; what calls them then finds them in the cache. `compile_in_parallel` starts both
halves; it is worth it only where the cache is cold, which is announced first. A world of another size (more or fewer
actors, contingencies, cohorts) is another record, and the model is compiled anew for it: a mark in the cache says for
which sizes, and for which sources, that has been done.
Reads: the scenario's sizes. Writes: the kernel cache (see core.kernel) and the mark in it.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kaname.core.children import follow_parent, run_children
from kaname.core.kernel import JIT, cache_folder, for_children, source_stamp
from kaname.model.world.room import empty_room

LOG = logging.getLogger("kaname.warm")
HALVES = ("crisis", "rest")
MARK, STAMP = "compiled-for-", 16


def cold(scenario: str) -> bool:
    """Whether no engine compiled for worlds of the scenario's size lies in the cache."""
    return JIT and not _mark(scenario).exists()


def _mark(scenario: str) -> Path:
    from kaname.model.engine import run
    from kaname.scenario.load import load_scenario

    axes = load_scenario(scenario).axes
    sizes = "-".join(str(len(axes[name].members)) for name in ("actor", "contingency", "cohort"))
    return cache_folder() / f"{MARK}{sizes}-{source_stamp(Path(run.__file__))[:STAMP]}"


def compile_in_parallel(scenario: str) -> None:
    """Compile both halves at once; a half that fails is left to the run itself, which will say why."""
    LOG.info("compiling the model for this machine (once, about a minute)")
    done = run_children([("kaname.study.precompile", half, scenario) for half in HALVES], for_children())
    codes = [code for code, _ in done]
    if not any(codes):
        _mark(scenario).touch()


def compile_half(half: str, scenario: str) -> None:
    """Compile the kernels of one half for the shapes of a scenario."""
    import numpy as np
    from numba import int64, typeof

    from kaname.compile.compiled import compile_study
    from kaname.model.engine.run import turn_at

    compiled = compile_study(scenario, ["as_is"], years=1)
    start, params, _ = compiled.futures("as_is", 0, 0, 1)
    turn = turn_at(
        0, 0, 0, compiled.tables, compiled.bots, *empty_room(),
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
    follow_parent()
    compile_half(sys.argv[1], sys.argv[2])
