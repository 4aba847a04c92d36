"""Runs of the same inputs, each with some of the parts, brought together in one folder.

Idea: tasks of a cluster, or machines that share nothing, each make a share of the parts of one run; what they listed
is copied, each file compared with its digest, and listed again by one manifest. Runs are one run only when their keys
are one: where they differ the difference is named and nothing is written. A part of two runs must be the same in both.
Reads: the folders of the runs. Writes: the new folder. Errors: InputError.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError
from kaname.store.durable import write_bytes
from kaname.store.manifest import Chunk, Manifest, read_manifest, sound
from kaname.store.owner import NAME as LOCK
from kaname.store.owner import owned
from kaname.study.resume import difference


@dataclass(frozen=True)
class Merged:
    """manifest: of the new folder; damaged: parts that were listed and not as listed, and so not taken."""

    manifest: Manifest
    damaged: tuple[str, ...]


def merged(folders: Sequence[Path], out: Path) -> Merged:
    """Bring the runs in `folders` together in `out`, a new or empty folder."""
    runs = [read_manifest(folder) for folder in folders]
    if not runs:
        raise InputError("no run is named", path="DIR", hint="Name the folders of the parts.")
    for run in runs:
        run.require_key()
        _require_one(runs[0], run)
    with owned(out):
        if any(item.name != LOCK for item in out.iterdir()):
            raise InputError("the folder is not empty", file=str(out), path="--out", hint="Name a new folder.")
        first = runs[0]
        made = Manifest(out, first.inputs, first.columns, first.command_into(out), first.chunk, [], first.described,
                        first.files)  # fmt: skip
        made.levelled = _levelled(runs)
        taken = _chosen(runs)
        damaged = [chunk.span.file for run, chunk in taken if not _copied(run, chunk, made)]
        made.write()
    return Merged(made, tuple(damaged))


def _require_one(first: Manifest, other: Manifest) -> None:
    """Raise InputError where two runs are not of the same inputs and the same size of parts."""
    differing = difference(first.inputs, other.inputs)
    if first.chunk != other.chunk:
        differing.append(f"chunk was {first.chunk}, is {other.chunk}")
    if first.format != other.format:
        differing.append(f"format was {first.format}, is {other.format}")
    if differing:
        raise InputError(
            f"is another run than the one in {first.folder}: {'; '.join(differing)}", file=str(other.folder),
            hint="Only parts of one run are merged: the same scenario, bargains, futures, seed, options and version.",
        )  # fmt: skip


def _levelled(runs: Sequence[Manifest]) -> dict[str, Any] | None:
    chosen = [run for run in runs if run.levelled is not None]
    for run in chosen[1:]:
        if run.levelled != chosen[0].levelled:
            raise InputError(f"has other levels of equal cost than {chosen[0].folder}", file=str(run.folder),
                             hint="Leave one of the two out.")  # fmt: skip
    return chosen[0].levelled if chosen else None


def _chosen(runs: Sequence[Manifest]) -> list[tuple[Manifest, Chunk]]:
    """Return every part once, from a run in which its files are as listed if there is one; InputError where two
    differ.
    """
    found: dict[str, tuple[Manifest, Chunk]] = {}
    for run in runs:
        for name, chunk in run.chunks.items():
            if name not in found:
                found[name] = run, chunk
                continue
            mine, other = found[name]
            if other.digests != chunk.digests:
                raise InputError(f"{name} is not the same here and in {mine.folder}", file=str(run.folder),
                                 hint="Two machines may not agree to the bit: leave one of the two out.")  # fmt: skip
            if not _whole(mine, other):
                found[name] = run, chunk
    return list(found.values())


def _whole(run: Manifest, chunk: Chunk) -> bool:
    return all(sound(run.folder / name, chunk.digests[kind]) for kind, name in chunk.files.items())


def _copied(run: Manifest, chunk: Chunk, into: Manifest) -> bool:
    if not _whole(run, chunk):
        return False
    for name in chunk.files.values():
        write_bytes(into.folder / name, (run.folder / name).read_bytes())
    maker = run.makers[chunk.made_by]
    if maker not in into.makers:
        into.makers.append(maker)
    into.add(Chunk(chunk.span, chunk.files, chunk.digests, into.makers.index(maker)))
    return True
