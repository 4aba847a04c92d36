"""Stories as data: they are read with their place, and rules without a story are found."""

import copy
from dataclasses import replace

import pytest

from kaname.core.errors import InputError
from kaname.law.book import book_from, load_book
from kaname.law.build import folder
from kaname.law.stories import load_stories, read_stories, stories_from, story_findings, untold

BOOK = load_book()


def test_the_shipped_stories_are_what_the_sources_tell():
    assert stories_from(read_stories(folder() / "stories")) == load_stories()


@pytest.mark.parametrize(
    "text",
    [
        "stories: 3",
        "stories:\n  - title: no question\n    days: []",
        "stories:\n  - {title: x, question: JP.ESCORT, days: [{date: 2020-01-01, answr: 'no'}]}",
    ],
)
def test_a_story_that_cannot_be_read_is_refused_with_its_file(tmp_path, text):
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"mine\.yaml"):
        read_stories(tmp_path)


def test_every_rule_has_a_story_for_every_state_that_its_condition_can_have():
    assert story_findings(BOOK, load_stories()) == []


def test_a_rule_without_a_story_is_named_with_the_state_that_is_missing():
    without = [one for one in load_stories() if one.question != "JP.JCG_MILITARY_ROLE"]
    missing = {(rule.id, word) for rule, word in untold(BOOK, without)}
    assert ("gray.jcg_never_military", "holds") in missing
    assert ("gray.jcg_never_military", "fails") not in missing, "a rule that always holds cannot fail"


def test_a_wrong_answer_or_question_in_a_story_is_told():
    story = load_stories()[0]
    day = replace(story.days[0], answer="maybe")
    told = "\n".join(story_findings(BOOK, [replace(story, days=(day,)), replace(story, question="JP.NOTHING")]))
    assert "maybe is not an answer" in told
    assert "JP.NOTHING is not a question" in told


def test_a_story_whose_answer_is_not_that_of_the_rules_is_told():
    story = next(one for one in load_stories() if one.days[0].answer == "yes")
    told = story_findings(BOOK, [replace(story, days=(replace(story.days[0], answer="no"),))])
    assert f"on {story.days[0].date} the story says no, the rules yes" in told[0]


def test_a_story_with_a_fact_that_cannot_be_read_is_told():
    story = load_stories()[0]
    told = story_findings(BOOK, [replace(story, days=(replace(story.days[0], facts={"falls_on_japn": "no"}),))])
    assert "not a fact" in told[0]


def test_a_new_rule_asks_for_its_stories():
    data = copy.deepcopy(dict(BOOK.data))
    rule = next(one for one in data["rules"] if one["id"] == "gray.missile_passing_over")
    data["rules"].append({**rule, "id": "gray.new", "when": ["is", "damage", ["some"]], "answers": ["JP.ESCORT"]})
    missing = {word for one, word in untold(book_from(data), load_stories()) if one.id == "gray.new"}
    assert "holds" in missing
