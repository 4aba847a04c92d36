"""`kaname systems`: for every system of the source texts, the mechanisms that carry it and the tests that show it.

Idea: nothing here is typed by hand. Mechanisms declare the systems they carry, tests declare the systems whose effect
they show (pytest mark `system`), and a system works only when it has both; all else is "not yet".
Reads: data/systems.json, data/systems_tests.json (by `make systems`), the catalogue of mechanisms. Writes: nothing.
Source: the five texts named in systems.yaml.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Annotated, Any

import typer

from kaname.core.shipped import shipped_json

NOT_YET = "not yet"
NAME_WIDTH = 36
MECHANISM_WIDTH = 31


@dataclass(frozen=True)
class System:
    """One system of the source texts and what carries it in this programme."""

    id: str
    name: str
    family: str
    mechanisms: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def works(self) -> bool:
        """Both a mechanism that carries it and a test that shows its effect."""
        return bool(self.mechanisms and self.tests)


def systems(as_json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")] = False) -> None:
    """Print each system of the source texts with its mechanisms and its number of tests, or 'not yet'.

    A system counts when at least one mechanism carries it and at least one test shows its effect.
    """
    rows = all_systems()
    if as_json:
        typer.echo(json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False))
    else:
        typer.echo("\n".join(table(rows)))


def all_systems() -> list[System]:
    """Every system, in the order of systems.yaml, with what mechanisms and tests declare today."""
    from kaname.model.engine.catalogue import mechanisms

    carried = _by_system((name, mechanism.name) for mechanism in mechanisms() for name in mechanism.systems)
    shown = _by_system((row["system"], row["test"]) for row in _data("systems_tests.json")["tests"])
    return join(_data("systems.json")["systems"], carried, shown)


def join(
    rows: Iterable[Mapping[str, Any]], carried: Mapping[str, list[str]], shown: Mapping[str, list[str]]
) -> list[System]:
    """Systems from their rows, and from who carries and who shows each."""
    return [
        System(
            id=row["id"],
            name=row["name"],
            family=row["family"],
            mechanisms=tuple(sorted(carried.get(row["id"], ()))),
            tests=tuple(sorted(shown.get(row["id"], ()))),
        )
        for row in rows
    ]


def _by_system(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for system, name in pairs:
        found.setdefault(system, []).append(name)
    return found


def _data(name: str) -> Any:
    return shipped_json(files("kaname") / "data" / name)


def table(rows: Iterable[System]) -> list[str]:
    """Lines of at most 80 characters: id, name, mechanisms, number of tests; then how many work."""
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
