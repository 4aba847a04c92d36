"""The page of cases: it is what the book answers now, and misses would stand first."""

from dataclasses import replace

import pytest

from kaname.core.errors import InputError
from kaname.law.book import load_book
from kaname.law.exam_page import examined, first_scores, page, tried
from kaname.law.stories import load_stories

BOOK = load_book()


def test_the_page_is_what_the_book_answers(repo_root):
    written = (repo_root / "docs" / "reference" / "law-exam.md").read_text(encoding="utf-8")
    assert written == page(BOOK, load_stories()), "run python -m kaname.law.exam_page"


def test_every_case_stands_on_the_page_and_a_miss_stands_first():
    story = load_stories()[0]
    day = story.days[0]
    wrong = replace(day, answer=next(one for one in ("yes", "no") if one != day.answer))
    made = page(BOOK, [replace(story, title="the miss", days=(wrong,)), story])
    misses = made.partition("## Misses")[2].partition("\n## ")[0]
    assert "the miss" in misses
    assert story.title not in misses
    assert story.title in made
    assert len(tried(BOOK, load_stories())) == sum(len(one.days) for one in load_stories())


CASE = (
    "cases:\n- {id: a, date: 2026-06-01, question_id: JP.JCG_MILITARY_ROLE, facts: {}, expected: 'no', first: 'yes'}\n"
)


def test_every_case_of_an_examination_is_answered_as_its_author_expects():
    wrong = [one.marked.case.id for one in examined(BOOK) if not one.marked.right]
    assert not wrong


def test_an_examination_has_at_least_two_hundred_cases_each_with_a_reason_and_how_it_is_known():
    cases = examined(BOOK)
    assert len(cases) >= 200
    assert all(one.raw.get("reason") and one.raw.get("certainty") for one in cases)
    assert len({one.marked.case.id for one in cases}) == len(cases)


def test_the_page_tells_what_the_book_answered_before_it_was_mended(tmp_path):
    (tmp_path / "of_today.yaml").write_text(CASE, encoding="utf-8")
    made = examined(BOOK, tmp_path)
    assert [one.first for one in made] == ["yes"]
    assert first_scores(made).right == 0
    assert "1 cases. First 0 were right (macro-F1 0.000), now 1 (1.000)." in page(BOOK, load_stories(), tmp_path)


def test_a_miss_of_an_examination_stands_among_the_misses(tmp_path):
    (tmp_path / "of_today.yaml").write_text(CASE.replace("expected: 'no'", "expected: 'yes'"), encoding="utf-8")
    misses = page(BOOK, load_stories(), tmp_path).partition("## Misses")[2].partition("\n## ")[0]
    assert "JP.JCG_MILITARY_ROLE" in misses


def test_an_examination_that_cannot_be_read_is_refused_with_its_place(tmp_path):
    (tmp_path / "of_today.yaml").write_text(CASE.replace("JP.JCG_MILITARY_ROLE", "JP.NOTHING"), encoding="utf-8")
    with pytest.raises(InputError, match=r"of_today\.yaml"):
        examined(BOOK, tmp_path)
