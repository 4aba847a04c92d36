"""The words and numbers of a bargain's page, shared by its forms: text, Markdown and HTML say the same.

Units: levers in their own, money in bn USD 2023 a year. Reads: BargainPage. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from kaname.compile.bargain_page import BargainPage, CodingLines, LeverLine, Money

PERCENT = 100.0
SMALL = 0.1
NO_PRICE = "no price of its own"
ABOUT_PRICES = "A lever without a price is words, orders, or a share of a budget that is counted elsewhere."
SHORT_UNITS = {"share": "", "quarters": " quarters", "bn USD 2023 per year": " bn USD/year"}


def level(value: float | None, unit: str) -> str:
    """Return a lever's value in few characters.

    >>> level(0.0285, "share"), level(None, "share")
    ('0.0285', '-')
    """
    return "-" if value is None else f"{value:.3g}{SHORT_UNITS.get(unit, ' ' + unit)}"


def quarter(when: tuple[int, int]) -> str:
    """Return a quarter of the calendar.

    >>> quarter((2027, 2))
    '2027 Q2'
    """
    return f"{when[0]} Q{when[1]}"


def money(cost: Money) -> str:
    """Return a yearly cost with its range; two figures of small amounts.

    >>> money(Money(-0.5, 0.113, 0.2)), money(Money(0.002, 0.0045, 0.008))
    ('+0.11 (-0.50 to +0.20)', '+0.0045 (+0.002 to +0.008)')
    """
    if cost.low == cost.high:
        return _amount(cost.middle)
    return f"{_amount(cost.middle)} ({_amount(cost.low)} to {_amount(cost.high)})"


def _amount(value: float) -> str:
    return f"{value:+.2f}" if value == 0.0 or abs(value) >= SMALL else f"{value:+.2g}"


def done(line: LeverLine) -> str:
    """Return how much of the ask stands at the start."""
    if line.done >= 1.0:
        return "done"
    return f"{line.done * PERCENT:.0f} % done" if line.then is not None else "past not known"


def effect(line: LeverLine) -> str:
    """Return the earliest quarter of effect, with its range."""
    if line.effect is None:
        return "nothing is left to ask for"
    low, middle, high = map(quarter, line.effect)
    return f"{middle} ({low} to {high})"


def consent(page: BargainPage, line: LeverLine) -> str:
    """Return who must consent, by state."""
    by_side: dict[str, list[str]] = {}
    for side, body in line.consent:
        by_side.setdefault(side, []).append(body)
    return "; ".join(f"{page.sides[side]}: {', '.join(bodies)}" for side, bodies in by_side.items()) or "nobody"


def law(line: LeverLine) -> str:
    """Return what the law of the start says of the lever's uses."""
    if not line.law_uses:
        return "no law is asked about it"
    return f"{line.law}: " + "; ".join(f"{use} - {answer}" for use, answer in line.law_uses)


def costs(page: BargainPage, line: LeverLine) -> str:
    """Return what the lever costs each side a year."""
    texts = [f"{page.sides[side]} {money(cost)}" for side, cost in line.cost.items()]
    return "; ".join(texts) or ("nothing is left to pay for" if line.effect is None else NO_PRICE)


def agreement(coding: CodingLines) -> list[str]:
    """Return what the two codings have in common, in sentences."""
    found = coding.agreement
    if not found.either:
        return ["Neither coding moves a lever."]
    lines = [
        f"Of {_count(found.either, 'lever')} coded by either, {found.both} are coded by both; "
        f"of those, {found.same_direction} in the same direction."
    ]
    if found.difference_of_both is not None:
        lines.append(
            f"Mean difference of targets: {found.difference_of_both:.2f} of the lever's scale where both coded it, "
            f"{found.difference_of_all:.2f} over all."
        )
    alpha = "does not exist (nothing varies)" if found.alpha is None else f"{found.alpha:.2f}"
    lines.append(f"Krippendorff's alpha (interval; a lever left alone is read at its start): {alpha}.")
    return lines


def differing(coding: CodingLines) -> list[str]:
    """Return the names of the levers on which the codings differ most, the widest gap first."""
    wide = [reading for reading in coding.readings if reading.gap > 0.0]
    return [reading.name for reading in sorted(wide, key=lambda one: -one.gap)]


def by(page: BargainPage) -> str:
    """Whose bargain it is, and from when."""
    who = page.author or ("our own judgement" if page.judgement else "from the texts named below")
    return who if page.own_year is None else f"{who}; {page.own_year}"


def works(page: BargainPage) -> Iterable[str]:
    """Yield the sources, one line each."""
    for source in page.sources:
        yield f"{source.author}: {source.title}. {source.publisher}, {source.year}. [{source.key}]"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
