"""Clocks: when is it due? Periods of the law from the day, or hour, of an event.

Idea: 20 days for the Diet's approval, two years for its renewal, 48 hours and 60 days of the protector's law. A period
in days or years begins on the day after its event unless it begins at midnight (Civil Code arts. 140, 141 and 143).
Where the duty waits for the next Diet while the Diet is closed or the House dissolved, no day is due: the approval is
asked when the next Diet meets.

Formula: days: last day = first day that counts + length - 1; years: the day before the day that answers to the first
one, or the last day of the month that has none; hours: event + length.
Clock: calendar days; hours as the clock of the event's place shows them, no zone is converted.
Reads: the law book (clocks.yaml, diet.yaml). Writes nothing. Raises InputError on a wrong name or day.
Source: each clock cites its statute; Civil Code arts. 138 to 143 for the counting.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaname.core.errors import InputError, shown, unknown_name
from kaname.law.book import LAST, Book, citation_from
from kaname.law.citing import citation_on
from kaname.law.diet import CLOSED, DISSOLVED, IN_SESSION, STATES, UNKNOWN, diet_on, meets_by, sessions
from kaname.law.era import Read, read_day

HOURS, YEARS = "hours", "years"
CIVIL_CODE, NOT_COUNTED = "civil_code_140", "none"
FEBRUARY_END = 28
_TIME = re.compile(r"(.*\d日?)[ T]+(\d{1,2}):(\d{2})$")


@dataclass(frozen=True)
class Moment:
    """The day of an event and, where it is given, its hour; `ended` names an era that had ended by then."""

    day: dt.date
    time: dt.time | None = None
    ended: str | None = None


@dataclass(frozen=True)
class Due:
    """Due date of a clock: the last day (with the hour for clocks of hours), or None where it waits for the next Diet.

    opens: first day of the window in which the act is open. diet: the Diet's state that was used. meets: the day on
    which the next Diet met, where known; meets_by: the day by which it must. notes: keys of words.yaml.
    """

    clock: str
    event: str
    start: Moment
    due: dt.date | None
    hour: dt.time | None
    opens: dt.date | None
    diet: str | None
    meets: dt.date | None
    meets_by: dt.date | None
    notes: tuple[str, ...]
    citations: tuple[str, ...]


def read_moment(text: str) -> Moment:
    """Return the moment that a text names: a day in any form that `era` reads, perhaps with an hour (06:00)."""
    timed = _TIME.match(text.strip())
    read: Read = read_day(timed[1] if timed else text)
    if not timed:
        return Moment(read.day, None, read.ended.name if read.ended else None)
    try:
        hour = dt.time(int(timed[2]), int(timed[3]))
    except ValueError:
        raise InputError(
            f"{shown(text)} names no hour of the day", path="event", found=text, allowed="00:00 to 23:59"
        ) from None
    return Moment(read.day, hour, read.ended.name if read.ended else None)


def due_days(
    book: Book, event: str, start: Moment, diet: str | None = None, next_session: dt.date | None = None
) -> list[Due]:
    """Return every clock that an event starts on its day, in the order of the data.

    diet and next_session tell the Diet's state and its next session where the calendar does not, or against it.
    """
    if event not in book.data["clock_events"]:
        raise unknown_name("an event that starts a clock", event, list(book.data["clock_events"]), path="event")
    if diet is not None and diet not in STATES:
        raise unknown_name("a state of the Diet", diet, STATES, path="--diet")
    day = start.day.isoformat()
    running = (
        (name, clock)
        for name, clock in book.data["clocks"].items()
        if clock["starts"] == event and clock["from"] <= day < clock.get("until", LAST)
    )
    try:
        return [_due(book, name, one, start, diet, next_session) for name, one in running]
    except OverflowError:
        raise InputError(f"{day} is too late to count from", path="event", found=day) from None


def _due(
    book: Book, name: str, raw: Mapping[str, Any], start: Moment, diet: str | None, next_session: dt.date | None
) -> Due:
    last, hour, notes = _period(raw, start)
    opens = last - dt.timedelta(days=raw["before"]) if "before" in raw else None
    state, meets, by = (None, None, None)
    if raw.get("diet") == "next_diet":
        state, meets, by, told = _at_the_diet(book, opens or start.day, last, opens is not None, diet, next_session)
        notes += told
    waits = state in (CLOSED, DISSOLVED)
    return Due(
        clock=name,
        event=raw["starts"],
        start=start,
        due=None if waits else last,
        hour=hour,
        opens=opens,
        diet=state,
        meets=meets if waits else None,
        meets_by=by if waits and meets is None else None,
        notes=notes + (("era_ended",) if start.ended else ()),
        citations=tuple(_cited(book, text, start.day.isoformat()) for text in raw["cite"]),
    )


def _period(raw: Mapping[str, Any], start: Moment) -> tuple[dt.date, dt.time | None, tuple[str, ...]]:
    """Return the last day of a period, its hour, and notes on the counting."""
    if raw["unit"] == HOURS:
        at = dt.datetime.combine(start.day, start.time or dt.time()) + dt.timedelta(hours=raw["length"])
        return at.date(), at.time() if start.time else None, () if start.time else ("hour_not_given",)
    whole = raw["first_day"] == CIVIL_CODE and start.time == dt.time()
    first = start.day if whole else start.day + dt.timedelta(days=1)
    note = ("first_day_counts",) if whole else ("first_day_not_counted",)
    if raw["unit"] == YEARS:
        return _years_on(first, raw["length"]), None, note
    return first + dt.timedelta(days=raw["length"] - 1), None, note


def _years_on(first: dt.date, years: int) -> dt.date:
    """Return the last day of a period of years that begins on `first`."""
    try:
        return first.replace(year=first.year + years) - dt.timedelta(days=1)
    except ValueError:
        if first.year + years > dt.MAXYEAR:
            raise OverflowError from None
        return dt.date(first.year + years, 2, FEBRUARY_END)


def _at_the_diet(
    book: Book, day: dt.date, last: dt.date, window: bool, text: str | None, next_session: dt.date | None
) -> tuple[str, dt.date | None, dt.date | None, tuple[str, ...]]:
    """Return the Diet's state when approval is to be asked, its next meeting, the day by which it meets, and notes.

    In a window it is enough that the Diet sits on one of its days; else the day of the event decides.
    """
    known = diet_on(book, day)
    state = text or known.state
    if window and text is None and any(session.first <= last and session.last >= day for session in sessions(book)):
        state = IN_SESSION
    meets = next_session or (known.following.first if known.following else None)
    if text and text != known.state and next_session is None:
        meets = None
    notes: tuple[str, ...] = ()
    if state == UNKNOWN:
        notes = ("diet_unknown",)
    elif state == IN_SESSION and known.session and known.session.last < last and not window:
        notes = ("session_ends_before",)
    return state, meets, meets_by(state, day, known.dissolved_on), notes


def _cited(book: Book, text: str, day: str) -> str:
    instrument, _, article = text.partition(" ")
    raw = {"instrument": instrument, "article": article, "from": "", "until": LAST, "facts": {}}
    return citation_on(book, citation_from(raw), day, "en")
