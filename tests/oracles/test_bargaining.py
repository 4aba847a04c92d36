"""Bargaining before war against Fearon's closed forms (analytic; 1e-12)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kaname.model.crisis.theory import bargaining_range, best_offer


@pytest.fixture(scope="module")
def oracles(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "validation" / "data" / "oracles.json").read_text())


def test_the_offer_under_an_unknown_cost_is_the_published_one(oracles: dict[str, Any]) -> None:
    for case in oracles["fearon_uniform"]:
        found = best_offer(case["inp"]["p"], case["inp"]["cA"], case["inp"]["cbar"])
        said = case["out"]
        assert tuple(found) == pytest.approx((said["x"], said["war"], said["EU_A"]), abs=1e-12)


def test_the_range_of_divisions_better_than_war_is_the_published_one(oracles: dict[str, Any]) -> None:
    for case in oracles["fearon_range"]:
        found = bargaining_range(case["p"], case["cA"], case["cB"])
        assert found == pytest.approx((case["lower"], case["upper"]), abs=1e-12)


def test_no_demand_on_a_grid_is_worth_more_than_the_offer() -> None:
    chance, cost_a, highest = 0.55, 0.08, 0.3
    offer = best_offer(chance, cost_a, highest)
    for demand in np.linspace(chance, 1.0, 2001):
        war = min(max((demand - chance) / highest, 0.0), 1.0)
        assert demand * (1 - war) + (chance - cost_a) * war <= offer.value + 1e-12


def test_without_a_cost_that_outweighs_its_own_the_demand_risks_nothing() -> None:
    assert best_offer(0.5, 0.4, 0.4).war == 0.0
