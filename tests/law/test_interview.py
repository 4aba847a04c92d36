"""The interview: it asks only what can change the answer, ends where nothing can, and reaches the stories' answers."""

import json
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import InputError
from kaname.law.ask import verdict
from kaname.law.book import load_book
from kaname.law.facts import checked_facts
from kaname.law.interview import all_facts, begin, conduct, give, next_question, outlook
from kaname.law.interview_text import question_text, reply_facts
from kaname.law.possible import Prospect
from kaname.law.premises import contradiction_in
from kaname.law.render import Wording
from kaname.law.stories import load_stories
from kaname.law.truth import WORDS

BOOK = load_book()
DAYS = [(story.question, day) for story in load_stories() for day in story.days]
SOME = DAYS[::9]
MANY = 6
"""Facts from which on the interview is worth more than a list: of three a closing list alone is a third."""


def told_by(facts):
    return lambda asked: {fact: facts[fact] for fact in asked.facts if fact in facts}


@pytest.mark.parametrize(("question", "day"), SOME, ids=[f"{one[0]} {one[1].date} {at}" for at, one in enumerate(SOME)])
def test_an_interview_on_a_storys_facts_ends_with_its_answer(question, day):
    facts = checked_facts(BOOK, day.facts)
    end = conduct(BOOK, begin(BOOK, question, day.date), told_by(facts))
    assert WORDS[verdict(BOOK, question, day.date, end.facts)] == day.answer
    assert set(end.facts) <= set(facts)
    assert len({fact for one in end.asked if not one.closing for fact in one.facts}) <= len(all_facts(BOOK, end))


def shares(question, day):
    """Questions put to a respondent who knows a story's facts, over the facts of asking for all: the facts asked one by
    one; the same with the closing list as one more question, where it is put; and the number of all facts."""
    start = begin(BOOK, question, day.date)
    end = conduct(BOOK, start, told_by(checked_facts(BOOK, day.facts)))
    one_by_one = sum(not one.closing for one in end.asked)
    every = len(all_facts(BOOK, start))
    return (one_by_one / every, len(end.asked) / every, every) if every else None


def test_the_median_story_takes_half_the_questions_of_asking_for_every_fact_or_little_more():
    """The closing list, which may name several exceptions and is answered at once, counts as one question."""
    counted = [one for one in (shares(question, day) for question, day in SOME) if one]
    assert median(one_by_one for one_by_one, _, _ in counted) <= 0.5
    assert median(with_list for _, with_list, _ in counted) <= 0.6
    assert median(with_list for _, with_list, every in counted if every >= MANY) <= 0.5


@given(st.sampled_from(DAYS), st.data())
def test_when_the_interview_is_over_no_fact_that_is_left_changes_the_answer(day, data):
    question, one = day
    facts = checked_facts(BOOK, one.facts)
    kept = {fact: value for fact, value in facts.items() if data.draw(st.booleans())}
    prospect = Prospect(BOOK, question, one.date, kept)
    answer = WORDS[verdict(BOOK, question, one.date, kept)]
    assert answer in prospect.words()
    fact = data.draw(st.sampled_from(sorted(set(BOOK.facts) - set(kept))))
    value = data.draw(st.sampled_from([*BOOK.facts[fact].get("values", (0, 1, 61, 91)), "unknown"]))
    if contradiction_in(BOOK.data, {**kept, fact: value}) is None:
        assert WORDS[verdict(BOOK, question, one.date, {**kept, fact: value})] in prospect.words()


def test_what_is_settled_at_once_is_not_asked():
    start = begin(BOOK, "JP.USE_OF_FORCE", "1950-01-01" if BOOK.data["first_day"] <= "1950-01-01" else "1952-01-01")
    assert next_question(BOOK, start) is None
    assert Prospect(BOOK, start.question, start.date, {}).words() == ("no",)


def test_a_question_that_is_put_is_not_put_again():
    at, seen = begin(BOOK, "JP.USE_OF_FORCE", "2026-06-01"), []
    while (asked := next_question(BOOK, at)) is not None:
        seen += asked.facts
        at = give(BOOK, at, asked, {})
    assert len(seen) == len(set(seen))


def test_a_reply_is_a_value_its_number_or_a_list_and_a_wrong_one_is_refused():
    wording = Wording(BOOK, "en")
    at = begin(BOOK, "JP.STANDBY_ORDER", "2020-01-01")
    asked = next_question(BOOK, at)
    (fact,) = asked.facts
    values = BOOK.facts[fact]["values"]
    assert reply_facts(wording, asked, "1") == {fact: values[0]}
    assert reply_facts(wording, asked, values[-1]) == {fact: values[-1]}
    assert reply_facts(wording, asked, "") == {}
    assert fact in question_text(wording, asked)
    with pytest.raises(InputError):
        give(BOOK, at, asked, {fact: "perhaps"})


def test_fewer_questions_are_expected_than_asking_for_every_fact():
    expected = outlook(BOOK, begin(BOOK, "JP.USE_OF_FORCE", "2026-06-01"))
    assert 0 < expected.expected < expected.all_facts
    assert outlook(BOOK, begin(BOOK, "JP.USE_OF_FORCE", "2026-06-01")) == expected


def test_the_command_replies_from_a_file_and_from_what_is_typed(kaname, tmp_path):
    path = tmp_path / "answers.yaml"
    path.write_text("date: 2020-01-01\nfacts: {cabinet_determination: armed_attack_anticipated}\n", encoding="utf-8")
    done = kaname("law", "interview", "JP.STANDBY_ORDER", "--answers", str(path), "--json")
    made = json.loads(done.stdout)
    assert (done.returncode, made["answer"]) == (0, "yes")
    assert made["questions"] <= made["questions_asking_all"]
    spoken = kaname("law", "interview", "JP.STANDBY_ORDER", "--answers", str(path), "--lang", "ja")
    assert "結論" in spoken.stdout
    assert kaname("law", "interview", "JP.STANDBY").returncode == 2
