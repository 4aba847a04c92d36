"""The list of commands, and a group that imports a command only when it is called.

Idea: `kaname --help` must answer at once, and a command that reads a file must not wait for a compiler; so the group
knows every command by a name, a place ("module:attribute") and one line of help, and nothing else.
Reads: the names of the shipped scenarios. Writes: nothing.
Source: the lazy group of the Click documentation, on Typer's own group.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import files
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command


@dataclass(frozen=True)
class Place:
    """Place of a command's definition and its description, in one line."""

    module: str
    attribute: str
    help: str


COMMANDS: dict[str, Place] = {
    "open": Place("kaname.cli.open", "open_lab", "Open the laboratory in a browser: levers, law and runs."),
    "compare": Place("kaname.cli.compare", "compare", "Compare bargains on the same futures; ends with a report."),
    "report": Place("kaname.cli.report", "report", "Draw a finished run's report again; its charts as SVG and CSV."),
    "verify": Place("kaname.cli.verify", "verify", "Check a run's files, and run a share of its futures again."),
    "repair": Place("kaname.cli.repair", "repair", "Make again what a run lacks or has damaged."),
    "merge": Place("kaname.cli.merge", "merge", "Bring parts of one run together."),
    "export": Place("kaname.cli.export", "export", "Write a run's rows as CSV, SQLite, DuckDB, Stata or NetCDF."),
    "query": Place("kaname.cli.query", "query", "Ask a run's rows in SQL; units stand in the header."),
    "bundle": Place("kaname.cli.bundle", "bundle", "Make a replication package of a finished run."),
    "reproduce": Place("kaname.cli.reproduce", "reproduce", "Repeat a replication package: does it agree?"),
    "trace": Place("kaname.cli.trace", "trace", "Print one future by quarters, with the reason for each event."),
    "scenario": Place("kaname.cli.scenario", "app", "Check a scenario file, compare two, or print the form."),
    "bargain": Place("kaname.cli.bargain", "app", "Check, begin, show or list bargains."),
    "levers": Place("kaname.cli.levers", "app", "List the levers, or audit what each of them moves."),
    "evidence": Place("kaname.cli.evidence", "app", "Check, list or cite the figures a scenario rests on."),
    "law": Place("kaname.cli.law", "app", "Ask what the law lets each side do, when, and why."),
    "backtest": Place("kaname.cli.backtest", "backtest", "Hold earlier starts against what came; misses first."),
    "calibrate": Place(
        "kaname.cli.calibrate", "calibrate", "Fit levels to counts of the past; say what is not identified."
    ),
    "campaign": Place("kaname.cli.campaign", "campaign", "Run the campaign alone: control and forces by day, sweeps."),
    "crisis": Place("kaname.cli.crisis", "app", "Play one crisis many times, or solve a game in an .efg file."),
    "calc": Place("kaname.cli.calc", "app", "Calculate a fight, a defence or a game of crisis."),
    "claims": Place("kaname.cli.claims", "app", "Run what authors claim: verdict, size and limits of each."),
    "model": Place("kaname.cli.model", "app", "Check that the model moves: contrasts, extreme conditions."),
    "stories": Place("kaname.cli.stories", "app", "Check stories: given, when, then."),
    "systems": Place("kaname.cli.systems", "systems", "List the systems: mechanisms and tests of each."),
    "new": Place("kaname.cli.new", "app", "Start a new mechanism: its files and failing tests."),
    "doctor": Place("kaname.cli.doctor", "doctor", "Check this machine: versions, cache, fonts, data."),
    "warm": Place("kaname.cli.warm", "warm", "Compile now, so that later commands start at once."),
}


def shipped_scenarios() -> list[str]:
    """Return the names of the scenarios that come with the programme, as they are typed after `kaname compare`."""
    folder = files("kaname") / "data" / "scenarios"
    if not folder.is_dir():
        return []
    return sorted({item.name.partition(".")[0] for item in folder.iterdir() if not item.name.startswith((".", "_"))})


class LazyGroup(TyperGroup):
    """A group whose commands are stand-ins for help and completion, until one of them is resolved."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for name, place in COMMANDS.items():
            self.add_command(TyperCommand(name, help=place.help, rich_markup_mode=None))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the real command for the first word of `args`, imported now; a usage error with the nearest name if
        none.
        """
        name, stand_in, rest = super().resolve_command(ctx, args)
        if name is None or stand_in is None:
            return name, stand_in, rest
        return name, load(name), rest


def load(name: str) -> Any:
    """Import the command called `name`; a function becomes a command, a Typer app a group. KeyError if unknown."""
    place = COMMANDS[name]
    found = getattr(import_module(place.module), place.attribute)
    app = found if isinstance(found, typer.Typer) else _app_of(found)
    app.rich_markup_mode = None
    app._add_completion = False
    command = get_command(app)
    command.name = name
    return command


def _app_of(function: Callable[..., Any]) -> typer.Typer:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(function)
    return app
