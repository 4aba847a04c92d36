"""Reinforcement in stated phases: it is prepared as far as the promise is kept, slowly, and lost faster."""

from __future__ import annotations

import pytest

from kaname.model.forces.reinforcement import MECHANISM
from tests.laws.shown import Shown

SHOWN = Shown("unmet.ally")


def promised(scene, level=1.0, start=0.5, kept=0.8):
    s = scene(6)
    s.p.promise_keeping[:], s.p.prepared_kept = kept, 0.7
    s.p.reinforcement_gain, s.p.reinforcement_loss = 0.05, 0.2
    s.lever("arrival_commitment", level, start=start)
    s.run(MECHANISM, 1, first=0)
    return s


@pytest.mark.system("S10")
def test_it_begins_as_usual_and_goes_where_the_promise_is_kept(scene):
    s = promised(scene)
    assert s.w.prepared == pytest.approx(0.35 + 0.05 * (0.8 - 0.35))
    assert s.run(MECHANISM, 200).prepared == pytest.approx(0.8, abs=0.01)
    assert s.w.prepared_beyond == pytest.approx(0.45, abs=0.01)


@pytest.mark.system("S10")
def test_a_leadership_that_does_not_keep_promises_prepares_less_than_it_says(scene):
    kept, broken = promised(scene), promised(scene, kept=0.2)
    assert broken.run(MECHANISM, 40).prepared < kept.run(MECHANISM, 40).prepared - 0.2


def test_what_was_prepared_is_lost_faster_than_it_was_built(scene):
    up, down = promised(scene, 1.0), promised(scene, 0.0)
    gained = up.run(MECHANISM, 4).prepared - 0.35
    lost = 0.35 - down.run(MECHANISM, 4).prepared
    assert lost > gained > 0.0
    assert down.w.prepared_beyond < 0.0
