"""The words a scenario may use: fields, parameters, levers and axes, handed in by the room that knows them.

The scenario room imports no model. Compile and the command line hand over what the model declares; any object with a
name, a unit and a range will do (the model's Field, Param and Lever are such), `dims` where it lies on axes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

SCENARIO_AXES = ("actor", "contingency", "cohort")
SAME_AXIS = {"observer": "actor", "other": "actor"}


class Declared(Protocol):
    """A declared quantity: a field of the world, a parameter, a lever."""

    @property
    def name(self) -> str:
        """Its one name, in files as in code."""

    @property
    def unit(self) -> str:
        """A unit of core.units."""

    @property
    def low(self) -> float:
        """Lowest value."""

    @property
    def high(self) -> float:
        """Highest value."""


@dataclass(frozen=True)
class Quantity:
    """The plainest declared quantity, for tests and for whoever has no other."""

    name: str
    unit: str
    low: float
    high: float
    dims: tuple[str, ...] = ()
    sentence: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """Name -> declaration for each kind; axes: the fixed ones by name, the scenario's own are not in it."""

    fields: Mapping[str, Declared] = field(default_factory=dict)
    params: Mapping[str, Declared] = field(default_factory=dict)
    levers: Mapping[str, Declared] = field(default_factory=dict)
    axes: Mapping[str, Sequence[str]] = field(default_factory=dict)


def dims_of(declared: Declared) -> tuple[str, ...]:
    """The axes a quantity lies on; none for a lever."""
    return tuple(getattr(declared, "dims", ()))
