"""The gray zone: nothing later enters a fit, a planted figure is found, and sentences follow numbers either way."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kaname.core.errors import InputError
from validation.gray_zone import compared, page
from validation.gray_zone.compared import BLIND, LEVEL, NAMES, PERSISTENCE, RULE, TREND, Fit, Score
from validation.gray_zone.page import direction_sentence, hit, told_apart_sentence, verdict_sentence, verdict_table
from validation.gray_zone.record import COUNTS, Record, read_record
from validation.gray_zone.rivals import Candidate, Series, chosen, log_likelihood
from validation.gray_zone.rule import blind, certain, ground, played
from validation.places import read_results

DRAWS = 1500
ORIGIN = 2018


@pytest.fixture(scope="module")
def record() -> Record:
    return read_record()


def later_changed(record: Record) -> Record:
    """Another world after the origin: counts and all that is judged."""
    later = record.years > ORIGIN
    inputs = {name: np.where(later, values / 2, values) for name, values in record.inputs.items()}
    return replace(record, days=np.where(later, 10.0, record.days), vessels=np.where(later, 9.0, record.vessels),
                   inputs=inputs)  # fmt: skip


# --- the record


def test_the_counts_are_those_of_the_reference_material(record: Record, shared: Path) -> None:
    file = shared / "validation" / "data" / "senkaku_jcg_by_year.csv"
    other = read_record(file)
    assert (other.days == record.days).all()
    assert (other.vessels == record.vessels).all()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["year"], ["2012"]], "no row for 2013"),
        ([["when"], ["2012"]], "no column year"),
        ([["year", *COUNTS.values()], *([str(year), "many", "1"] for year in range(2012, 2025))], "is no number"),
        ([["year", *COUNTS.values()], *([str(year), "400", "1"] for year in range(2012, 2025))], "above the days"),
    ],
)
def test_a_file_of_counts_that_cannot_be_used_is_told(tmp_path: Path, rows: list[list[str]], said: str) -> None:
    file = tmp_path / "counts.csv"
    with file.open("w", newline="") as handle:
        csv.writer(handle).writerows(rows)
    with pytest.raises(InputError, match=said):
        read_record(file)
    with pytest.raises(InputError, match="cannot be read"):
        read_record(tmp_path / "none.csv")


def test_an_election_opens_a_window_two_quarters_ahead(record: Record) -> None:
    place = list(record.years).index(2016)
    assert [record.window(place, quarter) for quarter in range(4)] == [1.0, 1.0, 0.35, 0.0]
    assert record.window(place + 1, 2) == 1.0


def test_what_is_held_stays_as_it_stood(record: Record) -> None:
    held = record.held(ORIGIN)
    now = list(record.years).index(ORIGIN)
    for name, values in held.inputs.items():
        assert (values[: now + 1] == record.inputs[name][: now + 1]).all()
        assert np.unique(values[now + 1 :]).size == 1
    assert held.inputs["belief"][-1] == record.inputs["belief"][now]


# --- nothing later enters


def test_nothing_after_the_origin_enters_a_fit_or_a_forecast(record: Record) -> None:
    other = later_changed(record)
    for what in compared.SERIES:
        assert compared.fits(other, what, draws=DRAWS) == compared.fits(record, what, draws=DRAWS)
        for mine, theirs in zip(compared.ahead(record, what, draws=DRAWS), compared.ahead(other, what, draws=DRAWS),
                                strict=True):  # fmt: skip
            assert (mine.bands == theirs.bands).all(), mine.name
            assert (mine.crps != theirs.crps).any()


def test_a_forecast_from_a_year_sees_that_year(record: Record) -> None:
    step = compared.by_name(compared.step_by_step(record, "days", draws=DRAWS))
    assert step[PERSISTENCE].bands[2, 1] == pytest.approx(record.days[-6], abs=15)
    assert step[PERSISTENCE].bands[2, 0] == pytest.approx(record.days[-7], abs=15)


# --- the rule


def test_the_rule_blind_to_the_guarantee_does_not_see_it(record: Record) -> None:
    base = ground(50, record.years.size, np.random.default_rng(1))
    doubted = replace(record, inputs={**record.inputs, "belief": record.inputs["belief"] / 3})
    doubted.inputs["belief"][record.years <= ORIGIN] = record.inputs["belief"][record.years <= ORIGIN]
    assert (played(base, blind(record))[0] == played(base, blind(doubted))[0]).all()
    assert (played(base, record)[0] != played(base, doubted)[0]).any()


@pytest.mark.parametrize("cost", [0.3, 1.2])
def test_a_planted_cost_of_presence_is_found(cost: float) -> None:
    years = 60
    rng = np.random.default_rng(8)
    fleets = rng.uniform(0.4, 3.0, years)
    ones = np.ones(years)
    inputs = {"own_fleet": 100 * ones, "other_fleet": 100 * fleets, "storms": 7 * ones, "belief": ones / 2,
              "attention": ones / 2, "law": 0.8 * ones}  # fmt: skip
    when = 2000 + np.arange(years)
    made_up = Record(when, 365 * ones, ones, ones, np.zeros(years, int), inputs)
    named = frozenset(name for name in ground(1, years, rng).figures.dtype.names if name != "tempo_cost")
    base = certain(ground(2000, years, np.random.default_rng(9), named))
    share = played(base, made_up)[0]
    truth = int(np.argmin(np.abs(base.figures.tempo_cost - cost)))
    counts = rng.binomial(365, share[truth]).astype(float)
    rule = Candidate("", share, np.full(2000, 300.0), 0)
    likelihood = log_likelihood(Series(when, counts, 365 * ones, True), rule, years)
    found = base.figures.tempo_cost[chosen(likelihood, rng)]
    assert np.quantile(found, 0.5) == pytest.approx(cost, rel=0.1)


# --- sentences


def scores(**means: float) -> dict[str, Score]:
    other = dict.fromkeys(NAMES, 50.0) | means
    return {name: Score(name, np.full(6, value), np.zeros((5, 6)), 2) for name, value in other.items()}


@pytest.mark.parametrize(
    ("means", "verdict"),
    [
        ({RULE: 10.0, PERSISTENCE: 20.0, TREND: 30.0}, "hit"),
        ({RULE: 25.0, PERSISTENCE: 20.0, TREND: 30.0}, "miss"),
        ({RULE: 25.0, PERSISTENCE: 30.0, TREND: 20.0}, "miss"),
        ({RULE: 20.0, PERSISTENCE: 20.0, TREND: 30.0}, "miss"),
    ],
)
def test_the_verdict_follows_the_numbers(means: dict[str, float], verdict: str) -> None:
    said = verdict_sentence("days", "six years ahead", scores(**means))
    assert f"**{verdict}**" in said
    assert hit(scores(**means)) == (verdict == "hit")
    assert f"mean score is {means[RULE]:.0f}; persistence {means[PERSISTENCE]:.0f} and trend {means[TREND]:.0f}" in said
    assert "Of 6 years 2 came inside its 90 % band." in said


@pytest.mark.parametrize(("level", "blind_", "credit"), [(8.0, 40.0, False), (40.0, 9.0, False), (12.0, 13.0, True)])
def test_credit_is_given_only_where_the_guarantee_helps(level: float, blind_: float, credit: bool) -> None:
    said = verdict_sentence("vessels", "one year ahead", scores(**{RULE: 10.0, LEVEL: level, BLIND: blind_}))
    assert ("No credit to credibility" in said) is not credit
    assert ("It is nearer than" in said) is credit


def test_misses_stand_before_hits() -> None:
    cells = {("days", "a"): scores(**{RULE: 10.0}), ("days", "b"): scores(**{RULE: 90.0}),
             ("days", "c"): scores(**{RULE: 60.0})}  # fmt: skip
    rows = verdict_table(cells)[2:]
    assert [row.split(" | ")[0][-1] for row in rows] == ["b", "c", "a"]
    assert ["**miss**" in row for row in rows] == [True, True, False]


@pytest.mark.parametrize(
    ("chance", "own", "first", "second"),
    [(0.97, 0.9, "clearly favour", "years can tell"), (0.8, 0.3, "lean to", "years cannot tell"),
     (0.4, 0.2, "favour none clearly", "years cannot tell")],
)  # fmt: skip
def test_whether_rivals_are_told_apart_follows_the_numbers(chance: float, own: float, first: str, second: str) -> None:
    found = [Fit(TREND, -1.0, None, -1.0, chance, 9.0), Fit(RULE, -2.0, None, -2.0, 0.03, 9.0)]
    said = told_apart_sentence("days", found, np.full((2, 2), own))
    assert first in said
    assert second in said


@pytest.mark.parametrize(
    ("after", "said"),
    [((0.1, 0.2, 0.3), "above zero"), ((-0.3, -0.2, -0.1), "below zero"), ((-0.1, 0.1, 0.2), "narrows by 62%")],
)
def test_what_is_said_of_the_sign_follows_the_interval(after: tuple[float, ...], said: str) -> None:
    assert said in direction_sentence(np.array([-0.3, 0.1, 0.5]), np.array(after))


def test_the_register_says_what_the_table_says() -> None:
    cells = {("days", "six years ahead"): scores(**{RULE: 10.0}), ("days", "one year ahead"): scores(**{RULE: 90.0})}
    rows = page.register(cells)
    assert [(row["verdict"], row["horizon_years"]) for row in rows] == [("miss", 1), ("hit", 6)]
    assert "*" not in str(rows)


def test_the_shipped_scores_are_those_of_the_page() -> None:
    shown = page.PAGE.read_text(encoding="utf-8").replace("**", "")
    rows = read_results(page.RESULTS)["backtests"]
    assert [row["verdict"] for row in rows] == sorted((row["verdict"] for row in rows), reverse=True), "misses first"
    assert all(row["sentence"] in shown for row in rows)
    assert len(rows) == len(compared.SERIES) * len(compared.SPANS)
