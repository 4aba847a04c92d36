"""Verdicts: nothing is called better whose sign does not stand, and what stands in the way is named."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from kaname.analysis.verdicts import Judged, verdicts
from kaname.report.judged import needing, standing, word
from kaname.words.checks import REQUIRED
from tests.analysis.summaries import SIDES, summaries

CLEAR = {"mean": 2.0, "low": 1.0, "high": 3.0, "sd": 7.0, "differing": 200, "needed": 47}
FAINT = {"mean": 0.5, "low": -1.0, "high": 2.0, "sd": 10.0, "differing": 200, "needed": 1537}
GONE = {**CLEAR, "mean": 0.1, "low": -0.5, "high": 0.7}


def turned(gap: dict[str, Any]) -> dict[str, Any]:
    """The same difference with the other sign."""
    return {**gap, "mean": -gap["mean"], "low": -gap["high"], "high": -gap["low"]}


def judge(main: dict[str, Any], good: int = 1, **checks: dict[str, Any]) -> Judged:
    """The verdict on one end of the ally from its differences in the run and in the checks."""

    def pairs(gap: dict[str, Any]) -> dict[str, Any]:
        return {
            "b-minus-a": {"bargain": "b", "reference": "a", "pairs": 200, "dropped": 0, "outcomes": {"e.ally": gap}}
        }

    summary = {
        "outcomes": {"e": {"role": "end", "good": good}}, "pairs": pairs(main),
        "checks": [{"id": name, "pairs": pairs(gap)} for name, gap in checks.items()],
    }  # fmt: skip
    (found,) = verdicts(summary, SIDES)
    return found


def test_a_clear_difference_that_holds_in_every_veto_survives() -> None:
    found = judge(CLEAR, **dict.fromkeys(REQUIRED, CLEAR))
    assert found.clear
    assert found.survives
    assert found.favours == "bargain"
    assert found.depends_on == ()
    assert found.opposite == ()
    assert judge(CLEAR, good=-1, **dict.fromkeys(REQUIRED, CLEAR)).favours == "reference"


@pytest.mark.parametrize("veto", REQUIRED)
@pytest.mark.parametrize("there", [turned(CLEAR), GONE])
def test_one_veto_in_which_it_fails_is_enough(veto: str, there: dict[str, Any]) -> None:
    found = judge(CLEAR, **{**dict.fromkeys(REQUIRED, CLEAR), veto: there})
    assert not found.survives
    assert found.lost == (veto,)
    assert found.depends_on == (veto,)
    assert found.opposite == ((veto,) if there == turned(CLEAR) else ())


@pytest.mark.parametrize("veto", REQUIRED)
@pytest.mark.parametrize("there", [FAINT, turned(FAINT)])
def test_a_sign_alone_decides_nothing(veto: str, there: dict[str, Any]) -> None:
    found = judge(CLEAR, **{**dict.fromkeys(REQUIRED, CLEAR), veto: there})
    assert not found.survives
    assert (found.lost, found.undecided, found.depends_on) == ((), (veto,), (veto,))


@pytest.mark.parametrize("missing", REQUIRED)
def test_a_veto_that_was_not_run_is_not_survived(missing: str) -> None:
    found = judge(CLEAR, **{name: CLEAR for name in REQUIRED if name != missing})
    assert not found.survives
    assert found.unasked == (missing,)


def test_what_is_told_beside_has_no_veto() -> None:
    found = judge(CLEAR, **dict.fromkeys(REQUIRED, CLEAR), adopted=turned(CLEAR), equal_cost=turned(FAINT))
    assert found.survives
    assert found.opposite == ("adopted",)
    assert found.depends_on == ("adopted", "equal_cost")


def test_an_unclear_difference_says_how_many_futures_would_be_needed_and_favours_nobody() -> None:
    found = judge(FAINT, **dict.fromkeys(REQUIRED, CLEAR))
    assert (found.favours, found.clear, found.survives, found.needed) == (None, False, False, 1537)
    assert found.depends_on == ()


def test_an_end_without_an_owner_is_told_for_both_sides(made_up: Any) -> None:
    found = verdicts(made_up.summary, ("ally", "pro"))
    assert {one.state for one in found if one.outcome == "nuclear_option"} == {"ally", "pro"}
    assert all(one.state == one.outcome.split(".")[1] for one in found if "." in one.outcome)
    assert not any(one.survives for one in found)


@given(summaries())
def test_over_random_summaries_no_verdict_claims_more_than_its_numbers(summary: dict[str, Any]) -> None:
    checks = {check["id"]: check for check in summary["checks"]}
    for one in verdicts(summary, SIDES):
        key = f"{one.bargain}-minus-as_is"
        gap = summary["pairs"][key]["outcomes"][one.outcome]
        good = summary["outcomes"][one.outcome.split(".")[0]]["good"]
        assert summary["outcomes"][one.outcome.split(".")[0]]["role"] == "end"
        assert one.clear == (one.favours is not None)
        if one.clear:
            assert gap["low"] * gap["high"] > 0
            assert (one.favours == "bargain") == (gap["mean"] * good > 0)
            assert one.needed is None
        if one.survives:
            assert one.clear
            assert set(REQUIRED) <= set(checks)
            there = [checks[v]["pairs"][key]["outcomes"][one.outcome] for v in REQUIRED]
            assert all(min(said["low"] * gap["mean"], said["high"] * gap["mean"]) > 0 for said in there)
        elif one.clear:
            assert one.lost or one.undecided or one.unasked
        assert set(one.opposite) <= set(one.depends_on) <= set(checks)
        if one.sure:
            assert one.clear


@given(summaries())
def test_words_of_direction_stand_only_beside_what_is_clear(summary: dict[str, Any]) -> None:
    names = {check["id"]: check["name"] for check in summary["checks"]}
    for one in verdicts(summary, SIDES):
        said = f"{word(one)}: {standing(one, names)} {needing(one, 200)}"
        assert ("better" in said or "worse" in said) == one.clear
        assert ("holds in every check" in said) == one.survives
        if one.clear:
            assert "needed" not in said
            assert all(names[name].lower() in said for name in one.lost)
