"""Five crises told: bit for bit the futures of the picture, the first that goes otherwise, on a page of its own."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest

import kaname as ka
from kaname.lab.crisis_words import Line
from kaname.lab.told import STORIES, Crisis, Story, crises, stories, told_apart
from kaname.study.growing import SIZES, Cancelled
from kaname.words.catalogue import catalogue
from tests.lab.asking import Asker, MadeUp
from tests.lab.test_law_door import plain

MOVED = {"clarity": 1.0, "forward_presence": 1.0}
PLACE = "senkaku"


@pytest.fixture(scope="module")
def session() -> Any:
    with ka.session("us-japan", years=3) as made:
        yield made


def crisis(season: int, *moves: str) -> Crisis:
    return Crisis(2027, season, tuple(Line("move", move) for move in moves))


def test_the_first_quarter_that_goes_otherwise_is_told() -> None:
    same, here, there = crisis(1, "press"), crisis(2, "press"), crisis(2, "seize")
    story = told_apart(7, [same, here], [same, there])
    assert (story.here, story.there, story.differs) == (here, there, True)


def test_a_crisis_that_comes_on_one_side_alone_is_told_with_none_beside_it() -> None:
    story = told_apart(7, [], [crisis(3, "press")])
    assert (story.here, story.there, story.mine, story.now) == (None, crisis(3, "press"), 0, 1)


def test_where_nothing_goes_otherwise_the_first_crisis_is_told_and_that_is_said() -> None:
    story = told_apart(7, [crisis(2, "press"), crisis(3, "seize")], [crisis(2, "press"), crisis(3, "seize")])
    assert (story.here, story.differs) == (crisis(2, "press"), False)


def test_a_told_future_has_as_many_crises_as_its_row(session: Any) -> None:
    answer = session.run(MOVED, SIZES[0])
    column = answer.columns.index(f"challenges.{PLACE}")
    said = catalogue("en")
    made = list(stories(said, session, MOVED, PLACE, threading.Event()))
    assert len(made) == STORIES
    for story in made:
        assert story.mine == int(answer.rows[story.future, column])
        assert story.now == int(answer.reference[story.future, column])
    having = np.flatnonzero((answer.rows[:, column] > 0) | (answer.reference[:, column] > 0))
    assert [story.future for story in made] == list(having[:STORIES])


def test_a_crisis_begins_with_its_challenge_and_ends(session: Any) -> None:
    for future in range(6):
        for told in crises(catalogue("en"), session, session.compiled, session.bargain, PLACE, future):
            assert told.lines[0].kind == "move"
            assert told.lines[0].sentence.startswith("China: ")
            assert [line.kind for line in told.lines].count("end") == 1


def test_a_story_that_nobody_waits_for_ends(session: Any) -> None:
    stop = threading.Event()
    made = stories(catalogue("en"), session, MOVED, PLACE, stop)
    next(made)
    stop.set()
    with pytest.raises(Cancelled):
        next(made)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_page_sets_both_sides_beside_each_other(
    asker: Asker, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [Story(4, crisis(2, "press!"), crisis(2, "seize!"), True, 2, 3)]
    monkeypatch.setattr("kaname.lab.told_door.stories", lambda *_: iter(told))
    text = plain(asker.ask(f"/compare/crises?bargain=step_up&place=taiwan&lang={language}").text)
    assert "press!" in text
    assert "seize!" in text
    assert catalogue(language)("told-counts", mine=2, now=3) in text


def test_the_picture_leads_to_the_crises_of_every_place(asker: Asker) -> None:
    assert isinstance(asker.app.state.lab.resident, MadeUp)
    text = asker.ask("/compare?bargain=step_up&show=1&lang=en").text
    assert text.count("/compare/crises?scenario=us-japan&amp;bargain=step_up") >= STORIES


def test_a_place_that_is_not_there_is_refused_with_the_nearest(asker: Asker) -> None:
    answer = asker.ask("/compare/crises?place=taiwann&lang=en")
    assert answer.status_code == 400
    assert "Nearest: taiwan" in plain(answer.text)
