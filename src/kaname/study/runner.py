"""The study runner, as a table of contents: open the folder, run what is missing, summarise, say where it is.

What is run beside (study.robustness) follows the run itself. Chunks are independent; workers are threads over kernels
that release the lock. An interruption finishes the chunks in hand, writes the manifest and leaves; the same command
goes on where it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from kaname.compile.compiled import Compiled
from kaname.compile.described import described
from kaname.core.hashing import file_digest
from kaname.core.whole_files import sweep_parts
from kaname.store.manifest import FORMAT, SUMMARY, Chunk, Maker, Manifest, read_manifest, sound
from kaname.store.owner import owned
from kaname.store.remote import remote_run
from kaname.store.spans import Span
from kaname.store.tables import read_json, write_json
from kaname.study.checks import checks_of, varied
from kaname.study.design import Design
from kaname.study.engines import LOCAL, Engine, engine_of
from kaname.study.equal_cost import discount_rate
from kaname.study.resume import require_same, resumed
from kaname.study.robustness import Job, arm_of, robustness, robustness_jobs, robustness_spans
from kaname.study.summary import summarise
from kaname.study.terms import Terms
from kaname.words.checks import EQUAL_COST

MANIFEST_SECONDS = 2.0
POLL_SECONDS = 0.2
Progress = Callable[[int, int], None]
Explain = Callable[[Path], dict[str, Any]]


@dataclass(frozen=True)
class Run:
    """A finished run: its folder, manifest and summary."""

    folder: Path
    manifest: Manifest
    summary: dict[str, Any]


def run(
    design: Design, compiled: Compiled, folder: Path, command: str, workers: int = 1, progress: Progress | None = None,
    files: Mapping[str, str] | None = None, explain: Explain | None = None, terms: Terms = Terms(),
) -> Run:  # fmt: skip
    """Run a design into a folder, or go on with it; waits where another process runs the same into it.

    folder: or a place in an object store (store.remote); terms: by whom it is run, and which share of it; the rows do
    not depend on them. files: the user's own files behind it, name -> text; explain: gives the summary to keep, from
    the folder with the plain one. Errors: InputError where the folder holds another run, or another is being run into
    it; OSError.
    """
    remote = remote_run(folder)
    folder = remote.folder if remote else folder
    asked, design = design.chunk, design.in_parts(workers)
    fresh = Manifest(
        folder, compiled.inputs(design.as_data()), compiled.units, command, design.chunk, [], described(compiled),
        dict(files or {}), fork=terms.fork,
    )  # fmt: skip
    for check in checks_of(design):
        varied(check, compiled, design)
    with owned(folder, lambda: _refuse_another(fresh, asked)):
        if remote:
            remote.go_on(fresh)
        manifest = resumed(fresh, asked)
        sweep_parts(folder)
        return _run(replace(design, chunk=manifest.chunk), compiled, manifest, workers, progress, explain, terms)


def _refuse_another(fresh: Manifest, asked: int) -> None:
    """Raise InputError where the process that holds the folder runs something else into it."""
    if fresh.path.exists():
        require_same(read_manifest(fresh.folder), fresh, asked)


def _run(
    design: Design, compiled: Compiled, manifest: Manifest, workers: int, progress: Progress | None,
    explain: Explain | None, terms: Terms,
) -> Run:  # fmt: skip
    if terms.task is not None:
        return _run_share(design, compiled, manifest, workers, progress, terms)
    spans = design.spans()
    missing = [Job(span, compiled) for span in spans if not manifest.has(span)]
    total = len(spans) + len(robustness_spans(compiled, design))
    summary = manifest.folder / SUMMARY
    if len(manifest.chunks) == total and manifest.summary and sound(summary, manifest.summary):
        return Run(manifest.folder, manifest, read_json(summary))
    manifest.summary = ""
    manifest.write()
    hands = Hands(manifest, design, workers, progress, total, terms.engine)
    hands.run(missing)
    hands.run(robustness_jobs(compiled, design, manifest, workers))
    manifest.write()
    told = {**_summary(compiled, manifest, design), **robustness(compiled, design, manifest)}
    write_json(summary, told)
    if explain is not None:
        told = explain(manifest.folder)
        write_json(summary, told)
    manifest.summary, manifest.complete = file_digest(summary), True
    manifest.write()
    return Run(manifest.folder, manifest, told)


def _run_share(
    design: Design, compiled: Compiled, manifest: Manifest, workers: int, progress: Progress | None, terms: Terms
) -> Run:
    """Return the parts of one task alone: no summary, and nothing that only the whole can give."""
    assert terms.task is not None
    mine = terms.task.share(design.spans(), len(design.bargains))
    arms = [span for span in robustness_spans(compiled, design) if span.arm != EQUAL_COST]
    mine += terms.task.share(arms, len(design.bargains))
    manifest.write()
    comparisons = {arm: arm_of(compiled, design, arm) for arm in {span.arm for span in mine}}
    missing = [Job(span, comparisons[span.arm]) for span in mine if not manifest.has(span)]
    hands = Hands(manifest, design, workers, progress, len(mine), terms.engine)
    hands.run(missing)
    manifest.write()
    return Run(manifest.folder, manifest, {})


@dataclass
class Hands:
    """Workers over the chunks of a run: what they finish goes into the manifest, with the one who made it."""

    manifest: Manifest
    design: Design
    workers: int
    progress: Progress | None
    total: int
    engine: str = LOCAL

    def run(self, jobs: Iterable[Job]) -> None:
        """Run all jobs; an interruption keeps what is finished."""
        queue = iter(jobs)
        first = next(queue, None)
        if first is None:
            return
        queue = chain([first], queue)
        written = time.monotonic()
        with engine_of(self.engine, self.manifest, self.design, self.workers) as engine:
            running: dict[Future[Any], Span] = {}
            try:
                while self._refill(running, queue, engine):
                    done, _ = wait(running, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
                    for future in done:
                        self._add(*engine.kept(running.pop(future), future))
                    if self.progress is not None and done:
                        self.progress(len(self.manifest.chunks), self.total)
                    if time.monotonic() - written > MANIFEST_SECONDS:
                        self.manifest.write()
                        written = time.monotonic()
            except BaseException:
                engine.stop()
                self._keep_finished(running, engine)
                raise

    def _refill(self, running: dict[Future[Any], Span], queue: Iterator[Job], engine: Engine) -> bool:
        """Hand out jobs, one more than there are workers so that none waits; whether any is running."""
        while len(running) <= engine.hands:
            job = next(queue, None)
            if job is None:
                break
            running[engine.submit(job)] = job.span
        return bool(running)

    def _keep_finished(self, running: Mapping[Future[Any], Span], engine: Engine) -> None:
        wait(running)
        for future, span in running.items():
            if not future.cancelled() and future.exception() is None:
                self._add(*engine.kept(span, future))
        self.manifest.write()

    def _add(self, chunk: Chunk, maker: Maker) -> None:
        """List a chunk with its maker, who is listed when the first of its parts is."""
        makers = self.manifest.makers
        if maker not in makers:
            makers.append(maker)
        self.manifest.add(replace(chunk, made_by=makers.index(maker)))


def _summary(compiled: Compiled, manifest: Manifest, design: Design) -> dict[str, Any]:
    head = {
        "format": FORMAT, "scenario": compiled.scenario.id, "title": compiled.title,
        "question": compiled.scenario.question, "seed": design.seed, "futures": design.futures,
        "quarters": compiled.quarters, "start": compiled.scenario.start.year, "reference": design.bargains[0],
        "preset": design.preset, "discount_rate": discount_rate(compiled), "names": compiled.names,
        "outcomes": compiled.outcome_data,
    }  # fmt: skip
    files = {bargain: manifest.paths(bargain) for bargain in design.bargains}
    return summarise(files, compiled.counted_columns, design.bargains[0], head)
