"""References: citations as people write them, read into statute and article, and compared.

Idea: "SDF Act arts. 78, 82, 89-90" and our "SDF Act art. 78" name the same things. A citation is read into pairs of
instrument and article; paragraphs are read but do not decide agreement. What the book does not know (a newspaper, a
speech) asks for nothing.

Reads: names of instruments in the law book. Writes nothing.
Source: this project's own reading of common citation styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kaname.law.book import Book

_NUMBER = re.compile(r"(\d+(?:-\d+)?|[IVX]+)((?:\([0-9a-z]+\))*)")
_ARTICLES = re.compile(r"\barts?\.\s*((?:(?:\d+(?:-\d+)?|[IVX]+)(?:\([0-9a-z]+\))*(?:\s*,\s*(?:and\s+)?|-)?)+)")
_SECTION = re.compile(r"(\d{4})((?:\([0-9a-z]+\))*)")

Reference = tuple[str, str, str]


def read(book: Book, text: str) -> set[Reference]:
    """Return the instruments, articles and paragraphs that a citation names; empty where the book knows none of
    them.
    """
    instrument = _instrument(book, text)
    if instrument is None:
        return set()
    if book.data["instruments"][instrument].get("form") == "section":
        return {(instrument, number, rest) for number, rest in _SECTION.findall(text)}
    match = _ARTICLES.search(text)
    if not match:
        return set()
    return {one for number, rest in _NUMBER.findall(match.group(1)) for one in _spread(instrument, number, rest)}


def _instrument(book: Book, text: str) -> str | None:
    """Return the known instrument whose name, or another name it goes by, stands in the text; the longest wins."""
    best, length = None, 0
    for key, instrument in book.data["instruments"].items():
        for name in (instrument["en"], *instrument.get("also", ())):
            if name in text and len(name) > length:
                best, length = key, len(name)
    return best


def _spread(instrument: str, number: str, rest: str) -> Iterable[Reference]:
    """Yield one article, or each of a range such as 89-90; a branch article such as 84-3 counts down and is no
    range.
    """
    first, dash, last = number.partition("-")
    if dash and int(last) > int(first):
        return [(instrument, str(one), "") for one in range(int(first), int(last) + 1)]
    return [(instrument, number, rest)]


def agree(book: Book, expected: Sequence[str], ours: Sequence[str]) -> bool | None:
    """Return whether ours name every statute and article that the expected ones do; None where those name none."""
    wanted = {one for text in expected for one in read(book, text)}
    if not wanted:
        return None
    given = {one for text in ours for one in read(book, text)}
    return all(any(one[:2] == two[:2] for two in given) for one in wanted)
