"""`kaname open`: the laboratory in a browser, on this machine alone, until it is stopped.

Reads: scenarios, evidence, the law, runs on disk. Writes: what is made in the laboratory, under the folder of runs.
Exit codes: see cli.trouble.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from kaname.lab.serve import PORT, RUNS, serve, taken

LOG = logging.getLogger("kaname.lab")


def open_lab(
    port: Annotated[int, typer.Option(help="Port on the loopback; 0 takes any free one.")] = PORT,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    runs: Annotated[Path, typer.Option(help="Folder of runs for the library and its reports.")] = RUNS,
) -> None:
    """Open the laboratory in a browser: move levers, ask the law, look at runs; for this machine alone."""
    held = taken(port)

    def ready(address: str) -> None:
        typer.echo(address)
        LOG.info("stop it with Ctrl-C")
        if browser:
            import webbrowser

            webbrowser.open(address)

    serve(held, runs, ready)
