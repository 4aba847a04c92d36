"""A run begun or continued: the manifest of a folder, new, or the one that lies there if its inputs are the same.

A chunk whose file is not as listed does not exist, and is made again; chunks that are kept keep their maker. The size
of a part is no input, since no row depends on it: a run continues with the size that it was begun with.
Reads: the folder. Writes: nothing. Errors: InputError that names the inputs that differ.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError
from kaname.core.whole_files import PART
from kaname.store.manifest import DESCRIBED, FORMAT, NAME, Manifest, read_manifest, sound
from kaname.store.owner import NAME as LOCK
from kaname.study.commands import found_folder

LABEL = re.compile(r"[A-Za-z0-9_-]{1,40}")


def resumed(fresh: Manifest, chunk: int = 0) -> Manifest:
    """Return the manifest to go on with: `fresh` itself in an empty folder, else with what was done before.

    chunk: the size of a part if one was asked for, which must be the run's own.
    """
    folder = fresh.folder
    if not (folder / NAME).exists():
        if folder.exists() and any(not _begun(item) for item in folder.iterdir()):
            raise InputError(
                "the folder is not empty and holds no run", file=str(folder), path="--out",
                hint="Name a new folder, or empty this one.",
            )  # fmt: skip
        return fresh
    manifest = read_manifest(folder)
    require_same(manifest, fresh, chunk)
    fresh.chunk = manifest.chunk
    fresh.chunks = {file: one for file, one in manifest.chunks.items() if _whole(folder, one.files, one.digests)}
    fresh.makers = manifest.makers
    fresh.levelled = manifest.levelled
    fresh.summary = manifest.summary
    fresh.fork = manifest.fork or fresh.fork
    return fresh


def _begun(item: Path) -> bool:
    """Return whether a process that was killed before its first manifest may have left a file."""
    return item.name in (LOCK, DESCRIBED) or PART.fullmatch(item.name) is not None


def require_same(manifest: Manifest, fresh: Manifest, chunk: int = 0) -> None:
    """Raise InputError where a folder holds a run of another form or with other inputs: it says which."""
    if manifest.format != FORMAT:
        raise InputError(
            f"the folder holds a run of format {manifest.format}, made by an earlier version", file=str(manifest.path),
            path="--out", hint="It can be read and checked; to run again, name a new folder.",
        )  # fmt: skip
    differing = difference(manifest.inputs, fresh.inputs)
    if chunk and chunk != manifest.chunk:
        differing.append(f"chunk was {manifest.chunk}, is {chunk}")
    if differing:
        raise InputError(
            f"the folder holds a run with other inputs: {'; '.join(differing)}", file=str(manifest.path), path="--out",
            hint="Name another folder, repeat the first run's inputs, or start a labelled run beside it: --fork LABEL.",
        )  # fmt: skip


def forked(folder: Path, inputs: Mapping[str, Any], label: str) -> tuple[Path, dict[str, Any]]:
    """Return the folder of a labelled run beside one with other inputs, and what its manifest says of where it comes
    from.

    InputError where the folder holds no run, or one of the same inputs.
    """
    if not LABEL.fullmatch(label):
        raise InputError("a label is a word of letters, digits, _ and -", path="--fork", found=label,
                         hint="For example --fork other_seed.")  # fmt: skip
    manifest = read_manifest(found_folder(folder))
    differing = difference(manifest.inputs, inputs)
    if not differing:
        raise InputError("the folder holds a run of the same inputs", file=str(manifest.path), path="--fork",
                         hint="Leave --fork out to go on with it.")  # fmt: skip
    origin = {"label": label, "of": manifest.key, "folder": str(folder), "differing": differing}
    return folder.with_name(f"{folder.name}.{label}"), origin


def _whole(folder: Path, files: Mapping[str, str], digests: Mapping[str, str]) -> bool:
    return all(sound(folder / name, digests[kind]) for kind, name in files.items())


def difference(old: Mapping[str, Any], new: Mapping[str, Any], path: str = "") -> list[str]:
    """Return the inputs that differ, in words: `seed was 1, is 2`."""
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
