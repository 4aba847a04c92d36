"""Experiments can come out either way: planted worlds in which each does, and the sentence that follows the number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from kaname.analysis.paired import Verdict
from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError
from kaname.report.crisis.sentences import finding, verdict_of
from kaname.study.crises.case import Case, eve_of
from kaname.study.crises.experiments import (
    EXPERIMENTS,
    compared,
    experiment_named,
    names_of_experiments,
    other_contingency,
    run_experiment,
)
from kaname.study.crises.futures import opportunities
from kaname.study.crises.pictures import rules_of, sides_of
from kaname.study.crises.settings import settings_of
from kaname.words.levers import LEVER

RUNS = 200
WORDS = {
    Verdict.HIGHER: "higher",
    Verdict.LOWER: "lower",
    Verdict.SAME: "the same in all",
    Verdict.UNCLEAR: "no clear difference",
}
SENKAKU, MISSILES, TAIWAN, CYBER = "senkaku", "korea_missile", "taiwan", "cyber"
FEARLESS = ("reputation_stake=1.339", "aggression_cost=8.456", "loss_cost=12.664", "audience_target=1.298",
            "support_share=0.562", "joint_per_question=0.75", "dispositional_share_believed=0.657",
            "trust_conduct=-0.075")  # fmt: skip
CLOUDED = ("resolve_low=0.508", "ring_alone=1.82", "dispositional_share=0.19", "terms_doubt=0.976",
           "preemption_stake=1.498", "caution_open_law=0.882", "joint_per_question=1.967",
           "precision_stakes=0.3")  # fmt: skip
OPEN_LAW = ("joint_per_question=1.591", "gain_middle=0.924", "support_credit=0.471", "attention_cost=2.081",
            "stake=0.107", "restraint_open_law=-0.791", "dispositional_share=0.202", "fought_share=0.884")  # fmt: skip
TEMPTED = ("temptation_common=1.639", "ring_alone=1.924", "dispositional_share_believed=0.059", "alliance_cost=4.181",
           "reputation_stake=1.126", "gain_middle=0.771", "choice_precision=1.28", "support_credit=0.185")  # fmt: skip
PATIENT = ("support_share=0.11", "audience_target=0.172", "clause_vague_from=0.982", "reputation_stake=0.892",
           "stake=0.318", "audience_guarantor=0.147", "gain_low=0.39", "loss_cost=7.321")  # fmt: skip
DARING = ("support_share=0.053", "front_weight=0.33", "resolve_high=3.982", "temptation=-1.901", "fought_share=0.049",
          "ring_alone=1.314", "preemption_stake=2.646", "ring_enforced=0.877")  # fmt: skip
STEADY = ("precision_stakes=0",)
"""Errors do not shrink with stakes: where much is at stake chances else stand near 0 or 1, and no effect is seen."""
PLANTED = [
    ("homeland_risk", SENKAKU, (*FEARLESS, *STEADY), Verdict.HIGHER),
    ("homeland_risk", SENKAKU, ("help_homeland=0",), Verdict.SAME),
    ("abandonment_elsewhere", SENKAKU, ("dispositional_share=1",), Verdict.HIGHER),
    ("abandonment_elsewhere", SENKAKU, ("dispositional_share=0", "trust_conduct=0"), Verdict.SAME),
    ("secret_trigger", TAIWAN, (), Verdict.LOWER),
    ("secret_trigger", TAIWAN, ("recognition_triggers=0", "trigger_cost=0"), Verdict.SAME),
    ("declared_trigger", TAIWAN, (), Verdict.LOWER),
    ("declared_trigger", TAIWAN, ("recognition_triggers=0", "trigger_cost=0"), Verdict.SAME),
    ("vague_clause", SENKAKU, (), Verdict.HIGHER),
    ("vague_clause", CYBER, CLOUDED, Verdict.LOWER),
    ("two_fronts", SENKAKU, (), Verdict.HIGHER),
    ("two_fronts", SENKAKU, ("front_weight=0",), Verdict.SAME),
    ("moral_hazard", SENKAKU, DARING, Verdict.HIGHER),
    ("moral_hazard", SENKAKU, (*FEARLESS, *STEADY), Verdict.LOWER),
    ("close_gap.law", CYBER, OPEN_LAW, Verdict.HIGHER),
    ("close_gap.law", MISSILES, TEMPTED, Verdict.LOWER),
    ("close_gap.delay", SENKAKU, (*FEARLESS, *STEADY), Verdict.HIGHER),
    ("close_gap.delay", CYBER, PATIENT, Verdict.LOWER),
    ("close_gap.challenger", CYBER, OPEN_LAW, Verdict.HIGHER),
    ("close_gap.all", SENKAKU, (*FEARLESS, *STEADY, "choice_precision=3"), Verdict.LOWER),
]  # fmt: skip


def case_of(flagship: Compiled, contingency: str, planted: tuple[str, ...] = (), runs: int = RUNS) -> Case:
    place = list(flagship.axes["contingency"]).index(contingency)
    return Case(flagship, "as_is", place, runs=runs, settings=settings_of(planted, flagship.axes))


@pytest.mark.parametrize(("name", "contingency", "planted", "expected"), PLANTED)
def test_an_experiment_finds_what_the_world_holds_and_its_sentence_follows(
    flagship: Compiled, name: str, contingency: str, planted: tuple[str, ...], expected: Verdict
) -> None:
    case = case_of(flagship, contingency, planted)
    found: dict[str, Any] = {**run_experiment(case, name), "sides": sides_of(case), "elsewhere_name": "elsewhere"}
    asked = found["measures"][found["asks"]]
    assert verdict_of(asked) is expected, asked
    told = finding(found)
    assert WORDS[expected] in told
    assert not any(word in told for verdict, word in WORDS.items() if verdict is not expected)


def test_every_experiment_is_planted_in_at_least_two_ways() -> None:
    for name in EXPERIMENTS:
        assert len({verdict for planted, _, _, verdict in PLANTED if planted.startswith(name)}) >= 2


def test_the_arms_differ_in_the_lever_alone(flagship: Compiled) -> None:
    case = case_of(flagship, SENKAKU, runs=2)
    none, secret = (eve_of(arm) for arm in EXPERIMENTS["secret_trigger"].arms(case))
    levers = none.worlds.lever != secret.worlds.lever
    assert set(np.flatnonzero(levers.any(axis=0))) == {LEVER["triggers"]}
    assert none.params.opportunity_rate.tolist() == secret.params.opportunity_rate.tolist()


def test_a_secret_trigger_is_not_in_the_challengers_picture(flagship: Compiled) -> None:
    """With no days saved by it, the challenger's whole rule is what it was, while the guarantor's is not."""
    case = case_of(flagship, TAIWAN, ("recognition_triggers=0",), runs=6)
    none, secret = (rules_of(arm, eve_of(arm)) for arm in EXPERIMENTS["secret_trigger"].arms(case))
    none_declared, declared = (rules_of(arm, eve_of(arm)) for arm in EXPERIMENTS["declared_trigger"].arms(case))
    np.testing.assert_array_equal(none.odds[:, 0], secret.odds[:, 0])
    assert np.abs(none.odds[:, 2] - secret.odds[:, 2]).max() > 0
    np.testing.assert_array_equal(none.odds, none_declared.odds)
    assert np.abs(none.odds[:, 0] - declared.odds[:, 0]).max() > 0


def test_swapped_arms_give_the_opposite_difference() -> None:
    rng = np.random.default_rng(3)
    one, other = ({"acts": rng.uniform(0, 1, 60)} for _ in range(2))
    forth, back = compared(one, other)["acts"], compared(other, one)["acts"]
    assert forth["mean"] == -back["mean"]
    assert (forth["higher"], forth["low"]) == (back["lower"], -back["high"])


def test_both_arms_meet_the_same_opportunities_in_their_futures(flagship: Compiled) -> None:
    case = case_of(flagship, SENKAKU, runs=30)
    said = run_experiment(case, "declared_trigger", futures=6, years=2)["opportunities"]
    assert said["measures"]["opportunities"]["differing"] == 0
    assert said["measures"]["opportunities"]["reference"] > 0
    assert "opportunities" not in run_experiment(case, "two_fronts", futures=6, years=2)


def test_futures_of_an_untouched_case_are_those_of_a_comparison(flagship: Compiled) -> None:
    from kaname.store.spans import Span
    from kaname.study.chunk import compute
    from kaname.study.design import Design

    design = Design("us-japan", ("as_is",), 5, years=1)
    rows = compute(replace(flagship, quarters=4), design, Span("as_is", 0, 4))
    found = opportunities(case_of(flagship, SENKAKU), 5, 1)
    for name in ("opportunities", "challenges", "wars"):
        np.testing.assert_array_equal(found[name], rows.outcomes[:, flagship.columns.index(f"{name}.senkaku")])


def test_the_other_contingency_has_the_same_guarantor_and_most_at_stake_for_it(flagship: Compiled) -> None:
    case = case_of(flagship, SENKAKU)
    p = flagship.params["as_is"].view(np.recarray)[0]
    other = other_contingency(case)
    assert other != 0
    assert p.guarantor[other] == p.guarantor[0]
    assert p.stake[other, p.guarantor[0]] == max(p.stake[k, p.guarantor[0]] for k in range(1, len(p.guarantor)))


@pytest.mark.parametrize("name", ["two_front", "close_gap", "close_gap.lav", "homeland_risk.law", ""])
def test_an_unknown_experiment_is_told(name: str) -> None:
    with pytest.raises(InputError, match="is not an experiment"):
        experiment_named(name)


def test_all_experiments_can_be_named() -> None:
    names = names_of_experiments()
    assert {"homeland_risk", "moral_hazard", "close_gap.law", "close_gap.target", "close_gap.all"} <= set(names)
    assert all(experiment_named(name)[0].name == name.partition(".")[0] for name in names)


@pytest.mark.parametrize(("futures", "years"), [(20_001, 1), (3, 16)])
def test_too_many_futures_and_years_are_told(flagship: Compiled, futures: int, years: int) -> None:
    with pytest.raises(InputError, match="is outside 1"):
        opportunities(case_of(flagship, SENKAKU), futures, years)
