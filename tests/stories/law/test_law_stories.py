"""Stories of the law that a domain expert can write: the fifteen cases of May 2014, before and after.

A story is a title, a question and days; each day tells facts, the answer and, where wanted, who decides, what must be
among the citations (`cites`) and the fact whose finding would determine an open answer (`until`).
"""

from pathlib import Path

import pytest

from kaname.core.guarded_yaml import read_yaml
from kaname.law.ask import ask

FOLDER = Path(__file__).parent
STORIES = [story for path in sorted(FOLDER.glob("*.yaml")) for story in read_yaml(path).value["stories"]]


@pytest.mark.system("S02")
@pytest.mark.parametrize("story", STORIES, ids=[story["title"] for story in STORIES])
def test_the_answer_on_each_day_of_the_story(story):
    for day in story["days"]:
        given = ask(story["question"], day["date"], day["facts"])
        assert given.answer == day["answer"], day["date"]
        for cite in day.get("cites", ()):
            assert cite in given.citations, (day["date"], given.citations)
        assert day.get("who_decides", given.who_decides) == given.who_decides
        assert {day.get("until")} <= {None, *(one.fact for one in given.open_findings)}, day["date"]


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
    titles = {story["title"].partition(".")[0] for story in STORIES}
    assert {str(number) for number in range(1, 16)} <= titles
