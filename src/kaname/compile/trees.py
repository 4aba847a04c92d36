"""The game forms of a scenario's contingencies, laid out as one array by the crisis room's grammar of moves."""

from __future__ import annotations

import numpy as np

from kaname.model.crisis.tree import game_forms
from kaname.scenario.records import Scenario


def game_tree(scenario: Scenario) -> np.ndarray:
    """int64[contingency, node, column] (columns in model.crisis.tree)."""
    return game_forms(list(scenario.contingencies.values()))
