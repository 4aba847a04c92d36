"""Compile the model for a common processor level and lay its kernels out for a wheel: users then compile nothing.

A child compiles into a cache of its own as if this machine were of that level (core.kernel_cache.SHIPPED_PROCESSOR);
what it has kept is copied, with the mark that says for which sizes of world it is complete. A kernel is asked for by
the stamp of its sources, so that copies lying in a source tree are never met once a source was edited.
Reads: the scenario's sizes. Writes: the folder that is named. Errors: RuntimeError with what the child wrote.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from kaname.core.children import follow_parent, run_children
from kaname.core.kernel_cache import SHIPPED_FEATURES, SHIPPED_PROCESSOR
from kaname.study.precompile import compile_in_parallel, run_once

KEPT = ("*.nbi", "*.nbc", "compiled-for-*")


def compile_shipped(scenario: str, into: Path) -> list[Path]:
    """Compile for worlds of the scenario's size and return the files laid out under `into`."""
    with tempfile.TemporaryDirectory() as folder:
        processor = {
            "KANAME_CACHE": folder, "NUMBA_CPU_NAME": SHIPPED_PROCESSOR, "NUMBA_CPU_FEATURES": SHIPPED_FEATURES,
        }  # fmt: skip
        ((code, errors),) = run_children([("kaname.study.shipped_kernels", scenario)], processor)
        if code:
            raise RuntimeError(errors)
        (made,) = Path(folder).joinpath("kernels").iterdir()
        return sorted(_copied(made, into))


def _copied(made: Path, into: Path) -> list[Path]:
    files = [file for pattern in KEPT for file in made.rglob(pattern)]
    for file in files:
        place = into / file.relative_to(made)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    return [into / file.relative_to(made) for file in files]


if __name__ == "__main__":
    follow_parent()
    compile_in_parallel(sys.argv[1])
    run_once(sys.argv[1])
