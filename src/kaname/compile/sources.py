"""Digest of the model's sources, and data that the compile room reads from the package beside figures and law."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np

from kaname.core.hashing import file_digest, files_digest
from kaname.core.shipped import shipped_json

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("core", "words", "evidence", "law", "scenario", "model", "compile", "study", "data/law", "data/crisis")
SURROGATE = ROOT / "data" / "surrogate.json"


@lru_cache(maxsize=1)
def model_digest() -> dict[str, str]:
    """Return SHA-256 of the sources and tables that the rows depend on, by room."""
    digests = {}
    for room in ROOMS:
        files = sorted(p for p in (ROOT / room).rglob("*") if p.suffix in (".py", ".json", ".yaml"))
        digests[room] = files_digest(ROOT, files)
    digests["surrogate"] = file_digest(SURROGATE)
    return digests


def surrogate_of() -> np.ndarray:
    """Return the coefficients of the fitted value of fighting, float64[output, feature] (see model.world.surrogate)."""
    return np.array(shipped_json(SURROGATE, "coefficients")["coefficients"], dtype=np.float64)
