"""Paired arms: each changes what it names, meets the same shocks, and says what it cannot change."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.compile.compiled import compile_study
from kaname.core.errors import InputError
from kaname.store.spans import Span
from kaname.study.arms import Arms, Change, run_arms
from kaname.study.chunk import compute
from kaname.study.design import Design
from kaname.study.places import place_of
from tests.study.runs import SCENARIO

FUTURES, YEARS, SEED = 16, 3, 5
CHANGES = {
    "as_is": Change(),
    "again": Change(times={"stock.jp": 1.0}, levers={}),
    "step_up": Change(bargain="step_up"),
    "unarmed": Change(times={"stock.cn": 0.0}),
    "spent": Change(levers={"defence_share": 0.05}),
    "at_rest": Change(frozen=("crisis.opportunity",)),
    "no_growth": Change(parameters={"growth_drift": 0.0}, start={"gdp.jp": 5000.0}),
}


@pytest.fixture(scope="module")
def arms() -> Arms:
    return run_arms(SCENARIO, CHANGES, futures=FUTURES, years=YEARS, seed=SEED)


def test_an_arm_of_a_bargain_has_the_rows_of_a_comparison(arms: Arms) -> None:
    design = Design(SCENARIO, ("as_is", "step_up"), FUTURES, seed=SEED, years=YEARS, robustness=0)
    compiled = compile_study(SCENARIO, ["as_is", "step_up"], YEARS, settings=design.settings)
    for bargain in design.bargains:
        rows = compute(compiled, design, Span(bargain, 0, FUTURES - 1))
        assert arms.rows[bargain].tobytes() == rows.outcomes.tobytes()


def test_an_arm_that_changes_nothing_is_the_reference_in_every_future(arms: Arms) -> None:
    assert arms.rows["again"].tobytes() == arms.rows["as_is"].tobytes()


def test_every_other_arm_differs_from_the_reference(arms: Arms) -> None:
    for arm in set(CHANGES) - {"as_is", "again"}:
        assert (arms.rows[arm] != arms.rows["as_is"]).any(), arm
    assert not any(arms.failed.values())


def test_what_an_arm_changes_is_seen_where_it_is_named(arms: Arms) -> None:
    assert arms.column("unarmed", "ready_forces.cn").mean() < 0.5 * arms.column("as_is", "ready_forces.cn").mean()
    assert arms.column("spent", "spending.jp").mean() > arms.column("as_is", "spending.jp").mean()
    assert not any(arms.column("at_rest", name).any() for name in arms.columns if name.startswith("opportunities."))
    assert arms.difference("spent", "as_is", "spending.jp")["differing"] == FUTURES


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (Change(times={"stok.jp": 2.0}), "stock"),
        (Change(times={"stock.jq": 2.0}), "jp"),
        (Change(times={"stock.jp.air.more": 2.0}), "axes"),
        (Change(parameters={"adoption": 7.0}), "outside 0..1"),
        (Change(parameters={"gdp.jp": 1.0}), "not a parameter"),
        (Change(start={"adoption": 1.0}), "not a starting value"),
        (Change(levers={"clarty": 1.0}), "clarity"),
        (Change(frozen=("crisis.oportunity",)), "crisis.opportunity"),
        (Change(bargain="as_it_is"), "as_is"),
    ],
)
def test_a_change_that_cannot_be_made_is_answered_before_anything_runs(change: Change, wanted: str) -> None:
    with pytest.raises(InputError) as trouble:
        run_arms(SCENARIO, {"as_is": Change(), "wrong": change}, futures=1, years=1)
    assert wanted in str(trouble.value)


def test_an_arm_or_outcome_that_is_not_there_is_named(arms: Arms) -> None:
    with pytest.raises(InputError, match="step_up"):
        arms.column("step_upp", "spending.jp")
    with pytest.raises(InputError, match=r"spending\.jp"):
        arms.column("as_is", "spending.jpp")


def test_a_star_stands_for_all_members_of_an_axis() -> None:
    compiled = compile_study(SCENARIO, ["as_is"], 1)
    start, params = np.repeat(compiled.start, 2), np.repeat(compiled.params["as_is"], 2)
    place_of(compiled, "belief.*.senkaku").of(start, params)[...] = 0.125
    contingencies = list(compiled.axes["contingency"])
    assert (start["belief"][:, :, contingencies.index("senkaku")] == 0.125).all()
    assert not (start["belief"][:, :, contingencies.index("taiwan")] == 0.125).any()
