"""A bargain is called better only where its sign survives every required check."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaname.analysis.folder import RunFolder, open_run
from kaname.report.answers import Finding, for_whom, how_sure, what_breaks
from kaname.report.checks import Checks, Mark
from kaname.report.sections.first import best, sure, told
from kaname.report.sections.survive import survive
from kaname.report.view import View
from kaname.words.checks import REQUIRED
from tests.report.synthetic import write_run
from tests.report.synthetic_checks import add_checks, verdicts

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
def test_any_check_that_turns_or_loses_the_sign_takes_the_word_away(small: RunFolder, identity: str) -> None:
    for mean, half in ((-5.0, 1.0), (-5.0, 50.0), (0.0, 1.0)):
        summary = copy.deepcopy(small.summary)
        arm(summary, identity).update(mean=mean, low=mean - half, high=mean + half)
        # The stored verdict still says that it survives: the page believes the numbers.
        assert claim(summary).clear
        assert not claim(summary).survives
        assert claim(summary).fails_in == (identity,)


@pytest.mark.parametrize("identity", ["adopted", "equal_cost"])
def test_what_is_told_beside_takes_no_word_away(small: RunFolder, identity: str) -> None:
    summary = copy.deepcopy(small.summary)
    arm(summary, identity).update(mean=-5.0, low=-6.0, high=-4.0)
    assert claim(summary).survives
    assert Checks(summary, summary["reference"]).arms[0].mark("firm", COLUMN, True) in (Mark.TURNS, Mark.HOLDS)


@pytest.mark.parametrize("identity", REQUIRED)
def test_without_all_checks_nothing_is_called_better(small: RunFolder, identity: str) -> None:
    summary = copy.deepcopy(small.summary)
    summary["checks"] = [one for one in summary["checks"] if one["id"] != identity]
    view = view_of(small, summary)
    assert not view.checks.complete
    assert not any(one.survives for one in view.checks.claims)
    assert "is better than" not in best(view)
    assert "were not all" in sure(view) + best(view)


def test_a_run_without_checks_says_how_to_get_them(tmp_path: Path) -> None:
    run = open_run(write_run(tmp_path, futures=60, sampled=2))
    drawn = survive(view_of(run, run.summary))
    assert drawn is not None
    assert "--robustness" in drawn
    assert "no bargain is called better" in drawn


def test_marks_tell_sign_and_clearness_by_their_shape(small: RunFolder) -> None:
    summary = copy.deepcopy(small.summary)
    check = Checks(summary, "as_is").arms[1]
    seen = {}
    for mean, half in ((9.0, 1.0), (9.0, 20.0), (-9.0, 20.0), (-9.0, 1.0)):
        arm(summary, check.id).update(mean=mean, low=mean - half, high=mean + half)
        seen[mean, half] = Checks(summary, "as_is").arms[1].mark("firm", COLUMN, True)
    assert list(seen.values()) == [Mark.HOLDS, Mark.FAINT, Mark.LOST, Mark.TURNS]
    assert check.mark("firm", "nothing.here", True) is Mark.ABSENT


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
        said = [(one, *place) for one, place in zip(told(view, state), places(view, state), strict=True)]
        for one, bargain, end in said:
            gap, good = view.differences[bargain][end], view.declared(end)["good"]
            signs = [check.gap(bargain, end) for check in view.checks.required]
            if one.kind in ("better", "worse"):
                assert gap.low is not None
                assert gap.low * (gap.high or 0) > 0
                assert (gap.mean * good > 0) == (one.kind == "better")
                assert all(sign is not None and sign.mean * gap.mean > 0 for sign in signs)
        sentence = for_whom(state, [one for one, _, _ in said], "R", view.checks.complete)
        if not any(one.kind == "better" for one, _, _ in said):
            assert not re.search(r"is better than", sentence)


def places(view: View, state: str) -> list[tuple[str, str]]:
    order = sorted(view.run.others, key=lambda bargain: bool(view.beaten[state][bargain]))
    return [(bargain, end) for bargain in order for end in [*view.ends_of(state), *view.shared_ends]]


KINDS = st.builds(
    Finding,
    st.sampled_from(["F", "G", "H", "I"]),
    st.sampled_from(["people lost (\u22122.4)", "spending (+3)", "territory (+1)"]),
    st.sampled_from(["better", "worse", "depends", "open"]),
    st.booleans(),
    st.sampled_from([(), ("Core model",), ("No reaction", "Core model")]),
    st.sampled_from([None, 12, 4321]),
)


@given(st.lists(KINDS, max_size=12), st.booleans())
def test_for_whom_says_better_of_what_survives_and_unclear_of_the_rest(said: list[Finding], checked: bool) -> None:
    sentence = for_whom("Ally", said, "R", checked)
    assert sentence.startswith("Ally: ")
    assert sentence.endswith(".")
    better = {one.bargain for one in said if one.kind == "better"}
    named = set(re.findall(r"\b([FGHI]) (?:is better than R )?in ", sentence.split(" more bargain")[0]))
    assert ("is better than R in" in sentence) == bool(better)
    if better:
        assert named & better
    leaning = [one for one in said if one.kind == "depends" and one.gains]
    if not better and not leaning:
        assert "no clear difference" in sentence
        numbers = [one.needed for one in said if one.kind == "open" and one.needed]
        assert ("would need about" in sentence) == bool(numbers)


def test_a_gain_that_fails_in_a_check_is_told_with_the_check() -> None:
    said = [Finding("F", "people lost", "depends", True, ("Core model",)), Finding("G", "spending", "worse")]
    assert for_whom("Ally", said, "R", True) == (
        "Ally: no bargain proves better than R; F gains in people lost, but it is lost in the check "
        "\u2018Core model\u2019."
    )


def test_a_price_that_not_every_check_confirms_is_told_beside_the_gain() -> None:
    said = [
        Finding("F", "people lost", "better", True),
        Finding("F", "spending", "worse"),
        Finding("F", "territory", "depends", False, ("Core model",)),
    ]
    assert for_whom("Ally", said, "R", True) == (
        "Ally: F is better than R in people lost, worse in spending, perhaps worse in territory."
    )


def test_how_sure_and_what_breaks_count_what_they_say() -> None:
    sentence = how_sure(100, 20, 1, 30, 2000, True)
    assert "20 of 70 differences that can move are clear" in sentence
    assert "chance alone would make about 4 look so" in sentence
    assert "1 of the 20 keeps the sign" in sentence
    assert "not all asked" in how_sure(100, 20, 0, 30, 2000, False)
    assert "chance" not in how_sure(10, 0, 0, 2, 2000, True)
    assert what_breaks([], 5) is None
    assert what_breaks(["A", "B", "B"], 9) == (
        "Most rests on \u2018B\u2019: in that check 2 of 9 clear differences lose the sign."
    )


def test_the_summary_of_the_synthetic_run_is_json(small: RunFolder) -> None:
    assert json.loads(json.dumps(small.summary)) == small.summary
