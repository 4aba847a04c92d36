"""Each kind of expectation is met where it holds and missed where it does not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kaname.scenarios.contrasts import Contrast
from kaname.study.arms import Arms
from kaname.study.contrasts import MET, MISSED, NOTHING, ends, finding, moved_among

COLUMNS = ("territory.jp", "coerced.jp", "spending.jp", "wars_begun", "tremble_wars", "territory.tw", "nuclear_option")
RNG = np.random.default_rng(7)
FUTURES = 200
USUAL = RNG.normal(10.0, 2.0, (FUTURES, len(COLUMNS)))
MOVED = USUAL + np.array([1.0, 0.0, 5.0, 0.0, 0.0, -0.1, 0.0])
ALIVE = np.ones(FUTURES, bool)
ARMS = Arms(COLUMNS, {"as_is": USUAL, "moved": MOVED}, {"as_is": 0, "moved": 0}, ALIVE)
CONTRAST = Contrast("x", "A sentence.", "moved", "as_is", "territory.jp", "", "", "direction", "higher")


@pytest.mark.parametrize(
    ("outcome", "kind", "value", "met"),
    [
        ("territory.jp", "direction", "higher", True),
        ("territory.jp", "direction", "lower", False),
        ("territory.jp", "direction", "not_lower", True),
        ("territory.jp", "direction", "not_higher", False),
        ("territory.jp", "direction", "same", False),
        ("territory.jp", "direction", "differs", True),
        ("coerced.jp", "direction", "same", True),
        ("coerced.jp", "direction", "differs", False),
        ("coerced.jp", "direction", "higher", False),
        ("coerced.jp", "direction", "not_higher", True),
        ("territory.jp", "level", [10.5, 11.5], True),
        ("territory.jp", "level", [9.5, 10.5], False),
        ("territory.jp", "ratio", [1.05, 1.15], True),
        ("territory.jp", "ratio", [0.0, 1.0], False),
        ("territory.jp", "least_sd", 0.3, True),
        ("territory.jp", "least_sd", 0.9, False),
    ],
)
def test_an_expectation_is_met_where_it_holds(outcome: str, kind: str, value: object, met: bool) -> None:
    assert finding(ARMS, replace(CONTRAST, outcome=outcome, kind=kind, value=value)).met is met


def test_a_state_moves_by_any_of_its_ends_but_not_by_money() -> None:
    found = finding(ARMS, replace(CONTRAST, outcome="", state="jp", kind="least_sd", value=0.3))
    assert found.met
    assert "territory.jp" in found.found
    assert "spending" not in found.found
    assert ends(COLUMNS, "jp") == ["territory.jp", "coerced.jp", "nuclear_option"]


def test_an_arm_that_moves_nothing_for_a_reason_is_neither_met_nor_missed_and_shows_what_moved_instead() -> None:
    size = replace(CONTRAST, outcome="coerced.jp", kind="least_sd", value=0.1, on_the_way=("spending.jp", "coerced.jp"))
    silent, reasoned = finding(ARMS, size), finding(ARMS, replace(size, changes_nothing="Two channels cancel here."))
    assert (silent.verdict, reasoned.verdict) == (MISSED, NOTHING)
    assert not reasoned.met
    assert reasoned.reason == "Two channels cancel here."
    size_of_spending = 5.0 / USUAL[:, COLUMNS.index("spending.jp")].std(ddof=1)
    assert reasoned.on_the_way == f"spending.jp {size_of_spending:+.2f} sd, coerced.jp not"


def test_what_moves_is_met_whatever_reason_was_written_for_the_other_case() -> None:
    found = finding(ARMS, replace(CONTRAST, kind="least_sd", value=0.3, changes_nothing="Two channels cancel here."))
    assert (found.verdict, found.reason, found.on_the_way) == (MET, "", "")


def test_a_share_of_events_is_taken_over_all_futures_and_missed_where_none_came() -> None:
    share = replace(CONTRAST, arm="as_is", outcome="tremble_wars", over="wars_begun", kind="level", value=[0.9, 1.1])
    assert finding(ARMS, share).met
    none = Arms(COLUMNS, {"as_is": np.zeros_like(USUAL)}, {"as_is": 0}, ALIVE)
    assert not finding(none, share).met


def test_the_more_ends_are_looked_at_the_surer_a_movement_has_to_be() -> None:
    noise = USUAL.copy()
    noise[:, 0] += RNG.normal(0.3, 2.0, FUTURES)
    arms = Arms(COLUMNS, {"as_is": USUAL, "moved": noise}, {"as_is": 0, "moved": 0}, ALIVE)
    (alone,) = moved_among(arms, "moved", "as_is", ["territory.jp"]) or (None,)
    assert alone is not None
    many = ["territory.jp", *["coerced.jp"] * 400]
    assert not moved_among(arms, "moved", "as_is", many)
