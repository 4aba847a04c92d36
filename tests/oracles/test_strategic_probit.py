"""Strategic probit: the cells of the three-outcome crisis game (analytic and replicated; 1e-12)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kaname.games.strategic_probit import ERRORS, STATUS_QUO, WAR, Part, cases, chances


def strategic_probit(errors: str, **utilities: float) -> np.ndarray:
    """Chances of status quo, capitulation and war in one case whose utilities are numbers."""
    parts = {name: Part(np.zeros((1, 0)), value) for name, value in utilities.items()}
    (found,) = chances(cases([STATUS_QUO], errors, **parts), np.zeros(0))
    return found


@pytest.fixture(scope="module")
def published(shared: Path) -> list[dict[str, Any]]:
    return json.loads((shared / "validation" / "data" / "oracles.json").read_text())["strategic_probit"]


@pytest.mark.parametrize("structure", ERRORS)
def test_the_chances_of_the_outcomes_are_the_published_ones(published: list[dict[str, Any]], structure: str) -> None:
    for case in published:
        found = strategic_probit(structure, **case["inp"])
        said = case[structure]
        assert tuple(found) == pytest.approx((said["p_sq"], said["p_cap"], said["p_war"]), abs=1e-12)


def test_the_chances_sum_to_one() -> None:
    for errors in ERRORS:
        assert sum(strategic_probit(errors, u11=0.3, u13=1.2, u14=-2.0, u24=0.4)) == pytest.approx(1.0, abs=1e-15)


def test_agent_error_is_what_simulated_players_with_noisy_actions_do() -> None:
    rng = np.random.default_rng(5)
    u11, u13, u14, u24 = 0.0, 1.0, -1.0, 1.0
    resist = rng.normal(size=400_000) + u24 > rng.normal(size=400_000)
    chance = strategic_probit("agent", u11=u11, u13=u13, u14=u14, u24=u24)
    expected = resist.mean() * u14 + (1 - resist.mean()) * u13
    challenge = expected + rng.normal(size=400_000) > u11 + rng.normal(size=400_000)
    assert 1 - challenge.mean() == pytest.approx(chance[STATUS_QUO], abs=0.004)
    assert (challenge & resist).mean() == pytest.approx(chance[WAR], abs=0.004)
