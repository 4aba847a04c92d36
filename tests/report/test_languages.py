"""A report in Japanese says in Japanese what it says in English, with the same numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from kaname.core.errors import InputError
from kaname.report.draw import drawn, main
from kaname.report.numbers import EXTREMES, INTERVAL, JUST
from kaname.words.languages import LANGUAGES

KANJI = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
FEWEST_WORDS = 3
"""Words in a row that make a piece of a sentence."""


class Texts(Visitor):
    """The pieces of text of a resource that are pieces of a sentence."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:
        if len(re.findall(r"[A-Za-z']{2,}", node.value)) >= FEWEST_WORDS:
            self.found.append(node.value.strip())


def english_pieces() -> list[str]:
    text = (files("kaname") / "data" / "words" / "report.en.ftl").read_text(encoding="utf-8")
    texts = Texts()
    texts.visit(FluentParser().parse(text))
    return texts.found


def visible(page: str) -> list[str]:
    """The texts of a page between its tags, and what its pictures say in their titles and labels."""
    body = re.sub(r"<(script|style|pre|code)\b.*?</\1>", "", page[page.index("<body") :], flags=re.DOTALL)
    labels = re.findall(r'aria-label="([^"]*)"', body)
    return [unescape(text).strip() for text in (*re.split(r"<[^>]+>", body), *labels) if text.strip()]


def tagged(page: str, name: str) -> Iterator[str]:
    for text in re.findall(rf"<{name}\b[^>]*>(.*?)</{name}>", page, flags=re.DOTALL):
        yield unescape(re.sub(r"<[^>]+>", "", text)).strip()


@pytest.fixture(scope="module")
def japanese(run_folder: Path) -> str:
    return drawn(run_folder, "ja")


def test_no_piece_of_an_english_sentence_is_left_on_a_japanese_page(japanese: str) -> None:
    pieces, texts = english_pieces(), "\n".join(visible(japanese))
    assert len(pieces) > 200
    assert [piece for piece in pieces if piece in texts] == []


def test_the_same_search_finds_the_sentences_of_the_english_page(page_text: str) -> None:
    texts = "\n".join(visible(page_text))
    assert sum(piece in texts for piece in english_pieces()) > 80


def test_headings_columns_and_links_are_japanese(japanese: str) -> None:
    assert '<html lang="ja"' in japanese
    for name in ("h2", "th", "legend", "button"):
        found = [text for text in tagged(japanese, name) if text]
        assert found
        own = {"", "Ally", "Protector", "Rival", "Partner", "A firm promise", "Own defence"}
        assert [text for text in found if not KANJI.search(text) and text not in own] == []
    (contents,) = tagged(japanese, "nav")
    assert not re.search(r"[A-Za-z]{2,}", contents)


def test_a_japanese_page_says_what_stays_english(japanese: str, page_text: str) -> None:
    assert "英語のまま" in japanese
    assert "In English stay" not in page_text


def test_both_pages_hold_the_same_numbers_behind_their_pictures(japanese: str, page_text: str) -> None:
    numbers = [re.findall(r"-?\d+\.\d+", csv) for csv in re.findall(r'href="data:text/csv[^"]*"', page_text)]
    theirs = [re.findall(r"-?\d+\.\d+", csv) for csv in re.findall(r'href="data:text/csv[^"]*"', japanese)]
    assert len(numbers) > 20
    assert numbers == theirs


def test_the_few_words_inside_numbers_are_there_in_every_language() -> None:
    assert {*INTERVAL} == {*JUST} == {*EXTREMES} == {*LANGUAGES}


def test_a_language_that_is_not_there_is_refused_and_nothing_is_written(
    run_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InputError, match="fr"):
        drawn(run_folder, "fr")
    assert main(["fr", str(run_folder), str(tmp_path / "page.html")]) == 2
    assert "en, ja" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_page_is_drawn_in_the_language_that_is_asked_for(run_folder: Path, tmp_path: Path, japanese: str) -> None:
    assert main(["ja", str(run_folder), str(tmp_path / "page.html")]) == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == japanese
