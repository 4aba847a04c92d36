"""Stories of the law that a domain expert can write (src/kaname/data/law/stories): each day's answer is the book's.

A story is a title, a question and days; each day tells facts, the answer and, where wanted, who decides, what must be
among the citations (`cites`) and the fact whose finding would determine an open answer (`until`).
"""

import pytest

from kaname.law.ask import ask
from kaname.law.stories import load_stories

STORIES = load_stories()


@pytest.mark.system("S02")
@pytest.mark.parametrize("story", STORIES, ids=[story.title for story in STORIES])
def test_the_answer_on_each_day_of_the_story(story):
    for day in story.days:
        given = ask(story.question, day.date, day.facts)
        assert given.answer == day.answer, (day.date, [use.id for use in given.rules])
        for cite in day.cites:
            assert cite in given.citations, (day.date, given.citations)
        assert given.who_decides == (day.who_decides or given.who_decides)
        assert {day.until} <= {None, *(one.fact for one in given.open_findings)}, day.date


@pytest.mark.system("S59")
def test_the_host_decides_on_combat_from_its_bases_outside_article_five_since_1960():
    told = {"operation": "combat_from_japan", "article_v_situation": "no"}
    answers = {
        (date, consent): ask("US.USE_OF_BASES", date, {**told, "host_consent_given": consent}).answer
        for date in ("1955-06-01", "2026-06-01")
        for consent in ("yes", "no")
    }
    assert answers["1955-06-01", "no"] == "yes"
    assert (answers["2026-06-01", "yes"], answers["2026-06-01", "no"]) == ("yes", "no")


def test_the_stories_hold_all_fifteen_cases():
    titles = {story.title.partition(".")[0] for story in STORIES}
    assert {str(number) for number in range(1, 16)} <= titles


def test_no_two_stories_have_one_title():
    titles = [story.title for story in STORIES]
    assert len(titles) == len(set(titles))
