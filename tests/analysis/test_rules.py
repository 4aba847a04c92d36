"""Six rules that know no politics: what each continues, how doubt grows, what they refuse."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.analysis.rules import LEAST_HISTORY, QUANTILES, RULES, forecasts, yearly
from kaname.core.errors import InputError


def _middle(rule: str, history: list[float], steps: int = 4) -> list[float]:
    return [float(x) for x in np.median(forecasts(history, steps)[rule], axis=1)]


def test_a_history_without_change_is_continued_by_every_rule() -> None:
    rules = forecasts([5.0] * 10, 3)
    assert tuple(rules) == RULES
    for name, draws in rules.items():
        assert draws.shape == (3, QUANTILES)
        assert np.median(draws, axis=1) == pytest.approx([5.0] * 3)
        assert np.ptp(draws) == pytest.approx(0.0) or name == "still"


def test_persistence_stays_trend_goes_on_and_a_damped_one_fades() -> None:
    history = [10.0, 11.0, 13.0, 14.0, 16.0]
    assert _middle("persistence", history) == pytest.approx([16.0] * 4)
    assert _middle("trend", history) == pytest.approx([17.5, 19.0, 20.5, 22.0])
    damped = _middle("damped", history)
    assert damped[0] == pytest.approx(16.0 + 0.85 * 1.5)
    assert np.all(np.diff(damped, 2) < 0)


def test_a_return_to_the_mean_nears_it_and_its_doubt_stops_growing() -> None:
    rng = np.random.default_rng(0)
    values = [10.0]
    for _ in range(200):
        values.append(10.0 + 0.5 * (values[-1] - 10.0) + rng.normal())
    history = [*values[-200:-1], 16.0]
    rules = forecasts(history, 20)
    assert abs(float(np.median(rules["ar1"][-1])) - 10.0) < 0.5
    widths = np.ptp(rules["ar1"], axis=1)
    assert widths[-1] / widths[9] == pytest.approx(1.0, abs=0.02)
    grown = np.ptp(rules["persistence"], axis=1)
    assert grown[19] / grown[4] == pytest.approx(2.0, rel=0.4)


def test_the_panel_learns_its_pace_from_all_series() -> None:
    slow = [list(np.linspace(1.0, 2.0, 10)), list(np.linspace(4.0, 2.0, 10))]
    fast = [[1.0, 2.0] * 5, [3.0, 1.0] * 5]
    history = [1.0, 1.0, 1.0, 1.0, 1.2]
    near, far = (float(np.median(forecasts(history, 3, alike)["panel"][2])) for alike in (fast, slow))
    assert near < far


def test_still_has_eight_per_cent_of_error_at_every_step() -> None:
    spread = np.std(forecasts([50.0, 60.0, 100.0], 5)["still"], axis=1)
    assert spread == pytest.approx([8.0] * 5, rel=0.03)


def test_no_rule_goes_below_nought() -> None:
    assert min(draws.min() for draws in forecasts([9.0, 0.0, 8.0, 0.0], 5).values()) == 0.0


def test_too_short_a_history_is_refused() -> None:
    with pytest.raises(InputError, match="2 years before the start are too few"):
        forecasts([1.0] * (LEAST_HISTORY - 1), 3)


def test_years_between_two_observations_stand_in_line_and_nothing_later_is_known() -> None:
    assert yearly({2000: 1.0, 2003: 4.0, 2010: 99.0}, 2009) == pytest.approx([1.0, 2.0, 3.0, 4.0])
    assert yearly({2010: 99.0}, 2009) == []
