"""The study runner, as a table of contents: open the folder, run what is missing, summarise, say where it is.

What is run beside (study.robustness) follows the run itself. Chunks are independent; workers are threads over kernels
that release the lock. An interruption finishes the chunks in hand, writes the manifest and leaves; the same command
goes on where it was.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.compile.compiled import Compiled
from kaname.compile.described import described
from kaname.study.checks import checks_of, varied
from kaname.study.chunk import run_chunk
from kaname.study.design import Design
from kaname.study.equal_cost import discount_rate
from kaname.study.manifest import Manifest, open_manifest
from kaname.study.robustness import Job, robustness, robustness_jobs, robustness_spans
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
    total = len(design.spans()) + len(robustness_spans(compiled, design))
    missing = [Job(span, compiled) for span in design.spans() if not manifest.has(span)]
    for check in checks_of(design):
        varied(check, compiled, design)
    folder.mkdir(parents=True, exist_ok=True)
    manifest.write()
    _run_jobs(missing, manifest, design, workers, progress, total)
    _run_jobs(robustness_jobs(compiled, design, manifest, workers), manifest, design, workers, progress, total)
    manifest.complete = True
    manifest.write()
    summary = {**_summary(compiled, manifest, design), **robustness(compiled, design, manifest)}
    write_json(folder / "summary.json", summary)
    return Run(folder, manifest, summary)


def _run_jobs(
    jobs: Iterable[Job], manifest: Manifest, design: Design, workers: int, progress: Progress | None, total: int
) -> None:
    stop = threading.Event()
    written = time.monotonic()
    queue = iter(jobs)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        running: dict[Future[dict[str, Any]], Span] = {}
        try:
            while _refill(running, queue, pool, manifest.folder, design, workers, stop):
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


def _refill(running, queue, pool, folder, design, workers, stop) -> bool:  # type: ignore[no-untyped-def]
    while len(running) < workers:
        job = next(queue, None)
        if job is None:
            break
        running[pool.submit(run_chunk, job.compiled, design, job.span, folder, stop)] = job.span
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
        "preset": design.preset, "discount_rate": discount_rate(compiled), "names": compiled.names,
        "outcomes": compiled.outcome_data,
    }  # fmt: skip
    files = {bargain: manifest.files(bargain) for bargain in design.bargains}
    return summarise(files, compiled.counted_columns, design.bargains[0], head)
