"""The far end of the calendar, and days to which the law was not followed."""

import json

import pytest

from kaname.law.ask import ask, verdict
from kaname.law.book import LAST, load_book
from kaname.law.exam import mark, read_cases
from kaname.law.forms import exam_form, gaps_text, history_text, levers_text, options_text, paths_text
from kaname.law.history import history
from kaname.law.page import gaps_page, history_page, options_page
from kaname.law.render import Wording, answer_text
from kaname.words.languages import LANGUAGES

BOOK = load_book()
STANDS = BOOK.data["stands_at"]
AFTER, LAST_DAY, DAY_BEFORE = "2041-06-01", "9999-12-31", "9999-12-30"


def test_the_last_day_of_the_calendar_is_answered_as_the_day_before() -> None:
    facts = {"target": "us_ship"}
    for question in BOOK.questions:
        assert verdict(BOOK, question, LAST_DAY, facts) == verdict(BOOK, question, DAY_BEFORE, facts), question
    assert ask("JP.USE_OF_FORCE", LAST_DAY, facts).answer == "undetermined"


def test_an_open_end_lies_after_every_day() -> None:
    assert all(rule.end > LAST_DAY or rule.end < LAST_DAY for rule in BOOK.rules)
    assert {rule.end for rule in BOOK.rules if rule.end > LAST_DAY} == {LAST}


def texts(wording: Wording, day: str) -> list[str]:
    """Return every text of the room that gives an answer of a day."""
    name = next(iter(BOOK.questions))
    answer, periods = ask(name, day, {}), history(BOOK, name, {}, day)
    return [
        answer_text(wording, answer, {}, (), ()),
        options_text(wording, day, {}, ()),
        options_page(wording, day, {}, (), ""),
        gaps_text(wording, day, ()),
        gaps_page(wording, day, ()),
        history_text(wording, name, {}, periods),
        history_page(wording, name, {}, periods, ""),
        levers_text(wording, day, {}),
        paths_text(wording, day),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_day_past_the_book_tells_to_which_day_the_law_was_followed(language) -> None:
    wording = Wording(BOOK, language)
    sentence = "".join(wording.horizon(AFTER)).replace(" ", "")
    assert STANDS in sentence
    assert all(sentence in text.replace(" ", "").replace("\n", "") for text in texts(wording, AFTER))


def test_a_day_that_the_book_covers_needs_no_such_sentence() -> None:
    wording = Wording(BOOK, "en")
    sentence = wording.word("horizon")[:18]
    assert wording.horizon(STANDS) == []
    assert not any(sentence in text for text in texts(wording, STANDS))


def test_json_tells_the_day_to_which_the_law_was_followed(kaname, tmp_path) -> None:
    words = ("--date", AFTER, "--json")
    answer = kaname("law", "ask", "--question", "JP.USE_OF_FORCE", *words)
    assert json.loads(answer.stdout)["law_stands_at"] == STANDS
    options = kaname("law", "options", *words)
    assert isinstance(json.loads(options.stdout), list)
    assert STANDS in options.stderr
    path = tmp_path / "cases.yaml"
    path.write_text(f"cases:\n- {{id: a, date: {AFTER}, question_id: US.WPR}}\n", encoding="utf-8")
    assert exam_form(Wording(BOOK, "en"), mark(BOOK, read_cases(BOOK, path)), None)["law_stands_at"] == STANDS
