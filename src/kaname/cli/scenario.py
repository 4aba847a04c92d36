"""`kaname scenario`: check a scenario, an override or a bargain, compare two, or print what one may contain.

Reads: the file named, the package's evidence and scenarios. Writes: nothing. Exit code 2 and every error when the file
is not right.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kaname.cli.json_text import json_text

if TYPE_CHECKING:
    from kaname.evidence.figures import Figure
    from kaname.scenarios.records import Bargain, Scenario

app = typer.Typer(help="Check a scenario file, compare two, or print what one may contain.", no_args_is_help=True)


WIDTH = 80


class Kind(StrEnum):
    """The kinds of file of this room."""

    SCENARIO = "scenario"
    OVERRIDE = "override"
    BARGAIN = "bargain"


@app.command()
def check(
    file: Annotated[str, typer.Argument(help="A file that ends with .yaml, or the name of a shipped scenario.")],
) -> None:
    """Check a scenario, an override or a bargain: names, units, ranges, dates, sources; build what a run builds.

    Every error is shown with its line, what is allowed and the nearest name.
    """
    from kaname.scenarios.load import load_file
    from kaname.scenarios.records import Scenario

    found = load_file(file)
    if isinstance(found, Scenario):
        _build(file, found)
    lines = [*scenario_lines(found), *missing_lines(found)] if isinstance(found, Scenario) else bargain_lines(found)
    typer.echo("\n".join(lines))


def _build(file: str, scenario: Scenario) -> None:
    """Build what a run of the scenario and its bargains builds, so that what a run refuses is refused here."""
    from kaname.core.errors import InputError, InputErrors
    from kaname.study.comparison import compiled_of, design_of_names

    try:
        compiled_of(*design_of_names(file, ()))
    except (InputError, InputErrors):
        typer.echo("\n".join(missing_lines(scenario)), err=True)
        raise


@app.command()
def diff(
    first: Annotated[str, typer.Argument(help="A scenario by name, or a file that ends with .yaml.")],
    second: Annotated[str, typer.Argument(help="The one that is held against it.")],
    json_: Annotated[bool, typer.Option("--json", help="Print the differences as JSON.")] = False,
) -> None:
    """Show what is different in a second scenario: start, roles, contingencies, figures with units and sources,
    levers.
    """
    from kaname.cli.difference_text import difference_data, difference_lines
    from kaname.evidence.load import load_evidence
    from kaname.scenarios.difference import difference
    from kaname.scenarios.load import load_scenario

    evidence = load_evidence()
    one, two = (load_scenario(name, evidence) for name in (first, second))
    changes = difference(one, two, evidence)
    if json_:
        typer.echo(json_text(difference_data(first, second, changes)))
    else:
        typer.echo("\n".join(difference_lines(first, second, changes)))


@app.command()
def schema(
    kind: Annotated[Kind, typer.Argument(help="Which kind of file.")] = Kind.SCENARIO,
) -> None:
    """Print the JSON Schema of a scenario, an override or a bargain, for an editor."""
    from kaname.scenarios.format import bargain_schema, override_schema, scenario_schema

    made = {Kind.SCENARIO: scenario_schema, Kind.OVERRIDE: override_schema, Kind.BARGAIN: bargain_schema}
    typer.echo(json_text(made[kind]()))


def scenario_lines(scenario: Scenario) -> list[str]:
    """Return what a sound scenario holds, in lines of at most 80 characters."""
    start = f"{scenario.start.year} quarter {scenario.start.quarter}"
    return [
        f"{scenario.id}: a sound scenario.",
        f"  {scenario.years} years from {start}",
        f"  {count(len(scenario.actors), 'actor')}, "
        f"{count(len(scenario.contingencies), 'contingency', 'contingencies')}, "
        f"{count(len(scenario.bargains), 'bargain')}",
        f"  {figures_line(scenario.figures().values())}",
    ]


def missing_lines(scenario: Scenario) -> list[str]:
    """Return what a run would still ask for: parameters without a figure for these actors, starting values not
    given.
    """
    from kaname.compile.check import bare_starts, misfits

    lines: list[str] = []
    for what, names in (
        ("parameters lack a figure that fits this scenario", misfits(scenario)),
        ("starting values that shipped scenarios give are not given and begin at 0", bare_starts(scenario)),
    ):
        if names:
            lines += textwrap.wrap(f"{len(names)} {what}: {', '.join(names)}", WIDTH, initial_indent="  ",
                                   subsequent_indent="    ")  # fmt: skip
    return lines


def bargain_lines(bargain: Bargain) -> list[str]:
    """Return what a sound bargain holds."""
    return [
        f"{bargain.id}: a sound bargain.",
        f"  {count(len(bargain.levers), 'lever')}, {count(len(bargain.codings), 'further coding')}",
        f"  {figures_line(bargain.figures().values())}",
    ]


def figures_line(figures: Iterable[Figure]) -> str:
    """Return the number of figures and how many of each grade."""
    listed = list(figures)
    grades = Counter(figure.grade for figure in listed)
    parts = ", ".join(f"{grade} {grades[grade]}" for grade in sorted(grades))
    return f"{count(len(listed), 'figure')}" + (f" (by grade: {parts})" if parts else "")


def count(number: int, text: str, many: str | None = None) -> str:
    """Return a number and its noun."""
    return f"{number} {text if number == 1 else many or text + 's'}"
