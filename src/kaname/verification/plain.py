"""Files of a run as plain bytes and plain JSON, read for a check: digests, no key twice, the canonical text of a value.

Reads: the files named. Writes: nothing. Errors: ValueError or OSError, for the caller to tell.
Source: docs/reference/dataset.md; RFC 8259; FIPS 180-4.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path, PurePosixPath
from typing import Any

KEY_DIGITS = 12
SEAL_ENTRY = b'"sha256": "'


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def data_of(text: bytes) -> Any:
    """Return what JSON text holds; ValueError for what is no JSON, NaN, or a key that stands twice."""
    return json.loads(text.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)


def key_of(inputs: Any) -> str:
    """Return the key that inputs have: the first digits of the SHA-256 of their canonical JSON."""
    text = json.dumps(inputs, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:KEY_DIGITS]


def seal_fits(text: bytes) -> bool:
    """Return whether the last entry of a manifest's text is the SHA-256 of all bytes before it."""
    place = text.rfind(SEAL_ENTRY)
    if place < 0:
        return False
    rest = text[place + len(SEAL_ENTRY) :]
    return rest == hashlib.sha256(text[:place]).hexdigest().encode("ascii") + b'"\n}\n'


def lies_inside(name: Any) -> bool:
    """Return whether a name is a relative path with forward slashes that stays in its folder."""
    if not isinstance(name, str) or not name or "\\" in name:
        return False
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    once = dict(pairs)
    if len(once) != len(pairs):
        raise ValueError("a key stands twice")
    return once


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no number of JSON")


def numbers_of(column: Any) -> Any:
    """Return the numbers of a stored column as an array; by its memory, which needs no other library."""
    import numpy as np

    parts = [np.from_dlpack(chunk) for chunk in column.chunks]
    return np.concatenate(parts) if parts else np.zeros(0)
