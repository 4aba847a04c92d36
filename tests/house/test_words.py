"""One word for a thing: pages, messages and code use the glossary's terms and none of the forms that it avoids.

What strangers wrote is left as they wrote it: titles in the bibliography, passages of authors, the synonyms by which a
question of law is found, and whatever stands between typographic quotes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from kaname.words.glossary import Word, glossary
from tests.house.sources import PACKAGE, ROOT, own_files, short

WRITTEN = (".md", ".py", ".ftl", ".yaml", ".html", ".js")
OF_OTHERS = re.compile(
    r"data/evidence/sources\.|data/claims/|docs/reference/claims\.md|data/law/find\.yaml|CHANGELOG\.md|glossary|test_words"
)
QUOTED = re.compile("“[^”]*”")
WORDS = glossary().words


@lru_cache(maxsize=1)
def texts() -> dict[str, str]:
    """Every page and every source by its short path; quotations are blank."""
    ours = [path for path in own_files() if path.suffix in WRITTEN and (_is_page(path) or path.is_relative_to(PACKAGE))]
    return {
        short(path): QUOTED.sub("", path.read_text(encoding="utf-8"))
        for path in ours
        if not OF_OTHERS.search(short(path))
    }


@lru_cache(maxsize=1)
def everything() -> str:
    """All texts as one line in lower case."""
    return " ".join(" ".join(text.split()) for text in texts().values()).casefold()


def _is_page(path: Path) -> bool:
    return path.is_relative_to(ROOT / "docs") or path.parent == ROOT


def places(form: str, text: str) -> list[int]:
    """Return the lines in which a form stands as words of its own, in any case and number, over line ends too."""
    if not form.isascii():
        return [text.count("\n", 0, met.start()) + 1 for met in re.finditer(re.escape(form), text)]
    words = r"\s+".join(re.escape(word) for word in form.split())
    return [text.count("\n", 0, met.start()) + 1 for met in re.finditer(rf"(?<!\w){words}s?(?!\w)", text, re.I)]


def avoided(words: tuple[Word, ...], read: dict[str, str]) -> list[str]:
    """Return where an avoided form is used, with the term to write instead."""
    plain = {name: " ".join(text.split()).casefold() for name, text in read.items()}
    return [
        f"{name}:{line}: {form!r} is not used here: write {term!r}"
        for word in words
        for term, forms in ((word.en, word.avoid), (word.ja, word.avoid_ja))
        for form in forms
        for name, text in read.items()
        if form.casefold() in plain[name]
        for line in places(form, text)
    ]


def test_no_page_and_no_source_uses_a_form_that_the_glossary_avoids() -> None:
    assert avoided(WORDS, texts()) == []


def test_an_avoided_form_is_found_over_a_line_end_and_in_japanese() -> None:
    page = {"page.md": "A grey\nzone, and グレー・ゾーン.\n"}
    word = next(word for word in WORDS if word.name == "gray_zone")
    assert [found.split(": ")[0] for found in avoided((word,), page)] == ["page.md:1", "page.md:2"]


@pytest.mark.parametrize("word", WORDS, ids=[word.name for word in WORDS])
def test_a_term_is_used_somewhere_and_has_both_languages(word: Word) -> None:
    assert word.en.casefold() in everything()
    assert word.ja in everything()
    assert word.en.isascii()
    assert not word.ja.isascii()
    assert word.meaning.endswith(".")
    assert word.meaning_ja.endswith("。")


def test_no_form_is_both_a_term_and_avoided() -> None:
    terms = {word.en.casefold() for word in WORDS} | {word.ja for word in WORDS}
    assert {form for word in WORDS for form in (*word.avoid, *word.avoid_ja) if form.casefold() in terms} == set()
    assert len({word.en for word in WORDS}) == len({word.ja for word in WORDS}) == len(WORDS) >= 70
