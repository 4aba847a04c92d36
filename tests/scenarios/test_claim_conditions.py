"""Conditions of a claim are set one by one; the rest of the claim stays, and what cannot be set is refused."""

from __future__ import annotations

import pytest

import kaname as ka
from kaname.core.errors import InputError
from kaname.scenarios.claim_conditions import levers_of, with_conditions
from kaname.scenarios.claims import shipped_claims

CLAIM = next(claim for claim in shipped_claims() if claim.id == "C34")


def test_the_levers_of_a_claim_are_those_of_its_arms() -> None:
    assert list(levers_of(CLAIM)) == [("used", "coordination_use", 1.0), ("on_paper", "coordination_use", 0.0)]


def test_one_lever_of_one_arm_is_set_and_nothing_else_changes() -> None:
    moved = with_conditions(CLAIM, {"used.coordination_use": 0.4})
    assert moved.arms["used"].levers == {"coordination_use": 0.4}
    assert (moved.arms["on_paper"], moved.lines) == (CLAIM.arms["on_paper"], CLAIM.lines)
    assert CLAIM.arms["used"].levers == {"coordination_use": 1.0}
    assert with_conditions(CLAIM, {}) == CLAIM


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [("used.coordination", 0.4, "used.coordination_use"), ("as_is.clarity", 0.4, "--set"),
     ("used.coordination_use", 1.5, "outside 0..1"), ("used.coordination_use", float("nan"), "outside 0..1")],
)  # fmt: skip
def test_what_a_claim_does_not_set_or_a_lever_cannot_be_is_refused(name: str, value: float, wanted: str) -> None:
    with pytest.raises(InputError, match=wanted):
        with_conditions(CLAIM, {name: value})


def test_years_and_figures_are_set_in_every_arm() -> None:
    moved = with_conditions(CLAIM, {"years": 5.0, "figure.dispositional_share": 1.0})
    assert moved.run == {**(CLAIM.run or {}), "years": 5}
    assert all(change.parameters["dispositional_share"] == 1.0 for change in moved.arms.values())
    assert (moved.lines, CLAIM.arms["used"].parameters) == (CLAIM.lines, {})


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [("years", 0.0, "no whole number in 1..60"), ("years", 4.5, "no whole number"), ("year", 5.0, "years"),
     ("figure.dispositional_share", 2.0, "outside 0..1"), ("figure.dispositional_shar", 0.5, "dispositional_share"),
     ("figure.fleet", 0.5, "single number")],
)  # fmt: skip
def test_years_or_a_figure_that_cannot_be_are_refused(name: str, value: float, wanted: str) -> None:
    with pytest.raises(InputError, match=wanted):
        with_conditions(CLAIM, {name: value})


def test_levers_are_set_for_one_claim_alone() -> None:
    with pytest.raises(InputError, match="set for one claim, and 2 are asked for"):
        ka.claims("us-japan", ["C34", "C35"], levers={"used.coordination_use": 0.4})
