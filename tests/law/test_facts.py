"""Bad input: a message with the nearest valid word and the list, and never a guess."""

import datetime as dt

import pytest

from kaname.core.errors import InputError, InputErrors
from kaname.law.ask import ask
from kaname.law.book import load_book
from kaname.law.exam import read_cases
from kaname.law.facts import checked_facts
from kaname.law.situation import facts_told, read_situation

BOOK = load_book()


@pytest.mark.parametrize(
    ("question", "date", "facts", "nearest"),
    [
        ("JP.USE_OF_FORC", "2020-01-01", {}, "JP.USE_OF_FORCE"),
        ("JP.USE_OF_FORCE", "2020-01-01", {"atack_stage": "none"}, "attack_stage"),
        ("JP.USE_OF_FORCE", "2020-01-01", {"attack_stage": "imminnt"}, "imminent"),
    ],
)
def test_a_wrong_word_is_told_with_the_nearest_and_the_list(question, date, facts, nearest):
    with pytest.raises(InputError) as told:
        ask(question, date, facts)
    assert told.value.nearest == nearest
    assert told.value.allowed


@pytest.mark.parametrize("date", ["1951-09-07", "1950-01-01", "2020-13-01", "yesterday", "", dt.date(1900, 1, 1)])
def test_a_day_that_is_none_or_too_early_is_refused(date):
    with pytest.raises(InputError):
        ask("US.WPR", date, {})


@pytest.mark.parametrize("value", ["-1", "many", "1.5", True, "9" * 30])
def test_a_number_that_is_none_is_refused(value):
    with pytest.raises(InputError, match="whole number|too large"):
        ask("US.WPR", "2020-01-01", {"clock_days": value})


@pytest.mark.parametrize("line", BOOK.data["contradictions"], ids=lambda line: " ".join(line["when"]))
def test_facts_that_contradict_each_other_are_refused_with_the_reason(line):
    facts = {fact: values[0] for fact, values in line["when"].items()}
    with pytest.raises(InputError, match="contradict") as told:
        ask("JP.USE_OF_FORCE", "2020-01-01", facts)
    assert line["en"] in told.value.message


def test_a_situation_file_tells_every_wrong_fact_with_its_line(tmp_path):
    path = tmp_path / "crisis.yaml"
    path.write_text("date: 2020-01-01\nfacts:\n  actr: state\n  actor: stat\n", encoding="utf-8")
    with pytest.raises(InputErrors) as told:
        read_situation(BOOK, path)
    assert [error.line for error in told.value.errors] == [3, 4]


def test_a_situation_file_may_be_bare_facts(tmp_path):
    path = tmp_path / "crisis.yaml"
    path.write_text("actor: state\ntarget: senkaku\n", encoding="utf-8")
    assert read_situation(BOOK, path).facts == {"actor": "state", "target": "senkaku"}


@pytest.mark.parametrize("pairs", [["actor"], ["=state"], ["actor="]])
def test_a_told_fact_has_a_name_and_a_value(pairs):
    with pytest.raises(InputError):
        facts_told(pairs)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("date: 2016-03-29\ntarget: us_ship\n", "Put the facts under facts:"),
        ("title: x\ntarget: us_ship\n", "Put the facts under facts:"),
        ("date: 2016-03-29\nfacts:\n", "facts is empty"),
        ("facts: us_ship\n", "us_ship is no mapping of facts"),
        ("date:\nfacts: {target: us_ship}\n", "the date is empty"),
        ("date: spring\nfacts: {target: us_ship}\n", "spring is not a date"),
        ("facts: {clock_days: 12345678}\n", "12345678 is too large"),
    ],
)
def test_a_situation_of_another_shape_is_told_what_to_write_where(tmp_path, text, message):
    path = tmp_path / "crisis.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as told:
        read_situation(BOOK, path)
    assert told.value.line
    assert told.value.nearest is None


@pytest.mark.parametrize("empty", ["date", "question_id"])
def test_a_case_with_an_empty_field_is_told_so(tmp_path, empty):
    fields = {"id": "a", "date": "2020-01-01", "question_id": "US.WPR", empty: ""}
    path = tmp_path / "cases.yaml"
    path.write_text("cases:\n- {" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}\n")
    (read,) = read_cases(BOOK, path)
    assert "empty" in str(read.error)


def test_a_fact_of_one_value_given_two_is_refused_and_a_finding_may_hold_several():
    told = facts_told(["actor=state", "actor=pirates"])
    with pytest.raises(InputError, match="actor takes one value"):
        checked_facts(BOOK, told)
    told = facts_told(["cabinet_determination=survival_threatening", "cabinet_determination=armed_attack_anticipated"])
    both = ("survival_threatening", "armed_attack_anticipated")
    assert checked_facts(BOOK, told) == {"cabinet_determination": both}
    assert checked_facts(BOOK, {"cabinet_determination": ",".join(both)}) == {"cabinet_determination": both}
    assert checked_facts(BOOK, {"cabinet_determination": [both[0], both[0]]}) == {"cabinet_determination": both[0]}


def test_no_finding_cannot_stand_beside_a_finding():
    with pytest.raises(InputError, match="none cannot stand beside"):
        checked_facts(BOOK, {"cabinet_determination": "none,survival_threatening"})


@pytest.mark.parametrize("fact", sorted(BOOK.facts))
def test_every_fact_may_be_given_as_unknown(fact):
    assert checked_facts(BOOK, {fact: "unknown"}) == {fact: "unknown"}
    assert "unknown" in BOOK.open_values(fact)
