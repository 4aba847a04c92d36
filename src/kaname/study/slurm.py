"""A job array of Slurm as a script to be read and submitted: each task a share of the parts, then one merge.

Idea: tasks share nothing but the disk that they write to, so each has a folder of its own and no task waits for
another. A task that was lost is submitted again alone (`--array=7`) and goes on where it was. Nothing is submitted
from here. Reads, writes: nothing. Source: sbatch(1) of Slurm.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from kaname.study.commands import compare_command
from kaname.study.design import Design
from kaname.study.terms import Task

TASKS = 16
SHARES = "kaname merge SHARE... --out DIR"
HEAD = """\
#!/bin/sh
# {command}
# in {count} tasks. Submit it with sbatch; then, when all tasks have ended:
#   kaname merge {shares} --out {whole}
#SBATCH --job-name=kaname
#SBATCH --array=1-{count}
#SBATCH --cpus-per-task={workers}
#SBATCH --mem=1G
#SBATCH --output={logs}
set -eu
exec {words} --workers {workers} --task "$SLURM_ARRAY_TASK_ID/{count}" --out {folder}"$SLURM_ARRAY_TASK_ID"
"""


def job_script(design: Design, names: Sequence[str], out: Path, task: Task | None, workers: int) -> str:
    """Return the script. task: N/N asks for N tasks, 16 where none is given; out: folder of shares and whole."""
    command = compare_command(design.in_parts(workers), names)
    return HEAD.format(
        command=command, words=command, count=task.count if task else TASKS, workers=workers,
        shares=shlex.quote(str(out / "share-")) + "*", whole=shlex.quote(str(out / "whole")),
        folder=shlex.quote(str(out / "share-")), logs=str(out / "task-%a.log"),
    )  # fmt: skip
