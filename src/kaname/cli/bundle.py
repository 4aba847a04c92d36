"""`kaname bundle DIR`: a finished run as a replication package, one zip file.

Reads: DIR. Writes: the file of --out, new. Exit codes: cli.trouble.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def bundle(
    folder: Annotated[Path, typer.Argument(help="The folder of a finished run.", metavar="DIR")],
    out: Annotated[
        Path | None, typer.Option(help="New zip file; DIR-bundle.zip beside the run where left out.")
    ] = None,
    rows: Annotated[bool, typer.Option("--rows", help="With the rows, for a comparison number by number.")] = False,
) -> None:
    """Make a replication package: inputs, versions, command, digests and report in one zip file."""
    from kaname.api.bundles import bundle as bundled

    path = bundled(folder, out, rows)
    typer.echo(f"Repeated on another machine by: kaname reproduce {path.name}")
    typer.echo(str(path))
