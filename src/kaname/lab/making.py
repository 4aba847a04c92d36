"""Making: full reports that are being made, each in a process of its own: how far it is, stopped, or why it failed.

Idea: a report takes minutes, so it is no answer to a request: it is started, looked at and stopped. One is made at a
time, since each takes all cores; few wait. One that takes longer than LONGEST is stopped.
Reads: what the job prints. Writes: through the job, a run in the folder of runs. Units: seconds. Errors: Crowded where
too many wait; InputError for a name that is not being made.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kaname.core.children import FOLLOWED
from kaname.core.errors import unknown_name
from kaname.lab.setting import Setting
from kaname.lab.work import Crowded

LONGEST = 1800.0
MOST = 4
"""Reports that are made or wait at most."""
WAITING, RUNNING, DONE, FAILED, STOPPED = "waiting", "running", "done", "failed", "stopped"
OPEN = (WAITING, RUNNING)
DIGITS = 10
Words = Sequence[str]


@dataclass
class Job:
    """A report: name of its run, its setting's address, its language, state, parts done and in all, why it failed."""

    name: str
    address: str
    language: str = "en"
    state: str = WAITING
    done: int = 0
    total: int = 0
    why: str = ""
    process: subprocess.Popen[str] | None = field(default=None, repr=False)


class Making:
    """The reports of this laboratory since it was started."""

    def __init__(self, runs: Path, command: Callable[[str, Path, str], Words] | None = None) -> None:
        self._runs, self._command = runs, command or job_command
        self._jobs: dict[str, Job] = {}
        self._lock, self._turn = threading.Lock(), threading.Lock()

    @property
    def jobs(self) -> list[Job]:
        """Return all reports asked for, the newest first."""
        return list(reversed(self._jobs.values()))

    def start(self, setting: Setting, language: str = "en") -> Job:
        """Return the report of a setting in a language, begun where it is not being made already."""
        name = run_name(setting)
        with self._lock:
            if name in self._jobs and self._jobs[name].state in OPEN:
                return self._jobs[name]
            if sum(job.state in OPEN for job in self._jobs.values()) >= MOST:
                raise Crowded("Too many reports are being made. Wait for one, or stop it")
            self._jobs.pop(name, None)
            job = self._jobs[name] = Job(name, setting.query(), language)
        threading.Thread(target=self._make, args=(job,), daemon=True, name=f"kaname-{name}").start()
        return job

    def stop(self, name: str) -> None:
        """Stop a report that is being made; InputError for a name that was never asked for."""
        if name not in self._jobs:
            raise unknown_name("a report that is being made", name, self._jobs, path="run")
        with self._lock:
            job = self._jobs[name]
            if job.state in OPEN:
                job.state = STOPPED
                if job.process is not None:
                    job.process.kill()

    def close(self) -> None:
        """Stop all."""
        for name in list(self._jobs):
            self.stop(name)

    def _make(self, job: Job) -> None:
        with self._turn:
            with self._lock:
                if job.state == STOPPED:
                    return
                job.state, job.process = RUNNING, self._begun(job)
            clock = threading.Timer(LONGEST, self.stop, (job.name,))
            clock.start()
            with job.process:
                last = _followed(job)
            clock.cancel()
            with self._lock:
                if job.state == RUNNING:
                    job.state, job.why = (DONE, "") if job.process.returncode == 0 else (FAILED, job.why or last)

    def _begun(self, job: Job) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *self._command(job.address, self._runs / job.name, job.language)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            env={**os.environ, FOLLOWED: str(os.getpid())},
        )  # fmt: skip


def run_name(setting: Setting) -> str:
    """Return the name of a setting's run: the same for the same setting, whatever is pinned beside it."""
    digest = hashlib.sha256(setting.unpin().query().encode()).hexdigest()[:DIGITS]
    return f"{setting.scenario}-{digest}"


def job_command(address: str, folder: Path, language: str) -> Words:
    """Return the words after `python` that make a report."""
    return ("-m", "kaname.lab.job", address, str(folder), language)


def _followed(job: Job) -> str:
    """Read what a job prints until it ends; return its last line that is no progress."""
    last = ""
    assert job.process is not None
    assert job.process.stdout is not None
    for line in job.process.stdout:
        try:
            told = json.loads(line)
            job.done, job.total = int(told.get("done", job.done)), int(told.get("total", job.total))
            job.why = str(told.get("trouble", job.why))
        except (ValueError, AttributeError):
            last = line.strip() or last
    return last
