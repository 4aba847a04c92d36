"""Names, counts and sentences as a reader would write them."""

from __future__ import annotations

from collections.abc import Sequence


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


def listed(parts: Sequence[str]) -> str:
    """Return several names as one enumeration: a, b and c."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def is_or_are(number: int) -> str:
    """Return the verb that goes with a number."""
    return "is" if number == 1 else "are"
