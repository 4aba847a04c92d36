"""Text of `kaname bargain`: the page of a bargain in eighty columns, and the list of bargains.

Reads: BargainPage. Writes: nothing. Units: as each line says.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from kaname.compile import bargain_words as words
from kaname.compile.bargain_page import BargainPage, CodingLines, LeverLine, Reading

WIDTH = 80
NAME_WIDTH = 26
ASKS = {"more": "at least", "less": "at most", "level": "to"}


def page_lines(page: BargainPage) -> list[str]:
    """Return the whole page."""
    return [*_head(page), *_adds(page), *_levers(page), *_price(page), *_codings(page), *_sources(page)]


def list_lines(pages: Sequence[BargainPage]) -> list[str]:
    """Return one line per bargain: id, levers still asked for, cost by side."""
    sides = list(pages[0].sides.items()) if pages else []
    head = f"{'bargain':<22}{'levers':>7}{'done':>6}" + "".join(f"{_cut(name, 20):>22}" for _, name in sides)
    lines = [head, "-" * WIDTH]
    for page in pages:
        finished = sum(line.effect is None for line in page.levers)
        cost = "".join(f"{page.cost[side].middle:>+22.2f}" for side, _ in sides)
        lines.append(f"{_cut(page.id, 21):<22}{len(page.levers):>7}{finished:>6}{cost}")
    start = words.quarter(pages[0].start) if pages else ""
    return [*lines, "-" * WIDTH, *_wrap(f"done: levers that stand at the start ({start}) as the author asked. "
            "Cost: bn USD 2023 a year with every lever in force, at middle prices.")]  # fmt: skip


def _head(page: BargainPage) -> list[str]:
    lines = _wrap(f"{page.name} ({page.id})") + _wrap(words.by(page))
    lines += ["", *_wrap(page.summary)]
    return lines + (["", *_wrap(page.judgement)] if page.judgement else [])


def nothing_lines(page: BargainPage, years: int) -> list[str]:
    """Return a line on a bargain that changes nothing in so many years from the start; empty where it does."""
    asked = [line for line in page.levers if line.effect is not None]
    end = (page.start[0] + years, page.start[1])
    late = [line.name for line in asked if line.effect and line.effect[0] >= end]
    lines = _wrap(f"in force only after the {years} years of {page.scenario}: {', '.join(late)}", "  ") if late else []
    if len(late) < len(asked):
        return lines
    nothing = f"It changes nothing in {page.scenario}: a run with it is equal in every future to one without it."
    return lines + _wrap(nothing, "  ", "  ")


def _adds(page: BargainPage) -> list[str]:
    lines = ["", f"WHAT IT STILL ADDS IN {words.quarter(page.start)} ({page.scenario})"]
    return lines + ([line for text in page.adds for line in _wrap(text, "  - ", "    ")] or ["  nothing"])


def _levers(page: BargainPage) -> list[str]:
    if not page.levers:
        return ["", "LEVERS", "  none: everything stays as it is."]
    lines = ["", "LEVERS"]
    for line in page.levers:
        lines += _lever(page, line)
    return lines


def _lever(page: BargainPage, line: LeverLine) -> list[str]:
    now, to = words.level(line.start, line.unit), words.level(line.to, line.unit)
    then = "" if line.then is None else f"{page.own_year or 'then'}: {words.level(line.then, line.unit)}, "
    lines = ["", *_wrap(f"{line.name}: {then}start: {now}, asked: {ASKS[line.asks]} {to} ({words.done(line)})")]
    lines += _wrap(line.sentence, "    ", "    ")
    promise = "; a promise, kept or dropped by the administration of the day" if line.promise else ""
    told = [
        ("in force", f"at the earliest {words.effect(line)}" if line.effect else words.effect(line)),
        ("consent", words.consent(page, line) + promise),
        ("law", words.law(line)),
        ("cost a year", words.costs(page, line) + (" bn USD 2023" if line.cost else "")),
        ("read from", f"\N{LEFT DOUBLE QUOTATION MARK}{line.passage}\N{RIGHT DOUBLE QUOTATION MARK}"
         if line.passage else "no passage of its own: follows from the others"),
        ("as", line.reason),
    ]  # fmt: skip
    for label, text in told:
        lines += _wrap(text, f"    {label + ':':<13}", " " * 17)
    return lines


def _price(page: BargainPage) -> list[str]:
    lines = ["", "PRICE BY STATE (bn USD 2023 a year, every lever in force; low and high if",
             "every price is at that end of its range)"]  # fmt: skip
    lines += [f"  {name}: {words.money(page.cost[side])}" for side, name in page.sides.items()]
    return lines + _wrap(words.ABOUT_PRICES, "  ", "  ")


def _codings(page: BargainPage) -> list[str]:
    return [line for coding in page.codings for line in _coding(page, coding)]


def _coding(page: BargainPage, coding: CodingLines) -> list[str]:
    head = f"  {'lever':<{NAME_WIDTH}}{'start':>8}{'first':>8}{'other':>8}{'apart':>8}"
    coder = _wrap(f"{coding.id}: {coding.coder}. {coding.note or ''}", "  ", "  ")
    lines = ["", f"CODINGS SIDE BY SIDE: first, {coding.id}", *coder, "", head]
    lines += [_reading(reading) for reading in coding.readings]
    lines += ["", *(line for text in words.agreement(coding) for line in _wrap(text, "  ", "  "))]
    wide = words.differing(coding)
    return lines + (_wrap(f"Widest apart: {', '.join(wide[:3])}.", "  ", "  ") if wide else [])


def _reading(reading: Reading) -> str:
    texts = [f"{'-' if value is None else format(value, '.3g'):>8}"
            for value in (reading.start, reading.first, reading.second)]  # fmt: skip
    return f"  {_cut(reading.name, NAME_WIDTH):<{NAME_WIDTH}}{''.join(texts)}{reading.gap:>8.2f}"


def _sources(page: BargainPage) -> list[str]:
    lines = [line for work in words.works(page) for line in _wrap(work, "  ", "    ")]
    return ["", "SOURCES", *lines] if lines else []


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first.rstrip()]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "\N{HORIZONTAL ELLIPSIS}"


def joined(lines: Iterable[str]) -> str:
    """Return lines as they are printed, without characters that move a cursor."""
    from kaname.core.errors import shown

    return "\n".join(shown(line, WIDTH * 2) for line in lines)
