"""Systems: for every system of the source texts, the mechanisms that carry it and the tests that show it.

Idea: nothing here is typed by hand. Mechanisms declare the systems they carry, tests declare the systems whose effect
they show (pytest mark `system`), and a system works only when it has both; all else is "not yet".
Reads: data/systems.json, data/systems_tests.json (by `make systems`), the catalogue of mechanisms. Writes: nothing.
Source: the five texts named in systems.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from kaname.core.shipped import shipped_json


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
        """Return whether a mechanism carries it and a test shows its effect."""
        return bool(self.mechanisms and self.tests)


def all_systems() -> list[System]:
    """Return every system, in the order of systems.yaml, with what mechanisms and tests declare today."""
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
