"""Every mechanism keeps the contract: what is derived from its syntax, its ranges, its branches, and its compiled twin.

A mechanism's own test may hold PREPARE (shapes a random world so that rare branches are taken), WORLDS (how many),
SCENARIO (how many actors, contingencies and cohorts) and TABLES (what hands out the tables).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

import pytest

from kaname.model.engine.catalogue import mechanisms
from kaname.model.world.contract import check_mechanism
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.samples import SMALL
from tests.laws.arms import study

WORDS = {"PREPARE": "prepare", "WORLDS": "worlds", "SCENARIO": "scenario", "TABLES": "tables"}


@cache
def sizes() -> dict[str, int]:
    """The axes of the flagship scenario, for which kernels are kept compiled."""
    axes = study(1, False).axes
    return {name: len(axes[name]) for name in SMALL}


@pytest.mark.parametrize("mechanism", [pytest.param(mechanism, id=mechanism.name) for mechanism in mechanisms()])
def test_a_mechanism_does_what_its_syntax_says_in_any_world(mechanism: Mechanism) -> None:
    room, stem = mechanism.name.split(".")
    own = vars(import_module(f"tests.model.{room}.test_{stem}"))
    check_mechanism(mechanism, compiled_in=sizes(), **{word: own[name] for name, word in WORDS.items() if name in own})
