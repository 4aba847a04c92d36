"""A date as a person types it, as a quarter of a scenario.

2031, 2031Q2, 2031-05 or 2031-05-17; a year alone is its first quarter. Reads, writes: nothing. Errors: InputError with
the first and the last date that are allowed. Source: none needed.
"""

from __future__ import annotations

import datetime as dt
import re

from kaname.core.errors import InputError
from kaname.core.units import MONTHS_A_QUARTER, QUARTERS_A_YEAR
from kaname.scenarios.records import Start

SAID = re.compile(r"(\d{4})(?:-?[Qq]([1-4])|-(\d{2})(?:-(\d{2}))?)?")


def quarter_at(start: Start, quarters: int, text: str | None, path: str = "--date") -> int:
    """Return the quarter, 0 to quarters - 1 from the start, in which a date lies; 0 where none is given.

    path: where the date was typed. Raises InputError for what is no date, or a date outside those quarters.
    """
    if text is None:
        return 0
    year, quarter = _calendar(text, start.year + 1, path)
    now = (year - start.year) * QUARTERS_A_YEAR + quarter - start.quarter
    if not 0 <= now < quarters:
        first, last = f"{start.year}Q{start.quarter}", _name(start, quarters - 1)
        raise InputError(f"{text} is outside the scenario, {first} to {last}", path=path, found=text)
    return now


def _calendar(text: str, near: int, path: str) -> tuple[int, int]:
    match = SAID.fullmatch(text.strip())
    if match is None:
        raise InputError(f"{text!r} is no date", path=path, hint=f"Write {near}, {near}Q2 or {near}-05-17.")
    year, quarter, month, day = match.groups()
    if month is None:
        return int(year), int(quarter or 1)
    try:
        dt.date(int(year), int(month), int(day or 1))
    except ValueError as wrong:
        raise InputError(f"{text!r} is no date: {wrong}", path=path, hint=f"Write {near}-05-17.") from None
    return int(year), (int(month) - 1) // MONTHS_A_QUARTER + 1


def _name(start: Start, now: int) -> str:
    count = start.year * QUARTERS_A_YEAR + start.quarter - 1 + now
    return f"{count // QUARTERS_A_YEAR}Q{count % QUARTERS_A_YEAR + 1}"
