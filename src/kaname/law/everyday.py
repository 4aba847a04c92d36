"""Everyday: what people ask in their own words, and the questions of the book to which it leads.

Idea: "sell missiles to the Philippines" shares no word with the transfer of defense equipment. The book lists such
askings (data/law/find.yaml, `everyday`): groups of words, of which the words typed must hold one of each, and the
questions meant, the likeliest first. English words are compared by stem, Japanese ones are looked for inside the text.

Reads: the law book. Writes nothing.
Source: this project's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

_ENGLISH = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def asked(everyday: Iterable[Mapping[str, Any]], plain: str, stem: Callable[[str], str]) -> list[str]:
    """Return the questions meant by a text in lower case, the likeliest first; of several askings the fullest first.

    >>> asked([{"words": [["sell"], ["arms", "missile"]], "asks": ["A", "B"]}], "he sells arms", lambda one: one[:4])
    ['A', 'B']
    """
    stems = {stem(part) for word in _ENGLISH.findall(plain) for part in {word, *word.split("-")}}
    meant = [
        one
        for one in everyday
        if all(any(_holds(word, plain, stems, stem) for word in group) for group in one["words"])
    ]
    meant.sort(key=lambda one: -len(one["words"]))
    return list(dict.fromkeys(name for one in meant for name in one["asks"]))


def _holds(word: str, plain: str, stems: set[str], stem: Callable[[str], str]) -> bool:
    if not word.isascii():
        return word in plain
    return f" {word} " in f" {plain} " if " " in word else stem(word) in stems
