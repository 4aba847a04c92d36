"""Perfect deterrence: thresholds of a hard and a soft challenger (analytic; 1e-12)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kaname.model.crisis.theory import deterrence_thresholds


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[dict[str, Any]]:
    return json.loads((shared / "validation" / "data" / "oracles.json").read_text())["udg_thresholds"]


def test_the_thresholds_are_those_of_the_unilateral_deterrence_game(cases: list[dict[str, Any]]) -> None:
    for case in cases:
        said = case["inp"]
        found = deterrence_thresholds(said["c_DC"], said["c_SQ"], said["c_CD"], said["c_DDplus"])
        assert found == pytest.approx((case["out"]["c_t"], case["out"]["c_s"]), abs=1e-12)


def test_a_soft_challenger_is_deterred_by_less() -> None:
    hard, soft = deterrence_thresholds(1.0, 0.6, 0.0, 0.3)
    assert soft < hard


def test_a_better_status_quo_lowers_both_thresholds() -> None:
    content, discontent = deterrence_thresholds(1.0, 0.8, 0.0, 0.2), deterrence_thresholds(1.0, 0.6, 0.0, 0.2)
    assert content[0] < discontent[0]
    assert content[1] < discontent[1]


def test_at_its_threshold_a_hard_challenger_is_indifferent() -> None:
    unopposed, status_quo, conflict = 1.0, 0.6, 0.3
    hard, _ = deterrence_thresholds(unopposed, status_quo, 0.0, conflict)
    assert hard * conflict + (1 - hard) * unopposed == pytest.approx(status_quo)
