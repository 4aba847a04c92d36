"""The clock: steps that add up, law apart from politics, influences taken away alone, windows missed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kaname.compile.compiled import Compiled, compile_study
from kaname.model.crisis.scene import too_late
from kaname.study.crises.case import Case, Eve, eve_of
from kaname.study.crises.clock import INFLUENCES, clock, missed, terms_of
from kaname.study.crises.settings import settings_of


def test_steps_add_up_to_the_decision_and_shares_to_one(case: Case, eve: Eve) -> None:
    said = clock(case, eve)
    total = sum(step["days"]["mean"] for step in said["steps"])
    assert total == pytest.approx(said["total"]["mean"], rel=1e-9)
    assert said["total"]["mean"] == pytest.approx(eve.worlds.decision_days[:, 0].mean(), rel=1e-9)
    assert sum(said["shares"].values()) == pytest.approx(1.0)


def test_law_time_is_what_the_model_itself_calls_law_days(case: Case, eve: Eve) -> None:
    said = clock(case, eve)
    law = sum(step["law_days"]["mean"] for step in said["steps"])
    assert law == pytest.approx(eve.worlds.law_days[:, 0].mean(), rel=1e-9)


def test_an_influence_that_is_absent_changes_nothing_and_one_that_is_there_takes_time(
    flagship: Compiled, case: Case
) -> None:
    quiet = replace(case, settings=settings_of(["undetermined=0", "covered=1", "window=0"], flagship.axes))
    eve = eve_of(quiet)
    said = {one["influence"]: one["days"] for one in clock(quiet, eve)["influences"]}
    now = {one["influence"]: one["days"] for one in clock(case, eve_of(case))["influences"]}
    assert set(said) == set(INFLUENCES)
    assert now["open_law"]["low"] > 0
    assert now["parallel_command"]["low"] > 0
    assert now["predelegation"]["high"] < 0
    assert said["ally_election"]["differing"] == 0


def test_a_window_is_missed_with_the_models_own_chance(case: Case, eve: Eve) -> None:
    p = eve.params[0]
    for days in (0.0, 2.0, 30.0):
        own = missed(np.array([days]), np.array([p.completion_days[0]]))[0]
        assert own == pytest.approx(too_late(p, 0, days), abs=1e-15)


def test_windows_are_missed_more_with_every_step_and_each_side_expects_its_own(case: Case, eve: Eve) -> None:
    windows = clock(case, eve)["windows"]
    after = list(windows["missed_after_step"].values())
    assert after == sorted(after)
    assert after[-1] == pytest.approx(windows["missed"]["mean"], rel=1e-9)
    assert len({one["missed"]["mean"] for one in windows["expected"].values()}) == 3


def test_a_host_is_told_with_the_days_of_its_answer_where_there_is_one(
    flagship: Compiled, case: Case, eve: Eve
) -> None:
    taiwan = Case(flagship, "as_is", 2, runs=4)
    assert clock(taiwan, eve_of(taiwan))["windows"]["host_answer_days"]["q50"] > 0
    assert "host_answer_days" not in clock(case, eve)["windows"]


def test_a_scenario_without_a_law_book_tells_its_own_hours() -> None:
    other = Case(compile_study("us-korea", ["as_is"]), "as_is", 0, runs=1)
    (term,) = terms_of(other, "armed_attack", 3)
    assert term["what"] == "the scenario's figure"
    assert term["hours"] == other.compiled.tables.law_delay[0, 0, 2, 3].tolist()


def test_the_law_behind_a_step_is_told_with_its_grade(case: Case, eve: Eve) -> None:
    for step in clock(case, eve)["steps"]:
        assert step["terms"]
        assert all(term["grade"] in "ABCD" and len(term["hours"]) == 3 for term in step["terms"])
