"""The catalogue: every mechanism of the model, in the order of the day, by its declaration."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from kaname.model.engine.order import ORDER
from kaname.model.world.mechanism import Mechanism


@cache
def mechanisms() -> tuple[Mechanism, ...]:
    """All mechanisms, in the order of the day (imports the compiled rooms)."""
    ordered = []
    for name in ORDER:
        room, stem = name.split(".")
        mechanism = import_module(f"kaname.model.{room}.{stem}").MECHANISM
        if mechanism.name != name:
            raise ValueError(f"{room}/{stem}.py declares the kernel of {mechanism.name}")
        ordered.append(mechanism)
    return tuple(ordered)


def core() -> frozenset[str]:
    """Return the names of the mechanisms that the core preset runs."""
    return frozenset(mechanism.name for mechanism in mechanisms() if mechanism.core)
