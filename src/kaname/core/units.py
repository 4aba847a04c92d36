"""The units of the project: a closed list, and how one becomes another.

Idea: a number without a unit is refused, and so is a unit outside this list. Units of one dimension convert; nothing
else does. Yen do not become dollars here (an exchange rate is a figure with a date), and percent is not a unit: a share
is written 0.02.

What happens per unit of time comes in four kinds, named apart because they reach the clock of quarters differently
(n = quarters in one period, m = quarters in the wanted period):

    linear       "1/year", "bn USD 2023 per year"          x_m = x_n * m / n
    probability  "probability per year"                  p_m = 1 - (1 - p_n)**(m / n)
    kept         "share kept per year"                   r_m = r_n**(m / n)          (persistence, decay)
    growth       "growth per year"                       g_m = (1 + g_n)**(m / n) - 1

Money is in constant 2023 US dollars, PPP dollars apart. A day is 1/365.25 of a year.

Source: compounding by definition; dollars of 2023 as in SIPRI's military expenditure database.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kaname.core.errors import InputError, shown, unknown_name

INFINITE = math.inf
QUARTERS_A_YEAR = 4
MONTHS_A_QUARTER = 3
DAYS_A_YEAR = 365.25
DAYS_A_QUARTER = DAYS_A_YEAR / QUARTERS_A_YEAR


@dataclass(frozen=True)
class Unit:
    """One unit. factor: to the base of its dimension for a linear unit, quarters in its period for other kinds."""

    name: str
    dimension: str
    factor: float
    low: float
    high: float
    meaning: str
    kind: str = "linear"

    def holds(self, value: float) -> bool:
        """Whether a value is one that this unit can have."""
        return math.isfinite(value) and self.low <= value <= self.high

    @property
    def span(self) -> str:
        """The allowed values in words."""
        if self.low == -INFINITE and self.high == INFINITE:
            return "any finite number"
        if self.high == INFINITE:
            return f"{self.low:g} or more"
        return f"{self.low:g}..{self.high:g}"


def _pure() -> list[Unit]:
    share = "part of a whole, 0 to 1"
    return [
        Unit("share", "share", 1, 0, 1, share),
        Unit("signed share", "share", 1, -1, 1, "a difference of two shares"),
        Unit("share of GDP", "share of GDP", 1, 0, INFINITE, "money divided by GDP; debt may exceed 1"),
        Unit("index", "index", 1, 0, 1, "a constructed scale from 0 (none) to 1 (full)"),
        Unit("signed index", "index", 1, -1, 1, "a constructed scale from -1 to 1"),
        Unit("probability", "probability", 1, 0, 1, "chance of one event at one occasion"),
        Unit("probability per crisis", "probability per crisis", 1, 0, 1, "chance within one crisis"),
        Unit("probability per war", "probability per war", 1, 0, 1, "chance within one war"),
        Unit("probability per move", "probability per move", 1, 0, 1, "chance at one move of a crisis"),
        Unit("probability per shot", "probability per shot", 1, 0, 1, "chance of one shot or one arriving weapon"),
        Unit("ratio", "ratio", 1, 0, INFINITE, "one quantity over another of the same dimension"),
        Unit("factor", "factor", 1, 0, INFINITE, "what a quantity is multiplied by"),
        Unit("elasticity", "elasticity", 1, -INFINITE, INFINITE, "relative change for a relative change"),
        Unit("coefficient", "coefficient", 1, -INFINITE, INFINITE, "effect of one declared quantity on another"),
        Unit("logit", "logit", 1, -INFINITE, INFINITE, "log odds"),
        Unit("log", "log", 1, -INFINITE, INFINITE, "natural logarithm of a positive quantity"),
        Unit("nat", "nat", 1, 0, INFINITE, "information, natural units"),
        Unit("stake", "stake", 1, -INFINITE, INFINITE, "payoff where the challenger's stake is 1"),
        Unit("1/stake", "1/stake", 1, 0, INFINITE, "precision of choice per unit of payoff"),
        Unit("standard deviation", "standard deviation", 1, 0, INFINITE, "spread, in the units of what is spread"),
        Unit("switch", "switch", 1, 0, INFINITE, "which of several named theories or rules holds"),
        Unit("code", "code", 1, -1, INFINITE, "the place on an axis or in a closed list that the sentence names"),
        Unit("share quarters", "share quarters", 1, 0, INFINITE, "a share summed over quarters"),
        Unit("index quarters", "index quarters", 1, 0, INFINITE, "an index summed over quarters"),
        Unit("day quarters", "day quarters", 1, 0, INFINITE, "days summed over quarters"),
        Unit("year", "date", 1, 1800, 2200, "a calendar year"),
    ]


def _counts() -> list[Unit]:
    names = (
        "people aircraft ships submarines missiles warheads interceptors launchers batteries battalions brigades bases "
        "airfields ports shelters sorties hits salvos mines satellites tests entries scrambles exercises "
        "elections crises cases moves steps points statements members islands prefectures"
    )
    plain = [Unit(name, name, 1, 0, INFINITE, f"number of {name}") for name in names.split()]
    return [
        *plain,
        Unit("count", "count", 1, 0, INFINITE, "a number of things that the sentence names"),
        Unit(
            "units of the class", "force units", 1, 0, INFINITE, "force units: aircraft, ships, launchers, battalions"
        ),
        Unit("thousand people", "people", 1e3, 0, INFINITE, "people, in thousands"),
        Unit("million people", "people", 1e6, 0, INFINITE, "people, in millions"),
        Unit("missiles per unit", "missiles per unit", 1, 0, INFINITE, "missiles one unit carries or fires"),
        Unit("hits per unit", "hits per unit", 1, 0, INFINITE, "hits that put one unit out of action"),
        Unit(
            "sorties per aircraft per day",
            "sorties per aircraft per day",
            1,
            0,
            INFINITE,
            "sorties one aircraft flies in a day",
        ),
        Unit("battalions per day", "battalions per day", 1, 0, INFINITE, "battalions that arrive in a day"),
        Unit("aircraft per base", "aircraft per base", 1, 0, INFINITE, "aircraft on one base"),
        Unit("days per hit", "days per hit", 1, 0, INFINITE, "days one hit keeps a base closed"),
        Unit("people per unit", "people per unit", 1, 0, INFINITE, "people per force unit"),
        Unit("km", "km", 1, 0, INFINITE, "kilometres"),
        Unit("thousand km", "km", 1e3, 0, INFINITE, "kilometres, in thousands"),
        Unit("km per hour", "km per hour", 1, 0, INFINITE, "kilometres per hour"),
    ]


def _times() -> list[Unit]:
    day = 1 / DAYS_A_QUARTER
    lengths = {"hours": day / 24, "days": day, "weeks": 7 * day, "months": 1 / 3, "quarters": 1, "years": 4}
    durations = [
        Unit(name, "duration", length, 0, INFINITE, f"length of time in {name}") for name, length in lengths.items()
    ]
    periods = {
        "day": day,
        "month": 1 / 3,
        "quarter": 1.0,
        "year": float(QUARTERS_A_YEAR),
        "decade": 10 * QUARTERS_A_YEAR,
    }
    rates = []
    for period, quarters in periods.items():
        rates += _per(period, quarters)
    return durations + rates


def _per(period: str, quarters: float) -> list[Unit]:
    each = 1 / quarters
    linear = [
        ("1", "rate", 0.0, "events or share removed, linear in time"),
        ("share", "share rate", -INFINITE, "change of a share, linear in time"),
        ("index", "index rate", -INFINITE, "change of an index, linear in time"),
        ("logit", "logit rate", -INFINITE, "change of log odds, linear in time"),
        ("units of the class", "unit rate", 0.0, "force units delivered or lost"),
        ("hits", "hit rate", 0.0, "hits"),
        ("sorties", "sortie rate", 0.0, "sorties flown"),
        ("missiles", "missile rate", 0.0, "missiles delivered or fired"),
        ("interceptors", "interceptor rate", 0.0, "interceptors delivered"),
        ("warheads", "warhead rate", 0.0, "warheads added"),
        ("tests", "test rate", 0.0, "tests carried out"),
        ("entries", "entry rate", 0.0, "entries into territorial waters"),
        ("people", "people rate", 0.0, "people who join, leave or are lost"),
        ("count", "count rate", 0.0, "things the sentence names"),
        ("bn USD 2023", "money rate", -INFINITE, "constant 2023 US dollars, billions"),
        ("bn USD 2023 PPP", "PPP money rate", -INFINITE, "constant 2023 international dollars, billions"),
        ("JPY tn", "yen rate", -INFINITE, "yen, trillions"),
    ]
    units = [
        Unit(_per_name(top, period), name, each, low, INFINITE, f"{words}, per {period}")
        for top, name, low, words in linear
    ]
    return [
        *units,
        Unit(
            f"probability per {period}",
            "probability over time",
            quarters,
            0,
            1,
            f"chance within one {period}",
            "probability",
        ),
        Unit(
            f"share kept per {period}", "persistence", quarters, 0, 1, f"part that is left after one {period}", "kept"
        ),
        Unit(f"growth per {period}", "growth", quarters, -1, INFINITE, f"relative change in one {period}", "growth"),
    ]


def _per_name(top: str, period: str) -> str:
    return f"1/{period}" if top == "1" else f"{top} per {period}"


def _money() -> list[Unit]:
    low = -INFINITE
    return [
        Unit("bn USD 2023", "money", 1, low, INFINITE, "constant 2023 US dollars, billions"),
        Unit("mn USD 2023", "money", 1e-3, low, INFINITE, "constant 2023 US dollars, millions"),
        Unit("bn USD 2023 PPP", "PPP money", 1, low, INFINITE, "constant 2023 international dollars, billions"),
        Unit("USD 2023 per person", "money per head", 1, 0, INFINITE, "constant 2023 US dollars per person"),
        Unit("JPY tn", "yen", 1, low, INFINITE, "yen, trillions, of the year the figure names"),
        Unit("JPY bn", "yen", 1e-3, low, INFINITE, "yen, billions, of the year the figure names"),
        Unit("bn USD 2023 per unit", "unit price", 1, 0, INFINITE, "price of one force unit"),
        Unit("mn USD 2023 per unit", "unit price", 1e-3, 0, INFINITE, "price of one force unit, millions"),
        Unit("bn USD 2023 per unit per year", "upkeep", 1, 0, INFINITE, "yearly upkeep of one force unit"),
        Unit("units per bn USD 2023", "units per money", 1, 0, INFINITE, "force units one billion buys"),
    ]


UNITS: dict[str, Unit] = {unit.name: unit for unit in [*_pure(), *_counts(), *_times(), *_money()]}

_HINTS = {
    "percent": "Write a share: 2 % is 0.02, unit: share.",
    "%": "Write a share: 2 % is 0.02, unit: share.",
    "pct": "Write a share: 2 % is 0.02, unit: share.",
    "percentage points": "Write a signed share: -3 points is -0.03, unit: signed share.",
    "usd": "Money is bn USD 2023 or mn USD 2023: constant dollars of 2023.",
    "year": "A length of time is in years, a calendar year is year.",
}


def parse_unit(name: object) -> Unit:
    """The unit of that name; InputError with the nearest name otherwise.

    >>> parse_unit("probability per year").kind
    'probability'
    """
    if isinstance(name, str) and name in UNITS:
        return UNITS[name]
    if not isinstance(name, str):
        raise InputError(f"{shown(name)} is not a unit", found=name, hint="Write the unit's name as text.")
    error = unknown_name("a unit of this project", name, UNITS)
    error.hint = _HINTS.get(name.strip().casefold())
    if error.hint:
        error.nearest = None
    raise error


def same_dimension(first: str, second: str) -> bool:
    """Whether a value in the one unit can be converted to the other."""
    return parse_unit(first).dimension == parse_unit(second).dimension


def convert(value: float, source: str, target: str) -> float:
    """A value in the source unit, told in the target unit; InputError when the dimensions differ.

    >>> round(convert(0.19, "probability per year", "probability per quarter"), 6)
    0.051317
    >>> convert(8.0, "1/year", "1/quarter")
    2.0
    """
    old, new = parse_unit(source), parse_unit(target)
    if old.dimension != new.dimension:
        alike = [name for name, unit in UNITS.items() if unit.dimension == new.dimension]
        raise InputError(f"{source} cannot become {target}", found=source, allowed=alike)
    if old is new:
        return value
    if old.kind == "linear":
        return value * (old.factor / new.factor)
    return _compound(old.kind, value, new.factor / old.factor)


def _compound(kind: str, value: float, periods: float) -> float:
    if kind == "probability":
        return 1.0 if value >= 1 else -math.expm1(periods * math.log1p(-value))
    if kind == "kept":
        return 0.0 if value <= 0 else math.exp(periods * math.log(value))
    return -1.0 if value <= -1 else math.expm1(periods * math.log1p(value))
