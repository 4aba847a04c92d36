"""The page of claims: every claim and line is on it, sentences say what the numbers say, it asks for nothing."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

from kaname.report.claims import sizes
from kaname.report.claims.page import claims_page, deciding, ordered
from kaname.report.claims.sentences import answer, effect, fares
from kaname.study.claims.verdict import VERDICTS

LINE: dict[str, Any] = {
    "sentence": "crises lost: lower under ready than under unready", "outcome": [["coerced.jp", 1.0]],
    "terms": [["ready", 1.0], ["unready", -1.0]], "expect": "lower", "aside": False, "unit": "crises",
    "level": {"ready": 9.5, "unready": 10.75}, "mean": -1.25, "low": -1.5, "high": -1.0, "matters": 0.5,
    "why": "A reason.", "size": 2.5, "q": 0.001, "share": [0.92, 0.85, 0.97], "between": 0.8, "reliability": 0.7,
    "worlds": 250, "pairs": 500, "above": 30, "below": 400, "verdict": "holds",
}  # fmt: skip
REASONS: dict[str, Any] = {
    "line": 0, "note": "", "futures": 80, "holds": None, "tree": None, "theories": [], "unmoved": "No figure moves it.",
    "fails": {"conditions": [], "coverage": 0.9, "density": 0.95, "base": 0.3, "sentence": "It fails in 95% of them."},
    "figures": [{"sentence": "A figure: r +0.50."}], "moves": [],
    "mechanisms": [{"sentence": "economy.burden: 10% left."}],
}  # fmt: skip
CLAIM: dict[str, Any] = {
    "id": "C01", "author": "somebody2024", "claim": "Readiness <saves> islands.", "verdict": "holds", "futures": 500,
    "passage": "Section 2.", "scope": "Islands.", "rival": "It alarms.", "part": "", "built_in": "", "cannot_run": "",
    "systems": ["S41"], "crisis": None, "arms": {"ready": "readiness 1", "unready": "readiness 0"}, "lines": [LINE],
    "reasons": REASONS,
}  # fmt: skip


def _audit(*claims: dict[str, Any]) -> dict[str, Any]:
    made = [copy.deepcopy(claim) for claim in claims or (CLAIM,)]
    counts = {name: sum(claim["verdict"] == name for claim in made) for name in VERDICTS}
    return {"format": 1, "command": "kaname claims audit us-japan", "scenario": "us-japan", "seed": 1, "budget": 500,
            "looks": [250, 500], "level": 0.05, "false_discovery_rate": 0.05, "verdicts": dict(VERDICTS),
            "counts": {name: count for name, count in counts.items() if count}, "claims": made}  # fmt: skip


def test_every_claim_line_and_reason_is_on_the_page_as_text() -> None:
    page = claims_page(_audit())
    for words in ("Readiness &lt;saves&gt; islands.", LINE["sentence"], "It fails in 95% of them.", "economy.burden",
                  "It alarms.", "No figure moves it.", "readiness 0", "A reason.", "kaname claims audit"):  # fmt: skip
        assert words in page, words
    assert "<saves>" not in page


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    page = claims_page(_audit())
    assert "default-src &#x27;none&#x27;" in page
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!#|data:)', page)


def test_a_sentence_says_level_change_size_and_how_sure_in_this_order() -> None:
    assert effect(LINE) == (
        "9.5 under ready, 10.8 under unready: \N{MINUS SIGN}1.25 crises (\N{MINUS SIGN}1.5 to \N{MINUS SIGN}1). "
        "2.5 times what matters (0.5 crises matters), as claimed. The sign is as claimed in 92% of worlds (85% to "
        "97%); 500 pairs."
    )


def test_what_cannot_be_told_of_worlds_is_said_and_not_a_share() -> None:
    blurred = {**LINE, "share": [0.5, 0.1, 0.9]}
    assert "cannot be told" in effect(blurred)
    assert "50%" not in effect(blurred)
    assert "No pair" in effect({**LINE, "above": 0, "below": 0})
    assert "against the claim" in effect({**LINE, "size": -2.5})


def test_the_answer_counts_claims_and_lines() -> None:
    small = {**CLAIM, "id": "C02", "verdict": "too small to matter",
             "lines": [{**LINE, "verdict": "too small to matter"}, {**LINE, "aside": True}]}  # fmt: skip
    first, second, _ = answer(_audit(CLAIM, small))
    assert first == "Of 2 claims, put as arms of paired futures, 1 comes to too little to matter, 1 holds."
    assert second.startswith("1 of the 2 lines")


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_can_be_said_of_one_and_of_many(verdict: str) -> None:
    assert fares(verdict, 1)
    assert fares(verdict, 2)
    assert ordered(_audit({**CLAIM, "verdict": verdict}))


def test_claims_stand_worst_first_and_are_drawn_by_the_line_that_decides() -> None:
    bad = {**CLAIM, "id": "C09", "verdict": "fails", "lines": [LINE, {**LINE, "verdict": "fails", "mean": 1.0}]}
    assert [claim["id"] for claim in ordered(_audit(CLAIM, bad))] == ["C09", "C01"]
    line = deciding(bad)
    assert line is not None
    assert line["verdict"] == "fails"
    cannot = {**CLAIM, "verdict": "cannot be run", "cannot_run": "For want of an arm.", "lines": [], "reasons": None}
    assert "For want of an arm." in claims_page(_audit(cannot))


def test_an_interval_is_drawn_as_claimed_to_the_right_and_the_dead_zone_around_zero() -> None:
    low, middle, high = sizes.interval(LINE)
    assert (low, middle, high) == (2.0, 2.5, 3.0)
    assert sizes.interval({**LINE, "expect": "higher"}) == (-3.0, -2.5, -2.0)
    places = [sizes.place(size) for size in (-1000.0, -30.0, -1.0, 0.0, 1.0, 30.0, 1000.0)]
    assert places == sorted(places)
    assert sizes.place(0.0) == sizes.WIDTH / 2.0
    assert places[0] == places[1]
