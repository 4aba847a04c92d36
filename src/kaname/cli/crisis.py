"""`kaname crisis`: games of crisis; `solve` takes any game from an .efg file.

Reads, writes, exit codes: as the command says.
"""

from __future__ import annotations

import typer

from kaname.cli.crisis_solve import solve

app = typer.Typer(help="Games of crisis: solve one from an .efg file.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Games of crisis: solve one from an .efg file."""


app.command("solve")(solve)
