"""The law door: what the law room says, in both languages, at an address that is the question."""

from __future__ import annotations

import re
import shlex
from html import unescape

import pytest
from typer.testing import CliRunner

from kaname.cli.main import app
from kaname.lab.law_door import read
from kaname.lab.legal import command_of, controls, next_fact, questions_by_state, shown_answer, ticks
from kaname.law.ask import ask
from kaname.law.book import load_book
from kaname.law.options import options
from kaname.law.render import Wording
from kaname.words.languages import LANGUAGES
from tests.lab.asking import Asker

QUESTION = "JP.USE_OF_FORCE"
TOLD = f"question={QUESTION}&date=2016-04-01&f.cabinet_determination=survival_threatening"


def plain(text: str) -> str:
    """A page's words alone."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))


def verdict(text: str) -> str:
    return re.findall(r'class="verdict v-(\w+)"', text)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_the_book_has_a_page_with_the_answer_of_the_law_room(asker: Asker, language: str) -> None:
    book = load_book()
    day = str(book.data["stands_at"])
    pages = {name: asker.ask(f"/law?lang={language}&question={name}") for name in book.questions}
    assert {answer.status_code for answer in pages.values()} == {200}
    assert {name: verdict(answer.text) for name, answer in pages.items()} == {
        name: ask(name, day, {}, book).answer for name in book.questions
    }
    assert [name for name, answer in pages.items() if "{" in plain(answer.text)] == []


def test_a_fact_and_a_day_change_the_answer(asker: Asker) -> None:
    met = "&f.other_appropriate_means=no&f.minimum_necessary=yes&f.defense_operation_order=yes"
    assert verdict(asker.ask(f"/law?{TOLD}{met}").text) == "yes"
    assert verdict(asker.ask(f"/law?question={QUESTION}&f.cabinet_determination=none").text) == "no"
    assert verdict(asker.ask(f"/law?question={QUESTION}&date=1952-01-01").text) == "no"


def test_citations_carry_the_japanese_sentence_and_the_link_of_the_article(asker: Asker) -> None:
    text = asker.ask(f"/law?lang=en&question={QUESTION}").text
    sources = shown_answer(Wording(load_book(), "en"), read([("question", QUESTION)])).sources
    quotes = [one.quote for one in sources if one.quote]
    assert quotes
    assert all(one in unescape(text) for one in quotes)
    assert all(one.link in unescape(text) for one in sources if one.link)


def test_what_is_offered_to_say_next_is_what_the_interview_asks(asker: Asker) -> None:
    wording, asked = Wording(load_book(), "en"), read([("question", QUESTION)])
    following = next_fact(wording, asked)
    assert following is not None
    text = asker.ask(f"/law?lang=en&question={QUESTION}").text
    for one in following[1]:
        assert [value for value, _, _ in one.values if f"f.{one.name}={value}" not in text] == []
    passed = read([("question", QUESTION), *((f"f.{one.name}", "unknown") for one in following[1])])
    later = next_fact(wording, passed)
    assert later is None or {one.name for one in later[1]}.isdisjoint(one.name for one in following[1])


def test_facts_told_stay_in_the_controls_and_in_the_search(asker: Asker) -> None:
    text = asker.ask(f"/law?lang=en&{TOLD}&q=missile").text
    assert '<option value="survival_threatening" selected>' in text
    assert 'type="hidden" name="f.cabinet_determination" value="survival_threatening"' in text
    assert "/law?question=JP.BMD_ART82_3&amp;date=2016-04-01&amp;lang=en&amp;f.cabinet_determination=" in text


def test_words_that_no_text_holds_are_answered_with_a_sentence(asker: Asker) -> None:
    assert "No word of this is in the book" in plain(asker.ask("/law?lang=en&q=zzzz").text)


def test_the_slider_of_days_goes_from_the_first_treaty_with_every_change_on_it() -> None:
    first, last, changes = ticks(read([]))
    book = load_book()
    assert (first, last) == (book.data["first_day"], str(book.data["stands_at"]))
    assert [day for day, _ in changes] == [day for day in book.data["changes"] if first <= day <= last]
    places = [at for _, at in changes]
    assert places == sorted(places)
    assert 0.0 <= places[0] <= places[-1] <= 1.0


def test_each_question_stands_once_under_its_state() -> None:
    book = load_book()
    named = [name for _, those in questions_by_state(Wording(book, "ja")) for name, _ in those]
    assert sorted(named) == sorted(book.questions)


def test_facts_that_the_answer_turns_on_are_controls_and_those_told_come_first() -> None:
    asked = read([("question", QUESTION), ("f.cabinet_determination", "none")])
    made = controls(Wording(load_book(), "en"), asked)
    assert made[0].name == "cabinet_determination"
    assert len({one.name for one in made}) == len(made)


def test_the_command_that_is_shown_asks_the_same() -> None:
    asked = read([("question", QUESTION), ("date", "2016-04-01"), ("f.cabinet_determination", "none")])
    words = shlex.split(command_of(asked, "en"))[1:]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0
    assert "ANSWER: no" in done.output


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_holds_every_act_of_every_state(asker: Asker, language: str) -> None:
    book = load_book()
    text = asker.ask(f"/law/table?lang={language}").text
    made = options(book, str(book.data["stands_at"]), {})
    assert text.count('<th scope="row">') == len(made)
    assert all(book.data["states"][one.state][language] in text for one in made)


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("question=JP.USE_OF_FORZE", "JP.USE_OF_FORCE"),
        ("f.cabinet_determinatio=none", "cabinet_determination"),
        ("f.cabinet_determination=nonsense", "cabinet_determination"),
        ("date=1800-01-01", "1951"),
        ("date=soon", "date"),
        ("quest=1", "question"),
        ("f.cabinet_determination=none&f.cabinet_determination=none", "twice"),
    ],
)
def test_what_the_book_does_not_know_is_refused_with_a_sentence(asker: Asker, address: str, wanted: str) -> None:
    answer = asker.ask(f"/law?lang=en&{address}")
    assert answer.status_code == 400
    assert wanted in plain(answer.text)
