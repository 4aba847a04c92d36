"""The game forms of a scenario's contingencies, laid out as one array by the crisis room's grammar of moves.

The games are data (data/crisis.json): a contingency is played by the game that it names, or by that of its id.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from kaname.core.errors import unknown_name
from kaname.model.crisis.tree import game_forms
from kaname.scenario.records import Scenario

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "crisis.json"


def game_tree(scenario: Scenario) -> np.ndarray:
    """int64[contingency, node, column] (see model.crisis.ladder). Errors: InputError for a name without a game."""
    data = json.loads(SHIPPED.read_text(encoding="utf-8"))
    games = []
    for contingency in scenario.contingencies.values():
        name = contingency.game or contingency.id
        if name not in data["games"]:
            place = scenario.document.place(("contingencies", contingency.id))
            raise unknown_name("a game of moves", name, sorted(data["games"]), file=place.file, line=place.line,
                               path=f"contingencies.{contingency.id}.game")  # fmt: skip
        games.append(data["games"][name])
    return game_forms(data["grammar"], games)
