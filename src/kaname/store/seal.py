"""The seal of a manifest: its last entry is the SHA-256 of every byte before that entry.

Idea: parts, summary and description are known by digests that the manifest lists, so the manifest alone could change
without a word: a flipped bit in a unit, a maker or the command. With the seal no byte of it can.
Reads, writes: nothing. Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from kaname.core.hashing import bytes_digest

ENTRY = '"sha256": "'


def sealed(lines: Iterable[str]) -> str:
    """Return the text of a manifest made of entries, one in a line, with its seal as the last of them."""
    body = "{\n" + "".join(f"{line},\n" for line in lines)
    return f'{body}{ENTRY}{bytes_digest(body.encode("utf-8"))}"\n}}\n'


def seal_holds(text: str) -> bool:
    """Return whether a text ends in a seal and the seal is that of what stands before it."""
    body, entry, rest = text.rpartition(ENTRY)
    return bool(entry) and rest == f'{bytes_digest(body.encode("utf-8"))}"\n}}\n'
