"""`kaname bargain`: check one, begin one, show one as a page, list those that come with the programme.

Reads: the file named, the package's bargains, scenarios, evidence and law. Writes: with `new`, the one file, whole or
not at all, never over another. Exit code 2 and every error when a file is not right.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaname.cli.json_text import json_text
from kaname.core.errors import InputError
from kaname.core.user_file import new_file

if TYPE_CHECKING:
    from kaname.compile.bargain_page import BargainPage
    from kaname.scenarios.records import Bargain, Scenario

app = typer.Typer(help="Check, begin, show or list bargains.", no_args_is_help=True)

SCENARIO = Annotated[str, typer.Option(help="Whose start it is held against; left out: a shipped one that has it.")]


@app.command()
def check(
    file: Annotated[str, typer.Argument(help="A file that ends with .yaml, or the name of a shipped bargain.")],
    scenario: SCENARIO = "",
) -> None:
    """Check a bargain: levers, targets, units, consent, lags, prices, sources; then what it asks for at the start.

    Every error is shown with its line, what is allowed and the nearest name.
    """
    from kaname.cli.bargain_text import joined, nothing_lines
    from kaname.cli.scenario import bargain_lines
    from kaname.compile.bargain_page import page_of

    bargain = _bargain(file)
    held = _scenario(bargain, scenario)
    page = page_of(bargain, held)
    _build(file, scenario or held.id, bargain)
    done = [line.name for line in page.levers if line.effect is None]
    lines = bargain_lines(bargain)
    if done:
        lines.append(f"  done at the start of {page.scenario}, so not asked for: {', '.join(done)}")
    lines += nothing_lines(page, held.years)
    typer.echo(joined(lines))


def _build(file: str, scenario: str, bargain: Bargain) -> None:
    """Build what a run under the bargain builds, in each of its codings, so that what a run refuses is refused here."""
    from kaname.compile.compiled import compile_study
    from kaname.scenarios.format import FIRST_CODING

    for coding in (FIRST_CODING, *bargain.codings):
        compile_study(scenario, [file], coding=coding)


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Its id: lower-case letters, digits, _ and -.")],
    base: Annotated[str, typer.Option("--from", help="A bargain whose levers it begins with.")] = "",
    out: Annotated[Path | None, typer.Option(help="The file to write; left out: NAME.yaml.")] = None,
) -> None:
    """Begin a bargain: write a commented file that is sound as it stands. No file is ever overwritten."""
    from kaname.scenarios.starter import starter

    path = out or Path(f"{name}.yaml")
    if path.suffix not in (".yaml", ".yml"):
        raise InputError(
            "a bargain's file ends with .yaml", file=str(path), path="--out", hint=f"Write {path.stem}.yaml."
        )
    place = new_file(path, "--out")
    place.write(starter(name, path.name, _bargain(base) if base else None))
    typer.echo(f"kaname bargain check {path}")


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="The name of a shipped bargain, or a file that ends with .yaml.")],
    scenario: SCENARIO = "",
    json_: Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")] = False,
    html: Annotated[bool, typer.Option("--html", help="Print a page for a browser.")] = False,
) -> None:
    """A bargain as a page: levers, what is done, price by state, consent, effect, codings, sources."""
    from kaname.cli.bargain_text import joined, page_lines
    from kaname.compile.bargain_page import page_of

    if json_ and html:
        raise InputError("a page is printed in one form", path="--html", hint="Leave --json or --html out.")
    bargain = _bargain(name)
    page = page_of(bargain, _scenario(bargain, scenario))
    if html:
        from kaname.report.bargain_html import bargain_html

        typer.echo(bargain_html(page), nl=False)
    else:
        typer.echo(json_text(page.as_data()) if json_ else joined(page_lines(page)))


@app.command("list")
def list_bargains(
    scenario: SCENARIO = "",
    json_: Annotated[bool, typer.Option("--json", help="Print the pages of all as JSON.")] = False,
) -> None:
    """The bargains of a scenario: number of levers, how many are done at its start, cost by state."""
    from kaname.cli.bargain_text import joined, list_lines

    pages = _pages(scenario)
    typer.echo(json_text([page.as_data() for page in pages]) if json_ else joined(list_lines(pages)))


def _pages(scenario: str) -> list[BargainPage]:
    from kaname.compile.bargain_page import page_of
    from kaname.scenarios.load import is_path, load_bargain, load_scenario, shipped_scenarios

    name = scenario or shipped_scenarios()[0]
    read = load_scenario(name)
    folder = Path(name).parent if is_path(name) else None
    return [page_of(load_bargain(identity, folder=folder), read) for identity in read.bargains]


def _bargain(name: str) -> Bargain:
    from kaname.scenarios.load import load_bargain

    return load_bargain(name)


def _scenario(bargain: Bargain, name: str) -> Scenario:
    """Return the scenario named; else the first shipped one that lists the bargain, or the first of all."""
    from kaname.scenarios.load import load_scenario, shipped_scenarios

    if name:
        return load_scenario(name)
    read = [load_scenario(known) for known in shipped_scenarios()]
    return next((one for one in read if bargain.id in one.bargains), read[0])
