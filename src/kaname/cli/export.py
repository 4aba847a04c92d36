"""`kaname export DIR --to FORMAT`: a run's rows as csv, sqlite, duckdb, stata or netcdf, with labels and units.

Reads: DIR. Writes: the place of --out, new. Exit codes: cli.trouble.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def export(
    folder: Annotated[Path, typer.Argument(help="The folder of a finished run.", metavar="DIR")],
    to: Annotated[str, typer.Option(help="csv, sqlite, duckdb, stata or netcdf.")],
    out: Annotated[Path | None, typer.Option(help="New file or folder; beside the run where left out.")] = None,
) -> None:
    """Write a run's rows for another programme; failed futures stand in a table of their own."""
    from kaname.analysis.export.writing import exported
    from kaname.analysis.folder import open_run
    from kaname.study.commands import found_folder

    typer.echo(str(exported(open_run(found_folder(folder)), to, out)))
