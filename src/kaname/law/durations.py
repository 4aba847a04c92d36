"""Durations: hours in the unit in which a person would say them.

Idea: "6 h (30 min to 2 d)": the likeliest first, then the range; a zero range is written as none.

Units: hours in, words out. Reads and writes nothing.
Source: this project's own.
"""

from __future__ import annotations

from collections.abc import Sequence

MINUTES = 60
HOURS_A_DAY = 24
DAYS_FROM = 48
DIGITS = 2
UNITS = {"en": (" min", " h", " d"), "ja": ("分", "時間", "日")}
FORMS = {"en": "{mode} ({low} to {high})", "ja": "{mode}（{low}〜{high}）"}
NONE = {"en": "no time", "ja": "なし"}


def duration(hours: Sequence[float], language: str) -> str:
    """Return low, mode and high hours in words."""
    low, mode, high = hours
    if high == 0:
        return NONE[language]
    return FORMS[language].format(mode=said(mode, language), low=said(low, language), high=said(high, language))


def said(hours: float, language: str) -> str:
    """Return a number of hours as minutes, hours or days."""
    minute, hour, day = UNITS[language]
    if hours == 0:
        return f"0{hour}"
    if hours < 1:
        return f"{max(hours * MINUTES, 1):.0f}{minute}"
    if hours < DAYS_FROM:
        return f"{_number(hours)}{hour}"
    return f"{_number(hours / HOURS_A_DAY)}{day}"


def _number(value: float) -> str:
    """Return two digits that count, whole from ten on."""
    return f"{value:.0f}" if value >= 10 ** (DIGITS - 1) else f"{value:.{DIGITS}g}"
