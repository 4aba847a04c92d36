"""The words of an .efg file: strings, numbers, braces, each with its line; and what a number may look like.

A string stands in quotes; \\" is a quote in it, and any other backslash is itself, as the standard solver reads it. A
comma counts as a space. Numbers are whole, decimal or a ratio of whole numbers, and exact; how long they may be is a
limit of its own.
Reads: text. Writes: nothing. Errors: InputError with file and line.
Source: the file format page of Gambit's documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kaname.core.errors import InputError, shown

STRING, WORD, OPEN, CLOSE, END = "a string in quotes", "a word", "{", "}", "the end of the file"
LONGEST_NUMBER = 1000
LARGEST_EXPONENT = 999

_TOKEN = re.compile(
    r'(?P<space>[\s,]+)|(?P<string>"(?:[^"\\]|\\"|\\(?!"))*")|(?P<brace>[{}])|(?P<word>[^\s,{}"]+)', re.S
)
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+))?", re.A)
_RATIO = re.compile(r"[+-]?\d+/\d+", re.A)
_WHOLE = re.compile(r"\d+", re.A)


@dataclass(frozen=True)
class Token:
    """One word of the file: what it is, what it says, where it stands."""

    kind: str
    text: str
    line: int

    def __str__(self) -> str:
        return self.kind if self.kind == END else shown(self.text)


def tokens(text: str, file: str) -> Iterator[Token]:
    """Yield the words of the text, in order, and then the end."""
    place, line = 0, 1
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise InputError("a string begins here that has no closing quote", file=file, line=line)
        if match.lastgroup == "string":
            yield Token(STRING, match.group()[1:-1].replace('\\"', '"'), line)
        elif match.lastgroup != "space":
            yield Token(match.group() if match.lastgroup == "brace" else WORD, match.group(), line)
        line += text.count("\n", place, match.end())
        place = match.end()
    yield Token(END, "", line)


def is_whole(token: Token) -> bool:
    """Return whether the token is a whole number that is not negative."""
    return token.kind == WORD and _WHOLE.fullmatch(token.text) is not None


def number(token: Token, file: str) -> Fraction:
    """Return the number that the token says, exactly; InputError where it says none."""
    text = token.text
    decimal = _DECIMAL.fullmatch(text) if token.kind == WORD else None
    if not decimal and not (token.kind == WORD and _RATIO.fullmatch(text)):
        raise InputError(f"{token} is not a number", file=file, line=token.line,
                         hint="Write a whole number, a decimal such as 0.25 or a ratio such as 1/4.")  # fmt: skip
    if len(text) > LONGEST_NUMBER:
        raise InputError(f"the number {token} has {len(text)} characters", file=file, line=token.line,
                         allowed=f"at most {LONGEST_NUMBER}")  # fmt: skip
    if decimal and decimal[1] and abs(int(decimal[1])) > LARGEST_EXPONENT:
        raise InputError(f"the number {token} is too large or too small", file=file, line=token.line,
                         allowed=f"an exponent of -{LARGEST_EXPONENT}..{LARGEST_EXPONENT}")  # fmt: skip
    try:
        return Fraction(text)
    except ZeroDivisionError:
        raise InputError(f"{token} divides by zero", file=file, line=token.line) from None
