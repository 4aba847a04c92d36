"""The page of cases: it is what the book answers now, and misses would stand first."""

from dataclasses import replace

from kaname.law.book import load_book
from kaname.law.exam_page import page, tried
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
