"""`kaname calc`: the campaign's kernels as small calculators for the classroom.

Parameters are options, or the columns of a CSV file, one calculation a row. Results as a table or JSON.
Reads: the file named by --from. Writes: nothing. Exit codes: 0 done, 2 bad input.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.calculators import SPECS, answer, checked
from kaname.core.errors import InputError

app = typer.Typer(help="Salvo, attrition, missile defence and airfields as small calculators.", no_args_is_help=True)
ROWS = Annotated[Path | None, typer.Option("--from", help="CSV file: a column a parameter, a row a calculation.")]
JSON = Annotated[bool, typer.Option("--json", help="Print JSON.")]
MOST_ROWS = 10_000
OPEN_ENDED = {"ignore_unknown_options": True, "allow_extra_args": True}


def _register(name: str, first_line: str) -> None:
    """Add the calculator `name`; every parameter of its list is an option of that name."""
    listed = "\n\n".join(
        f"--{key} {asked.about} ({asked.low:g}..{asked.high:g}, default {asked.default:g})"
        for key, asked in SPECS[name].items()
    )

    @app.command(name, help=f"{first_line}\n\n{listed}", context_settings=OPEN_ENDED)
    def run(ctx: typer.Context, rows: ROWS = None, as_json: JSON = False) -> None:
        said = _options(name, ctx.args)
        asked = [checked(name, said)] if rows is None else _rows(name, rows, said)
        found = [{"asked": one, "answer": answer(name, one)} for one in asked]
        if as_json:
            typer.echo(json.dumps(found if rows else found[0], indent=1, allow_nan=False))
        else:
            typer.echo("\n\n".join(_table(name, one, alone=rows is None) for one in found))


def _options(name: str, words: list[str]) -> dict[str, str]:
    """--key value and --key=value pairs; InputError for anything else."""
    said: dict[str, str] = {}
    left = list(words)
    while left:
        word = left.pop(0)
        key, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or (not equals and not left):
            raise InputError(f"{word} is not an option with a value", hint=f"`kaname calc {name} --help` lists them.")
        said[key] = value if equals else left.pop(0)
    return said


def _rows(name: str, file: Path, said: dict[str, str]) -> list[dict[str, float]]:
    """The rows of a CSV file, checked; what options say stands in every row that is silent."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as handle:
            lines = list(csv.DictReader(handle))
    except (OSError, UnicodeDecodeError, csv.Error) as trouble:
        raise InputError(f"cannot be read: {trouble}", file=str(file)) from None
    if not lines or len(lines) > MOST_ROWS:
        raise InputError(f"has {len(lines)} rows; 1..{MOST_ROWS} are allowed", file=str(file))
    found = []
    for number, line in enumerate(lines, start=2):
        if None in line or None in line.values():
            raise InputError("a row has more or fewer cells than the first line", file=str(file), line=number)
        found.append(checked(name, {**said, **{k: v for k, v in line.items() if v != ""}}, str(file), number))
    return found


def _table(name: str, found: dict[str, Any], alone: bool) -> str:
    asked = "  ".join(f"{key}={value:g}" for key, value in found["asked"].items())
    lines = [f"{name}: {asked}" if not alone else name]
    for key, value in found["answer"].items():
        if isinstance(value, list):
            lines += [f"  {key.replace('_', ' ')}", *("    " + "  ".join(_cell(x) for x in row) for row in value)]
        else:
            lines.append(f"  {key.replace('_', ' '):<32} {_cell(value)}")
    return "\n".join(lines)


def _cell(value: Any) -> str:
    if value is None:
        return "not possible"
    return f"{value:>10}" if isinstance(value, str | int) else f"{value:>10.4f}"


_register("salvo", "One exchange of missiles between two forces: without chance, exact, and what each side loses.")
_register("lanchester", "Attrition at rates: who wins, with what left, and the course.")
_register("missile-defence", "Shots and interceptors for a goal, and how many missiles get through.")
_register("airfield", "Bases closed and aircraft lost by day under attack and repair.")
