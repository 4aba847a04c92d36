"""Rules are written for the law: no file of the law names a case, and no day stands in one but days of law.

A day counts when a regime, an event or an instrument (statute, treaty, decision, position) begins or ends on it; each
of those has a name that a reader can look up.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kaname.core.safe_yaml import read_yaml
from kaname.law.book import load_book
from kaname.law.build import folder, sources
from kaname.law.conditions import atoms

BOOK = load_book()
DAY = re.compile(r"\b(?:18|19|20)\d\d-\d\d-\d\d\b")
CASE = re.compile(r"\b[A-H]\d\d[abc]?\b")
OF_RULES = sorted((folder() / "rules").glob("*.yaml"))
MANY = 4


def days_of_law(data: Any) -> set[str]:
    """Days on which a named regime, event or instrument begins or ends."""
    days = {one["from"] for one in data["regimes"]} | {one["date"] for one in data["events"]} | {data["first_day"]}
    for one in data["instruments"].values():
        days |= {one[end] for end in ("from", "until") if end in one}
    return days


def strange_days(text: str, known: set[str]) -> set[str]:
    """Days in a text that are not days of law."""
    return set(DAY.findall(text)) - known


@pytest.mark.parametrize("path", OF_RULES, ids=[path.stem for path in OF_RULES])
def test_a_file_of_rules_holds_days_of_law_only(path: Path) -> None:
    assert strange_days(path.read_text(encoding="utf-8"), days_of_law(BOOK.data)) == set()


def test_the_vocabulary_the_questions_and_the_moves_hold_days_of_law_only() -> None:
    for name in ("facts", "questions", "paths", "moves", "contingencies", "gaps", "words", "values"):
        text = (folder() / f"{name}.yaml").read_text(encoding="utf-8")
        assert strange_days(text, days_of_law(BOOK.data)) == set(), name


def test_a_day_that_is_no_day_of_law_would_be_found() -> None:
    assert strange_days("from: 2016-06-01", days_of_law(BOOK.data)) == {"2016-06-01"}


def test_every_day_of_law_has_a_name_and_says_how_sure_it_is() -> None:
    for one in (*BOOK.data["regimes"], *BOOK.data["events"]):
        assert one["en"]
        assert one["ja"]
    for name, one in BOOK.data["instruments"].items():
        assert one["certainty"] in tuple("SOPK"), name


@pytest.mark.parametrize("path", sources(folder()), ids=lambda path: path.stem)
def test_no_source_of_the_law_names_a_case(path: Path) -> None:
    assert CASE.findall(path.read_text(encoding="utf-8")) == []


def test_no_program_of_the_law_names_a_case() -> None:
    package = folder().parents[1] / "law"
    named = {path.name: CASE.findall(path.read_text(encoding="utf-8")) for path in package.glob("*.py")}
    assert {name: found for name, found in named.items() if found} == {}


def test_the_pattern_of_case_names_fits_the_shared_cases(shared: Path) -> None:
    cases = read_yaml(shared / "law" / "cases.yaml").value["cases"]
    assert all(CASE.fullmatch(case["id"]) for case in cases)


def test_no_rule_is_a_copy_of_one_case(shared: Path) -> None:
    """A rule that asks for exactly the facts of one case, all of them plainly, would be an answer and no rule."""
    cases = read_yaml(shared / "law" / "cases.yaml").value["cases"]
    facts = {
        case["id"]: {(k, str(v)) for k, v in case["facts"].items()} for case in cases if len(case["facts"]) >= MANY
    }
    copies = []
    for rule in BOOK.rules:
        asked = {(one[1], one[2][0]) for one in atoms(rule.when) if one[0] == "is" and len(one[2]) == 1}
        plain = rule.when[0] == "all" and all(one[0] == "is" for one in rule.when[1])
        copies += [(rule.id, name) for name, told in facts.items() if plain and asked == told]
    assert copies == []
