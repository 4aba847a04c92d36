"""`kaname crisis solve`: a finite game from an .efg file, solved by logit quantal response at a precision lambda.

Perfect information: logit backward induction. Information sets: the principal branch, followed from uniform play at
lambda 0. It is a tool beside the crisis: plain logit, each move for itself (the crisis nests moves by rung, so that a
move written twice changes nothing there; here it counts twice).
Reads: the .efg file. Writes: the files named by --csv and --chart. Exit codes: 0 done, 2 bad input.
"""

from __future__ import annotations

import json
import logging
import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaname.core.errors import InputError, unknown_name

if TYPE_CHECKING:
    from kaname.games.form import Game
    from kaname.games.solve import Solved

POINTS = 101
FILE = Annotated[Path, typer.Argument(help="A game in the .efg format that standard solvers read.")]
LAMBDA = Annotated[
    float | None, typer.Option("--lambda", help="Precision per unit of payoff: 0 is uniform play, 1e6 the highest.")
]
PATH = Annotated[str | None, typer.Option("--path", help="L1..L2: also the branch of equilibria between these.")]
CSV = Annotated[Path | None, typer.Option("--csv", help="Write the branch to this CSV file.")]
CHART = Annotated[Path | None, typer.Option(help="Draw the branch to this SVG file.")]
JSON = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def solve(
    file: FILE,
    lambda_: LAMBDA = None,
    path: PATH = None,
    csv_: CSV = None,
    chart: CHART = None,
    as_json: JSON = False,
) -> None:
    """Solve a game from an .efg file by logit quantal response: probabilities of every move, and values."""
    ends = _ends(path) if path is not None else None
    _check_files(ends, csv_, chart)
    from kaname.games import solve as room
    from kaname.games.efg_read import read_efg

    game = read_efg(file)
    branch = room.solve_path(game, *ends, POINTS) if ends else None
    if lambda_ is not None:
        at = room.solve(game, lambda_)
    elif branch is not None:
        at = replace(branch, points=branch.points[-1:])
    else:
        raise InputError("says how precisely the players choose, and is missing", path="--lambda",
                         hint="For example --lambda 2; or --path 0..10 for a whole branch.")  # fmt: skip
    _save(game, branch, csv_, chart)
    for note in dict.fromkeys([*at.notes, *(branch.notes if branch else [])]):
        logging.getLogger("kaname").info("%s", note)
    _print(game, at, branch, as_json, alone=lambda_ is not None)


def _ends(said: str) -> tuple[float, float]:
    low, dots, high = said.partition("..")
    try:
        ends = float(low), float(high)
    except ValueError:
        ends = math.nan, math.nan
    if not dots or not all(math.isfinite(one) for one in ends):
        raise InputError(f"{said} is not L1..L2", path="--path", hint="For example --path 0..10.")
    return ends


def _check_files(ends: tuple[float, float] | None, csv_: Path | None, chart: Path | None) -> None:
    for option, name in (("--csv", csv_), ("--chart", chart)):
        if name is not None and ends is None:
            raise InputError("writes a branch, and none is asked for", path=option, hint="Add --path 0..10.")
    if chart is not None and chart.suffix != ".svg":
        raise unknown_name("the ending of --chart", chart.suffix or chart.name, (".svg",))


def _save(game: Game, branch: Solved | None, csv_: Path | None, chart: Path | None) -> None:
    from kaname.cli.crisis_solve_text import chart_of, csv_of

    for name, made in ((csv_, csv_of), (chart, chart_of)):
        if name is None or branch is None:
            continue
        try:
            name.write_text(made(game, branch.points), encoding="utf-8", newline="\n")
        except OSError as trouble:
            raise InputError(f"cannot be written: {trouble.strerror}", file=str(name)) from None


def _print(game: Game, at: Solved, branch: Solved | None, as_json: bool, alone: bool) -> None:
    from kaname.cli.crisis_solve_text import branch_table, data_of, table_of

    if as_json:
        typer.echo(json.dumps(data_of(game, at, branch), indent=1, allow_nan=False))
        return
    parts = [table_of(game, at)] if alone or branch is None else []
    if branch is not None:
        parts.append(branch_table(game, branch))
    typer.echo("\n\n".join(parts))
