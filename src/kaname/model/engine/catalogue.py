"""The catalogue: every mechanism of the model, in the order of the day, by its declaration."""

from __future__ import annotations

from importlib import import_module

from kaname.model.engine.order import ORDER
from kaname.words.mechanism import Mechanism


def mechanisms() -> tuple[Mechanism, ...]:
    """All mechanisms, in the order of the day (imports the compiled rooms)."""
    found = []
    for name in ORDER:
        room, stem = name.split(".")
        mechanism = import_module(f"kaname.model.{room}.{stem}").MECHANISM
        if mechanism.name != name:
            raise ValueError(f"{room}/{stem}.py declares itself as {mechanism.name}")
        found.append(mechanism)
    return tuple(found)
