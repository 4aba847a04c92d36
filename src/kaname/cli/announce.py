"""A word on the screen before anything compiles, and the compilation itself, which the first run pays for."""

from __future__ import annotations

import logging

LOG = logging.getLogger("kaname.warm")


def make_ready(scenario: str) -> None:
    """Say that the model will be compiled and compile it, if the cache has no engine for worlds of this size."""
    from kaname.core.kernel import JIT
    from kaname.study.precompile import cold, compile_in_parallel

    if not JIT:
        LOG.info("KANAME_JIT=0: running uncompiled, which is slow")
    elif cold(scenario):
        compile_in_parallel(scenario)
