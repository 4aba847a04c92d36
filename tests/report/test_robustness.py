"""Sentences beside the main run follow their numbers."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.analysis.paired import Difference, difference_of
from kaname.report import robustness
from kaname.report.robustness import CLASSES, DETERRED, SMALL, TEMPTED
from kaname.report.sentences import Subject
from kaname.words.catalogue import catalogue
from tests.report.test_sentences import SUBJECTS, gaps

EN = catalogue("en")

FORCES = Subject("ready forces", "Ally", "bn USD 2023", 1)
CLEAR = Difference(2.0, 1.0, 3.0, 200, 150, 20)
LESS = Difference(-2.0, -3.0, -1.0, 200, 20, 150)
OPEN = Difference(0.1, -1.0, 1.2, 200, 90, 80)
FEW = Difference(2.0, 1.0, 3.0, 20, 18, 2)


@given(SUBJECTS, gaps())
def test_a_fair_difference_is_called_unclear_when_its_interval_crosses_zero(subject: Subject, gap: Difference) -> None:
    said = robustness.fair_difference(EN, subject, gap)
    few = bool(gap.differing) and (gap.pairs < 30 or gap.differing < 10)
    assert ("no clear difference" in said) == (gap.differing > 0 and not gap.excludes_zero and not few)
    assert ("too few to tell" in said) == few


def test_a_lever_carries_only_what_it_clearly_moves_the_same_way() -> None:
    told = robustness.attribution(
        EN, CLEAR, [("clarity", CLEAR, CLEAR), ("doctrine", OPEN, CLEAR), ("cuts", LESS, LESS)]
    )
    assert told == "Clarity carries it, added alone and left out; cuts works against it."
    assert robustness.attribution(EN, CLEAR, [("a", OPEN, CLEAR), ("b", FEW, FEW)]) == (
        "No lever alone clearly carries the difference."
    )
    assert (
        robustness.attribution(EN, CLEAR, [("a", CLEAR, OPEN)]) == "A moves it added alone, not clearly when left out."
    )
    many = robustness.attribution(EN, CLEAR, [(f"l{n}", CLEAR, CLEAR) for n in range(6)])
    assert "l0, l1, l2 and 3 more carry it" in many.lower()


@given(st.lists(gaps(), min_size=3, max_size=3))
def test_no_lever_is_said_to_act_whose_interval_crosses_zero(found: list[Difference]) -> None:
    whole, one_in, one_out = found
    told = robustness.attribution(EN, whole, [("lever", one_in, one_out)])
    if not one_in.excludes_zero:
        assert "Lever" not in told


@given(st.lists(gaps(), min_size=1, max_size=15), st.sampled_from([-1, 1]))
def test_a_year_falls_short_only_where_its_interval_says_so(rows: list[Difference], good: int) -> None:
    subject = Subject("ready forces", "Ally", "bn USD 2023", good)
    told = robustness.window(EN, subject, "F", list(range(2026, 2026 + len(rows))), rows)
    weak = [n for n, one in enumerate(rows) if one.excludes_zero and one.mean * good < 0]
    assert ("falls short" in told) == bool(weak)
    if weak:
        year = int(re.search(r"(20\d\d):", told).group(1))  # type: ignore[union-attr]
        assert year - 2026 in weak
        assert abs(rows[year - 2026].mean) == max(abs(rows[n].mean) for n in weak)


def test_a_slight_shortfall_is_not_worth_telling() -> None:
    rows = [Difference(-0.001, -0.002, -0.0005, 500, 0, 400), Difference(9.0, 8.0, 10.0, 500, 400, 0)]
    assert (
        robustness.window(EN, FORCES, "F", [2026, 2027], rows, 0.09)
        == "F: no year shows a clear shortfall worth telling."
    )
    assert robustness.window(EN, FORCES, "F", [2026, 2027], rows) == (
        "F falls short in one year, 2026: \u22120.0010 (\u22120.0020 to \u22120.0005) bn USD 2023."
    )


def test_bargains_without_a_shortfall_are_told_together() -> None:
    assert robustness.windows(EN, ["F falls short."], ["G", "H"], True) == (
        "F falls short. No clear shortfall worth telling under G and H."
    )
    assert robustness.windows(EN, [], ["G"], False) == "No clear shortfall under G."
    assert robustness.windows(EN, ["F falls short."], [], False) == "F falls short."


def test_costs_are_signed_with_unit_and_unclear_ones_are_said_to_be() -> None:
    told = robustness.present_cost(EN, "F", [("Ally", CLEAR), ("Protector", OPEN)], "bn USD 2023")
    assert told == "F: Ally +2.0 (1.0 to 3.0); Protector no clear difference, +0.1 (\u22121.0 to 1.2) bn USD 2023."


@given(st.fixed_dictionaries({name: st.integers(0, 60) for name in CLASSES}), st.booleans())
def test_deterrence_is_told_in_counts_that_add_up_and_never_as_a_bare_rate(counts: dict[str, int], arms: bool) -> None:
    told = robustness.deterred(EN, "F", counts, arms)
    tempted, held = sum(counts[name] for name in TEMPTED), sum(counts[name] for name in DETERRED)
    if not sum(counts.values()):
        assert told == "F: no opportunity arose."
        return
    assert f"{sum(counts.values())} opportunit" in told
    assert ("%" in told) == (tempted >= SMALL)
    if tempted:
        assert f"of {tempted} tempted {held}" in told
        assert all((robustness.class_words(EN, name) in told) == (counts[name] > 0) for name in DETERRED)
    assert ("provoked" in told) == (counts["provoked"] > 0)


@given(st.floats(0, 1), st.floats(0, 0.3), st.floats(0, 1), st.floats(0, 0.3), st.integers(0, 3000))
def test_a_gap_of_belief_is_told_only_where_intervals_lie_apart(
    belief: float, half: float, model: float, wide: float, count: int
) -> None:
    one = Difference(belief, belief - half, belief + half, 0, 0, 0)
    other = Difference(model, model - wide, model + wide, count, 0, 0)
    told = robustness.belief_gap(EN, "Ally", one, other)
    apart = belief - half > model + wide or belief + half < model - wide
    assert ("than happens" in told) == (apart and count >= SMALL)
    assert (" more than happens" in told) == (apart and count >= SMALL and belief > model)
    if 0 < count < SMALL:
        assert f"{round(model * count)} of {count}" in told
    if not count:
        assert "no stored crisis put it to a test" in told


@given(st.integers(0, 2**32 - 1), st.floats(0, 3))
def test_least_regret_is_told_only_where_the_next_clearly_gives_away_more(seed: int, more: float) -> None:
    gap = difference_of(np.random.default_rng(seed).normal(more, 2, 60))
    told = robustness.least_regret(EN, "F", "G", gap)
    assert ("no clear difference" in told) == (not gap.excludes_zero)


@pytest.mark.parametrize(("missed", "hit", "none"), [(18, 8, 3), (1, 0, 0), (0, 2, 1)])
def test_misses_are_told_before_hits(missed: int, hit: int, none: int) -> None:
    told = robustness.published(EN, missed, hit, none)
    assert told.startswith(f"{missed} of {missed + hit} published figure")
    assert told.index("missed") < told.index("hit")
    assert ("no counterpart" in told) == (none > 0)
    assert robustness.backtests(EN, missed, hit).index("missed") < robustness.backtests(EN, missed, hit).index("hit")


@pytest.mark.parametrize(("ratio", "word"), [(1.31, "which is worse"), (0.8, "which is better")])
def test_the_record_is_told_with_the_side_it_falls_on(ratio: float, word: str) -> None:
    text = robustness.record(EN, ratio, 0.76, 84, 1, 36)
    assert f"{ratio:.2f} of the best simple rule's, {word}" in text
    assert text.endswith("1 of 36 rates of crises and wars is outside what public lists allow.")


def test_what_the_guarantee_deters_is_told_only_where_it_can_be() -> None:
    assert robustness.unidentified(EN, True, True) == ""
    assert "changed no choice here" in robustness.unidentified(EN, True, False)
    assert "Nobody stands behind the target" in robustness.unidentified(EN, False, False)


def test_two_bargains_are_parted_by_what_is_clear_alone() -> None:
    told = robustness.against(EN, "F", "G", [(FORCES, CLEAR)], 4)
    assert told == "F less G, 1 of 4 ends: ready forces (Ally) +2.0 (1.0 to 3.0) bn USD 2023, better."
    assert robustness.against(EN, "F", "G", [], 4) == "F and G: none of 4 ends that can move differs clearly."
    assert "the same in every end" in robustness.against(EN, "F", "G", [], 0)


def test_what_was_deterred_in_a_place_is_a_count_with_its_whole() -> None:
    assert robustness.held(EN, "F", 76, 84) == "F: of 84 tempted 76 (90\u00a0%) were deterred."
    assert robustness.held(EN, "F", 1, 5) == "F: of 5 tempted 1 was deterred."
    assert robustness.held(EN, "F", 0, 0) == "F: nobody was tempted."


def test_an_arm_tells_what_holds_fails_and_cannot_be_told() -> None:
    assert robustness.arm(EN, 10, 4, 3, 1) == (
        "Of 17 clear differences 10 hold, 3 fail, 1 of them with the other sign, of 4 it cannot tell."
    )
    assert robustness.arm(EN, 1, 0, 0, 0) == "Of 1 clear difference 1 holds."
    assert robustness.arm(EN, 0, 0, 0, 0) == "No clear difference was asked in it."


def test_survival_counts_add_up() -> None:
    assert robustness.survival(EN, 17, 10, 4, 1, 400) == (
        "Of 17 clear differences 10 hold in every required check, 4 fail in one, and of 3 the checks cannot tell; 1 "
        "surely turns round in at least one arm. Each arm has 400 futures with the shocks of the main run."
    )
    assert robustness.survival(EN, 1, 1, 0, 0, 400).startswith("Of 1 clear difference 1 holds in every required check.")
    assert "nothing to check" in robustness.survival(EN, 0, 0, 0, 0, 400)
