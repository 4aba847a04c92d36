"""Lines: text in lines of a terminal's width, in which a Japanese character takes two columns.

Idea: English breaks at spaces, Japanese between any two characters, save before a closing mark and after an opening
one; a long name of the vocabulary is never broken, so that it can be copied.

Units: columns. Reads and writes nothing.
Source: widths of the Unicode standard (East Asian Width); line breaks of JIS X 4051 in their simplest part.
"""

from __future__ import annotations

import re
import unicodedata

WIDTH = 80
OPENING = "（「『【〔［"
CLOSING = "、。，．）」』】〕］：；・ー"
_PIECES = re.compile(rf"\s+|[{OPENING}]*[^\s!-~][{CLOSING}]*|[{OPENING}]*[!-~]+[{CLOSING}]*")


def columns(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def padded(text: str, width: int) -> str:
    """Return a text with spaces after it, up to a number of columns."""
    return text + " " * max(width - columns(text), 0)


def shortened(text: str, width: int) -> str:
    """Return a text cut to a number of columns, with a sign that it was cut."""
    if columns(text) <= width:
        return text
    while columns(text) >= width:
        text = text[:-1]
    return text.rstrip() + "\u2026"


def wrapped(text: str, first: str = "", rest: str = "    ", width: int = WIDTH) -> list[str]:
    """Return a text in lines; the first begins with `first`, the others with `rest`."""
    lines, line, filled = [], first, columns(first)
    for piece in _PIECES.findall(text):
        wide = columns(piece)
        if filled + wide > width and line.strip():
            lines.append(line.rstrip())
            line, filled = rest, columns(rest)
        if piece.isspace() and not line.strip():
            continue
        line, filled = line + piece, filled + wide
    return [*lines, line.rstrip()]
