"""Backtests: two simple rules, a verdict that asks for both to be beaten, sentences that follow the numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.backtest import QUANTILES, baselines, error, judged, misses_first, sentence, verdict
from kaname.core.errors import InputError

positive = st.floats(0.001, 1000.0)


@dataclass
class Made:
    """A series as study.backtest gives it."""

    futures: np.ndarray
    observed: dict[int, float]
    years: tuple[int, ...] = (2013, 2014)
    name: str = "tests"
    what: str = "tests in a year"
    unit: str = "tests per year"
    grade: str = "A"
    source: tuple[str, ...] = field(default=("someone_2020",))


def test_a_history_without_change_is_continued_by_both_rules_without_doubt() -> None:
    rules = baselines([5.0] * 10, 3)
    for draws in rules.values():
        assert draws.shape == (3, QUANTILES)
        assert np.all(draws == 5.0)


def test_persistence_stays_and_trend_goes_on_and_both_widen() -> None:
    rules = baselines([10.0, 11.0, 13.0, 14.0, 16.0], 4)
    assert np.median(rules["persistence"], axis=1) == pytest.approx([16.0] * 4)
    assert np.median(rules["trend"], axis=1) == pytest.approx([17.5, 19.0, 20.5, 22.0])
    spread = {name: np.ptp(draws, axis=1) for name, draws in rules.items()}
    assert spread["persistence"][3] == pytest.approx(2.0 * spread["persistence"][0])
    assert np.all(spread["trend"] < spread["persistence"]), "a drift that is known is no part of the doubt"


def test_no_rule_says_less_than_nothing() -> None:
    assert baselines([9.0, 0.0, 8.0, 0.0], 5)["persistence"].min() == 0.0


def test_too_short_a_history_is_refused() -> None:
    with pytest.raises(InputError, match="2 years before the start are too few"):
        baselines([1.0, 2.0], 3)


def test_a_certain_and_right_forecast_has_no_error() -> None:
    assert error(np.array([[3.0, 3.0], [4.0, 4.0]]), [3.0, 4.0]) == 0.0


def test_only_years_before_the_start_are_history() -> None:
    observed = {year: float(year % 7) for year in range(2000, 2015)}
    said = judged(Made(np.full((4, 2), 2.0), observed), 2013)
    later = judged(Made(np.full((4, 2), 2.0), observed | {2013: 99.0, 2014: 99.0}), 2013)
    rules = baselines([observed[year] for year in range(2003, 2013)], 2)
    assert said["crps"]["persistence"] == pytest.approx(error(rules["persistence"], [observed[2013], observed[2014]]))
    assert later["crps"]["persistence"] == pytest.approx(error(rules["persistence"], [99.0, 99.0]))


def test_shares_are_told_in_per_cent_and_what_was_recalled_is_said_to_be() -> None:
    observed = dict.fromkeys(range(2003, 2015), 0.01)
    entry = judged(Made(np.full((5, 2), 0.02), observed, unit="share", source=()), 2013)
    assert entry["unit"] == "% of output"
    assert entry["crps"]["model"] == pytest.approx(1.0)
    assert entry["source"] == ["recalled, not read"]
    assert entry["verdict"] == "miss"


@given(positive, positive, positive)
def test_a_hit_beats_both_rules_and_the_sentence_says_which_it_beats(m: float, p: float, t: float) -> None:
    crps = {"model": m, "persistence": p, "trend": t}
    assert (verdict(crps) == "hit") == (m < min(p, t))
    last = {"year": 2014, "observed": 1.0, "median": 1.0, "low": 0.0, "high": 2.0}
    text = sentence({"crps": crps, "start": 2013, "n": 2, "what": "x", "unit": "y", "inside_90": 1, "last": last})
    smaller = text.partition("smaller than that of")[0].endswith("not ") is False and "smaller" in text
    for rule, value in (("persistence", p), ("trend", t)):
        before = text[: text.index(rule)]
        assert before.rpartition("smaller than that of")[0].endswith("not ") == (m >= value)
    assert smaller or m >= max(p, t)


def test_misses_stand_before_hits_the_worst_first() -> None:
    def entry(name: str, m: float) -> dict[str, object]:
        crps = {"model": m, "persistence": 1.0, "trend": 2.0}
        return {"series": name, "crps": crps, "verdict": verdict(crps)}

    found = misses_first([entry("good", 0.5), entry("bad", 1.5), entry("worst", 4.0), entry("best", 0.1)])
    assert [one["series"] for one in found] == ["worst", "bad", "good", "best"]
