"""`kaname calc`: the campaign's kernels and the games behind the crisis as small calculators for the classroom.

Parameters are options, or the columns of a CSV file, one calculation a row. Results as a table, JSON or a chart.
Reads: the file named by --from. Writes: the file named by --chart. Exit codes: 0 done, 2 bad input.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kaname.cli.calculators import SPECS, answer, check_names, checked
from kaname.cli.json_text import json_text
from kaname.core.errors import InputError
from kaname.core.safe_text import short_name
from kaname.core.table_text import read_table
from kaname.core.user_file import UserFile, output_file

app = typer.Typer(
    help="Small calculators: salvoes, attrition, missile defence, airfields; games of crisis.", no_args_is_help=True
)
ROWS = Annotated[Path | None, typer.Option("--from", help="CSV file: a column a parameter, a row a calculation.")]
JSON = Annotated[bool, typer.Option("--json", help="Print JSON.")]
CHART = Annotated[Path | None, typer.Option(help="Draw the calculation to this SVG file.")]
MOST_ROWS = 10_000
OPEN_ENDED = {"ignore_unknown_options": True, "allow_extra_args": True}


def _register(name: str, first_line: str) -> None:
    """Add the calculator `name`; every parameter of its list is an option of that name."""
    listed = "\n\n".join(
        f"--{key} {asked.about} ({asked.low:g}..{asked.high:g}, default {asked.default:g})"
        for key, asked in SPECS[name].items()
    )

    @app.command(name, help=f"{first_line}\n\n{listed}", context_settings=OPEN_ENDED)
    def run(ctx: typer.Context, rows: ROWS = None, chart: CHART = None, as_json: JSON = False) -> None:
        said = _options(name, ctx.args)
        asked = [checked(name, said)] if rows is None else _rows(name, rows, said)
        picture = _chart_of(chart, len(asked), rows)
        found = [{"asked": one, "answer": answer(name, one)} for one in asked]
        if picture is not None:
            from kaname.cli.calc_chart import chart_of

            picture.write(chart_of(name, found[0]["asked"], found[0]["answer"]))
        if as_json:
            typer.echo(json_text(found if rows else found[0]))
        else:
            typer.echo("\n\n".join(_table(name, one, alone=rows is None) for one in found))


def _chart_of(chart: Path | None, count: int, rows: Path | None) -> UserFile | None:
    """Return where the chart goes, checked before anything is calculated."""
    if chart is None:
        return None
    if count != 1:
        raise InputError(f"draws one calculation, and there are {count}", path="--chart",
                         hint="Give one row, or options in its place.")  # fmt: skip
    return output_file(chart, ".svg", "--chart", reads=[rows])


def _options(name: str, words: list[str]) -> dict[str, str]:
    """--key value and --key=value pairs; InputError for anything else."""
    options: dict[str, str] = {}
    left = list(words)
    while left:
        word = left.pop(0)
        key, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or (not equals and not left):
            raise InputError(f"{word} is not an option with a value", hint=f"`kaname calc {name} --help` lists them.")
        if key in options:
            raise InputError(f"--{key} is given twice", path=f"--{key}", hint="Leave one out.")
        options[key] = value if equals else left.pop(0)
    return options


def _rows(name: str, file: Path, said: dict[str, str]) -> list[dict[str, float]]:
    """Return the rows of a CSV file, checked; what options say stands in every row that is silent."""
    told, rows = short_name(file), read_table(file, MOST_ROWS)
    named = {key.casefold(): key for key in SPECS[name]}
    columns = {column: named.get(column.casefold(), column) for column in rows[0].cells}
    check_names(name, list(columns.values()), told, 1)
    return [
        checked(name, {**said, **{columns[k]: v for k, v in row.cells.items() if v != ""}}, told, row.line)
        for row in rows
    ]


def _table(name: str, data: dict[str, Any], alone: bool) -> str:
    asked = "  ".join(f"{key}={value:g}" for key, value in data["asked"].items())
    lines = [f"{name}: {asked}" if not alone else name]
    lists = {key: value for key, value in data["answer"].items() if isinstance(value, list)}
    for key, value in data["answer"].items():
        if key not in lists:
            lines.append(f"  {key.replace('_', ' '):<34} {_cell(value, UNDEFINED.get(key, 'not possible'))}")
    for key, rows in lists.items():
        if rows:
            lines += ["", "  " + "  ".join(f"{column:>14}" for column in COLUMNS[name][key])]
            lines += ["  " + "  ".join(f"{_cell(x):>14}" for x in row) for row in rows]
    return "\n".join(lines)


def _cell(value: Any, undefined: str = "") -> str:
    if value is None:
        return undefined
    if isinstance(value, float) and value == int(value):
        value = int(value)
    return f"{value:>10}" if isinstance(value, str | int) else f"{value:>10.4f}"


COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "salvo": {"loss_a_chances": ("loss of A", "chance"), "loss_b_chances": ("loss of B", "chance")},
    "lanchester": {"course": ("day", "A", "B")},
    "missile-defence": {"leakers": ("leakers", "drawn share"), "leakers_exact": ("leakers", "exact share")},
    "airfield": {"course": ("day", "share closed", "aircraft left")},
    "bargaining": {"demands": ("demand of A", "chance of war", "value to A")},
    "deterrence": {"values_of_attacking": ("chance defended", "to a hard one", "to a soft one", "status quo")},
    "qre": {
        "course": ("lambda", "row 1", "column 1"),
        "profile": ("lambda", "log likelihood", "row 1", "column 1"),
    },
}
ONE_BY_ONE = ("chance_a_wins", "chance_a_wins_drawn", "chance_a_wins_error", "survivors_a_drawn", "survivors_b_drawn")
OF_PLAY = ("fitted_lambda", "fitted_chance_of_row_1", "fitted_chance_of_column_1", "log_likelihood")
UNDEFINED = {
    "days_to_the_end": "never",
    "kill_chance": "differs by missile: too few interceptors",
    "hard_challenger_held_back_from": "never: even a sure defence is worth it",
    **dict.fromkeys(("row_1_if_choice_were_perfect", "column_1_if_choice_were_perfect"), "no such mixture"),
    **dict.fromkeys(OF_PLAY, "none (see fit)"),
    **dict.fromkeys(("lambda_at_least_95", "lambda_at_most_95"), "no bound"),
    **dict.fromkeys(ONE_BY_ONE, "only for whole units, 4000 at most"),
}

_register("salvo", "One exchange of missiles between two forces: without chance, exact, and what each side loses.")
_register("lanchester", "Attrition at rates: who wins, with what left, and the course.")
_register("missile-defence", "Shots and interceptors for a goal, and how many missiles get through.")
_register("airfield", "Bases closed and aircraft lost by day under attack and repair.")
_register("bargaining", "A demand before war: what both prefer to fighting, and what not knowing a cost risks.")
_register("deterrence", "A threat: from which chance of defence a hard and a soft challenger hold back.")
_register("qre", "A game of two by two in which better moves are likelier, not sure; lambda fitted to play.")
