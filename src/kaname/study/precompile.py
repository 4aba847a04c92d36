"""Compile the model in two processes side by side, into the cache that all later runs read.

Idea: the crises are half of the work and need nothing of the other half. A child compiles them into the cache, while
this process prepares the strategic mechanisms; then the quarter that calls both is put together here. A world of
another size (more or fewer actors, contingencies, cohorts) is another record, and the model is compiled anew for it: a
mark in the cache says for which sizes, sources and compiler flags that has been done.
Reads: the scenario's sizes. Writes: the kernel cache (see core.kernel_cache) and the mark in it.
"""

from __future__ import annotations

import hashlib
import logging
import sys
from functools import cache
from pathlib import Path
from typing import Any

from kaname.core.children import children_beside, follow_parent
from kaname.core.kernel import JIT
from kaname.core.kernel_cache import SHIPPED, cache_folder, for_children, shipped_kernels_run_here
from kaname.core.stamps import flags, source_stamp
from kaname.model.world.room import empty_room

LOG = logging.getLogger("kaname.warm")
MARK, STAMP = "compiled-for-", 16


def cold(scenario: str) -> bool:
    """Return whether no engine compiled for worlds of the scenario's size lies in the cache."""
    if not JIT or (cache_folder() / _mark(scenario)).exists():
        return False
    return not (shipped_kernels_run_here() and (SHIPPED / _mark(scenario)).exists())


def _mark(scenario: str) -> str:
    from kaname.model.engine import run
    from kaname.scenarios.load import load_scenario

    axes = load_scenario(scenario).axes
    sizes = "-".join(str(len(axes[name].members)) for name in ("actor", "contingency", "cohort"))
    made_from = f"{source_stamp(Path(run.__file__))} {flags()}"
    return f"{MARK}{sizes}-{hashlib.sha256(made_from.encode()).hexdigest()[:STAMP]}"


def compile_in_parallel(scenario: str) -> None:
    """Compile the model for worlds of the scenario's size. A child that fails leaves its half to this process."""
    LOG.info("compiling the model for this machine (once, about half a minute)")
    with children_beside([("kaname.study.precompile", scenario)], for_children()) as wait:
        prepare_mechanisms(scenario)
        wait()
    compile_quarter(scenario)
    (cache_folder() / _mark(scenario)).touch()


def run_once(scenario: str) -> None:
    """Run what every command begins with, a span without futures and one future's quarters, so that it is compiled."""
    from kaname.compile.compiled import compile_study
    from kaname.store.spans import Span
    from kaname.study.chunk import compute
    from kaname.study.design import Design
    from kaname.study.replay import quarters_of

    compiled = compile_study(scenario, ["as_is"], years=1)
    design = Design(scenario, ("as_is",), 1, years=1, robustness=0)
    compute(compiled, design, Span("as_is", 0, 0))
    list(quarters_of(compiled, design, "as_is", 0))


def compile_crises(scenario: str) -> None:
    """Compile what opens and plays the crises of a quarter."""
    from kaname.model.engine.doors import open_crises

    _compile(open_crises, scenario)


def prepare_mechanisms(scenario: str) -> None:
    """Compile the mechanisms that run every quarter, as far as `quarter` needs them."""
    from kaname.model.engine.catalogue import mechanisms

    for mechanism in mechanisms():
        if mechanism.room not in ("crisis", "campaign"):
            _compile(getattr(mechanism.run, "callee", mechanism.run), scenario)


def compile_quarter(scenario: str) -> None:
    """Compile the quarter, from what is there already."""
    from kaname.model.engine.quarter import quarter

    _compile(quarter, scenario)


def _compile(kernel: Any, scenario: str) -> None:
    kernel.compile(_argument_types(scenario))


@cache
def _argument_types(scenario: str) -> tuple[Any, ...]:
    """Numba types of world, parameters and turn of the scenario."""
    import numpy as np
    from numba import typeof

    from kaname.compile.compiled import compile_study
    from kaname.model.engine.run import turn_at

    compiled = compile_study(scenario, ["as_is"], years=1)
    start, params, _ = compiled.futures("as_is", 0, 0, 1)
    turn = turn_at(0, 0, 0, compiled.tables, compiled.bots, *empty_room())
    return typeof(start.view(np.recarray)[0]), typeof(params.view(np.recarray)[0]), typeof(turn)


if __name__ == "__main__":
    follow_parent()
    compile_crises(sys.argv[1])
