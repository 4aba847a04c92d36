"""The scorecard of the crisis: what counts as a miss, and that a theory is judged in worlds in which it holds."""

from __future__ import annotations

import pytest

from kaname.analysis.paired import Verdict
from validation.crisis.scorecard import EXPECTED, HIGHER, LOWER, NOTHING, RANKS, _expectations, rank_of


@pytest.mark.parametrize(
    ("sign", "verdict", "word"),
    [
        (HIGHER, Verdict.HIGHER, "as expected"),
        (HIGHER, Verdict.LOWER, "**against**"),
        (LOWER, Verdict.UNCLEAR, "**not found**"),
        (LOWER, Verdict.SAME, "no way to it here"),
        (NOTHING, Verdict.SAME, "as expected"),
        (NOTHING, Verdict.HIGHER, "**against**"),
    ],
)
def test_a_sign_that_no_pair_can_show_is_neither_miss_nor_hit(sign: Verdict, verdict: Verdict, word: str) -> None:
    assert RANKS[rank_of(sign, verdict)] == word


def test_each_theory_of_credibility_is_judged_under_its_own_switch() -> None:
    switches = {expected.sign: expected.settings for expected in EXPECTED if expected.experiment.startswith("abandon")}
    assert switches == {HIGHER: ("dispositional_share=1",), NOTHING: ("dispositional_share=0",)}


def test_what_could_not_be_met_is_counted_apart() -> None:
    same = {"mean": 0.0, "low": 0.0, "high": 0.0, "pairs": 2000, "higher": 0, "lower": 0, "needed": None}
    found = {(place, expected.experiment, expected.settings): {"measures": {expected.measure: same}}
             for place in ("senkaku", "taiwan", "cyber") for expected in EXPECTED}  # fmt: skip
    lines = _expectations(found)
    assert "could not be met there whatever the figures" in lines[2]
    assert lines[2].startswith("0 of ")
