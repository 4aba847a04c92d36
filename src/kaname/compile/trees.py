"""The game forms of a scenario's contingencies, laid out as one array by the crisis room's grammar of moves.

The games are data (data/crisis.json): a contingency is played by the game of its id. A supporter is asked only where
the scenario names the ally as one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.errors import unknown_name
from kaname.model.crisis.tree import game_forms
from kaname.scenario.records import Contingency, Scenario

SUPPORTER = "supporter"
SHIPPED = Path(__file__).resolve().parents[1] / "data" / "crisis.json"


def game_tree(scenario: Scenario) -> np.ndarray:
    """int64[contingency, node, column] (see model.crisis.ladder). Errors: InputError for an id without a game."""
    data = json.loads(SHIPPED.read_text(encoding="utf-8"))
    games = []
    for name, contingency in scenario.contingencies.items():
        if name not in data["games"]:
            raise unknown_name("a contingency with a game of moves", name, sorted(data["games"]))
        games.append(_asked_of(scenario, contingency, data["games"][name]))
    return game_forms(data["grammar"], games)


def _asked_of(scenario: Scenario, contingency: Contingency, game: Mapping[str, Any]) -> Mapping[str, Any]:
    """The game as it is played in this scenario: without a supporter where the ally is none."""
    if SUPPORTER not in game["order"] or scenario.of_role("ally")[0] in contingency.supporters:
        return game
    return {**game, "order": [ply for ply in game["order"] if ply != SUPPORTER]}
