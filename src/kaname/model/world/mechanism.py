"""What a mechanism declares about itself, and what follows from its kernel; map, docs and tests rest on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Mechanism:
    """One idea of the model, in one file `model/<room>/<stem>.py`, bound to the name MECHANISM there.

    run: the kernel, (world, params, turn) for strategic mechanisms, (world, params, turn, contingency) for those asked
    per contingency. sentence: the idea in one sentence. source: bibliography keys. systems: the S-numbers it carries.
    core: whether the core preset runs it. All else is derived from where the kernel stands and from its syntax.
    """

    sentence: str
    source: tuple[str, ...]
    systems: tuple[str, ...]
    run: Callable[..., Any]
    core: bool = False

    @property
    def name(self) -> str:
        """Return room.stem of the file in which the kernel stands."""
        return ".".join(self._module.split(".")[-2:])

    @property
    def room(self) -> str:
        """Return the room of the model in which the kernel stands."""
        return self._module.split(".")[-2]

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """Return the fields that may be read; a lever is `lever.<name>`, or `lever` where any may be meant."""
        return _sorted(self._touches.reads)

    @cached_property
    def writes(self) -> tuple[str, ...]:
        """Return the fields that may be written; one that is read and written stands in both."""
        return _sorted(self._touches.writes)

    @cached_property
    def params(self) -> tuple[str, ...]:
        """Return the parameters that may be read."""
        return _sorted(self._touches.params)

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """Return the members of Tables that may be read."""
        return _sorted(self._touches.tables)

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """Return the names of the chance that may be drawn."""
        return _sorted(self._touches.slots)

    @cached_property
    def events(self) -> tuple[str, ...]:
        """Return the kinds of event that may be noted."""
        return _sorted(self._touches.events)

    @property
    def _module(self) -> str:
        return str(getattr(self.run, "py_func", self.run).__module__)

    @property
    def _touches(self) -> Any:
        # By name: what a module imports is part of the stamp of its compiled kernels, and the derivation is not.
        return import_module("kaname.model.world.derived").touches(self.run)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
