"""A bargain is called better only where its sign survives every required check."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaname.analysis.folder import RunFolder, open_run
from kaname.report.answers import (
    BY_CHANCE,
    FAILS,
    HOLDS,
    NOT_ASKED,
    OPEN,
    Finding,
    for_whom,
    how_sure,
    in_short,
    unwanted,
    what_breaks,
)
from kaname.report.checks import Checks, Mark
from kaname.report.sections.first import best, sure, told
from kaname.report.sections.survive import survive
from kaname.report.view import View
from kaname.words.catalogue import catalogue
from kaname.words.checks import REQUIRED
from tests.report.synthetic import write_run
from tests.report.synthetic_checks import add_checks, verdicts

EN = catalogue("en")
COLUMN = "spending.ally"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    return open_run(add_checks(write_run(tmp_path_factory.mktemp("small"), futures=60, sampled=2, failed=0)))


@pytest.fixture(scope="module")
def shake(small: RunFolder) -> Callable[[int], View]:
    """By seed: the same run with other numbers."""
    beaten = view_of(small, small.summary).beaten
    return lambda seed: view_of(small, shaken(small.summary, seed), beaten)


def view_of(run: RunFolder, summary: dict[str, Any], beaten: dict | None = None) -> View:
    """A view of the same rows with another summary; what is beaten is a matter of rows and may be given."""
    view = View(RunFolder(run.path, summary, run.record), {})
    if beaten is not None:
        view.__dict__["beaten"] = beaten
    return view


def arm(summary: dict[str, Any], identity: str) -> dict[str, Any]:
    """The numbers of the first bargain's spending in a check."""
    check = next(one for one in summary["checks"] if one["id"] == identity)
    return next(iter(check["pairs"].values()))["outcomes"][COLUMN]


def claim(summary: dict[str, Any]):
    found = Checks(summary, summary["reference"]).claim("firm", "ally", COLUMN)
    assert found is not None
    return found


def test_a_claim_that_every_check_confirms_survives(small: RunFolder) -> None:
    assert claim(small.summary).survives
    assert claim(small.summary).worse


@pytest.mark.parametrize("identity", REQUIRED)
def test_any_check_in_which_it_fails_or_that_cannot_tell_takes_the_word_away(small: RunFolder, identity: str) -> None:
    for mean, half, fails in ((-5.0, 1.0, True), (-5.0, 50.0, False), (0.0, 1.0, True)):
        summary = copy.deepcopy(small.summary)
        arm(summary, identity).update(mean=mean, low=mean - half, high=mean + half)
        # The stored verdict still says that it survives: the page believes the numbers.
        assert claim(summary).clear
        assert not claim(summary).survives
        assert claim(summary).fails_in == ((identity,) if fails else ())
        assert claim(summary).undecided == (() if fails else (identity,))


@pytest.mark.parametrize("identity", ["adopted", "equal_cost"])
def test_what_is_told_beside_takes_no_word_away(small: RunFolder, identity: str) -> None:
    summary = copy.deepcopy(small.summary)
    arm(summary, identity).update(mean=-5.0, low=-6.0, high=-4.0)
    assert claim(summary).survives
    assert Checks(summary, summary["reference"]).arms[0].mark("firm", COLUMN, 12.0) in (Mark.TURNS, Mark.HOLDS)


@pytest.mark.parametrize("identity", REQUIRED)
def test_without_all_checks_nothing_is_called_better(small: RunFolder, identity: str) -> None:
    summary = copy.deepcopy(small.summary)
    summary["checks"] = [one for one in summary["checks"] if one["id"] != identity]
    view = view_of(small, summary)
    assert not view.checks.complete
    assert not any(one.survives for one in view.checks.claims)
    assert "holds in every check" not in said_of(view)
    assert "were not all" in sure(view)
    assert "was not put to every check" in said_of(view)


def test_a_run_without_checks_says_how_to_get_them(tmp_path: Path) -> None:
    run = open_run(write_run(tmp_path, futures=60, sampled=2))
    drawn = survive(view_of(run, run.summary))
    assert drawn is not None
    assert "--robustness" in drawn
    assert "no gain is proven" in drawn


def test_marks_tell_by_their_shape_what_holds_fails_and_cannot_be_told(small: RunFolder) -> None:
    summary = copy.deepcopy(small.summary)
    check = Checks(summary, "as_is").arms[1]
    seen = {}
    for mean, half in ((9.0, 1.0), (9.0, 20.0), (-9.0, 20.0), (1.0, 3.0), (-9.0, 1.0)):
        arm(summary, check.id).update(mean=mean, low=mean - half, high=mean + half)
        seen[mean, half] = Checks(summary, "as_is").arms[1].mark("firm", COLUMN, 12.0)
    assert list(seen.values()) == [Mark.HOLDS, Mark.OPEN, Mark.OPEN, Mark.FAILS, Mark.TURNS]
    assert check.mark("firm", "nothing.here", 12.0) is Mark.ABSENT


def shaken(summary: dict[str, Any], seed: int) -> dict[str, Any]:
    """The summary with other means and intervals everywhere, in the main run and in every arm."""
    chance, changed = np.random.default_rng(seed), copy.deepcopy(summary)
    for pairs in [changed["pairs"], *[one["pairs"] for one in changed["checks"]]]:
        for pair in pairs.values():
            for said in pair["outcomes"].values():
                mean, half = float(chance.normal()), float(abs(chance.normal()))
                said.update(mean=mean, low=mean - half, high=mean + half, needed=int(chance.integers(2, 9999)))
    changed["verdicts"] = verdicts(changed)
    return changed


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32 - 1))
def test_no_sentence_of_the_first_screen_claims_what_crosses_zero_or_a_check_takes_away(
    shake: Callable[[int], View], seed: int
) -> None:
    view = shake(seed)
    for state in view.leading:
        findings = told(view, state)
        clear = [(b, end) for b in view.run.others for end in [*view.ends_of(state), *view.shared_ends]
                 if view.verdict(b, end).clear]  # fmt: skip
        assert len(findings) == len(clear)
        sizes = [one.size for one in findings]
        assert sizes == sorted(sizes, reverse=True)
        for one in findings:
            (place,) = [(b, end) for b, end in clear
                        if (view.said_bargain(b), view.outcome(end)) == (one.bargain, one.end)]  # fmt: skip
            gap, good = view.differences[place[0]][place[1]], view.declared(place[1])["good"]
            assert gap.low is not None
            assert gap.low * (gap.high or 0) > 0
            assert (gap.mean * good > 0) == one.gains
            if one.proven:
                entries = [check.entry(*place) for check in view.checks.required]
                assert all(min(said["low"] * gap.mean, said["high"] * gap.mean) > 0 for said in entries if said)
                assert len([said for said in entries if said]) == len(REQUIRED)
        sentence = best(view, state)
        for word, way in (("gain", True), ("price", False)):
            mine = [one for one in findings if one.gains is way]
            assert (f"The largest {word} that holds in every check" in sentence) == any(one.proven for one in mine)
            assert (f"clear {word}" in sentence) == (not mine)


def said_of(view: View) -> str:
    """What the first screen says of both sides."""
    return " ".join(best(view, state) for state in view.leading)


KINDS = st.builds(
    Finding,
    st.sampled_from(["F", "G", "H", "I"]),
    st.sampled_from(["people lost", "spending", "territory"]),
    st.sampled_from(["1.2", "17.9 %"]),
    st.sampled_from(["+3 bn USD 2023 (+1.0 %)", "\u22122.4 percentage points"]),
    st.sampled_from([None, 0.3, 23.4]),
    st.booleans(),
    st.sampled_from([HOLDS, FAILS, OPEN, BY_CHANCE, NOT_ASKED]),
    st.sampled_from([("Core model",), ("No reaction", "Core model")]),
    st.sampled_from(["", "resolve"]),
)


@given(st.lists(KINDS, max_size=12), st.sampled_from([None, 12, 4321]))
def test_a_states_sentence_names_one_gain_and_one_price_or_says_that_there_is_none(
    findings: list[Finding], needed: int | None
) -> None:
    sentence = for_whom(EN, findings, "R", needed)
    assert sentence.endswith(".")
    for word, way in (("gain", True), ("price", False)):
        mine = [one for one in findings if one.gains is way]
        proven = [one for one in mine if one.proven]
        assert sentence.count(f"The largest {word} that holds in every check: ") == bool(proven)
        assert sentence.count(f"No {word} is proven; the largest, ") == (bool(mine) and not proven)
        assert sentence.count(f"No clear {word}") == (not mine)
        for shown in (proven or mine)[:1]:
            assert f"{shown.end} under {shown.bargain}, {shown.change} from {shown.level} under R" in sentence
    assert ("would need about" in sentence) == (needed is not None and not any(one.gains for one in findings))


def test_a_gain_that_fails_in_a_check_is_told_with_the_check() -> None:
    gain = Finding(
        "F", "people lost", "2.0", "\u22120.4 thousand people (\u221220.0 %)", 0.8, True, FAILS, ("Core model",)
    )
    price = Finding("G", "spending", "1,401", "+352 bn USD 2023 (+25.1 %)", 23.46, False, HOLDS, (), "resolve")
    assert for_whom(EN, [gain, price], "R", None) == (
        "No gain is proven; the largest, people lost under F, \u22120.4 thousand people (\u221220.0 %) from 2.0 "
        "under R, 0.8 times what matters, fails in the check \u2018Core model\u2019. "
        "The largest price that holds in every check: spending under G, +352 bn USD 2023 (+25.1 %) from 1,401 under R, "
        "23 times what matters, which turns on resolve."
    )


def test_how_sure_and_what_breaks_count_what_they_say() -> None:
    sentence = how_sure(EN, 100, 6, 30, 2000, [HOLDS, FAILS, FAILS, OPEN, OPEN, OPEN])
    assert "6 of 70 differences that can move are clear" in sentence
    assert "chance alone would make about 4 look so" in sentence
    assert "Of the 6, 1 holds without" in sentence
    assert "2 fail in one of these, and of 3 the futures of the checks cannot tell." in sentence
    assert "not all asked" in how_sure(EN, 100, 20, 30, 2000, [])
    assert "chance" not in how_sure(EN, 10, 0, 2, 2000, [])
    assert what_breaks(EN, [], 5) is None
    assert what_breaks(EN, ["A", "B", "B"], 9) == (
        "Most rests on \u2018B\u2019: in that check 2 of 9 clear differences fail."
    )


def test_nothing_clear_and_nothing_large_are_said_apart() -> None:
    assert in_short(EN, 0, 0) == "No difference of the two sides is clear."
    assert in_short(EN, 0, 4).startswith("No bargain changes much: none of 4 clear differences")
    assert in_short(EN, 1, 4) == "1 of 4 clear differences of the two sides is large enough to matter."


def test_wars_that_no_side_wanted_are_counts_of_wars() -> None:
    assert unwanted(EN, "R", 40, 9, 200, [("F", 38, 8)]) == (
        "Under R 40 wars began in 200 futures, and in 9 of them (22\u00a0%) the side that moved had itself valued war "
        "below waiting; under F in 8 of 38."
    )
    assert unwanted(EN, "R", 0, 0, 200, []) == "Under R no war began in 200 futures."


def test_the_summary_of_the_synthetic_run_is_json(small: RunFolder) -> None:
    assert json.loads(json.dumps(small.summary)) == small.summary
