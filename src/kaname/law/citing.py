"""Citing: a citation in the form in which lawyers of each language write it.

Idea: "SDF Act art. 76(1)(ii)" in English is the same place as \u7b2c76\u6761\u7b2c1\u9805\u7b2c2\u53f7 in Japanese:
a hyphen is a branch article, an Arabic number in brackets a paragraph, a Roman one an item.

Reads: names of instruments in the law book. Writes nothing.
Source: usual citation of Japanese statutes.
"""

from __future__ import annotations

import re

from kaname.law.book import LAST, Book, Citation

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
NOT_YET = {"en": " (from {})", "ja": "（{}から）"}
LAPSED = {"en": " (until {})", "ja": "（{}まで）"}
_ARTICLE = re.compile(r"(\d+|[IVX]+)(?:-(\d+))?((?:\([0-9a-z]+\))*)")


def citation_on(book: Book, cite: Citation, date: str, language: str) -> str:
    """Return a citation in words on a date; what is not yet or no longer in force on it says so."""
    text = citation_text(book, cite, language)
    ended = book.data["instruments"][cite.instrument].get("until", LAST)
    if cite.since > date:
        return text + NOT_YET[language].format(cite.since)
    return text + LAPSED[language].format(ended) if ended <= date else text


def citation_text(book: Book, cite: Citation, language: str) -> str:
    """Return a citation in words: "SDF Act art. 76(1)(ii)", or its Japanese form."""
    instrument = book.data["instruments"][cite.instrument]
    name = instrument[language]
    if not cite.article:
        return name
    if instrument.get("form") == "section":
        return f"{name} {cite.article}"
    match = _ARTICLE.fullmatch(cite.article)
    if not match:
        return f"{name} {cite.article.replace('-', ' ')}"
    return f"{name} art. {cite.article}" if language == "en" else name + _numbered(match)


def _numbered(found: re.Match[str]) -> str:
    number, branch, rest = found.groups()
    article = ROMAN.get(number.lower(), number)
    text = f"第{article}条" + (f"の{branch}" if branch else "")
    for part in re.findall(r"\(([0-9a-z]+)\)", rest):
        text += f"第{part}項" if part.isdecimal() else f"第{ROMAN.get(part, part)}号"
    return text
