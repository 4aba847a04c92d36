"""Numbers that a person types: one reader for options, for cells of a table and for the hint in a file's error.

Idea: a number is written in decimal with a point (0.5, -3, 1e-3). Whatever else is likely meant (0,5; 1 000; 5 %; 1/4;
wide digits; quotes) is refused with the number to write, and only where that number would be accepted.

Reads and writes nothing. Errors: InputError.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator

from kaname.core.errors import InputError, shown, written

PER_CENT = 100.0
NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_COMMA = re.compile(r"[-+]?[0-9]*,[0-9]+")
_GROUPED = re.compile(r"(?<=[0-9])[ _'\u2019](?=[0-9])")
_RATIO = re.compile(r"([-+]?[0-9]{1,9})/([0-9]{1,9})")


def number_from(
    text: str,
    *,
    low: float = -math.inf,
    high: float = math.inf,
    whole: bool = False,
    about: str = "",
    path: str | None = None,
    file: str | None = None,
    line: int | None = None,
) -> float:
    """Return the finite number in the text; InputError, with the number to write where one is meant.

    about: what the number is, named beside the range. Blanks around it do not count.
    """
    place = {"path": path, "file": file, "line": line, "found": text}
    said, kind = text.strip(), "a whole number" if whole else "a number"
    within = span(low, high) + (f" ({about})" if about else "")
    if not NUMBER.fullmatch(said) or (whole and float(said) % 1):
        hint = number_hint(said, low, high, whole)
        message = f"{shown(said)} is not {kind}" if said else f"nothing stands where {kind} is needed"
        raise InputError(message, hint=hint, allowed=within, **place)  # type: ignore[arg-type]
    value = float(said)
    if not fits(value, low, high, whole):
        raise InputError(f"{shown(said)} is outside {within}", **place)  # type: ignore[arg-type]
    return value


def fits(value: float, low: float, high: float, whole: bool) -> bool:
    """Return whether a number is finite, in the range, and whole where it must be."""
    return math.isfinite(value) and low <= value <= high and not (whole and value != int(value))


def number_hint(text: str, low: float = -math.inf, high: float = math.inf, whole: bool = False) -> str | None:
    """Return "Write X." for a text that means the number X and for an X that is accepted; else None.

    >>> number_hint("0,9")
    'Write 0.9.'
    """
    value = number_meant(text, low, high, whole)
    return None if value is None else f"Write {written(value)}."


def number_meant(text: str, low: float = -math.inf, high: float = math.inf, whole: bool = False) -> float | None:
    """Return the likeliest number that a text means and that is accepted; None where there is none."""
    return next((value for value in _meant(text) if fits(value, low, high, whole)), None)


def span(low: float, high: float) -> str:
    """Return a range in words.

    >>> span(0, float("inf"))
    '0 or more'
    """
    if math.isfinite(low) and math.isfinite(high):
        return f"{low:g}..{high:g}"
    if math.isfinite(low):
        return f"{low:g} or more"
    return f"{high:g} or less" if math.isfinite(high) else "any finite number"


def _meant(text: str) -> Iterator[float]:
    """Yield numbers that the text may mean, the likeliest first."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("'\"\u2018\u2019\u201c\u201d").strip()
    plain = plain.replace("\u2212", "-")
    share = plain.endswith("%")
    plain = _GROUPED.sub("", plain.removesuffix("%").strip())
    for candidate in _decimal(plain):
        value = float(candidate)
        yield value / PER_CENT if share else value
    ratio = _RATIO.fullmatch(plain)
    if ratio and not share and int(ratio[2]):
        yield int(ratio[1]) / int(ratio[2])


def _decimal(plain: str) -> Iterator[str]:
    if NUMBER.fullmatch(plain):
        yield plain
    if _THOUSANDS.fullmatch(plain):
        yield plain.replace(",", "")
    if _COMMA.fullmatch(plain):
        yield plain.replace(",", ".")
