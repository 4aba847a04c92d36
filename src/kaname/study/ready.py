"""The model made ready: compiled where no compiled engine lies in the cache, which the first run pays for.

Reads: the scenario's sizes, the kernel cache. Writes: the kernel cache, and a message of the logger `kaname.warm`.
"""

from __future__ import annotations

import logging

LOG = logging.getLogger("kaname.warm")


def make_ready(scenario: str) -> None:
    """Compile the model if the cache has no engine for worlds of the scenario's size, and say so in the log."""
    from kaname.core.kernel import JIT
    from kaname.study.precompile import cold, compile_in_parallel

    if not JIT:
        LOG.info("KANAME_JIT=0: running uncompiled, which is slow")
    elif cold(scenario):
        compile_in_parallel(scenario)
