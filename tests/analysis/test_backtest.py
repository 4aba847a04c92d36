"""Backtests: a verdict that asks for every rule to be beaten, places, totals over quantities, sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.backtest import (
    compared,
    error,
    judged,
    lost_by,
    misses_first,
    over_best,
    overall,
    sentence,
    single_rule,
    verdict,
)
from kaname.analysis.rules import RULES, forecasts

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
    of_output: bool = False
    hindsight: str = ""


def _crps(model: float, *rules: float) -> dict[str, float]:
    return {"model": model, **dict(zip(RULES, rules, strict=True))}


def test_a_certain_and_right_forecast_has_no_error() -> None:
    assert error(np.array([[3.0, 3.0], [4.0, 4.0]]), [3.0, 4.0]) == 0.0


def test_only_years_before_the_start_are_history() -> None:
    observed = {year: float(year % 7) for year in range(2000, 2015)}
    entry = judged(Made(np.full((4, 2), 2.0), observed), 2013)
    later = judged(Made(np.full((4, 2), 2.0), observed | {2013: 99.0, 2014: 99.0}), 2013)
    rules = forecasts([observed[year] for year in range(2003, 2013)], 2)
    for rule in RULES:
        assert entry["crps"][rule] == pytest.approx(error(rules[rule], [observed[2013], observed[2014]]))
        assert later["crps"][rule] == pytest.approx(error(rules[rule], [99.0, 99.0]))


def test_a_year_without_an_observation_is_not_scored_and_rules_look_as_far_ahead() -> None:
    observed = {year: float(year % 5) for year in range(2003, 2013)} | {2015: 3.0}
    entry = judged(Made(np.full((4, 1), 2.0), observed, years=(2015,)), 2013)
    rules = forecasts([observed[year] for year in range(2003, 2013)], 3)
    assert entry["crps"]["trend"] == pytest.approx(error(rules["trend"][[2]], [3.0]))
    assert (entry["n"], entry["horizon_years"]) == (1, 3)


def test_shares_of_output_are_told_in_per_cent_and_those_of_people_are_not() -> None:
    observed = dict.fromkeys(range(2003, 2015), 0.01)
    entry = judged(Made(np.full((5, 2), 0.02), observed, unit="share", source=(), of_output=True), 2013)
    assert entry["unit"] == "% of output"
    assert entry["crps"]["model"] == pytest.approx(1.0)
    assert entry["source"] == ["recalled, not read"]
    assert judged(Made(np.full((5, 2), 0.02), observed, unit="share"), 2013)["crps"]["model"] == pytest.approx(0.01)


def test_the_place_of_what_came_is_the_share_of_futures_below_it() -> None:
    observed = dict.fromkeys(range(2003, 2013), 1.0) | {2013: 7.5, 2014: 3.0}
    entry = judged(Made(np.tile(np.arange(10.0)[:, np.newaxis], (1, 2)), observed), 2013)
    assert entry["places"] == [0.8, 0.35]
    assert entry["inside_90"] == 2


@given(positive, st.tuples(*[positive] * len(RULES)))
def test_a_hit_beats_every_rule_and_the_sentence_says_which_it_beats(model: float, rules: tuple[float, ...]) -> None:
    crps = _crps(model, *rules)
    assert (verdict(crps) == "hit") == (model < min(rules)) == (over_best(crps) < 1.0 or model < min(rules))
    last = {"year": 2014, "observed": 1.0, "median": 1.0, "low": 0.0, "high": 2.0}
    text = sentence({"crps": crps, "start": 2013, "n": 2, "what": "x", "unit": "y", "inside_90": 1, "last": last})
    beaten, _, rest = text.partition("not smaller than that of")
    for rule in RULES:
        assert (f"{rule} (" in rest) == (model >= crps[rule])
        assert (f"{rule} (" in beaten) == (model < crps[rule])


def test_misses_stand_before_hits_the_worst_first() -> None:
    def entry(name: str, model: float) -> dict[str, object]:
        crps = _crps(model, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
        return {"series": name, "crps": crps, "verdict": verdict(crps)}

    rows = misses_first([entry("good", 0.5), entry("bad", 1.5), entry("worst", 4.0), entry("best", 0.1)])
    assert [row["series"] for row in rows] == ["worst", "bad", "good", "best"]


def _rows(quantity: str, model: float, inside: int, hindsight: str = "") -> list[dict[str, object]]:
    crps = _crps(model, *[1.0] * len(RULES))
    row = {"series": quantity, "quantity": quantity, "what": quantity, "crps": crps, "n": 4, "inside_90": inside}
    return [{**row, "places": [0.1, 0.9] * 2, "verdict": verdict(crps), "hindsight": hindsight}] * 3


def test_totals_are_geometric_and_their_intervals_draw_whole_quantities() -> None:
    total = overall([*_rows("a", 0.5, 4), *_rows("b", 2.0, 2)], 1)
    assert total["ratio"] == pytest.approx([1.0, 0.5, 2.0])
    assert total["coverage"] == pytest.approx([0.75, 0.5, 1.0])
    assert total["by_rule"] == pytest.approx(dict.fromkeys(RULES, 1.0))
    assert total["places"] == [12, 0, 0, 0, 12]
    assert total == overall([*_rows("a", 0.5, 4), *_rows("b", 2.0, 2)], 1)


def test_what_was_judged_with_hindsight_stands_outside_the_total() -> None:
    total = overall([*_rows("a", 2.0, 2), *_rows("seen", 0.1, 4, "someone had seen it")], 1)
    assert total["ratio"][0] == pytest.approx(2.0)
    assert total["by_quantity"]["seen"]["ratio"] == pytest.approx(0.1)
    assert total["quantities"] == ["a"]


def test_a_part_held_still_is_compared_by_the_ratio_of_errors_of_the_same_backtests() -> None:
    def row(series: str, model: float) -> dict[str, object]:
        return {"series": series, "what": series, "crps": {"model": model}}

    pairs = [(row("a", 1.0), row("a", 2.0)), (row("a", 1.0), row("a", 0.5)), (row("b", 1.0), row("b", 4.0))]
    found = compared(pairs)
    assert (found["n"], found["worse"]) == (3, 2)
    assert found["ratio"] == pytest.approx(4.0 ** (1 / 3))
    assert [(line["series"], line["n"], line["ratio"]) for line in found["rows"]] == [("a", 2, 1.0), ("b", 1, 4.0)]


def test_the_single_rule_is_picked_once_over_all_and_not_series_by_series() -> None:
    first, second = _crps(1.0, 0.5, 2.0, 1.0, 4.0, 4.0, 4.0), _crps(1.0, 4.0, 0.5, 1.0, 4.0, 4.0, 4.0)
    single = single_rule([{"crps": first}, {"crps": second}])
    assert single["rule"] in (RULES[1], RULES[2])
    assert single["ratio"] == pytest.approx(1.0)
    assert single["of_best"] == pytest.approx(2.0)


def test_series_that_lose_most_stand_first_with_what_is_left_without_them() -> None:
    rows = lost_by([*_rows("won", 0.5, 4), *_rows("lost", 4.0, 2)])
    assert [row["series"] for row in rows] == ["lost", "won"]
    assert [row["ratio"] for row in rows] == pytest.approx([4.0, 0.5])
    assert [row["without"] for row in rows] == pytest.approx([0.5, 4.0])
