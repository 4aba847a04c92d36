"""An order for one chunk that says all, and what a worker elsewhere makes of it: bytes of files, and who it is.

Idea: a worker shares nothing with the process that asks but the package and its compiled cache. It compiles the study
of an order once and keeps it, and it refuses an order whose inputs are not those that it has here itself: a worker of
another version would give other rows. Reads: the package's data. Writes: a temporary folder. Errors: InputError.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from kaname.compile.compiled import Compiled
from kaname.core.temporary import temporary_folder
from kaname.store.manifest import Maker, Manifest
from kaname.study.chunk import made_chunk
from kaname.study.design import Design
from kaname.study.draws import Draws
from kaname.study.kept_inputs import compiled_again, kept_design
from kaname.study.maker import this_maker
from kaname.study.ready import make_ready
from kaname.study.robustness import arm_of

STUDIES = 2
Order = Mapping[str, Any]


def orders_of(manifest: Manifest, design: Design) -> dict[str, Any]:
    """Return what the orders of a run share: its manifest without chunks, and the size of its parts."""
    head = {**manifest.as_data(), "chunks": [], "checks": [], "levelled": None}
    return {"manifest": head, "key": manifest.key, "chunk": design.chunk}


def carried_out(order: Order) -> tuple[dict[str, bytes], Maker]:
    """Return the files of a chunk by kind as bytes, and this worker as its maker."""
    compiled, design, draws = _study(_Keyed(order))
    span = order["span"]
    comparison = arm_of(compiled, design, span.arm, order["levelled"])
    return made_chunk(comparison, design, span, None, draws), this_maker()


class _Keyed:
    """An order under the key of its run, by which a worker remembers its study."""

    def __init__(self, order: Order) -> None:
        self.order = order

    def __hash__(self) -> int:
        return hash(self.order["key"])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Keyed) and self.order["key"] == other.order["key"]


@lru_cache(maxsize=STUDIES)
def _study(keyed: _Keyed) -> tuple[Compiled, Design, Draws]:
    said = keyed.order["manifest"]
    folder = temporary_folder("worker")
    manifest = Manifest(folder, said["inputs"], said["columns"], said["command"], keyed.order["chunk"], [],
                        files=said["files"])  # fmt: skip
    design, names = kept_design(manifest, folder)
    compiled = compiled_again(manifest, design, names)
    make_ready(design.scenario)
    return compiled, design, Draws()
