"""Sentences follow from their numbers."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kaname.analysis.drivers import Driver, Turn
from kaname.analysis.paired import Difference, Verdict, difference_of, verdict
from kaname.report import sentences
from kaname.report.sentences import Subject
from kaname.words.catalogue import catalogue

EN = catalogue("en")

CLAIM = re.compile(r"\b(better|worse|higher|lower|more|less|fewer|gains?|loses?|above|below)\b")
NEAR_ZERO = re.compile(r"just (above|below) 0")
"""An end of an interval, told so that rounding does not make it touch zero; no claim."""
PEOPLE = Subject("people lost", "Ally", "thousand people", -1)
SHARE = Subject("territory held", "Ally", "share", 1)
SUBJECTS = st.builds(
    Subject,
    st.just("trust"),
    st.sampled_from([None, "Ally"]),
    st.sampled_from(["share", "crises", "bn USD 2023", "days", "probability", "count"]),
    st.sampled_from([-1, 0, 1]),
)


def said(subject: Subject, gap: Difference) -> str:
    return sentences.difference(EN, subject, gap, "F", "R")


@st.composite
def gaps(draw: st.DrawFn) -> Difference:
    """Differences as they come from rows: few or many pairs, many ties, any offset, any size."""
    n = draw(st.integers(0, 120))
    scale = draw(st.sampled_from([1e-6, 0.01, 1.0, 500.0]))
    offset = draw(st.floats(-2, 2))
    seed = draw(st.integers(0, 2**32 - 1))
    kept = draw(st.floats(0, 1))
    chance = np.random.default_rng(seed)
    values = np.where(chance.uniform(size=n) < kept, chance.normal(offset, 1, n) * scale, 0.0)
    return difference_of(values)


@given(SUBJECTS, gaps())
@example(
    Subject("trust", None, "share", -1),
    Difference(mean=-1.8e-07, low=-3.9e-07, high=3.0e-08, pairs=35, higher=3, lower=7, needed=48),
)
def test_no_sentence_claims_a_difference_whose_interval_crosses_zero(subject: Subject, gap: Difference) -> None:
    sentence = said(subject, gap)
    if gap.low is None or gap.high is None or gap.low <= 0 <= gap.high:
        assert not re.search(r"\b(better|worse|higher|lower|more|less|fewer)\b", sentence)
    if CLAIM.search(NEAR_ZERO.sub("", sentence)) and "futures above" not in sentence:
        assert gap.low is not None
        assert gap.high is not None
        assert gap.low > 0 or gap.high < 0


@given(SUBJECTS, gaps())
def test_a_claim_has_the_direction_of_the_numbers_and_of_the_good(subject: Subject, gap: Difference) -> None:
    sentence = said(subject, gap)
    if verdict(gap, subject.good).clear:
        assert gap.mean is not None
        assert ("higher" in sentence) == (gap.mean > 0)
        assert ("lower" in sentence) == (gap.mean < 0)
        assert ("better" in sentence) == (gap.mean * subject.good > 0)
        assert ("worse" in sentence) == (gap.mean * subject.good < 0)


@given(SUBJECTS, gaps())
def test_what_is_not_claimed_is_said_to_be_unclear_equal_or_too_few(subject: Subject, gap: Difference) -> None:
    words = {
        Verdict.UNCLEAR: "no clear difference",
        Verdict.SAME: "the same as",
        Verdict.FEW: "too few to tell",
        Verdict.NONE: "nothing to compare",
    }
    told = verdict(gap, subject.good)
    assert told.clear or words[told] in said(subject, gap)


@pytest.mark.parametrize(
    ("low", "high", "claims"), [(0.0, 2.0, False), (-2.0, 0.0, False), (1e-9, 2.0, True), (-2.0, -1e-9, True)]
)
def test_an_interval_that_touches_zero_crosses_it(low: float, high: float, claims: bool) -> None:
    gap = Difference((low + high) / 2, low, high, 2000, 1000, 900, 2000)
    assert ("no clear difference" not in said(PEOPLE, gap)) == claims


def test_eight_futures_are_told_as_counts() -> None:
    gap = difference_of(np.array([1.0, 2.0, 1.0, 3.0, 1.0, -1.0, -1.0, 0.0]))
    assert said(PEOPLE, gap) == (
        "people lost (Ally) under F: in 5 of 8 futures above, in 2 below and in 1 equal to R; too few to tell."
    )


def test_a_tie_in_every_future_is_the_same_and_is_not_called_unclear() -> None:
    assert said(PEOPLE, difference_of(np.zeros(2000))) == (
        "people lost (Ally) under F: the same as under R in all 2,000 futures."
    )


def test_units_and_signs_are_those_of_the_numbers() -> None:
    gap = Difference(-1.02, -1.1, -0.94, 2000, 100, 1800, 2)
    assert said(PEOPLE, gap) == (
        "people lost (Ally) under F: lower than under R by 1.02 (0.94 to 1.10) thousand people, which is better for it."
    )
    gap = Difference(0.021, 0.013, 0.029, 2000, 1800, 100, 2)
    assert "higher than under R by 2.1 (1.3 to 2.9) percentage points, which is better for it." in said(SHARE, gap)


def test_the_number_of_futures_that_would_be_needed_is_told_only_where_it_helps() -> None:
    gap = Difference(0.01, -0.01, 0.03, 2000, 1000, 900, 7683)
    assert "would need about 7,700 futures" in said(SHARE, gap)
    assert "would need" not in said(SHARE, Difference(0.0, -0.01, 0.01, 2000, 1000, 1000, None))
    assert "would need" not in said(SHARE, Difference(0.02, 0.01, 0.03, 2000, 1000, 900, 700))


def test_what_turns_is_told_with_both_halves() -> None:
    driver = Driver("u.theory", 1, 0.9, 0.8, 0.95)
    below = Difference(-1.0, -1.1, -0.9, 500, 0, 500)
    above = Difference(1.0, 0.9, 1.1, 500, 500, 0)
    told = sentences.turn(EN, PEOPLE, "F", "theory: current", Turn(driver, below, above))
    assert "+1.00 (0.90 to 1.10) thousand people if it holds" in told
    assert "\u22121.00 (\u22121.10 to \u22120.90) thousand people otherwise" in told
    assert sentences.it_turns(EN, [told, told]).endswith("1 more difference turns on something.")


def test_a_short_amount_keeps_sign_and_unit_and_tells_few_people_as_people() -> None:
    assert sentences.short_amount(EN, PEOPLE, Difference(-0.12, -0.154, -0.086, 2000, 10, 200)) == "\u2212120 people"
    assert (
        sentences.short_amount(EN, PEOPLE, Difference(-2.4, -2.9, -1.9, 2000, 10, 200)) == "\u22122.4 thousand people"
    )
    assert sentences.short_amount(EN, SHARE, Difference(0.0091, 0.006, 0.012, 2000, 10, 200)) == "+0.9 points"


def test_failures_are_told_as_counts_and_those_short_of_arms_apart() -> None:
    assert sentences.failures(EN, "F", 0, 0, 0, None, 0) == "F: no stored crisis ended badly."
    assert sentences.failures(EN, "F", 1, 0, 0, None, 0) == "F: 1 stored crisis ended badly, all short of arms."
    told = sentences.failures(EN, "F", 1200, 300, 7, "Strait: challenge seize", 40)
    assert (
        "1,200 stored crises ended badly, 300 of them in arms; of these the commonest way, 40 times, was Strait" in told
    )
    assert told.endswith("Another 7 may have gone on beyond the stored events.")


def test_how_far_stored_events_reach_is_told() -> None:
    assert "1,900 of 2,000 futures fill the eight, half of these by 2029" in sentences.reach(EN, 1900, 2000, 2029, "R")
    assert sentences.reach(EN, 0, 2000, None, "R") == "Under R no future has more events than a row holds."


def test_failed_futures_are_counted() -> None:
    assert sentences.failed_futures(EN, {"A": 0, "B": 0}, 2000) == "No future failed, of 2,000 under each bargain."
    assert "1 under A and 3 under C, of 2,000 each" in sentences.failed_futures(EN, {"A": 1, "B": 0, "C": 3}, 2000)
