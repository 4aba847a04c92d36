"""The study runner, as a table of contents: open the folder, run what is missing, summarise, say where it is.

Chunks are independent; workers are threads over kernels that release the lock. An interruption finishes the chunks in
hand, writes the manifest and leaves; the same command goes on where it was.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.compile.compiled import Compiled
from kaname.compile.described import described
from kaname.study.chunk import run_chunk
from kaname.study.design import Design
from kaname.study.manifest import Manifest, open_manifest
from kaname.study.store import Span, write_json
from kaname.study.summary import summarise

MANIFEST_SECONDS = 2.0
POLL_SECONDS = 0.2
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Run:
    """A finished run: its folder, manifest and summary."""

    folder: Path
    manifest: Manifest
    summary: dict[str, Any]


def run(
    design: Design, compiled: Compiled, folder: Path, command: str, workers: int = 1, progress: Progress | None = None
) -> Run:
    """Run a design into a folder. Errors: InputError where the folder holds another run; OSError from the disk."""
    manifest = open_manifest(folder, compiled.inputs(design.as_data()), compiled.units, command, described(compiled))
    missing = [span for span in design.spans() if not manifest.has(span)]
    folder.mkdir(parents=True, exist_ok=True)
    manifest.write()
    _run_spans(missing, compiled, manifest, design, workers, progress)
    manifest.complete = True
    manifest.write()
    summary = _summary(compiled, manifest, design)
    write_json(folder / "summary.json", summary)
    return Run(folder, manifest, summary)


def _run_spans(
    spans: Sequence[Span],
    compiled: Compiled,
    manifest: Manifest,
    design: Design,
    workers: int,
    progress: Progress | None,
) -> None:
    stop = threading.Event()
    total = len(design.spans())
    written = time.monotonic()
    queue = iter(spans)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        running: dict[Future[dict[str, Any]], Span] = {}
        try:
            while _refill(running, queue, pool, compiled, manifest.folder, design, workers, stop):
                done, _ = wait(running, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
                for future in done:
                    manifest.add(running.pop(future), future.result())
                if progress is not None and done:
                    progress(len(manifest.chunks), total)
                if time.monotonic() - written > MANIFEST_SECONDS:
                    manifest.write()
                    written = time.monotonic()
        except BaseException:
            stop.set()
            _keep_finished(running, manifest)
            raise


def _refill(running, queue, pool, compiled, folder, design, workers, stop) -> bool:  # type: ignore[no-untyped-def]
    while len(running) < workers:
        span = next(queue, None)
        if span is None:
            break
        running[pool.submit(run_chunk, compiled, design, span, folder, stop)] = span
    return bool(running)


def _keep_finished(running: dict[Future[dict[str, Any]], Span], manifest: Manifest) -> None:
    wait(running)
    for future, span in running.items():
        if future.exception() is None:
            manifest.add(span, future.result())
    manifest.write()


def _summary(compiled: Compiled, manifest: Manifest, design: Design) -> dict[str, Any]:
    head = {
        "format": 1, "scenario": compiled.scenario.id, "title": compiled.scenario.title,
        "question": compiled.scenario.question, "seed": design.seed, "futures": design.futures,
        "quarters": compiled.quarters, "start": compiled.scenario.start.year, "reference": design.bargains[0],
        "preset": design.preset, "names": compiled.names, "outcomes": compiled.outcome_data,
    }  # fmt: skip
    files = {bargain: manifest.files(bargain) for bargain in design.bargains}
    return summarise(files, compiled.columns, design.bargains[0], head)
