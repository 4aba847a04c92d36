"""`kaname reproduce BUNDLE`: the run of a replication package made again here, and how far the two agree.

    0 to the bit or to 1e-9   1 not   2 bad input, or a damaged package
Reads: BUNDLE. Writes: nothing, or the folder of --out. Exit codes: cli.trouble.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kaname.cli.compare_check import lines
from kaname.cli.json_text import json_text
from kaname.core.errors import EXIT_FOUND_WANTING


def reproduce(
    package: Annotated[Path, typer.Argument(help="Zip file of a package, or its folder.", metavar="BUNDLE")],
    out: Annotated[Path | None, typer.Option(help="New folder for the repetition; it goes where left out.")] = None,
    workers: Annotated[int, typer.Option(help="Threads.")] = 2,
    json_out: Annotated[bool, typer.Option("--json", help="Print how far they agree as JSON.")] = False,
) -> None:
    """Repeat the run of a replication package: does it agree to the bit, to 1e-9, or not?"""
    from kaname.api.bundles import reproduce as repeated
    from kaname.api.progress import Progress
    from kaname.study.comparison import check_workers
    from kaname.study.repeat import Level

    check_workers(workers)
    found = repeated(package, out, workers, Progress("running"))
    typer.echo(json_text(found.as_data()) if json_out else "\n".join(lines(found)))
    if found.level is Level.APART:
        raise typer.Exit(EXIT_FOUND_WANTING)
