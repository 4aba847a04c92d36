"""A formula in plain text is typeset without losing a sign of it."""

from __future__ import annotations

import re
import sys
from html import unescape
from pathlib import Path

import pytest


@pytest.fixture
def typeset(repo_root: Path, monkeypatch: pytest.MonkeyPatch):
    """The typesetter of the site."""
    monkeypatch.syspath_prepend(str(repo_root / "docs" / "_ext"))
    yield __import__("formula").typeset
    sys.modules.pop("formula", None)


def test_an_index_becomes_a_subscript_and_a_product_a_sign(typeset) -> None:
    assert typeset("gdp[a]' = 2 x gdp[a] - debt_half") == (
        "<i>gdp</i>′<sub>a</sub> = 2 × <i>gdp</i><sub>a</sub> − <i>debt_half</i>"
    )


def test_a_comparison_is_escaped_and_a_word_of_a_sentence_stays_a_word(typeset) -> None:
    assert typeset("a side waits while n <= 3 & 2 < 4") == "a side waits while <i>n</i> ≤ 3 &amp; 2 &lt; 4"


def test_no_letter_of_any_mechanism_is_lost(typeset, repo_root: Path) -> None:
    def words(text: str) -> list[str]:
        return [word for word in re.findall(r"[A-Za-z0-9_]+", text) if word != "x"]

    seen = 0
    for page in (repo_root / "docs" / "reference" / "mechanisms").glob("*.md"):
        for block in re.findall(r"```\{formula\}\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
            for line in block.splitlines():
                shown = unescape(re.sub(r"</?(?:i|sub)>", " ", typeset(line)))
                assert words(shown) == words(line.replace("sqrt(", "("))
                seen += 1
    assert seen > 100
