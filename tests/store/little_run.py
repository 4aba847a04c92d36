"""A run of a few small files, written as the runner writes one: chunks, now and then a manifest, a summary."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from kaname.core.hashing import bytes_digest
from kaname.store.durable import write_bytes
from kaname.store.manifest import Chunk, Maker, Manifest
from kaname.store.spans import Span
from kaname.study.resume import resumed

CHUNKS = 5
INPUTS = {"scenario": "s", "bargains": ["a"], "futures": CHUNKS, "seed": 1, "years": 1, "sha256": {"model": "m"}}
SUMMARY = b'{"mean": 1}\n'


def fresh(folder: Path) -> Manifest:
    """The manifest of the run before anything is done."""
    return Manifest(folder, dict(INPUTS), {"x": "days"}, "kaname compare s", 1, [], {"model": {}})


def content(span: Span, kind: str) -> bytes:
    """What a file holds: a function of the span alone."""
    return random.Random(f"{span.file} {kind}").randbytes(40)


def write(manifest: Manifest, committed: Callable[[set[str]], None] = lambda names: None) -> None:
    """Write what is missing; `committed` is called with the listed chunks each time a manifest was written."""
    maker = Maker({"numpy": "2"}, {"cpu": "generic"})
    manifest.makers = [maker]
    manifest.write()
    for first in range(CHUNKS):
        span = Span("a", first, first)
        if manifest.has(span):
            continue
        files = {"file": span.file, "sampled": span.sampled}
        for kind, name in files.items():
            write_bytes(manifest.folder / name, content(span, kind))
        manifest.add(Chunk(span, files, {kind: bytes_digest(content(span, kind)) for kind in files}))
        if first % 2:
            manifest.write()
            committed(set(manifest.chunks))
    manifest.write()
    write_bytes(manifest.folder / "summary.json", SUMMARY, lasting=True)
    manifest.summary, manifest.complete = bytes_digest(SUMMARY), True
    manifest.write()
    committed(set(manifest.chunks))


def go_on(folder: Path) -> Manifest:
    """Go on with the run in a folder as the same command does; the manifest that it began with."""
    manifest = resumed(fresh(folder))
    found = Manifest(**{**vars(manifest), "chunks": dict(manifest.chunks), "_new": []})
    write(manifest)
    return found


def everything(folder: Path) -> dict[str, bytes]:
    """Every file that has a name of its own, with its bytes."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
