"""The manifest: what was run, on what, with which digests; what it does not list does not exist.

It is rewritten whole (aside, then renamed) as chunks are finished, at most every two seconds and at the end.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError
from kaname.core.hashing import file_digest, json_digest
from kaname.study.store import Span, write_json

FORMAT = 1
NAME = "manifest.json"
KEY_LENGTH = 12
PACKAGES = ("kaname", "numpy", "numba", "llvmlite", "scipy", "pyarrow")


@dataclass
class Manifest:
    """The content of manifest.json; `chunks` by the file of their rows, those of arms with the arm's name."""

    folder: Path
    inputs: dict[str, Any]
    columns: dict[str, str]
    command: str
    described: dict[str, Any] = field(default_factory=dict)
    chunks: dict[str, dict[str, Any]] = field(default_factory=dict)
    complete: bool = False
    levelled: dict[str, Any] | None = None

    @property
    def key(self) -> str:
        return json_digest(self.inputs)[:KEY_LENGTH]

    def write(self) -> None:
        """Write the whole manifest."""
        places = {bargain: place for place, bargain in enumerate(self.inputs["bargains"])}
        ordered = sorted(
            self.chunks.values(),
            key=lambda c: (c.get("arm", ""), places.get(c["bargain"], len(places)), c["bargain"], c["first"]),
        )
        beside = {"checks": [c for c in ordered if c.get("arm")]} if any(c.get("arm") for c in ordered) else {}
        levelled = {"levelled": self.levelled} if self.levelled else {}
        write_json(
            self.folder / NAME,
            {
                "format": FORMAT, "key": self.key, "command": self.command, "inputs": self.inputs,
                "versions": versions(),
                "machine": machine(), "columns": self.columns, "complete": self.complete,
                "chunks": [c for c in ordered if not c.get("arm")], **beside, **levelled, **self.described,
            },
        )  # fmt: skip

    def has(self, span: Span) -> bool:
        return span.file in self.chunks

    def add(self, span: Span, entry: Mapping[str, Any]) -> None:
        arm = {"arm": span.arm} if span.arm else {}
        self.chunks[span.file] = {**arm, "bargain": span.bargain, "first": span.first, "last": span.last, **entry}

    def files(self, bargain: str, kind: str = "file", arm: str = "") -> list[Path]:
        """Chunk files of a bargain in the order of the futures, in the run itself or in an arm."""
        of_arm = (c for c in self.chunks.values() if c.get("arm", "") == arm)
        mine = sorted((c for c in of_arm if c["bargain"] == bargain), key=lambda c: c["first"])
        return [self.folder / c[kind] for c in mine if c.get(kind)]


def open_manifest(
    folder: Path, inputs: dict[str, Any], columns: dict[str, str], command: str, described: dict[str, Any]
) -> Manifest:
    """A new manifest, or the one that lies in the folder if its inputs are the same; InputError says which differs."""
    path = folder / NAME
    fresh = Manifest(folder, inputs, columns, command, described)
    if not path.exists():
        if folder.exists() and any(folder.iterdir()):
            raise InputError(
                "the folder is not empty and holds no run", file=str(folder), path="--out",
                hint="Name a new folder, or empty this one.",
            )  # fmt: skip
        return fresh
    found = read_manifest(folder)
    differing = difference(found["inputs"], inputs)
    if differing:
        raise InputError(
            f"the folder holds a run with other inputs: {'; '.join(differing)}", file=str(path), path="--out",
            hint="Name another folder, or repeat the first run's inputs.",
        )  # fmt: skip
    fresh.chunks = {c["file"]: c for c in all_chunks(found) if sound(folder, c)}
    fresh.levelled = found.get("levelled")
    return fresh


def all_chunks(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The chunks of a manifest, those of the arms after those of the run itself."""
    return [*found["chunks"], *found.get("checks", [])]


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a finished or unfinished run; InputError when there is none or it cannot be read."""
    path = folder / NAME
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT or not isinstance(data["chunks"], list):
            raise ValueError("not a manifest of this format")
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError("no readable manifest of a run", file=str(path), hint="Name the folder of a run.") from None
    return dict(data)


def sound(folder: Path, chunk: Mapping[str, Any]) -> bool:
    """Whether a listed chunk's files are there with the listed digests."""
    pairs = [(chunk["file"], chunk["sha256"]), (chunk.get("yearly"), chunk.get("yearly_sha256"))]
    return all(
        (folder / name).is_file() and file_digest(folder / name) == digest for name, digest in pairs if name is not None
    )


def difference(old: Mapping[str, Any], new: Mapping[str, Any], path: str = "") -> list[str]:
    """The inputs that differ, in words: `seed was 1, is 2`."""
    lines: list[str] = []
    for name in sorted(set(old) | set(new)):
        left, right = old.get(name), new.get(name)
        if isinstance(left, dict) and isinstance(right, dict):
            lines += difference(left, right, f"{path}{name}.")
        elif left != right:
            lines.append(f"{path}{name} was {_short(left)}, is {_short(right)}")
    return lines


def _short(value: Any) -> str:
    text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 60 else text[:12] + "..."


def versions() -> dict[str, str]:
    """Versions of the packages that the numbers depend on."""
    return {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}


def machine() -> dict[str, Any]:
    """System, processor and cores: the fingerprint under which bits are promised to agree."""
    from llvmlite import binding

    return {
        "system": platform.system(), "machine": platform.machine(), "cpu": binding.get_host_cpu_name(),
        "cores": os.cpu_count(),
    }  # fmt: skip
