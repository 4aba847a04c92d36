"""`kaname merge DIR...`: parts of one run, made by tasks or machines that share nothing, in one folder.

Reads: the folders named. Writes: the folder of --out. Exit codes: cli.trouble.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def merge(
    folders: Annotated[list[Path], typer.Argument(help="Folders of runs of the same inputs.", metavar="DIR...")],
    out: Annotated[Path, typer.Option(help="New folder of the whole run.")],
    workers: Annotated[int, typer.Option(help="Threads, for what only the whole can give.")] = 2,
) -> None:
    """Bring parts of one run together; refuses runs of other inputs and names the difference."""
    from kaname.api.ensembles import merge as bring_together
    from kaname.api.progress import Progress
    from kaname.api.run import Run
    from kaname.study.comparison import check_workers

    check_workers(workers)
    taken, made, place = bring_together(folders, out, workers, Progress("running"))
    typer.echo(f"{taken:,} parts were taken from {len(folders)} folders, {made:,} were made here.")
    typer.echo(str(Run(place).report()))
