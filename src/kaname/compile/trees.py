"""The game forms of a scenario's contingencies, laid out by the crisis room's grammar of moves.

The games are data (data/crisis.json): a contingency is played by the game that it names, or by that of its id. A
supporter is asked only where the scenario names the ally as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from kaname.core.errors import unknown_name
from kaname.core.shipped import shipped_json
from kaname.model.crisis.tree import game_forms
from kaname.scenarios.records import Contingency, Scenario

SUPPORTER = "supporter"
SHIPPED = Path(__file__).resolve().parents[1] / "data" / "crisis.json"


def game_tree(scenario: Scenario) -> np.recarray:
    """Return GAME_FORM[contingency] (see world.game_form). Errors: InputError for a name without a game."""
    data = shipped_json(SHIPPED, "grammar", "games")
    games = []
    for contingency in scenario.contingencies.values():
        name = contingency.game or contingency.id
        if name not in data["games"]:
            key = ("contingencies", contingency.id, *(["game"] if contingency.game else []))
            place = scenario.document.place(key)
            raise unknown_name("a game of moves", name, sorted(data["games"]), file=place.file, line=place.line,
                               path=f"contingencies.{contingency.id}.game")  # fmt: skip
        games.append(_asked_of(scenario, contingency, data["games"][name]))
    return game_forms(data["grammar"], games)


def _asked_of(scenario: Scenario, contingency: Contingency, game: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the game as it is played in this scenario: without a supporter where the ally is none."""
    if SUPPORTER not in game["order"] or scenario.of_role("ally")[0] in contingency.supporters:
        return game
    return {**game, "order": [ply for ply in game["order"] if ply != SUPPORTER]}
