"""Stories of the law that a domain expert can write: the fifteen cases of May 2014, before and after."""

from pathlib import Path

import pytest

from kaname.core.guarded_yaml import read_yaml
from kaname.law.ask import ask

FOLDER = Path(__file__).parent / "stories"
STORIES = [story for path in sorted(FOLDER.glob("*.yaml")) for story in read_yaml(path).value["stories"]]


@pytest.mark.system("S02")
@pytest.mark.parametrize("story", STORIES, ids=[story["title"] for story in STORIES])
def test_the_answer_on_each_day_of_the_story(story):
    for day in story["days"]:
        assert ask(story["question"], day["date"], day["facts"]).answer == day["answer"], day["date"]


def test_the_stories_hold_all_fifteen_cases():
    titles = {story["title"].partition(".")[0] for story in STORIES}
    assert {str(number) for number in range(1, 16)} <= titles
