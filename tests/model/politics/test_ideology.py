"""Cohorts, party voice and government: replacement, path dependence, three levels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.model.politics.consent import MECHANISM as CONSENT
from kaname.model.politics.ideology import MECHANISM
from kaname.words.axes import (
    ALLY_SIDE,
    BLAME_ENEMY,
    BLAME_ENTANGLEMENT,
    NATIONALIST,
    PACIFIST,
    REALIST,
)
from kaname.words.levers import CONSENTERS
from tests.laws.shown import Shown
from tests.model.economy.worlds import ALLY, PROLIFERATOR, RIVAL, play, still

SHOWN = Shown("trilateral_level")

CABINET, PARLIAMENT = CONSENTERS.index("ally_cabinet"), CONSENTERS.index("ally_parliament")
OLDEST, YOUNGEST = 0, -1


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    w.quarters_to_election[ALLY_SIDE] = rng.integers(0, 3)
    w.leader_change[ALLY_SIDE] = rng.integers(0, 2)
    w.reckoning *= rng.integers(0, 2)


PREPARE = shape


def test_shares_and_weights_sum_to_one_and_old_cohorts_leave() -> None:
    w, p = still()
    before = w.cohort_weight.copy()
    play(MECHANISM, w, p, quarters=60)
    assert w.cohort_weight.sum() == pytest.approx(1.0)
    assert w.ideology.sum(axis=1) == pytest.approx(np.ones(8))
    for level in (w.public_ideology, w.party_voice, w.government_ideology):
        assert level.sum() == pytest.approx(1.0)
    assert w.cohort_weight[OLDEST] < 0.2 * before[OLDEST]
    assert w.cohort_weight[YOUNGEST] > 1.5 * before[YOUNGEST]


@pytest.mark.system("S26")
def test_generations_replace_each_other_and_pacifism_weakens_though_nobody_changes_their_mind() -> None:
    replaced, p = still()
    frozen, q = still()
    p.ideology_rethink = q.ideology_rethink = 0.0
    q.death_level = q.cohort_entry = 0.0
    play(MECHANISM, replaced, p, quarters=60)
    play(MECHANISM, frozen, q, quarters=60)
    assert replaced.ideology == pytest.approx(frozen.ideology)
    assert replaced.public_ideology[PACIFIST] < frozen.public_ideology[PACIFIST] - 0.01


@pytest.mark.system("S26")
def test_threat_moves_government_to_realism_ahead_of_the_public_and_cabinet_consent_with_it() -> None:
    alarmed, p = still()
    calm, _ = still()
    alarmed.threat[ALLY, [RIVAL, PROLIFERATOR]] = 0.95
    for w in (alarmed, calm):
        play(MECHANISM, w, p, quarters=8)
        play(CONSENT, w, p)
    in_government = alarmed.government_ideology[REALIST] - calm.government_ideology[REALIST]
    in_public = alarmed.public_ideology[REALIST] - calm.public_ideology[REALIST]
    assert in_government > in_public > 0
    assert alarmed.consent[CABINET] - calm.consent[CABINET] > alarmed.consent[PARLIAMENT] - calm.consent[PARLIAMENT]


@pytest.mark.system("S26")
def test_unsettled_history_feeds_nationalism() -> None:
    bitter, p = still()
    settled, _ = still()
    bitter.friction, settled.friction = 0.9, 0.0
    play(MECHANISM, bitter, p, quarters=40)
    play(MECHANISM, settled, p, quarters=40)
    assert bitter.public_ideology[NATIONALIST] > settled.public_ideology[NATIONALIST]


def pacifists_after(blame: int, start: float, reinforcement: float, sign: float) -> float:
    """Pacifists in the public ten years after a shock, less those of a twin world without it."""
    shares = []
    for memory in (3.0, 0.0):
        w, p = still()
        p.ideology_rethink, p.ideology_settling, p.ideology_reinforcement = 0.1, 0.0, reinforcement
        p.ideology_enemy_realist = p.ideology_enemy_nationalist = 0.6 * sign
        p.ideology_entanglement_realist = p.ideology_entanglement_nationalist = -0.6 * sign
        w.ideology[:] = [start, 0.9 - start, 0.1]
        p.ideology_formed[:] = w.ideology
        w.casualty_memory, w.blame[blame] = memory, 1.0
        play(MECHANISM, w, p, quarters=8)
        w.casualty_memory = 0.0
        shares.append(float(play(MECHANISM, w, p, quarters=32).public_ideology[PACIFIST]))
    return shares[0] - shares[1]


@pytest.mark.system("S27")
def test_after_the_same_losses_blame_and_sign_decide_between_pacifism_and_its_opposite() -> None:
    assert pacifists_after(BLAME_ENEMY, 0.4, 0.8, 1.0) < 0 < pacifists_after(BLAME_ENTANGLEMENT, 0.4, 0.8, 1.0)
    assert pacifists_after(BLAME_ENEMY, 0.4, 0.8, -1.0) > 0 > pacifists_after(BLAME_ENTANGLEMENT, 0.4, 0.8, -1.0)


@pytest.mark.system("S27")
def test_a_passing_shock_leaves_a_lasting_mark_only_where_views_reinforce_themselves() -> None:
    faded = pacifists_after(BLAME_ENEMY, 0.45, 0.3, 1.0)
    locked = pacifists_after(BLAME_ENEMY, 0.45, 1.15, 1.0)
    assert abs(locked) > 3 * abs(faded)
    assert abs(pacifists_after(BLAME_ENEMY, 0.45, 1.15, 1.0) - pacifists_after(BLAME_ENEMY, 0.7, 1.15, 1.0)) > 0.02
