"""Fields that each mechanism reads and writes, for the manifest: derived from the kernels once, then kept beside them.

Idea: the derivation walks every kernel's syntax at a good part of the start of a run; it is the same until a source of
the model changes, so it is kept in the cache under the digest of those sources. What cannot be read there is derived.
Reads: the cache folder. Writes: the cache folder.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kaname.compile.sources import model_digest
from kaname.core.hashing import json_digest
from kaname.core.kernel import JIT
from kaname.core.whole_files import write_whole
from kaname.model.engine.catalogue import mechanisms

KINDS = ("reads", "writes", "params")
ROOMS = ("core", "words", "model")
"""Rooms on whose sources it depends."""
DIGITS = 16


def touched() -> dict[str, dict[str, list[str]]]:
    """Return the name of a mechanism -> `reads`, `writes`, `params` -> names."""
    if not JIT:
        return _derived()
    from kaname.core.kernel_cache import cache_folder

    sources = {room: digest for room, digest in model_digest().items() if room in ROOMS}
    file = cache_folder() / f"touched-{json_digest(sources)[:DIGITS]}.json"
    found = _kept(file)
    if found is None:
        found = _derived()
        write_whole(file, json.dumps(found))
    return found


def _derived() -> dict[str, dict[str, list[str]]]:
    return {mechanism.name: {kind: list(getattr(mechanism, kind)) for kind in KINDS} for mechanism in mechanisms()}


def _kept(file: Path) -> dict[str, dict[str, list[str]]] | None:
    """Return the kept entry, None where it is missing or not of this form."""
    try:
        found: Any = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    wanted = {mechanism.name for mechanism in mechanisms()}
    right = (
        isinstance(found, dict)
        and set(found) == wanted
        and all(
            isinstance(said, dict)
            and set(said) == set(KINDS)
            and all(isinstance(names, list) for names in said.values())
            for said in found.values()
        )
    )
    return found if right else None
