"""The shared cases: honest marks, and every citation of ours stands in the statute that it names."""

import re

import pytest

from kaname.law.book import load_book
from kaname.law.exam import mark, read_cases, scores
from tests.law.kanji import article_in_kanji

BOOK = load_book()
ARGUED = {"C17"}
"""Cases whose expected answer is argued against in docs/reference/law.md."""


@pytest.fixture(scope="module")
def marked(shared):
    return mark(BOOK, read_cases(BOOK, shared / "law" / "cases.yaml"))


def test_the_exam_is_passed_and_each_miss_is_argued(marked, repo_root):
    result = scores(marked)
    assert result.asked == len(marked)
    assert result.macro_f1 >= 0.97
    missed = {one.case.id for one in marked if not one.right}
    assert missed <= ARGUED
    page = (repo_root / "docs" / "reference" / "law.md").read_text(encoding="utf-8")
    assert all(name in page for name in missed)


def test_every_cited_statute_and_article_of_the_cases_is_among_ours(marked):
    wrong = [(one.case.id, one.case.citations, one.answer.citations) for one in marked if one.cited is False]
    assert not wrong
    assert sum(one.cited is True for one in marked) > len(marked) / 2


def statute_texts(shared, instrument):
    folder = shared / "law" / "statutes"
    number, before = instrument.get("number"), instrument.get("before")
    found = [folder / f"cur_{number}.md"] if number else []
    found += [folder / f"{kind}_{before}.md" for kind in ("before", "after")] if before else []
    return "\n".join(path.read_text(encoding="utf-8") for path in found if path.exists())


def cited_articles():
    """Every statute article that a rule read against its text (certainty S) cites, with the rule."""
    for rule in BOOK.rules:
        for cite in rule.cite:
            number = re.match(r"\d+(-\d+)?", cite.article)
            if rule.certainty == "S" and number:
                yield cite.instrument, number.group(0), rule.id


def test_every_cited_article_stands_in_its_statute(shared):
    checked, wrong = 0, []
    for name in {instrument for instrument, _, _ in cited_articles()}:
        text = statute_texts(shared, BOOK.data["instruments"][name])
        if not text:
            continue
        headings = set(re.findall(r"\*\*(第[一二三四五六七八九十百]+条(?:の[一二三四五六七八九十]+)*)\*\*", text))
        for instrument, article, rule in cited_articles():
            if instrument == name:
                checked += 1
                if article_in_kanji(article) not in headings:
                    wrong.append((rule, instrument, article))
    assert not wrong
    assert checked > 100


def test_an_article_is_written_as_the_statutes_write_it():
    assert article_in_kanji("95-2") == "第九十五条の二"
    assert article_in_kanji("100-6") == "第百条の六"
    assert article_in_kanji("9") == "第九条"
