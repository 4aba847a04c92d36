"""Levers' gates: the same rules, asked for each use; table and explanation agree; names are those of the model."""

import datetime as dt

import pytest

from kaname.core.errors import InputError
from kaname.law.ask import verdict
from kaname.law.book import LAST, load_book
from kaname.law.facts import checked_facts
from kaname.law.levers import gate, tabulate_levers, uses
from kaname.law.truth import NO, OPEN, YES
from kaname.words.levers import NAMES

BOOK = load_book()
DATES = [dt.date(year, 6, 1) for year in (1955, 1975, 2003, 2015, 2017, 2026)]


@pytest.fixture(scope="module")
def tables():
    return tabulate_levers(DATES)


def at(tables, lever, year):
    return tables.gate[[day[:4] for day in tables.dates].index(str(year)), tables.levers.index(lever)]


def test_every_lever_named_is_a_lever_of_the_model_and_its_facts_are_good():
    assert set(BOOK.data["levers"]) <= set(NAMES)
    for lever, told in BOOK.data["levers"].items():
        for one in told:
            assert one["asks"] in BOOK.questions, lever
            assert checked_facts(BOOK, one["facts"]) == one["facts"], lever


def test_every_gate_agrees_with_the_answers_behind_it(tables):
    for row, day in enumerate(tables.dates):
        for column, lever in enumerate(tables.levers):
            made = uses(BOOK, lever, day)
            assert made, (lever, day)
            assert tables.gate[row, column] == gate(made)
            told = BOOK.data["levers"][lever]
            asked = [one for one in told if one.get("from", "") <= day < one.get("until", LAST)]
            for use, one in zip(made, asked, strict=True):
                words = {"no": NO, "yes": YES, "undetermined": OPEN}
                assert words[use.answer.answer] == verdict(BOOK, one["asks"], day, one["facts"])


@pytest.mark.system("S29")
def test_gates_open_with_the_law_and_not_before(tables):
    assert [at(tables, "regional_role", year) for year in (1975, 2015, 2017)] == [NO, OPEN, YES]
    assert [at(tables, "framework", year) for year in (2015, 2017)] == [NO, YES]
    assert [at(tables, "decision_predelegation", year) for year in (2003, 2017)] == [NO, YES]


@pytest.mark.system("S59")
def test_a_major_deployment_waits_for_the_host_since_1960(tables):
    assert at(tables, "forward_presence", 1955) == YES
    assert at(tables, "forward_presence", 2026) == OPEN


@pytest.mark.system("S55")
def test_one_integrated_missile_defence_is_open_in_part_only(tables):
    assert at(tables, "defence_architecture", 2026) == OPEN
    answers = [use.answer.answer for use in uses(BOOK, "defence_architecture", "2026-06-01")]
    assert answers == ["yes", "no", "yes"]


def test_a_lever_that_needs_no_law_is_refused_with_the_nearest():
    with pytest.raises(InputError, match="lever that needs law"):
        uses(BOOK, "tariffs", "2020-01-01")
