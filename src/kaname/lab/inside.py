"""Inside: what the model contains: its systems, its mechanisms as they declare themselves, and the causal map.

Idea: what a mechanism reads and writes is derived from its code; an arrow of the map stands for a state variable that
one writes and another reads. Importing the mechanisms loads the compiler, so it is done when first asked.
Reads: the catalogue of mechanisms, fields, parameters. Writes: nothing. Errors: InputError for a mechanism that is not
there. Source: `analysis.causes`, `model.world.derived`.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

from kaname.analysis.causes import Arrow, arrows
from kaname.core.errors import unknown_name
from kaname.report.charts.ring import ring
from kaname.report.markup import Safe
from kaname.words.fields import BY_NAME as FIELDS
from kaname.words.params import BACKED_BY_NAME

LEVER = "lever."


@dataclass(frozen=True)
class Inside:
    """A mechanism: its name, idea in a sentence, what it reads, writes and draws, and the text of its rule."""

    name: str
    sentence: str
    systems: tuple[str, ...]
    source: tuple[str, ...]
    core: bool
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    params: tuple[str, ...]
    events: tuple[str, ...]
    text: str

    @property
    def room(self) -> str:
        """Return the room of the model in which it stands."""
        return self.name.partition(".")[0]

    @property
    def levers(self) -> tuple[str, ...]:
        """Return the levers that it reads by name."""
        return tuple(name.removeprefix(LEVER) for name in self.reads if name.startswith(LEVER))

    @property
    def figures(self) -> tuple[str, ...]:
        """Return the parameters that rest on a figure of the evidence."""
        return tuple(name for name in self.params if name in BACKED_BY_NAME)


@lru_cache(maxsize=1)
def all_inside() -> dict[str, Inside]:
    """Return every mechanism by name, in the order of the day."""
    from kaname.model.engine.catalogue import mechanisms

    return {m.name: Inside(m.name, m.sentence, m.systems, m.source, m.core, m.reads, m.writes, m.params, m.events,
                           inspect.cleandoc(import_module(f"kaname.model.{m.name}").__doc__ or ""))
            for m in mechanisms()}  # fmt: skip


def inside(name: str) -> Inside:
    """Return a mechanism; InputError for a name that is none."""
    if name not in all_inside():
        raise unknown_name("a mechanism of the model", name, all_inside(), path="name")
    return all_inside()[name]


def mechanisms_of_param(name: str) -> tuple[str, ...]:
    """Return the mechanisms that read a parameter."""
    return tuple(one.name for one in all_inside().values() if name in one.params)


@lru_cache(maxsize=1)
def all_arrows() -> tuple[Arrow, ...]:
    """Return the arrows of the causal map."""
    declared: list[Mapping[str, Any]] = [
        {"name": one.name, "reads": one.reads, "writes": one.writes} for one in all_inside().values()
    ]
    return tuple(arrows(declared))


def beside(name: str) -> tuple[list[Arrow], list[Arrow]]:
    """Return the arrows that lead to a mechanism, and those that leave it."""
    return ([arrow for arrow in all_arrows() if arrow.reader == name],
            [arrow for arrow in all_arrows() if arrow.writer == name])  # fmt: skip


def causal_map(alt: str) -> Safe:
    """Return the causal map as a drawing; each name in it leads to the row of its mechanism (`anchor`)."""
    rooms: dict[str, list[str]] = {}
    for one in all_inside().values():
        rooms.setdefault(one.room, []).append(one.name)
    return ring(rooms, all_arrows(), {name: anchor(name) for name in all_inside()}, alt)


def anchor(name: str) -> str:
    """Return the id of a mechanism's row on the page of systems.

    >>> anchor("economy.growth")
    'm-economy-growth'
    """
    return f"m-{name.replace('.', '-').replace('_', '-')}"


def meaning(name: str) -> str:
    """Return what a state variable is, or nothing where it is none (English)."""
    return FIELDS[name].sentence if name in FIELDS else ""
