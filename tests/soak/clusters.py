"""A Dask cluster of this machine in processes of its own, each of which may be killed and put back.

The scheduler listens on loopback; a worker has one thread and no guard that starts it again.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field

SCHEDULER, WORKER = "distributed.cli.dask_scheduler", "distributed.cli.dask_worker"
STARTS = 60.0
LOOKS = 0.05


@dataclass
class Cluster:
    """A scheduler and its workers; address: HOST:PORT, as `--engine dask://` takes it."""

    workers: int
    port: int = 0
    scheduler: subprocess.Popen[bytes] | None = None
    hands: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Return HOST:PORT of the scheduler."""
        return f"127.0.0.1:{self.port}"

    def __enter__(self) -> Cluster:
        self.mend()
        return self

    def __exit__(self, *_: object) -> None:
        for process in [*self.hands, *([self.scheduler] if self.scheduler else [])]:
            kill(process)

    def mend(self) -> None:
        """Start what does not run: the scheduler, with workers of its own, or the workers that are missing."""
        if self.scheduler is None or self.scheduler.poll() is not None:
            for process in self.hands:
                kill(process)
            self.hands, self.port = [], free_port()
            self.scheduler = _start(SCHEDULER, "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")
            self._wait_for_port()
        self.hands = [process for process in self.hands if process.poll() is None]
        while len(self.hands) < self.workers:
            self.hands.append(_start(WORKER, f"tcp://{self.address}", "--nthreads", "1", "--no-nanny",
                                     "--no-dashboard", "--host", "127.0.0.1"))  # fmt: skip

    def kill_worker(self, number: int) -> None:
        """Kill one worker."""
        kill(self.hands[number % len(self.hands)])

    def kill_scheduler(self) -> None:
        """Kill the scheduler."""
        assert self.scheduler is not None
        kill(self.scheduler)

    def _wait_for_port(self) -> None:
        late = time.monotonic() + STARTS
        while time.monotonic() < late:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(LOOKS)
        raise TimeoutError(f"no scheduler at {self.address} after {STARTS:.0f} s")


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process (SIGKILL) and wait for its end."""
    if process.poll() is None:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()


def _start(module: str, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", module, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
