"""`kaname crisis solve`: a finite game from an .efg file, solved by logit quantal response at a precision lambda.

Perfect information: logit backward induction. Information sets: the principal branch, followed from uniform play at
lambda 0. It is a tool beside the crisis: plain logit, each move for itself (the crisis nests moves by rung, so that a
move written twice changes nothing there; here it counts twice).
Reads: the .efg file. Writes: the files named by --csv and --chart. Exit codes: 0 done, 2 bad input.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaname.cli.json_text import json_text
from kaname.core.errors import InputError, shown
from kaname.core.number_text import number_from
from kaname.core.user_file import UserFile, output_file

if TYPE_CHECKING:
    from kaname.games.form import Game
    from kaname.games.solve import Solved

POINTS = 101
TABLE = r"lambda,[^\n]*value/"
"""How a table of a branch begins."""
FILE = Annotated[Path, typer.Argument(help="A game in the .efg format that standard solvers read.")]
LAMBDA = Annotated[
    str | None, typer.Option("--lambda", help="Precision per unit of payoff: 0 is uniform play, 1e6 the highest.")
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
    from kaname.games import solve as room

    highest = room.HIGHEST_PRECISION
    ends = _ends(path, highest) if path is not None else None
    precision = None if lambda_ is None else number_from(lambda_, path="--lambda", low=0.0, high=highest)
    files = _files(ends, csv_, chart, file)
    from kaname.games.efg_read import read_efg

    game = read_efg(file)
    branch = room.solve_path(game, *ends, POINTS) if ends else None
    if precision is not None:
        at = room.solve(game, precision)
    elif branch is not None:
        at = replace(branch, points=branch.points[-1:])
    else:
        raise InputError("says how precisely the players choose, and is missing", path="--lambda",
                         hint="For example --lambda 2; or --path 0..10 for a whole branch.")  # fmt: skip
    _save(game, branch, *files)
    for note in dict.fromkeys([*at.notes, *(branch.notes if branch else [])]):
        logging.getLogger("kaname").info("%s", note)
    _print(game, at, branch, as_json, alone=precision is not None)


def _ends(text: str, highest: float) -> tuple[float, float]:
    low, dots, high = text.partition("..")
    if not dots:
        raise InputError(f"{shown(text)} is not L1..L2", path="--path", hint="For example --path 0..10.")
    first, last = (number_from(end, path="--path", low=0.0, high=highest) for end in (low, high))
    return first, last


def _files(
    ends: tuple[float, float] | None, csv_: Path | None, chart: Path | None, file: Path
) -> tuple[UserFile | None, UserFile | None]:
    """Return where the table and the picture go, checked before anything is solved."""
    for option, name in (("--csv", csv_), ("--chart", chart)):
        if name is not None and ends is None:
            raise InputError("writes a branch, and none is asked for", path=option, hint="Add --path 0..10.")
    table = output_file(csv_, ".csv", "--csv", mark=TABLE, reads=[file]) if csv_ else None
    return table, output_file(chart, ".svg", "--chart", reads=[file]) if chart else None


def _save(game: Game, branch: Solved | None, table: UserFile | None, chart: UserFile | None) -> None:
    from kaname.report.game_terminal import chart_of, csv_of

    for place, made in ((table, csv_of), (chart, chart_of)):
        if place is not None and branch is not None:
            place.write(made(game, branch.points))


def _print(game: Game, at: Solved, branch: Solved | None, as_json: bool, alone: bool) -> None:
    from kaname.report.game_terminal import branch_table, data_of, table_of

    if as_json:
        typer.echo(json_text(data_of(game, at, branch)))
        return
    parts = [table_of(game, at)] if alone or branch is None else []
    if branch is not None:
        parts.append(branch_table(game, branch))
    typer.echo("\n\n".join(parts))
