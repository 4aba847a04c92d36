"""The causal map: which mechanism writes what which other mechanism reads, from the declarations in the manifest.

Idea: an arrow from a to b stands for at least one field of the world that a writes and b reads. Mechanisms that were
switched off have no arrows. Order: that of the manifest, which is the order of the day; an arrow backwards acts in
the next quarter. Reads: manifest `model.mechanisms`. Writes: nothing. Source: the declarations, which tests hold to
the code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Arrow:
    """Fields that `writer` writes and `reader` reads."""

    writer: str
    reader: str
    fields: tuple[str, ...]


def active(mechanisms: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Mechanisms that ran."""
    return [mechanism for mechanism in mechanisms if mechanism.get("active", True)]


def writers(mechanisms: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Field -> names of the active mechanisms that write it."""
    return _by_field(mechanisms, "writes")


def readers(mechanisms: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Field -> names of the active mechanisms that read it."""
    return _by_field(mechanisms, "reads")


def arrows(mechanisms: Sequence[Mapping[str, Any]]) -> list[Arrow]:
    """Return all arrows between two different active mechanisms, in the order of writers, then readers."""
    ran = active(mechanisms)
    found = []
    for writer in ran:
        for reader in ran:
            shared = tuple(field for field in writer.get("writes", ()) if field in reader.get("reads", ()))
            if shared and writer is not reader:
                found.append(Arrow(writer["name"], reader["name"], shared))
    return found


def _by_field(mechanisms: Sequence[Mapping[str, Any]], side: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for one in active(mechanisms):
        for field in one.get(side, ()):
            found.setdefault(field, []).append(one["name"])
    return {field: tuple(names) for field, names in found.items()}
