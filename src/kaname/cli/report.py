"""`kaname report DIR`: draw the report of a finished run again, and its charts as files if asked.

Reads: a run's folder. Writes: DIR/report.html; with --charts a new folder of SVG and CSV. Exit codes: cli.trouble.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def report(
    folder: Annotated[Path, typer.Argument(help="The folder of a finished run.", metavar="DIR")],
    charts: Annotated[Path | None, typer.Option(help="New folder for every chart as SVG and its data as CSV.")] = None,
) -> None:
    """Draw the report of a finished run again, without running anything."""
    from kaname.report.draw import draw
    from kaname.report.pictures import write_pictures

    path = draw(folder)
    if charts is not None:
        made = write_pictures(path.read_text(encoding="utf-8"), charts)
        typer.echo(f"{len(made)} files in {charts}")
    typer.echo(str(path))
