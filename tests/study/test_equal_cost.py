"""Equal cost: each side's mean present value is brought to that of the budget bargain, and by no other means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kaname.compile.compiled import Compiled, compile_study
from kaname.core.present_value import annuity
from kaname.study.design import Design
from kaname.study.equal_cost import discount_rate, parties, stored_costs
from kaname.study.runner import Run, run

BARGAINS = ("as_is", "cold_war", "autonomous_defence")
YEARS, FUTURES = 5, 12


def study() -> Compiled:
    return compile_study("us-japan", BARGAINS, years=YEARS, settings={"adoption": 1.0})


def asked(**more: object) -> Design:
    return Design("us-japan", BARGAINS, FUTURES, years=YEARS, adoption="adopted", robustness=FUTURES, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(asked(), study(), tmp_path_factory.mktemp("level") / "run", "kaname compare")


def told(done: Run) -> dict:
    (check,) = [check for check in done.summary["checks"] if check["id"] == "equal_cost"]
    return check


def test_a_dearer_bargain_is_cut_and_a_cheaper_one_is_given_more(done: Run) -> None:
    levels = told(done)["levels"]
    assert set(levels) == set(BARGAINS[1:])
    assert levels["autonomous_defence"]["jp"] < -1.0
    assert levels["cold_war"]["jp"] > 0.5


def test_what_is_left_of_the_difference_is_a_small_part_of_it(done: Run) -> None:
    compiled = study()
    for bargain in BARGAINS[1:]:
        mine = stored_costs(compiled, done.manifest, bargain, "jp", FUTURES)
        standard = stored_costs(compiled, done.manifest, "as_is", "jp", FUTURES)
        proposed = float((mine.values - standard.values).mean())
        assert abs(told(done)["residual"][bargain]["jp"]["mean"]) < 0.1 * abs(proposed)


def test_the_budget_bargain_is_left_as_it_is(done: Run) -> None:
    files = [done.manifest.paths("as_is", arm=arm) for arm in ("", "equal_cost")]
    compiled = study()
    values = [stored_costs(compiled, done.manifest, "as_is", state, FUTURES, arm).values
              for arm in ("", "equal_cost") for state in parties(compiled)]  # fmt: skip
    assert files[0] != files[1]
    assert (values[0] == values[2]).all()
    assert (values[1] == values[3]).all()


def test_another_bargain_can_be_the_standard(tmp_path: Path) -> None:
    other = run(asked(budget="cold_war"), study(), tmp_path / "run", "kaname compare")
    assert told(other)["budget"] == "cold_war"
    assert set(told(other)["levels"]) == {"as_is", "autonomous_defence"}
    assert told(other)["levels"]["as_is"]["jp"] < 0.0


def test_the_present_value_is_that_of_the_stored_years(done: Run) -> None:
    compiled = study()
    costs = stored_costs(compiled, done.manifest, "cold_war", "us", 3)
    rate = discount_rate(compiled)
    assert costs.values.shape == (3,)
    undiscounted = replace(compiled, evidence=compiled.evidence)
    totals = done.summary["bargains"]["cold_war"]["outcomes"]["spending.us"]["mean"]
    assert np.mean(costs.values) == pytest.approx(totals / YEARS * annuity(YEARS, rate), rel=0.05)
    assert discount_rate(undiscounted) == rate
