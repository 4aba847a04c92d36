"""Drawings: the decision timeline and the history of an answer as small SVG pictures.

Idea: a picture is a few rectangles, lines and words; it is written by hand so that it opens anywhere, prints, and is
made in milliseconds. Colours are from Okabe and Ito and never the only sign: every bar carries its word.

Units: hours on a logarithmic axis for timelines, years for history; pixels at 720 wide.
Reads: options or periods. Writes nothing; the caller saves the text.
Source: M. Okabe, K. Ito, Color universal design (2008).
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from kaname.law.history import Period
from kaname.law.lines import shortened
from kaname.law.options import AFTER, NOW, WHERE, Option, hours
from kaname.law.render import Wording
from kaname.law.svg import FAINT, INK, WIDTH, bar, line, svg, text

LEFT = 290
ROW = 26
TOP = 44
LABEL = 130
NAME_COLUMNS = 42
ANSWERS = {"yes": "#0072B2", "no": "#D55E00", "undetermined": "#999999"}
COLOURS = {**ANSWERS, NOW: "#0072B2", WHERE: "#56B4E9", AFTER: "#E69F00"}
TICKS = ((1, "1 h"), (6, "6 h"), (24, "1 d"), (168, "1 w"), (672, "4 w"), (2880, "17 w"))


def _at(hours_after: float) -> float:
    """Return the place of a number of hours on the logarithmic axis; zero is the left end."""
    longest = math.log1p(TICKS[-1][0])
    return LEFT + (WIDTH - LEFT - 16) * min(math.log1p(hours_after) / longest, 1)


def timeline(wording: Wording, made: Sequence[Option]) -> str:
    """Return the decision timeline: for each act that is or can be opened, how long its path takes before the act."""
    shown = [one for one in made if one.status in (NOW, WHERE, AFTER)]
    height = TOP + ROW * len(shown) + 12
    parts = [text(8, 18, wording.word("timeline"), weight="bold")]
    for tick, name in TICKS:
        parts += [line(_at(tick), TOP - 8, _at(tick), height - 8, FAINT), text(_at(tick), TOP - 12, name, "middle")]
    for row, one in enumerate(shown):
        parts += _timeline_row(wording, one, TOP + ROW * row)
    return svg(wording.word("fonts"), height, wording.word("timeline"), parts)


def _timeline_row(wording: Wording, option: Option, y: float) -> list[str]:
    name = wording.of(option.act)
    cut = shortened(name, NAME_COLUMNS)
    middle = y + ROW / 2
    known = hours(option.steps)
    if known is None:
        return [
            text(LEFT - 8, middle + 4, cut, "end"),
            text(LEFT + 6, middle + 4, f"{wording.word(option.status)} ({wording.word('duration_unknown')})"),
        ]
    low, mode, high = known
    return [
        text(LEFT - 8, middle + 4, cut, "end"),
        bar(_at(low), y + 6, _at(high) - _at(low), ROW - 14, COLOURS[option.status]),
        line(_at(mode), y + 3, _at(mode), y + ROW - 5, INK),
        _label(low, high, middle + 4, wording.word(option.status)),
    ]


def _label(low: float, high: float, y: float, words: str) -> str:
    """Return the word of a bar: after it where there is room, else before it."""
    room = WIDTH - _at(high) > LABEL
    return text(_at(high) + 6, y, words) if room else text(_at(low) - 6, y, words, "end")


def history_picture(wording: Wording, question: str, periods: Sequence[Period]) -> str:
    """Return the history of an answer: one band of time, a bar for each period, the event that began it below."""
    first, last = _year(periods[0].start), _year(periods[-1].end)
    scale = (WIDTH - 32) / max(last - first, 1)
    height = TOP + 60 + ROW * len(periods)
    parts = [text(16, 20, f"{wording.word('history')}: {question}", weight="bold")]
    for number, period in enumerate(periods):
        x = 16 + (_year(period.start) - first) * scale
        width = (_year(period.end) - _year(period.start)) * scale
        y = TOP + 60 + ROW * number
        label = f"{number + 1}. {period.start}: {wording.word(period.answer)}: {wording.of(period.event)}"
        parts += [
            bar(x, TOP, width - 1, 30, COLOURS[period.answer]),
            text(x + 2, TOP + 44, str(number + 1)),
            bar(16, y - 9, 10, 10, COLOURS[period.answer]),
            text(32, y, label),
        ]
    return svg(wording.word("fonts"), height, f"{wording.word('history')}: {question}", parts)


def _year(day: str) -> float:
    date = dt.date.fromisoformat(day)
    return date.year + (date.timetuple().tm_yday - 1) / 366
