"""`kaname new mechanism ROOM.NAME`: the files of one stem, with tests that fail until the idea is written.

The name of a mechanism is one stem everywhere. The command writes the source, the test and the figures of that stem
into a checkout of this project, and prints the line that joins it to the model; that stays a person's decision, since
it says where in the day it runs. The path is described in CONTRIBUTING.md and walked by a test.

Reads: the checkout and the package's templates. Writes: three files, or nothing. Exit codes: cli.trouble.
"""

from __future__ import annotations

import keyword
import re
from datetime import date
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Annotated

import typer

from kaname.core.errors import InputError
from kaname.core.user_file import new_file, output_folder

app = typer.Typer(help="Start a new part of the model: its files and failing tests.", no_args_is_help=True)
MADE = {
    "source": "src/kaname/model/{room}/{stem}.py",
    "test": "tests/model/{room}/test_{stem}.py",
    "evidence": "src/kaname/data/evidence/{room}.{stem}.yaml",
}
NOT_ROOMS = ("engine", "world")


@app.callback()
def group() -> None:
    """Start a new part of the model: its files and failing tests."""


@app.command()
def mechanism(
    name: Annotated[str, typer.Argument(help="ROOM.NAME, as in economy.growth.", metavar="ROOM.NAME")],
    checkout: Annotated[Path, typer.Option(help="The project's checkout.")] = Path(),
) -> None:
    """Make the source, the test and the figures of a new mechanism, and print the line that joins it to the model."""
    room, stem = named(name, checkout)
    words = {"room": room, "stem": stem, "year": date.today().year}
    places = {kind: checkout / pattern.format(room=room, stem=stem) for kind, pattern in MADE.items()}
    for path in places.values():
        if path.parent.is_dir():
            new_file(path)
    typer.echo("Made, with tests that fail until you have written them:")
    for kind, path in places.items():
        output_folder(path.parent)
        typer.echo(f"  {new_file(path).write(filled(kind, words))}")
    typer.echo("\nNow join it to the model:\n")
    typer.echo(filled("wiring", words))
    typer.echo("Then: make order data reference systems && python -m pytest tests/house tests/model/test_contract.py")
    typer.echo(f"and: python -m pytest tests/laws/test_systems.py {places['test']}")


def filled(kind: str, words: dict[str, object]) -> str:
    """Return a template of the package with its words in place; KeyError for a word that is not there."""
    text = (files("kaname") / "data" / "templates" / "mechanism" / f"{kind}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(words)


def named(name: str, checkout: Path) -> tuple[str, str]:
    """Room and stem; InputError where the name is none, the room is not there, or this is no checkout."""
    rooms = rooms_of(checkout)
    room, _, stem = name.partition(".")
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", stem) or keyword.iskeyword(stem):
        raise InputError(
            "a mechanism is named ROOM.NAME, in small letters and underscores", path="ROOM.NAME", found=name,
            hint="Write for instance economy.growth.",
        )  # fmt: skip
    if room not in rooms:
        raise InputError(f"{room!r} is no room of the model", path="ROOM.NAME", allowed=rooms)
    return room, stem


def rooms_of(checkout: Path) -> list[str]:
    """Return the rooms of the model in a checkout."""
    model = checkout / "src" / "kaname" / "model"
    if not model.is_dir():
        raise InputError(
            "this is no checkout of the project", file=str(checkout),
            hint="Change into the folder that holds src/kaname, or name it with --checkout.",
        )  # fmt: skip
    return sorted(p.name for p in model.iterdir() if (p / "__init__.py").exists() and p.name not in NOT_ROOMS)
