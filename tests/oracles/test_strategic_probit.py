"""Strategic probit: the cells of the three-outcome crisis game (analytic and replicated; 1e-12)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kaname.model.crisis.theory import strategic_probit


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[dict[str, Any]]:
    return json.loads((shared / "validation" / "data" / "oracles.json").read_text())["strategic_probit"]


@pytest.mark.parametrize("structure", ["agent", "private"])
def test_the_chances_of_the_outcomes_are_the_published_ones(cases: list[dict[str, Any]], structure: str) -> None:
    for case in cases:
        found = strategic_probit(**case["inp"], private=structure == "private")
        said = case[structure]
        assert tuple(found) == pytest.approx((said["p_sq"], said["p_cap"], said["p_war"]), abs=1e-12)


def test_the_chances_sum_to_one() -> None:
    for private in (False, True):
        assert sum(strategic_probit(0.3, 1.2, -2.0, 0.4, private)) == pytest.approx(1.0, abs=1e-15)


def test_agent_error_is_what_simulated_players_with_noisy_actions_do() -> None:
    rng = np.random.default_rng(5)
    u11, u13, u14, u24 = 0.0, 1.0, -1.0, 1.0
    resist = rng.normal(size=400_000) + u24 > rng.normal(size=400_000)
    chance = strategic_probit(u11, u13, u14, u24, False)
    expected = resist.mean() * u14 + (1 - resist.mean()) * u13
    challenge = expected + rng.normal(size=400_000) > u11 + rng.normal(size=400_000)
    assert 1 - challenge.mean() == pytest.approx(chance.status_quo, abs=0.004)
    assert (challenge & resist).mean() == pytest.approx(chance.war, abs=0.004)
