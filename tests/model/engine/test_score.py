"""engine.score: a quarter is added to the totals once, in the unit of the total."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.engine.score import MECHANISM
from kaname.model.world.samples import SMALL, empty_tables, random_params, random_world, turn_of
from tests.laws.shown import NotShown

SHOWN = NotShown("bookkeeping")

run = plain(MECHANISM.run)
QUARTERS_PER_YEAR = 4.0


def own_cases_or_none(rng: np.random.Generator, w: Any, p: Any, tables: Any) -> None:
    """Cases against the ally's own territory in most worlds, none in some."""
    p.homeland_case[:] = rng.integers(0, 2, p.homeland_case.shape) if rng.random() < 0.8 else 0.0


def scored(seed: int) -> tuple[Any, Any, Any]:
    """A random world before and after one quarter's score, and its parameters."""
    rng = np.random.default_rng(seed)
    w, p, tables = random_world(rng, SMALL), random_params(rng, SMALL), empty_tables(SMALL)
    p.homeland_case[:] = (1.0, 0.0, 1.0)
    before = w.copy()
    run(w, p, turn_of(seed, tables))
    return before, w, p


PREPARE = own_cases_or_none


@pytest.mark.parametrize("seed", range(5))
def test_a_quarter_of_the_years_spending_is_added(seed: int) -> None:
    before, after, _ = scored(seed)
    assert after.total_spending - before.total_spending == pytest.approx(before.spending / QUARTERS_PER_YEAR)


@pytest.mark.parametrize("seed", range(5))
def test_equipment_is_counted_at_its_value(seed: int) -> None:
    before, after, p = scored(seed)
    assert after.total_losses - before.total_losses == pytest.approx(
        (before.losses @ (p.lost_part * p.buildup_cost)) * p.buildup_price_level
    )
    assert after.total_casualties - before.total_casualties == pytest.approx(before.casualties)


@pytest.mark.parametrize("seed", range(5))
def test_decision_time_is_averaged_over_the_allys_own_cases(seed: int) -> None:
    before, after, _ = scored(seed)
    expected = (before.decision_days[0] + before.decision_days[2]) / 2.0
    assert after.sum_decision_days - before.sum_decision_days == pytest.approx(expected)
    assert after.sum_gap - before.sum_gap == pytest.approx(before.gap.mean())


def test_a_scenario_without_a_case_against_the_ally_has_no_decision_time() -> None:
    rng = np.random.default_rng(3)
    w, p, tables = random_world(rng), random_params(rng), empty_tables()
    p.homeland_case[:] = 0.0
    before = float(w.sum_decision_days)
    run(w, p, turn_of(0, tables))
    assert w.sum_decision_days == before
