"""The languages that pages, reports and answers can be read in.

Reads, writes: nothing.
"""

from __future__ import annotations

from kaname.core.errors import unknown_name

LANGUAGES = ("en", "ja")


def known_language(name: str, path: str = "--lang") -> str:
    """Return the name of a language; InputError, with where it was named, for one that is not in LANGUAGES."""
    if name not in LANGUAGES:
        raise unknown_name("a language", name, LANGUAGES, path=path)
    return name
