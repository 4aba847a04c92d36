"""Engines that run the chunks: threads of this process, or workers of a Dask scheduler; the chunks and bytes are the
same.

    local              threads over kernels that release the lock
    dask               worker processes of this machine, started for the run
    dask://HOST:PORT   the workers of a scheduler that is there; TLS as Dask is configured (tls://)

Idea: a scheduler may run a task twice, in any order, and forget it. So a worker gets an order that says all (inputs,
files of the user, span) and returns bytes; this process alone writes, and the manifest alone says what is done. The
code of a worker lies in the package, never pickled by value, so that it finds the compiled cache.
Reads: Compiled. Writes: chunk files. Errors: InputError for an engine that is not known or not there.
"""

from __future__ import annotations

import logging
import re
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any, Protocol

from kaname.core.errors import InputError, unknown_name
from kaname.store.manifest import Chunk, Maker, Manifest
from kaname.store.spans import Span
from kaname.study.chunk import keep_chunk, run_chunk
from kaname.study.design import Design
from kaname.study.draws import Draws
from kaname.study.maker import this_maker
from kaname.study.robustness import Job
from kaname.study.terms import LOCAL

DASK = "dask"
ADDRESS = re.compile(r"dask://([A-Za-z0-9_.:\[\]-]+:\d+)")
RETRIES = 3
CONNECT_SECONDS = 30


class Engine(Protocol):
    """hands: how many chunks are worked on at once."""

    hands: int

    def submit(self, job: Job) -> Future[Any]: ...

    def kept(self, span: Span, job: Future[Any]) -> tuple[Chunk, Maker]: ...

    def stop(self) -> None: ...


class Threads:
    """Threads of this process; each writes the chunk that it has run."""

    def __init__(self, manifest: Manifest, design: Design, workers: int) -> None:
        self.hands, self._folder, self._design = workers, manifest.folder, design
        self._stop, self._draws, self._pool = threading.Event(), Draws(workers), ThreadPoolExecutor(workers)
        self._maker = this_maker()

    def submit(self, job: Job) -> Future[Any]:
        """Hand out a job."""
        return self._pool.submit(
            run_chunk, job.compiled, self._design, job.span, self._folder, self._stop, self._draws
        )  # fmt: skip

    def kept(self, span: Span, job: Future[Any]) -> tuple[Chunk, Maker]:
        """Return the chunk of a finished job and who made it; raises what the job raised."""
        return job.result(), self._maker

    def stop(self) -> None:
        """Ask the workers to leave what they have in hand."""
        self._stop.set()

    def __enter__(self) -> Threads:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()


class DaskWorkers:
    """Workers of a Dask scheduler; what they return is written here."""

    def __init__(self, manifest: Manifest, design: Design, workers: int, address: str) -> None:
        from kaname.study.orders import orders_of

        distributed = _distributed()
        # A lost scheduler is told of by `kept`, in one sentence.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self._killed, self._where = distributed.KilledWorker, f"at {address}" if address else "of this run"
        self._manifest, self._order = manifest, orders_of(manifest, design)
        self._cluster: Any = None
        if not address:
            self._cluster = distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
            )
        try:
            self._client = distributed.Client(self._cluster or f"tcp://{address}", timeout=CONNECT_SECONDS)
        except OSError as trouble:
            raise InputError(
                f"no Dask scheduler answers at {address}", path="--engine",
                hint="Start one there, or name dask for workers of this machine.",
            ) from trouble  # fmt: skip
        self.hands = max(1, sum(self._client.nthreads().values()))
        self._pool = self._client.get_executor(pure=False, retries=RETRIES)

    def submit(self, job: Job) -> Future[Any]:
        """Hand out a job as an order that says all."""
        from kaname.study.orders import carried_out

        levelled = self._manifest.levelled if job.span.arm else None
        return self._pool.submit(carried_out, {**self._order, "span": job.span, "levelled": levelled})

    def kept(self, span: Span, job: Future[Any]) -> tuple[Chunk, Maker]:
        """Write what a worker made; return the chunk and who made it.

        Raises what the job raised; InputError where the scheduler, or one worker after another, was lost.
        """
        try:
            made, maker = job.result()
        except (CancelledError, OSError, self._killed) as trouble:
            lost = "lost its workers one after another" if isinstance(trouble, self._killed) else "was lost"
            raise InputError(
                f"the Dask scheduler {self._where} {lost}; the parts that had come back are kept", path="--engine",
                hint="Give the same command again when it is back, or with --engine local: it goes on from there.",
            ) from trouble  # fmt: skip
        return keep_chunk(self._manifest.folder, span, made), maker

    def stop(self) -> None:
        """Take back what is not begun."""
        self._client.cancel(list(self._client.futures), force=True)

    def __enter__(self) -> DaskWorkers:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def check_engine(name: str) -> None:
    """Raise InputError for an engine that is not known, or whose library is not installed."""
    if name in (LOCAL, DASK) or ADDRESS.fullmatch(name):
        if name != LOCAL:
            _distributed()
        return
    raise unknown_name("an engine", name, (LOCAL, DASK, "dask://HOST:PORT", "slurm-array"), path="--engine")


def engine_of(name: str, manifest: Manifest, design: Design, workers: int) -> AbstractContextManager[Engine]:
    """Return the engine of a name."""
    check_engine(name)
    if name == LOCAL:
        return Threads(manifest, design, workers)
    match = ADDRESS.fullmatch(name)
    return DaskWorkers(manifest, design, workers, match[1] if match else "")


def _distributed() -> Any:
    try:
        import distributed
    except ImportError:
        raise InputError("this needs dask[distributed], which is not installed", path="--engine",
                         hint='pip install "kaname[cluster]".') from None  # fmt: skip
    return distributed
