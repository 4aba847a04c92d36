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


def due_form(wording: Wording, one: Due) -> dict[str, Any]:
    """Return one due day as JSON holds it."""
    return {
        "clock": one.clock,
        "what": wording.of(wording.book.data["clocks"][one.clock]),
        "event": one.event,
        "from": _moment(one.start.day, one.start.time),
        "due": _moment(one.due, one.hour) if one.due else None,
        "due_era": era_text(one.due) if one.due else None,
        "window_opens": one.opens.isoformat() if one.opens else None,
        "diet": one.diet,
        "next_diet": one.meets.isoformat() if one.meets else None,
        "next_diet_by": one.meets_by.isoformat() if one.meets_by else None,
        "notes": [wording.word(f"clock_{note}") for note in one.notes],
        "citations": list(one.citations),
    }


def due_text(wording: Wording, found: Sequence[Due]) -> str:
    """Return due days in lines: the day first, then what it is and how it was counted."""
    lines: list[str] = []
    for one in found:
        event = wording.of(wording.book.data["clock_events"][one.event])
        start = _moment(one.start.day, one.start.time)
        lines += [*wrapped(f"{wording.word('clock_from')} {start} ({era_text(one.start.day)}): {event}")]
        lines += wrapped(f"{_when(wording, one)}: {wording.of(wording.book.data['clocks'][one.clock])}", "  ", "    ")
        lines += wrapped(f"[{'; '.join(one.citations)}; {one.clock}]", "    ", "    ")
        lines += [row for note in one.notes for row in wrapped(wording.word(f"clock_{note}"), "    ", "    ")]
        lines.append("")
    return "\n".join([*lines, wording.word("disclaimer")])


def _when(wording: Wording, one: Due) -> str:
    """When it is due, in words."""
    if one.due is None:
        state = wording.word(f"diet_{one.diet}")
        if one.meets:
            return f"{state}; {wording.word('clock_next_diet')} {_both(one.meets)}"
        by = f" ({wording.word('clock_by')} {_both(one.meets_by)})" if one.meets_by else ""
        return f"{state}; {wording.word('clock_next_diet_unknown')}{by}"
    day = _both(one.due) + (f" {one.hour:%H:%M}" if one.hour else "")
    window = f" ({wording.word('clock_opens')} {_both(one.opens)})" if one.opens else ""
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
        started = [one for one in wording.book.data["clocks"].values() if one["starts"] == event]
        lines += [row for one in started for row in wrapped(wording.of(one), "    ", "      ")]
    return "\n".join(lines)


def clock_picture(wording: Wording, found: Sequence[Due]) -> str:
    """Return the timeline: a row for each clock, over the sessions of the Diet."""
    first = min(one.start.day for one in found)
    ends = [one.due or one.meets or one.meets_by or one.start.day for one in found]
    last = max(max(ends), first + dt.timedelta(days=LEAST_DAYS))
    axis = _Axis(first, last)
    height = TOP + ROW * len(found) + EDGE
    parts = [text(EDGE, 20, wording.word("clock_title"), weight="bold"), *_ground(wording, axis, height)]
    for row, one in enumerate(found):
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
    bands = [(one.first, one.last, SITTING) for one in sessions(book)]
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


def _row(wording: Wording, axis: _Axis, one: Due, y: float) -> list[str]:
    end = one.due or one.meets or one.meets_by or one.start.day
    name = shortened(f"{_when(wording, one)}: {wording.of(wording.book.data['clocks'][one.clock])}", NAME_COLUMNS)
    parts = [
        bar(axis.at(one.start.day), y + 4, axis.at(end) - axis.at(one.start.day), 8, PERIOD if one.due else FAINT),
        line(axis.at(one.start.day), y, axis.at(one.start.day), y + 16, INK),
        line(axis.at(end), y, axis.at(end), y + 16, INK),
        text(EDGE, y + 28, name),
    ]
    if one.due and one.opens:
        parts.insert(1, bar(axis.at(one.opens), y + 4, axis.at(one.due) - axis.at(one.opens), 8, WINDOW))
    return parts
