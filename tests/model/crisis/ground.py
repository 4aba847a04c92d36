"""Preparation of random worlds so that a crisis room's mechanisms visit every branch, and the contract's own ground."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaname.model.crisis.tree import game_forms
from kaname.model.world.turn import Tables
from tests.model.crisis.games import GRAY_GAME, HOST_GAME, SMALL_GAME, TINY_GAME, grammar, tables_with

TRIO = {"actor": 5, "contingency": 3, "cohort": 4}
CASES = ("homeland_case", "cyber_case", "missile_case", "blockade_case", "crossing")


def small_trees(scenario: Mapping[str, int]) -> Tables:
    """Tables that hold three small games."""
    return tables_with(game_forms(grammar(), [SMALL_GAME, GRAY_GAME, HOST_GAME]), scenario)


def least_trees(scenario: Mapping[str, int]) -> Tables:
    """The same with the smallest games only, for what thinks several times."""
    return tables_with(game_forms(grammar(), [SMALL_GAME, HOST_GAME, TINY_GAME]), scenario)


def prepare_round(rng: np.random.Generator, w: Any, p: Any, t: Any) -> None:
    """Opportunities, law of all kinds, roles in all combinations, and mostly random play."""
    w.opportunity[:] = rng.choice([0, 1, 1, 1, 2], 3)
    w.chain_length = int(rng.integers(0, 9))
    w.obligation = rng.choice([-1.0, 0.0, 0.0, 0.0, 1.0])
    w.rung[:] = 0
    w.witness[:] = 0
    w.crisis_evidence[:] = 0.0
    w.permit[:] = rng.choice([0, 1, 1, 1, 2], w.permit.shape)
    p.choice_precision = rng.choice([0.0, 0.0, 0.0, rng.uniform(0, 2)])
    p.precision_stakes, p.commitment_stake = 0.05, rng.uniform(0, 1)
    p.temptation[:] = rng.uniform(-1, 2, 3)
    p.temptation_common = rng.choice([0.0, 0.0, -2.0])
    p.loss_cost[:] = rng.uniform(0, 2, 3)
    p.aggression_cost[:] = rng.uniform(0, 1, 3)
    p.escalation_cost[:] = rng.uniform(0, 1, 3)
    p.misread_chance = rng.uniform(0, 1)
    p.most_rounds = int(rng.choice([1, 3, 3]))
    p.host[:] = rng.choice([p.ally, p.ally, -1])
    p.target[0] = rng.choice([p.ally, p.partner])
    p.guarantor[:] = rng.choice([p.protector, p.protector, p.partner])
    for name in CASES:
        getattr(p, name)[:] = rng.choice([0, 1], 3)


def prepare_views(rng: np.random.Generator, w: Any, p: Any, t: Any) -> None:
    """A challenger that cares whether the guarantor comes and whether the target answers."""
    prepare_round(rng, w, p, t)
    p.choice_precision = rng.uniform(5, 20)
    p.escalation_cost[:] = rng.uniform(0.5, 4, 3)
    p.loss_cost[:] = rng.uniform(0, 1, 3)
    p.temptation[:] = rng.uniform(-0.5, 0.6, 3)
    p.temptation_common = p.caution_open_law = 0.0
    p.help_homeland = p.attention_cost = p.domestic_cost = p.window_cost = 0.0
    p.alliance_cost[:] = 1.0
    p.aggression_cost[:] = 0.0
    p.ring_enforced = rng.uniform(0, 1)
    w.belief[:] = 1.0


def prepare_war(rng: np.random.Generator, w: Any, p: Any, t: Any) -> None:
    """A war some days old: over or not, with or without the guarantor, open bases or not, all kinds of law."""
    prepare_round(rng, w, p, t)
    w.opportunity[:] = 1
    w.camp_over = int(rng.integers(0, 10) == 0)
    w.camp_plan = int(rng.integers(0, 3))
    w.camp_arrival = rng.choice([0.0, 5.0, 1000.0])
    w.rung[:] = rng.choice([0, 3, 4, 5], 3)
    w.access[:] = rng.integers(0, 3, 3)
    w.conduct[:] = rng.choice([-1, 0, 0.5], 3)
    p.choice_precision = rng.uniform(0, 1)
    p.host[:] = rng.choice([p.ally, p.ally, p.partner, -1], 3)
    t.law_permit[:] = rng.choice([0, 1, 2], t.law_permit.shape)


def prepare_end(rng: np.random.Generator, w: Any, p: Any, t: Any) -> None:
    """A quarter after crises of every kind."""
    w.rung[:] = rng.integers(0, 6, 3)
    w.ending[:] = rng.integers(1, 8, 3)
    w.losses[:] *= rng.integers(0, 2)
    w.conduct[:] = rng.choice([-1, 0, 0.5, 1], 3)
    w.blame[:] /= 3
    w.disaster_losses = rng.choice([0.0, 20.0])
    p.disaster_blame = int(rng.integers(-1, 3))
    for name in CASES:
        getattr(p, name)[:] = rng.choice([0, 0, 1], 3)
    p.blame_else = rng.uniform(-5, 1)
