"""Opportunities arise from salience, the same in every bargain until a war was fought or an object taken."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.crisis.opportunity import MECHANISM
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world, turn_of
from tests.laws.shown import Shown

SHOWN = Shown("tension.cn")

run = plain(MECHANISM.run)


def shape(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    """Land and what is none, in all kinds."""
    for name in ("missile_case", "cyber_case", "blockade_case"):
        getattr(p, name)[:] = rng.choice([0, 0, 1], getattr(p, name).shape)


PREPARE = shape


def drawn(future: int, quarter: int, number: int, rate: float) -> np.ndarray:
    """Opportunities of a quarter in a random world."""
    rng = np.random.default_rng(number)
    w, p = random_world(rng), random_params(rng)
    p.opportunity_rate[:] = rate
    w.exhaustion[:], w.territory[:] = 0.0, 1.0
    run(w, p, turn_of(future, empty_tables(), quarter))
    return w.opportunity.copy()


def test_it_reads_nothing_of_the_world_but_what_wars_have_left() -> None:
    assert set(MECHANISM.reads) == {"total_opportunities", "exhaustion", "territory"}


def test_two_worlds_that_differ_in_everything_meet_the_same_opportunities() -> None:
    for future in range(40):
        assert (drawn(future, 3, 1, 0.8) == drawn(future, 3, 2, 0.8)).all()


def test_the_mean_is_the_rate() -> None:
    counts = np.array([drawn(future, quarter, 1, 0.6) for future in range(100) for quarter in range(5)])
    error = np.sqrt(0.6 / counts.size)
    assert counts.mean() == pytest.approx(0.6, abs=4 * error)


def test_opportunities_are_counted() -> None:
    rng = np.random.default_rng(0)
    w, p = random_world(rng, SMALL), random_params(rng, SMALL)
    w.total_opportunities[:] = 5
    p.opportunity_rate[:] = 2.0
    w.exhaustion[:], w.territory[:] = 0.0, 1.0
    run(w, p, turn_of(4, empty_tables()))
    assert (w.total_opportunities == 5 + w.opportunity).all()
    assert w.opportunity.sum() > 0
