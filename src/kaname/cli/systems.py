"""`kaname systems`: for every system of the source texts, the mechanisms that carry it and the tests that show it.

Reads: what `api.systems` reads. Writes: nothing. Source: the five texts named in systems.yaml.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

import typer

from kaname.api.systems import System, all_systems
from kaname.cli.json_text import json_text

NOT_YET = "not yet"
NAME_WIDTH = 36
MECHANISM_WIDTH = 31


def systems(as_json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")] = False) -> None:
    """Print each system of the source texts with its mechanisms and its number of tests, or 'not yet'.

    A system counts when at least one mechanism carries it and at least one test shows its effect.
    """
    rows = all_systems()
    if as_json:
        typer.echo(json_text([asdict(row) for row in rows]))
    else:
        typer.echo("\n".join(table(rows)))


def table(rows: Iterable[System]) -> list[str]:
    """Return the lines of at most 80 characters: id, name, mechanisms, number of tests; then how many work."""
    rows = list(rows)
    lines = [_line("id", "system", "mechanisms", "tests"), "-" * 80]
    for row in rows:
        lines += _lines_of(row)
    working = sum(row.works for row in rows)
    lines += ["-" * 80, f"{working} of {len(rows)} systems work. `kaname systems --json` names their tests."]
    return lines


def _lines_of(row: System) -> list[str]:
    names = textwrap.wrap(row.name, NAME_WIDTH)
    carriers = list(row.mechanisms) if row.works else [NOT_YET]
    tests = str(len(row.tests)) if row.works else ""
    height = max(len(names), len(carriers))
    columns = zip(
        [row.id] + [""] * (height - 1),
        names + [""] * (height - len(names)),
        carriers + [""] * (height - len(carriers)),
        [tests] + [""] * (height - 1),
        strict=True,
    )
    return [_line(*column) for column in columns]


def _line(identity: str, name: str, mechanism: str, tests: str) -> str:
    return f"{identity:<4} {name:<{NAME_WIDTH}} {mechanism:<{MECHANISM_WIDTH}} {tests:>5}".rstrip()
