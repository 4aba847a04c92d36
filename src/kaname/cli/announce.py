"""A word on the screen before anything compiles: the first run takes up to a minute longer."""

from __future__ import annotations

import logging

LOG = logging.getLogger("kaname.warm")


def announce_compilation() -> None:
    """Say that the model will be compiled, if no compiled engine lies in the cache yet."""
    from kaname.core.kernel import JIT, cache_folder

    if not JIT:
        LOG.info("KANAME_JIT=0: running uncompiled, which is slow")
    elif not any(cache_folder().rglob("run.run_futures-*.nbi")):
        LOG.info("compiling the model for this machine (once, up to a minute)")
