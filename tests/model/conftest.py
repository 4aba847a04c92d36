"""A scene to stand on: a random world inside its ranges, its parameters and a bots-only turn, shaped by a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.samples import empty_tables, random_params, random_world, turn_of
from kaname.model.world.turn import Turn
from kaname.words.levers import LEVER

AT_REST = (
    "mediation",
    "coalition",
    "bridge_calm",
    "bridge_strain",
    "treaty_need",
    "reckoning",
    "disaster_losses",
    "support_shortfall",
)
"""What diplomacy beyond that of the start adds elsewhere, and losses that were given: 0 unless a test says so."""


@dataclass
class Scene:
    """A world, its parameters and the number of the future."""

    w: Any
    p: Any
    future: int

    def turn(self, quarter: int) -> Turn:
        """The turn of a quarter."""
        return turn_of(self.future, empty_tables(), quarter)

    def lever(self, name: str, value: float, start: float | None = None) -> None:
        """Set a lever and its value as things are."""
        self.w.lever[LEVER[name]] = value
        self.p.lever_start[LEVER[name]] = value if start is None else start

    def run(self, mechanism: Mechanism, quarters: int = 1, first: int = 1) -> Any:
        """The world after so many quarters of the mechanism, uncompiled."""
        step = plain(mechanism.run)
        for quarter in range(first, first + quarters):
            step(self.w, self.p, self.turn(quarter))
        return self.w


@pytest.fixture
def scene() -> Callable[..., Scene]:
    """scene(number): the same number gives the same world."""

    def make(number: int = 0) -> Scene:
        rng = np.random.default_rng(number)
        at_rest = Scene(random_world(rng), random_params(rng), number)
        for name in AT_REST:
            at_rest.w[name] = 0.0
        return at_rest

    return make
