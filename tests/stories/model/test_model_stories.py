"""The model tells the stories that experts wrote (src/kaname/data/stories); a miss says in its file what was seen."""

from __future__ import annotations

from functools import cache

import pytest

from kaname.scenarios.stories import load_stories, shipped_stories
from kaname.study.stories.sides import Sizes
from kaname.study.stories.told import Outcome, told

SIZES = Sizes(runs=300, futures=150)
FILES = {name: load_stories(name) for name in shipped_stories()}


@cache
def _outcomes(name: str) -> dict[str, Outcome]:
    return {outcome.story.id: outcome for outcome in told(FILES[name], SIZES)}


@pytest.mark.parametrize(("name", "story"), [(name, item.id) for name, file in FILES.items() for item in file.stories])
def test_the_story_is_told_or_its_miss_is_on_record(name: str, story: str) -> None:
    outcome = _outcomes(name)[story]
    seen = [(item.measure, item.asked, item.when, item.against) for item in outcome.seen]
    assert outcome.met or outcome.story.unless, f"{outcome.story.text} Seen: {seen}"
