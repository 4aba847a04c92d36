"""Due days as text, as JSON values, and as a timeline.

Idea: each line names the day in both calendars, the statute, how the first day was counted, and what the Diet's state
did to it. The timeline shows events, windows and due days over the sessions of the Diet.

Units: days on a linear axis. Reads: due days and the law book's words. Writes nothing; the caller saves the text.
Source: this project's own; colours of M. Okabe, K. Ito, Color universal design (2008).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kaname.law.book import Book
from kaname.law.clock import Due
from kaname.law.diet import dissolutions, sessions
from kaname.law.era import era_text
from kaname.law.lines import shortened, wrapped
from kaname.law.render import Wording
from kaname.law.svg import FAINT, INK, WIDTH, bar, line, svg, text

ROW, TOP, EDGE = 44, 78, 16
SITTING, DISSOLVED_COLOUR, PERIOD, WINDOW = "#CFE8F5", "#F3D3C0", "#0072B2", "#E69F00"
NAME_COLUMNS = 108
LEAST_DAYS = 7
TICKS = 6


def due_form(wording: Wording, due: Due) -> dict[str, Any]:
    """Return one due day as JSON holds it."""
    return {
        "clock": due.clock,
        "what": wording.of(wording.book.data["clocks"][due.clock]),
        "event": due.event,
        "from": _moment(due.start.day, due.start.time),
        "due": _moment(due.due, due.hour) if due.due else None,
        "due_era": era_text(due.due) if due.due else None,
        "window_opens": due.opens.isoformat() if due.opens else None,
        "diet": due.diet,
        "next_diet": due.meets.isoformat() if due.meets else None,
        "next_diet_by": due.meets_by.isoformat() if due.meets_by else None,
        "notes": [wording.word(f"clock_{note}") for note in due.notes],
        "citations": list(due.citations),
    }


def due_text(wording: Wording, dues: Sequence[Due]) -> str:
    """Return due days in lines: the day first, then what it is and how it was counted."""
    lines: list[str] = []
    for due in dues:
        event = wording.of(wording.book.data["clock_events"][due.event])
        start = _moment(due.start.day, due.start.time)
        lines += [*wrapped(f"{wording.word('clock_from')} {start} ({era_text(due.start.day)}): {event}")]
        lines += wrapped(f"{_when(wording, due)}: {wording.of(wording.book.data['clocks'][due.clock])}", "  ", "    ")
        lines += wrapped(f"[{'; '.join(due.citations)}; {due.clock}]", "    ", "    ")
        lines += [row for note in due.notes for row in wrapped(wording.word(f"clock_{note}"), "    ", "    ")]
        lines.append("")
    return "\n".join([*lines, wording.word("disclaimer")])


def _when(wording: Wording, due: Due) -> str:
    """Return when it is due, in words."""
    if due.due is None:
        state = wording.word(f"diet_{due.diet}")
        if due.meets:
            return f"{state}; {wording.word('clock_next_diet')} {_both(due.meets)}"
        by = f" ({wording.word('clock_by')} {_both(due.meets_by)})" if due.meets_by else ""
        return f"{state}; {wording.word('clock_next_diet_unknown')}{by}"
    day = _both(due.due) + (f" {due.hour:%H:%M}" if due.hour else "")
    window = f" ({wording.word('clock_opens')} {_both(due.opens)})" if due.opens else ""
    return f"{wording.word('clock_due')} {day}{window}"


def _both(day: dt.date) -> str:
    return f"{day} ({era_text(day)})"


def _moment(day: dt.date, time: dt.time | None) -> str:
    return f"{day}T{time:%H:%M}" if time else day.isoformat()


def events_text(wording: Wording) -> str:
    """Return the events that start a clock with the clocks that they start."""
    lines = []
    for event, about in wording.book.data["clock_events"].items():
        lines += wrapped(f"{event}: {wording.of(about)}")
        started = [clock for clock in wording.book.data["clocks"].values() if clock["starts"] == event]
        lines += [row for one in started for row in wrapped(wording.of(one), "    ", "      ")]
    return "\n".join(lines)


def clock_picture(wording: Wording, dues: Sequence[Due]) -> str:
    """Return the timeline: a row for each clock, over the sessions of the Diet."""
    first = min(one.start.day for one in dues)
    ends = [due.due or due.meets or due.meets_by or due.start.day for due in dues]
    last = max(max(ends), first + dt.timedelta(days=LEAST_DAYS))
    axis = _Axis(first, last)
    height = TOP + ROW * len(dues) + EDGE
    parts = [text(EDGE, 20, wording.word("clock_title"), weight="bold"), *_ground(wording, axis, height)]
    for row, one in enumerate(dues):
        parts += _row(wording, axis, one, TOP + ROW * row)
    return svg(wording.word("fonts"), height, wording.word("clock_title"), parts)


class _Axis:
    """Days laid out between the edges of the picture."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.first, self.last = first, last

    def at(self, day: dt.date) -> float:
        """Return the place of a day, held within the picture."""
        share = (day - self.first).days / (self.last - self.first).days
        return EDGE + (WIDTH - 2 * EDGE) * min(max(share, 0), 1)

    def meets(self, since: dt.date, until: dt.date) -> bool:
        """Return whether a stretch of days lies at least partly in the picture."""
        return since <= self.last and until >= self.first


def _ground(wording: Wording, axis: _Axis, height: int) -> list[str]:
    """Sessions and dissolutions as bands, days as lines, and what the bands mean."""
    book: Book = wording.book
    bands = [(session.first, session.last, SITTING) for session in sessions(book)]
    bands += [(since, election, DISSOLVED_COLOUR) for since, election in dissolutions(book)]
    parts = [
        bar(axis.at(since), TOP - 14, axis.at(until) - axis.at(since), height - TOP, colour)
        for since, until, colour in bands
        if axis.meets(since, until)
    ]
    span = (axis.last - axis.first).days
    for step in range(TICKS + 1):
        day = axis.first + dt.timedelta(days=round(span * step / TICKS))
        anchor = "start" if step == 0 else "end" if step == TICKS else "middle"
        parts += [line(axis.at(day), TOP - 14, axis.at(day), height - EDGE, FAINT)]
        parts += [text(axis.at(day), TOP - 20, day.isoformat(), anchor)]
    key = [(SITTING, "diet_in_session"), (DISSOLVED_COLOUR, "diet_dissolved"), (WINDOW, "clock_window")]
    for place, (colour, name) in enumerate(key):
        parts += [bar(EDGE + 230 * place, 30, 12, 12, colour), text(EDGE + 18 + 230 * place, 40, wording.word(name))]
    return parts


def _row(wording: Wording, axis: _Axis, due: Due, y: float) -> list[str]:
    end = due.due or due.meets or due.meets_by or due.start.day
    name = shortened(f"{_when(wording, due)}: {wording.of(wording.book.data['clocks'][due.clock])}", NAME_COLUMNS)
    parts = [
        bar(axis.at(due.start.day), y + 4, axis.at(end) - axis.at(due.start.day), 8, PERIOD if due.due else FAINT),
        line(axis.at(due.start.day), y, axis.at(due.start.day), y + 16, INK),
        line(axis.at(end), y, axis.at(end), y + 16, INK),
        text(EDGE, y + 28, name),
    ]
    if due.due and due.opens:
        parts.insert(1, bar(axis.at(due.opens), y + 4, axis.at(due.due) - axis.at(due.opens), 8, WINDOW))
    return parts
