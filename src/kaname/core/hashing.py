"""Digests: the same content gives the same SHA-256 on every machine.

Idea: what a result depends on is named by its digest. A file is hashed as its bytes (line ends are kept equal by
.gitattributes); a value is hashed as canonical JSON (sorted keys, no spaces, shortest float text, no NaN); a set of
files is hashed as the sorted list of (relative path with forward slashes, digest of the bytes).

Source: FIPS 180-4 (SHA-256); the canonical form is close to RFC 8785.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

BLOCK_BYTES = 1 << 20


def bytes_digest(content: bytes) -> str:
    """Return SHA-256 of bytes as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def file_digest(path: Path | str) -> str:
    """Return SHA-256 of one file's bytes, read block by block."""
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        while block := stream.read(BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


def canonical_json(value: object) -> bytes:
    """Return the one JSON text of a value; ValueError for NaN and infinities, TypeError for what JSON cannot hold."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8")


def json_digest(value: object) -> str:
    """Return SHA-256 of a value's canonical JSON."""
    return bytes_digest(canonical_json(value))


def file_digests(root: Path | str, files: Iterable[Path | str]) -> dict[str, str]:
    """Relative path with forward slashes -> SHA-256, sorted by path; files must lie under root."""
    base = Path(root)
    relative = {Path(file).relative_to(base).as_posix(): Path(file) for file in files}
    return {name: file_digest(relative[name]) for name in sorted(relative)}


def set_digest(digests: Mapping[str, str]) -> str:
    """Return one digest for a set of named digests; the order of the mapping does not matter, names and contents do."""
    return json_digest(sorted(digests.items()))


def files_digest(root: Path | str, files: Iterable[Path | str]) -> str:
    """Return one digest for a set of files under root."""
    return set_digest(file_digests(root, files))
