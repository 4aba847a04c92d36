"""Names, counts and sentences as a reader would write them."""

from __future__ import annotations


def plain_name(identity: str) -> str:
    """Return an identifier as words."""
    return identity.replace("_", " ").strip()


def quoted(name: str) -> str:
    """Return a bargain's name inside a sentence, where a comma or a verb in it must not be read as ours."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: 1 work, 2 works."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def capital(text: str) -> str:
    """Return a sentence's first letter large."""
    return text[:1].upper() + text[1:]
