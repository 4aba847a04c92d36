"""`kaname query DIR "select ..."`: SQL over a run's rows; units stand in the header.

Reads: DIR. Writes: nothing; a query can reach no file and no network. Exit codes: cli.trouble.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.core.errors import unknown_name

FORMS = ("table", "csv", "json")
DIGITS = 6


def query(
    folder: Annotated[Path, typer.Argument(help="The folder of a finished run.", metavar="DIR")],
    sql: Annotated[str, typer.Argument(help="One statement that reads: outcomes, yearly, sampled, checks.")],
    form: Annotated[str, typer.Option("--as", help="table, csv or json.")] = "table",
) -> None:
    """Ask a run's rows in SQL. Names with a dot are quoted: avg("casualties.jp")."""
    from kaname.analysis.folder import open_run
    from kaname.analysis.query import queried
    from kaname.study.commands import found_folder

    if form not in FORMS:
        raise unknown_name("a form of the answer", form, FORMS, path="--as")
    answer = queried(open_run(found_folder(folder)), sql)
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.head)
        writer.writerows(answer.rows)
    elif form == "json":
        columns = [{"name": name, "unit": unit} for name, unit in zip(answer.names, answer.units, strict=True)]
        typer.echo(json.dumps({"columns": columns, "rows": answer.rows}, indent=1, ensure_ascii=False, default=str))
    else:
        cells = [answer.head, *([_cell(value) for value in row] for row in answer.rows)]
        widths = [max(len(row[place]) for row in cells) for place in range(len(answer.head))]
        for row in cells:
            typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cell(value: Any) -> str:
    return f"{value:.{DIGITS}g}" if isinstance(value, float) else str(value)
