"""`kaname repair DIR`: what a run lacks or has damaged is made again from what its folder has kept.

Reads, writes: DIR. Exit codes: cli.trouble.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def repair(
    folder: Annotated[Path, typer.Argument(help="The folder of a run.", metavar="DIR")],
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
) -> None:
    """Make again what a run lacks or has damaged; needs nothing but its folder."""
    from kaname.api.ensembles import repaired
    from kaname.api.progress import Progress
    from kaname.study.comparison import check_workers

    check_workers(workers)
    done = repaired(folder, workers, Progress("running"))
    for name in done.swept:
        typer.echo(f"removed, half written: {name}")
    for name in done.made:
        typer.echo(f"made again: {name}")
    typer.echo(f"{len(done.made)} of the run's files were lacking or damaged; all are there now." if done.made
               else "Nothing was lacking.")  # fmt: skip
