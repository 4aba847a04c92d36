"""HTML and SVG from one function that escapes everything: a name from a file can only ever become text.

Idea: `tag` builds an element; a child or attribute that is not itself the result of `tag` is escaped. There is no way
to put raw text on the page but `Safe`, which stands only around files of this package (style sheet, script). Reads,
writes: nothing. Source: HTML living standard, parsing of text and attributes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape

VOID = frozenset({"br", "hr", "meta", "input", "link", "img"})
_KANJI = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


class Safe(str):
    """Text that is already markup."""


Child = object
"""str (escaped), Safe (kept), None (nothing), a number, or an iterable of these."""


def tag(name: str, /, *children: Child, **attributes: object) -> Safe:
    """Return one element. class_ is written class, stroke_width is written stroke-width; None leaves out, True is bare.

    An element that holds a name in kana or kanji says so (lang), so that it gets a font and line breaks of that script.

    >>> tag("p", "<b>", class_="x")
    '<p class="x">&lt;b&gt;</p>'
    """
    if "lang" not in attributes and any(isinstance(child, str) and in_kanji(child) for child in children):
        attributes["lang"] = "ja"
    words = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    if name in VOID:
        return Safe(f"<{name}{words}>")
    return Safe(f"<{name}{words}>{text(children)}</{name}>")


def in_kanji(wording: str) -> bool:
    """Return whether a name from a file is written in kana or kanji; what is markup already was looked at when it was
    made.

    >>> in_kanji("Cold war"), in_kanji("\u51b7\u6226")
    (False, True)
    """
    return not isinstance(wording, Safe) and _KANJI.search(wording) is not None


def text(child: Child) -> Safe:
    """Return a child as markup."""
    if isinstance(child, Safe):
        return child
    if child is None:
        return Safe("")
    if isinstance(child, str):
        return Safe(escape(visible(child), quote=True))
    if isinstance(child, Iterable):
        return Safe("".join(text(one) for one in child))
    return Safe(escape(str(child)))


def visible(value: str) -> str:
    """Return text without characters that cannot be seen or that turn the direction of reading."""
    if value.isascii() and value.isprintable():
        return value
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in HIDDEN else "\N{REPLACEMENT CHARACTER}" for c in value
    )


def joined(parts: Iterable[Child], between: str = " ") -> Safe:
    """Children with escaped text between them."""
    return text([piece for n, part in enumerate(parts) for piece in ((between, part) if n else (part,))])


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    shown = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return f' {name}="{escape(visible(shown), quote=True)}"'
