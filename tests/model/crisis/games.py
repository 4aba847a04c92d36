"""Ground that the tests of the crisis stand on: shipped trees, small trees, worlds in which a crisis can happen."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.safe_yaml import read_yaml
from kaname.model.crisis.tree import game_forms
from kaname.model.world.game_form import NODE_ARRAYS
from kaname.model.world.samples import WIDEST, empty_tables, random_params, random_world, turn_of
from kaname.model.world.turn import Tables
from kaname.words.levers import LEVERS

DATA = Path(__file__).resolve().parents[3] / "src" / "kaname" / "data" / "crisis"
SCENARIO = {"actor": 9, "contingency": 7, "cohort": 8}
"""The flagship's sizes, so that what is compiled for these tests is what the engine runs."""
SURROGATE_SPREAD = 0.4
LOWEST, HIGHEST = (np.array([getattr(lever, bound) for lever in LEVERS]) for bound in ("low", "high"))
SMALL_GAME = {
    "order": ["challenger", "target", "guarantor", "host", "challenger_again"],
    "moves": {
        "challenger": ["nothing", "press", "seize"],
        "target": ["acquiesce", "military_response"],
        "guarantor": ["abstain", "fight"],
        "host": ["refuse", "grant"],
        "challenger_again": ["stop", "hold"],
    },
    "fights_from": 2,
    "bases": True,
}
GRAY_GAME = {
    "order": ["challenger", "target", "guarantor", "supporter", "challenger_again"],
    "moves": {
        "challenger": ["nothing", "probe", "press"],
        "target": ["police_response", "military_response", "acquiesce"],
        "guarantor": ["abstain", "speak", "support", "fight"],
        "supporter": ["stand_aside", "assist", "escort"],
        "challenger_again": ["stop", "hold", "escalate"],
    },
    "fights_from": 1,
    "bases": False,
    "hidden": True,
}
TINY_GAME = {
    "order": ["challenger", "target", "guarantor", "supporter", "challenger_again"],
    "moves": {
        "challenger": ["nothing", "probe", "press"],
        "target": ["acquiesce", "police_response"],
        "guarantor": ["abstain", "support"],
        "supporter": ["stand_aside", "assist"],
        "challenger_again": ["stop", "hold"],
    },
    "fights_from": "none",
    "bases": False,
    "hidden": True,
}
HOST_GAME = {
    "order": ["challenger", "target", "guarantor", "host", "challenger_again"],
    "moves": {
        "challenger": ["nothing", "seize"],
        "target": ["acquiesce", "military_response"],
        "guarantor": ["support", "fight"],
        "host": ["refuse", "delay", "grant"],
        "challenger_again": ["hold", "escalate"],
    },
    "fights_from": 3,
    "bases": True,
}


@lru_cache(maxsize=1)
def grammar() -> dict[str, Any]:
    return read_yaml(DATA / "grammar.yaml").value


@lru_cache(maxsize=1)
def games() -> dict[str, Any]:
    return read_yaml(DATA / "games.us-japan.yaml").value["games"]


def flagship_forms() -> np.recarray:
    """The trees of the flagship scenario, in the order of its contingencies."""
    return game_forms(grammar(), list(games().values()))


def tables_with(forms: np.recarray, scenario: dict[str, int] = SCENARIO) -> Tables:
    """Empty tables with these trees, and a surrogate in which forces, plans and help matter."""
    tables = empty_tables({**scenario, "contingency": len(forms)})
    drawn = np.random.default_rng(3).normal(0.0, SURROGATE_SPREAD, tables.surrogate.shape)
    return tables._replace(tree=forms, surrogate=drawn)


def nodes_of(form: Any) -> np.recarray:
    """The nodes of a game form, one a row, with what `game_form.NODE_ARRAYS` says of each."""
    rows = np.zeros(int(form.nodes), [(name, np.int64) for name in NODE_ARRAYS]).view(np.recarray)
    for name in NODE_ARRAYS:
        rows[name] = form[name][: form.nodes]
    return rows


def reach_of(board: Any, form: Any, role: int, other: int) -> np.ndarray:
    """Prior times chance of the moves so far of the types of `other`, as `role` has thought: float64[type, node]."""
    return board.reach[role, other][:, form.last[other, : form.nodes]]


def crisis_world(number: int, scenario: dict[str, int] = SCENARIO) -> tuple[Any, Any, np.random.Generator]:
    """A random world with an opportunity everywhere, levers within their bounds and odds that stay visible."""
    rng = np.random.default_rng(number)
    world, params = random_world(rng, scenario), random_params(rng, scenario)
    world.opportunity[:] = 1
    world.chain_length = 0
    world.rung[:] = 0
    world.total_challenges[:] = 0
    world.total_supported[:] = 0
    world.total_rounds = world.deterrence_viewed = 0
    world.witness[:] = 0
    world.crisis_evidence[:] = 0.0
    world.deterrence_count[:] = world.deterrence_arms[:] = 0
    world.tremble = 0
    world.obligation = 0.0
    params.choice_precision = rng.uniform(0.0, 12.0)
    params.precision_stakes, params.precision_prepared = 0.05, 1.0
    world.lever[:] = LOWEST + (HIGHEST - LOWEST) * world.lever / WIDEST
    params.aggression_cost[:] = rng.uniform(0.0, 1.0, len(params.aggression_cost))
    params.alliance_cost[:] = rng.uniform(0.0, 1.0, len(params.alliance_cost))
    params.stake[:, :] = rng.uniform(0.0, 1.0, params.stake.shape)
    return world, params, rng


__all__ = [
    "GRAY_GAME",
    "HOST_GAME",
    "SCENARIO",
    "SMALL_GAME",
    "TINY_GAME",
    "crisis_world",
    "flagship_forms",
    "games",
    "grammar",
    "tables_with",
    "turn_of",
]
