"""Sentences on crises follow their numbers: up, down, no clear difference, the same, too few."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kaname.report.crisis import sentences
from kaname.report.crisis.words import EXPERIMENTS, MEASURES
from kaname.study.summary import difference

SIDES = {"challenger": "Aland", "target": "Borduria", "guarantor": "Cadia", "host": "Doria"}
PAIRS = 400


def said(shift: float, spread: float = 0.2, pairs: int = PAIRS) -> dict[str, Any]:
    """A measure whose other arm lies `shift` above the reference, on average."""
    rng = np.random.default_rng(7)
    reference = rng.uniform(0.2, 0.8, pairs)
    noise = rng.normal(0.0, spread, pairs)
    other = reference + shift + noise - noise.mean()
    return measure(reference, other)


def measure(reference: np.ndarray, other: np.ndarray) -> dict[str, Any]:
    return {
        "reference": float(reference.mean()), "other": float(other.mean()), "pairs": len(reference),
        "higher": int((other > reference).sum()), "lower": int((other < reference).sum()),
        **difference(other, reference),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("shift", "word", "other_word"), [(0.1, "higher by 10", "lower"), (-0.1, "lower by 10", "higher")]
)
def test_a_clear_difference_is_told_with_its_direction_size_and_levels(
    shift: float, word: str, other_word: str
) -> None:
    told = sentences.effect("acts", said(shift), SIDES)
    assert told.startswith("the chance that Aland uses the opportunity: ")
    assert word in told
    assert "percentage points, from " in told
    assert "over 400 pairs of crises" in told
    assert other_word not in told


def test_an_unclear_difference_has_no_direction_and_says_how_many_pairs_it_would_take() -> None:
    gap = said(0.004)
    told = sentences.effect("war", gap, SIDES)
    assert told.startswith("no clear difference in crises that end in war: +0.4 (")
    assert "higher" not in told
    assert "lower" not in told
    assert gap["needed"] > PAIRS
    assert "would need about" in told
    needed = int(told.split("about ")[1].split(" pairs")[0].replace(",", ""))
    assert gap["needed"] <= needed <= 1.2 * gap["needed"]


def test_no_difference_at_all_and_too_few_pairs_are_told_as_such() -> None:
    same = np.full(50, 0.5)
    assert sentences.effect("war", measure(same, same), SIDES).endswith("the same in all 50 pairs of crises")
    one = same.copy()
    one[0] = 0.9
    assert sentences.effect("war", measure(same, one), SIDES).endswith(
        "more in 1 of 50 pairs of crises, fewer in 0; too few to tell"
    )
    assert "too few to tell" in sentences.effect("war", said(0.5, pairs=20), SIDES)


def test_people_are_told_in_people_and_futures_per_future() -> None:
    people = sentences.effect("casualties", said(0.1), SIDES)
    assert "higher by 100 (" in people
    assert "people" in people
    wars = sentences.effect("wars", said(-0.1), SIDES, futures=True)
    assert "per future" in wars
    assert "pairs of futures" in wars
    assert "percentage" not in sentences.effect("supported", said(-0.1), SIDES, futures=True)


@pytest.mark.parametrize(
    "experiment",
    [*(name for name in EXPERIMENTS if name != "close_gap"), "close_gap.law", "close_gap.host", "close_gap.all"],
)
@pytest.mark.parametrize(("shift", "word"), [(0.1, "higher"), (-0.1, "lower"), (0.0, "no clear difference")])
def test_every_experiment_tells_what_was_planted(experiment: str, shift: float, word: str) -> None:
    data = {"experiment": experiment, "asks": "acts", "sides": SIDES, "measures": {"acts": said(shift)},
            "elsewhere_name": "the Straits"}  # fmt: skip
    told = sentences.finding(data)
    assert word in told
    assert told.startswith("With ")
    assert "{" not in told
    directions = {"higher", "lower", "no clear difference"} - {word}
    assert not any(other in told for other in directions)


def test_every_measure_has_words_for_every_side() -> None:
    for name in MEASURES:
        assert "{" not in sentences.effect(name, said(0.1), SIDES, futures=name in ("wars", "seizures", "challenges"))


def test_endings_are_told_with_wars_as_counts() -> None:
    data = {
        "runs": 200,
        "sides": SIDES,
        "challenged": {"value": 0.4},
        "yielded": {"value": 0.1},
        "wars": 3,
        "tremble_wars": 1,
    }
    told = sentences.ends(data)
    assert "Aland lets the opportunity pass in 60\N{NO-BREAK SPACE}% of 200 runs" in told
    assert told.endswith("war in 3 of 200, 1 of them against a mover's own picture.")
    assert sentences.ends({**data, "wars": 0}).endswith("war in none of 200.")


def test_deterrence_is_told_only_where_somebody_was_tempted() -> None:
    none = {"tempted": 0, "deterred": 0, "rate": None}
    assert sentences.deterrence(none, "act at all").startswith("Nobody was tempted to act at all")
    some = {"tempted": 40, "deterred": 30, "rate": {"value": 0.75, "low": 0.6, "high": 0.86}}
    assert "30 were deterred: 75\N{NO-BREAK SPACE}% (60" in sentences.deterrence(some, "use arms")


def test_a_divergence_is_told_by_the_move_on_which_it_is_widest() -> None:
    row = {"way": ["press"], "mover": "target", "onlooker": "challenger",
           "moves": {"acquiesce": {"own": 0.3, "seen": 0.32},
                     "military_response": {"own": 0.2, "seen": 0.6}}}  # fmt: skip
    told = sentences.divergence(row, SIDES)
    assert told.startswith("After press Borduria's own rule gives")
    assert "force" in told
    assert "Aland expects 60" in told


def test_shares_of_time_say_who_saves_where_politics_saves() -> None:
    costs = {"shares": {"recognition": 0.2, "law": 0.5, "politics": 0.3}}
    saves = {"shares": {"recognition": 0.5, "law": 0.7, "politics": -0.2}}
    assert "politics, doubt and lack of habit 30" in sentences.shares(costs)
    assert "save 20" in sentences.shares(saves)
