"""Readiness: exercises build it, tempo wears it, and it goes faster than it comes."""

from __future__ import annotations

import pytest

from kaname.model.forces.readiness import MECHANISM
from kaname.words.axes import COAST_GUARD
from tests.laws.shown import Shown

SHOWN = Shown("competition")


def ready(scene, tempo=0.7):
    s = scene(5)
    s.p.readiness_base[:] = 0.6
    s.w.readiness[:] = 0.6
    s.p.readiness_exercise, s.p.readiness_wear, s.p.readiness_first_responder = 0.2, 0.05, 0.15
    s.p.readiness_gain, s.p.readiness_loss = 0.1, 0.2
    s.p.readiness_pushing, s.p.readiness_pushing_normal = 0.0, 0.05
    s.p.target[:] = s.p.ally
    s.w.tempo_ships[:] = 0.0
    s.lever("exercise_tempo", tempo, start=0.7)
    s.lever("first_responder_readiness", 0.5)
    return s


@pytest.mark.system("S36")
def test_cancelling_exercises_lowers_the_readiness_of_those_who_exercised_together(scene):
    held, cancelled = ready(scene), ready(scene, tempo=0.0)
    together = [int(held.p.protector), int(held.p.ally), int(held.p.partner)]
    after_held, after = held.run(MECHANISM, 8).readiness, cancelled.run(MECHANISM, 8).readiness
    for a in range(after.shape[0]):
        if a in together:
            assert after[a] < after_held[a] - 0.05
        else:
            assert after[a] == after_held[a]


def test_more_tempo_than_forces_bear_wears_them_out(scene):
    s = ready(scene, tempo=1.0)
    s.p.readiness_exercise, s.p.readiness_wear = 0.02, 0.5
    assert s.run(MECHANISM, 8).readiness[s.p.ally] < 0.6


def test_practice_of_first_responders_is_the_allys_alone(scene):
    s = ready(scene)
    s.lever("first_responder_readiness", 1.0, start=0.5)
    after = s.run(MECHANISM, 8).readiness
    assert after[s.p.ally] > 0.62
    assert after[s.p.protector] == pytest.approx(0.6)


def test_readiness_is_lost_faster_than_it_is_built(scene):
    low, high = ready(scene), ready(scene)
    low.w.readiness[:], high.w.readiness[:] = 0.5, 0.7
    gained = low.run(MECHANISM).readiness[0] - 0.5
    lost = 0.7 - high.run(MECHANISM).readiness[0]
    assert lost == pytest.approx(2.0 * gained)


@pytest.mark.system("S38")
def test_ships_that_push_wear_out_the_ally_whose_coast_guard_shadows_them(scene):
    usual, pushed, elsewhere = ready(scene), ready(scene), ready(scene)
    for s in (usual, pushed, elsewhere):
        s.p.readiness_pushing = 0.5
        s.w.stock[s.p.ally, COAST_GUARD] = 50.0
        s.w.tempo_ships[0] = 0.05 * 50.0 * 91.0
    pushed.w.tempo_ships[1] = elsewhere.w.tempo_ships[1] = 0.1 * 50.0 * 91.0
    elsewhere.p.target[1] = elsewhere.p.partner
    ally = int(usual.p.ally)
    assert usual.run(MECHANISM, 40).readiness[ally] == pytest.approx(0.6)
    assert pushed.run(MECHANISM, 40).readiness[ally] == pytest.approx(0.55, abs=1e-3)
    assert elsewhere.run(MECHANISM, 40).readiness[ally] == pytest.approx(0.6)
    assert pushed.w.readiness[pushed.p.protector] == pytest.approx(0.6)
