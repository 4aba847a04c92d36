"""Era dates: days as Japanese acts write them, read and written.

Idea: 令和8年4月21日, R8.4.21, 2026年4月21日 and 2026-04-21 are one day. Acts made before May 2019 name later days
in the Heisei era (平成39年3月31日) and stay as they are, so a day past the end of its era is read as the day that it
counts to, and `Read.ended` says that the era had ended. A day before its era began is no day.
On the day on which an era closed both eras' names are right; a day is written in the later one.

Clock: calendar days, years of an era counted from 1 (元年). Reads and writes nothing. Raises InputError.
Source: the cabinet orders on the names of the eras (Taisho to Reiwa); Meiji is read from its sixth year, in which the
Gregorian calendar was taken up.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from kaname.core.errors import InputError, shown

FORMS = "2026-04-21, 2026年4月21日, 令和8年4月21日 or R8.4.21"
LONGEST = 40


class Era(NamedTuple):
    """One era: names, the year before its first, its first day and its last."""

    name: str
    letter: str
    before: int
    first: dt.date
    last: dt.date


class Read(NamedTuple):
    """A day that was read, and the era in whose name it was written although the era had ended; else None."""

    day: dt.date
    ended: Era | None


ERAS = (
    Era("明治", "M", 1867, dt.date(1873, 1, 1), dt.date(1912, 7, 30)),
    Era("大正", "T", 1911, dt.date(1912, 7, 30), dt.date(1926, 12, 25)),
    Era("昭和", "S", 1925, dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    Era("平成", "H", 1988, dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    Era("令和", "R", 2018, dt.date(2019, 5, 1), dt.date.max),
)
DIGITS = {**{digit: place for place, digit in enumerate("〇一二三四五六七八九")}, "零": 0}
TENS = {"十": 10, "百": 100}
_NUMBER = r"(\d{1,4}|元|[〇零一二三四五六七八九十百]{1,7})"
_BY_ERA = re.compile(rf"(明治|大正|昭和|平成|令和|西暦)?\s*{_NUMBER}\s*年\s*{_NUMBER}\s*月\s*{_NUMBER}\s*日")
_LETTER = re.compile(r"([MTSHR])\s*(\d{1,2}|元)\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,2})", re.IGNORECASE)
_WESTERN = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")


def read_day(text: str) -> Read:
    """Return the day that a text names; InputError where it is none.

    >>> str(read_day("令和8年4月21日").day), str(read_day("R8.4.21").day)
    ('2026-04-21', '2026-04-21')
    """
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).strip()
    found = _BY_ERA.fullmatch(plain) or _LETTER.fullmatch(plain)
    if found:
        name, *numbers = found.groups()
        year, month, day = (_number(number) for number in numbers)
        era = _era(name)
        return _in_era(text, era, year, month, day) if era else Read(_day(text, year, month, day), None)
    western = _WESTERN.fullmatch(plain)
    if western:
        return Read(_day(text, int(western[1]), int(western[3]), int(western[4])), None)
    raise _no_day(text)


def era_text(day: dt.date) -> str:
    """Return a day as acts write it; in Western years before the sixth year of Meiji.

    >>> era_text(dt.date(2019, 5, 1)), era_text(dt.date(2026, 4, 21))
    ('令和元年5月1日', '令和8年4月21日')
    """
    era = era_on(day)
    if era is None:
        return f"{day.year}年{day.month}月{day.day}日"
    year = day.year - era.before
    return f"{era.name}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def era_on(day: dt.date) -> Era | None:
    """Return the era in which a day lies, the later of two; None before the sixth year of Meiji."""
    return next((era for era in reversed(ERAS) if era.first <= day), None)


def _era(name: str | None) -> Era | None:
    return next((era for era in ERAS if name and name.upper() in (era.name, era.letter)), None)


def _in_era(text: str, era: Era, year: int, month: int, day: int) -> Read:
    if year < 1:
        raise _no_day(text)
    found = _day(text, era.before + year, month, day)
    if found < era.first:
        raise InputError(
            f"{shown(text)} lies before the era {era.name} began",
            path="date",
            found=text,
            allowed=f"{era_text(era.first)} ({era.first}) and later",
        )
    return Read(found, era if found > era.last else None)


def _number(text: str) -> int:
    """Return a number in digits or in the numerals of acts, below 1000; 元 is 1."""
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    if not any(ten in text for ten in TENS):
        return int("".join(str(DIGITS[one]) for one in text))
    total, digit = 0, 0
    for one in text:
        if one in TENS:
            total, digit = total + (digit or 1) * TENS[one], 0
        else:
            digit = DIGITS[one]
    return total + digit


def _day(text: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        raise _no_day(text) from None


def _no_day(text: str) -> InputError:
    return InputError(f"{shown(text)} is not a date", path="date", found=text, allowed=f"a day such as {FORMS}")
