"""A picture says what its numbers say: better only where clear and large enough, small where surely small."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.analysis.paired import difference_of
from kaname.lab.compare_door import headline
from kaname.lab.picture import judged, picture
from kaname.lab.setting import scenario_of
from kaname.words.catalogue import LANGUAGES, catalogue
from tests.lab.asking import answer_of

SPREAD, ROWS = 1.0, 40


def gaps(mean: float, sd: float, pairs: int = 2000) -> np.ndarray:
    """Differences of exactly this mean and spread."""
    values = np.linspace(-1.0, 1.0, pairs)
    return mean + sd * values / values.std()


@pytest.mark.parametrize(
    ("mean", "sd", "good", "word"),
    [
        (0.3, 0.5, 1, "better"),
        (0.3, 0.5, -1, "worse"),
        (0.3, 0.5, 0, "higher"),
        (-0.3, 0.5, 0, "lower"),
        (0.05, 0.5, 1, "small"),
        (0.0, 0.5, 1, "small"),
        (0.2, 20.0, 1, "unclear"),
        (0.08, 1.2, 1, "unclear"),
    ],
)
def test_a_difference_is_called_what_it_is(mean: float, sd: float, good: int, word: str) -> None:
    assert judged(difference_of(gaps(mean, sd)), SPREAD, good, ROWS) == word


def test_few_pairs_and_equal_pairs_are_told_so() -> None:
    assert judged(difference_of(np.zeros(500)), SPREAD, 1, ROWS) == "same"
    assert judged(difference_of(gaps(1.0, 0.1, 12)), SPREAD, 1, ROWS) == "few"
    assert judged(difference_of(np.zeros(0)), SPREAD, 1, ROWS) == "few"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_headline_counts_its_own_rows(language: str) -> None:
    said = catalogue(language)
    drawn = picture(said, scenario_of("us-japan"), answer_of({"clarity": 0.9}, 500))
    better = [row for row in drawn.rows if row.verdict == "better"]
    worse = [row for row in drawn.rows if row.verdict == "worse"]
    assert [row.column for row in better] == ["coerced.jp"]
    assert [row.column for row in worse] == ["belief_ally"]
    assert drawn.most is not None
    assert drawn.most.column == "coerced.jp"
    lines = headline(said, drawn, True)
    assert said("headline-some", futures=500, better=1, worse=1) == lines[0]
    assert drawn.most.change in lines[1]


def test_nothing_moved_says_so_and_calls_nothing_better() -> None:
    said = catalogue("en")
    drawn = picture(said, scenario_of("us-japan"), answer_of({}, 200))
    assert {row.verdict for row in drawn.rows} == {"same"}
    assert headline(said, drawn, False) == [said("headline-nothing-asked")]


def test_a_pinned_answer_stands_beside() -> None:
    said = catalogue("en")
    drawn = picture(said, scenario_of("us-japan"), answer_of({"clarity": 0.9}, 300), answer_of({}, 300))
    row = next(row for row in drawn.rows if row.column == "coerced.jp")
    assert row.pinned == row.change
    assert 'class="mark b2' in row.mark
    assert all(row.pinned for row in drawn.rows)
