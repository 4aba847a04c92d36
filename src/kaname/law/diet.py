"""The Diet's calendar: does it sit on a day, is it closed, is the House of Representatives dissolved?

Idea: a list of sessions and dissolutions with the source of each day. Between two sessions the Diet is closed; from a
dissolution until the election the House is dissolved; outside the days that were looked up the state is unknown.

Clock: calendar days; a session's first and last day both belong to it, the day of a dissolution counts as dissolved.
Reads: the law book (data/law/diet.yaml). Writes nothing.
Source: the lists and reports named in that file; Constitution arts. 52 to 54, Diet Act arts. 2 and 10.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kaname.law.book import Book

IN_SESSION, CLOSED, DISSOLVED, UNKNOWN = "in_session", "closed", "dissolved", "unknown"
STATES = (IN_SESSION, CLOSED, DISSOLVED)
ELECTION_WITHIN, SESSION_WITHIN = 40, 30
"""Days: an election follows a dissolution, and a special session the election (Constitution art. 54(1))."""


@dataclass(frozen=True)
class Session:
    """One session: number, kind, first and last day, and how sure the days are (O, P or K)."""

    number: int
    kind: str
    first: dt.date
    last: dt.date
    certainty: str


@dataclass(frozen=True)
class DietDay:
    """The Diet on a day: its state, the session that sits, and the next one that is known."""

    state: str
    session: Session | None = None
    following: Session | None = None
    dissolved_on: dt.date | None = None


def sessions(book: Book) -> tuple[Session, ...]:
    """Return the sessions that the calendar holds, in order."""
    day = dt.date.fromisoformat
    return tuple(
        Session(session["number"], session["kind"], day(session["from"]), day(session["until"]), session["certainty"])
        for session in book.data["diet"]["sessions"]
    )


def dissolutions(book: Book) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return the day of each dissolution with the day of the election that followed."""
    day = dt.date.fromisoformat
    return tuple(
        (day(dissolution["day"]), day(dissolution["election"])) for dissolution in book.data["diet"]["dissolutions"]
    )


def diet_on(book: Book, day: dt.date) -> DietDay:
    """Return the state of the Diet on a day; `unknown` outside the calendar."""
    known = sessions(book)
    following = next((one for one in known if one.first > day), None)
    dissolved = next((since for since, election in dissolutions(book) if since <= day < election), None)
    if dissolved:
        return DietDay(DISSOLVED, None, following, dissolved)
    sitting = next((one for one in known if one.first <= day <= one.last), None)
    if sitting:
        return DietDay(IN_SESSION, sitting, following)
    outside = day < known[0].first or day > known[-1].last
    return DietDay(UNKNOWN if outside else CLOSED, None, following)


def meets_by(state: str, day: dt.date, dissolved_on: dt.date | None) -> dt.date:
    """Return the last day by which the next Diet meets: after a dissolution, or the ordinary session in January."""
    if state == DISSOLVED:
        return (dissolved_on or day) + dt.timedelta(days=ELECTION_WITHIN + SESSION_WITHIN)
    january = dt.date(day.year, 1, 31)
    return january if day < january else dt.date(day.year + 1, 1, 31)
