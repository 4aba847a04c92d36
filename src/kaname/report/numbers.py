"""Numbers as people read them: rounded to what the interval allows, with a true sign and the unit in words.

Formula: the last digit shown is the first digit of half the interval's width (the second where that is a 1). An end
of an interval that is not zero is never shown as zero but as "just above 0" or "just below 0", so that no rounding
makes an interval touch zero that does not. Shares and probabilities are shown in percent, their differences in
percentage points. Reads, writes: nothing. Source: the rounding of the Particle Data Group's reviews, simplified.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

THIN = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
MOST_DECIMALS = 9
PERCENT = 100.0
INTERVAL = {"en": "{mean} ({low} to {high})", "ja": "{mean}（{low} ～ {high}）"}
JUST = {"en": ("just below 0", "just above 0"), "ja": ("0 をわずかに下回る", "0 をわずかに上回る")}
EXTREMES = {"en": ("under 1", "over 99"), "ja": ("1 未満", "99 超")}
"""The few words inside a number, by language: an interval, its ends beside zero, shares beside none and all."""
COUNTED = ("crises", "count", "elections", "tests", "moves", "steps", "points")
SHARES = ("share", "signed share", "share of GDP")


@dataclass(frozen=True)
class Measure:
    """Wording of a unit: values times factor; words for a level, for a difference, and short ones for a difference."""

    factor: float
    level: str
    difference: str
    short: str


def measure(unit: str) -> Measure:
    """Return the wording of a unit.

    >>> measure("share").difference
    'percentage points'
    """
    if unit in SHARES:
        return Measure(PERCENT, "%", "percentage points", "points")
    if unit.startswith("probability"):
        return Measure(PERCENT, unit.replace("probability", "%", 1).strip(), "percentage points", "points")
    if unit in COUNTED:
        words = "times" if unit == "count" else unit
        return Measure(1.0, f"{words} per future", f"{words} per future", "per future")
    if unit == "index":
        return Measure(1.0, "on a scale of 0 to 1", "on a scale of 0 to 1", "of 1")
    return Measure(1.0, unit, unit, unit)


def decimals(half: float) -> int:
    """Decimals that an interval of this half-width allows.

    >>> [decimals(half) for half in (0.03, 0.012, 4.0, 250.0, 0.0)]
    [2, 3, 0, 0, 2]
    """
    if not half > 0 or not math.isfinite(half):
        return 2
    place = math.floor(math.log10(half))
    if half / 10**place < 2:
        place -= 1
    return min(MOST_DECIMALS, max(0, -place))


def plain(value: float, places: int) -> str:
    """Return a number with that many decimals, thousands parted, a true minus sign and no minus before zero."""
    shown = f"{abs(value):,.{places}f}"
    below = value < 0 and any(digit in "123456789" for digit in shown)
    return MINUS + shown if below else shown


def signed(value: float, places: int) -> str:
    """Return the same with a plus sign where the shown number is above zero."""
    shown = plain(value, places)
    above = value > 0 and any(digit in "123456789" for digit in shown)
    return "+" + shown if above else shown


def places_for(low: float, high: float) -> int:
    """Decimals for an interval; for one without width, two digits of its value."""
    return decimals((high - low) / 2 if high > low else abs(high) / 10)


def estimate(mean: float, low: float, high: float, factor: float = 1.0, language: str = "en") -> str:
    """Return a signed mean with its interval: +12.3 (11.9 to 12.7).

    >>> estimate(0.123, 0.119, 0.127)
    '+0.123 (0.119 to 0.127)'
    """
    mean, low, high = mean * factor, low * factor, high * factor
    places = places_for(low, high)
    return interval(signed(mean, places), _end(low, places, language), _end(high, places, language), language)


def interval(mean: str, low: str, high: str, language: str = "en") -> str:
    """A number that is written already, with the ends of its interval."""
    return INTERVAL[language].format(mean=mean, low=low, high=high)


def size(mean: float, low: float, high: float, factor: float = 1.0, language: str = "en") -> str:
    """Return the same without signs, for sentences whose words say the direction; both ends must lie on one side of
    zero.
    """
    near, far = sorted((abs(low * factor), abs(high * factor)))
    places = places_for(near, far)
    shown = plain(abs(mean * factor), places)
    return interval(shown, _end(near, places, language), _end(far, places, language), language)


def tidy(value: float) -> str:
    """Return a number of three significant digits for axes and tables, without an exponent where that is readable."""
    if value == 0:
        return "0"
    if not 1e-4 <= abs(value) < 1e7:
        return f"{value:.2e}".replace("-", MINUS)
    places = max(0, 2 - math.floor(math.log10(abs(value))))
    shown = plain(value, min(MOST_DECIMALS, places))
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def count(value: int) -> str:
    """Return a whole number with thousands parted."""
    return f"{value:,}"


def about(value: int) -> str:
    """Return a number of futures rounded up to two significant digits: 9,523 becomes 9,600."""
    if value < PERCENT:
        return str(value)
    step = 10 ** (len(str(value)) - 2)
    return count(-(-value // step) * step)


def percent(part: float, language: str = "en") -> str:
    """Return a share in whole percent, where 0 and 100 stand only for none and all."""
    whole = round(part * PERCENT)
    if whole == 0 and part > 0:
        return f"{EXTREMES[language][0]}{THIN}%"
    if whole == PERCENT and part < 1:
        return f"{EXTREMES[language][1]}{THIN}%"
    return f"{whole}{THIN}%"


def _end(value: float, places: int, language: str) -> str:
    shown = plain(value, places)
    if value != 0 and not any(digit in "123456789" for digit in shown):
        return JUST[language][value > 0]
    return shown
