"""Pace and luck of shares, fitted to a panel: recovered where they are known, and drawn towards the panel."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.errors import InputError
from kaname.core.units import QUARTERS_A_YEAR
from kaname.study.pace import fitted, left_after

DOUBT = 0.08


def panel(pace: float, spreads: dict[str, float], years: int, seed: int = 5) -> dict[str, list[float]]:
    """Yearly means of a share that returns to 0.02 with that pace and each series' luck."""
    rng, rows = np.random.default_rng(seed), {}
    for name, spread in spreads.items():
        log, quarters = 0.0, []
        for _ in range(QUARTERS_A_YEAR * years):
            log += -pace * log + spread * rng.standard_normal()
            quarters.append(0.02 * np.exp(log))
        rows[name] = np.reshape(quarters, (years, QUARTERS_A_YEAR)).mean(axis=1).tolist()
    return rows


def test_the_spread_of_a_known_panel_is_found_again_and_made_up_for_the_unknown_goal() -> None:
    fit = fitted(panel(0.08, dict.fromkeys("abcdefgh", 0.04), 60), 0.0, 0.03, 0.15)
    assert 0.04 < fit.pooled < 0.04 * np.sqrt(2.0)
    assert 0.03 <= fit.pace <= 0.15


def test_changes_of_the_panel_are_as_large_as_luck_and_doubt_make_them() -> None:
    rows = panel(0.05, dict.fromkeys("abcdefghij", 0.04), 60)
    fit = fitted(rows, DOUBT, 0.02, 0.3)
    logs = np.log(np.array(list(rows.values())))
    changed = [np.mean((logs[:, years:] - logs[:, :-years]) ** 2) for years in range(1, 7)]
    luck, gone = left_after(fit.pace, 6)
    assert fit.pooled**2 * luck + (DOUBT * gone) ** 2 == pytest.approx(changed, rel=0.2)


def test_a_slow_panel_has_a_slower_pace_than_a_fast_one() -> None:
    spreads = dict.fromkeys("abcdefgh", 0.04)
    slow, fast = (fitted(panel(pace, spreads, 80), 0.0, 0.01, 0.5).pace for pace in (0.02, 0.3))
    assert slow < fast


def test_a_state_s_own_luck_lies_between_its_changes_and_the_panel_s() -> None:
    rows = panel(0.08, {"calm": 0.01, "b": 0.04, "c": 0.04, "d": 0.04, "wild": 0.12}, 20)
    fit = fitted(rows, DOUBT, 0.03, 0.15)
    own = {name: np.sqrt(np.mean(np.diff(np.log(row)) ** 2)) for name, row in rows.items()}
    assert fit.spread["calm"] < fit.spread["b"] < fit.spread["wild"]
    assert fit.spread["calm"] / fit.spread["b"] > own["calm"] / own["b"]
    assert fit.spread["wild"] / fit.spread["b"] < own["wild"] / own["b"]


def test_equal_states_share_one_luck() -> None:
    values = panel(0.08, {"a": 0.04}, 20)["a"]
    fit = fitted({"a": values, "b": values, "c": values}, DOUBT, 0.03, 0.15)
    assert fit.spread["a"] == pytest.approx(fit.spread["b"], rel=1e-12)


def test_luck_left_after_years_grows_less_and_less_and_the_way_gone_reaches_one() -> None:
    variance, gone = left_after(0.1, 30)
    assert np.all(np.diff(variance) > 0.0)
    assert np.all(np.diff(variance, 2) < 0.0)
    assert gone[-1] == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize("short", [{}, {"a": [1.0] * 9}, {"a": [1.0, 2.0, 3.0], "b": [1.0] * 9}])
def test_too_short_a_panel_is_refused(short: dict[str, list[float]]) -> None:
    with pytest.raises(InputError, match="a pace needs 2 series of 5 years"):
        fitted(short, DOUBT, 0.03, 0.15)
