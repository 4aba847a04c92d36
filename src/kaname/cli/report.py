"""`kaname report DIR`: draw the report of a finished run again, and its charts as files if asked.

Reads: a run's folder. Writes: DIR/report.html; with --charts a new folder of SVG and CSV. Exit codes: cli.trouble.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from kaname.cli.languages import LANGUAGE

LOG = logging.getLogger("kaname.report")


def report(
    folder: Annotated[Path, typer.Argument(help="The folder of a finished run.", metavar="DIR")],
    lang: LANGUAGE = "en",
    charts: Annotated[Path | None, typer.Option(help="New folder for every chart as SVG and its data as CSV.")] = None,
) -> None:
    """Draw the report of a finished run again, without running anything."""
    from kaname.report.draw import drawn, keep
    from kaname.report.pictures import write_pictures
    from kaname.study.commands import found_folder
    from kaname.words.languages import known_language

    folder = found_folder(folder)
    text = drawn(folder, known_language(lang))
    if charts is None:
        typer.echo(str(keep(text, folder)))
        return
    made = write_pictures(text, charts)
    try:
        path = keep(text, folder)
    except OSError as trouble:
        # The charts were asked for and are there; a run on a medium that cannot be written keeps the page it has.
        LOG.warning(f"{trouble.filename} was not drawn again: {trouble.strerror}")
        typer.echo(f"{len(made)} files in {charts}")
        return
    typer.echo(f"{len(made)} files in {charts}")
    typer.echo(str(path))
